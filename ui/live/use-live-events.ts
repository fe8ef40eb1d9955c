import { use, useEffect, useRef, useState } from 'react';
import { LiveContext } from './live-context.ts';

/** An event as the live stream shows it: what happened and to whom, without what was said. */
export interface LiveEvent {
  readonly place: number;
  readonly person: number;
  readonly name: string;
  readonly channel: string;
  readonly source: string;
  readonly time: number;
}

/** The newest events, newest first, and how many come. */
export interface LiveEvents {
  readonly events: readonly LiveEvent[];
  /** Events a second over the last seconds. */
  readonly rate: number;
  /** Events that came too fast to be shown. */
  readonly droppedCount: number;
}

const KEPT_MAX = 60;
/** Painted twice a second, however fast events come. */
const PAINT_MS = 500;
const RATE_MS = 5_000;

/** Follows the events of the shop. While paused nothing moves, but the rate goes on. */
export function useLiveEvents(isPaused: boolean): LiveEvents {
  const [state, setState] = useState<LiveEvents>({ events: [], rate: 0, droppedCount: 0 });
  const stream = use(LiveContext);
  const paused = useRef(isPaused);
  paused.current = isPaused;
  useEffect(() => {
    let kept: LiveEvent[] = [];
    let counts: { readonly at: number; readonly count: number }[] = [];
    let droppedCount = 0;
    if (!stream) return;
    const unfollow = stream.follow((batch) => {
      if (batch.topic !== 'events') return;
      counts.push({ at: performance.now(), count: batch.items.length + batch.droppedCount });
      droppedCount += batch.droppedCount;
      if (paused.current) return;
      kept = [...(batch.items as LiveEvent[]).slice(-KEPT_MAX).reverse(), ...kept].slice(0, KEPT_MAX);
    });
    const timer = setInterval(() => {
      const since = performance.now() - RATE_MS;
      counts = counts.filter((each) => each.at >= since);
      const rate = counts.reduce((sum, each) => sum + each.count, 0) / (RATE_MS / 1_000);
      setState((old) =>
        old.events === kept && old.rate === rate && old.droppedCount === droppedCount
          ? old
          : { events: kept, rate, droppedCount },
      );
    }, PAINT_MS);
    return () => {
      unfollow();
      clearInterval(timer);
    };
  }, [stream]);
  return state;
}
