import { useQueryClient } from '@tanstack/react-query';
import { use, useEffect } from 'react';
import { LiveContext } from '../live/live-context.ts';
import type { LiveEvent } from '../live/use-live-events.ts';

/** The profile is folded when the live stream tells of it; the timeline is in the warehouse a moment later. */
const SETTLES_MS = [300, 3_000];

/** Reads a person anew when something happens to her while somebody looks. */
export function useLivePerson(id: number, isNow: boolean): void {
  const stream = use(LiveContext);
  const queries = useQueryClient();
  useEffect(() => {
    if (!stream || !isNow) return;
    let timers: ReturnType<typeof setTimeout>[] = [];
    const stop = (): void => {
      for (const timer of timers) clearTimeout(timer);
    };
    const unfollow = stream.follow(({ topic, items }) => {
      if (topic !== 'events' || !(items as LiveEvent[]).some(({ person }) => person === id)) return;
      stop();
      timers = SETTLES_MS.map((ms) =>
        setTimeout(() => void queries.invalidateQueries({ queryKey: ['people', id] }), ms),
      );
    });
    return () => {
      unfollow();
      stop();
    };
  }, [stream, queries, id, isNow]);
}
