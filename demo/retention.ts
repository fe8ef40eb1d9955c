import { share } from './figures.ts';
import { DAY_MS } from './time.ts';
import type { World } from './world/world.ts';

/** Who is first seen in the first weeks of the window may well be an old customer; a cohort begins after them. */
const SETTLING_WEEKS = 2;
const WEEKS_MAX = 8;

/**
 * Of the senders first seen in a week: the share that is seen again n weeks later, n from 1. Only first weeks that can be
 * followed to the end of the curve count, so that every point of it has the same senders.
 */
export function retentionOf(weeks: ReadonlyMap<string, ReadonlySet<number>>, world: World): number[] {
  const last = Math.floor((world.now - world.start) / (7 * DAY_MS)) - 1;
  const reach = Math.min(WEEKS_MAX, last - SETTLING_WEEKS);
  const senders = [...weeks.values()].filter((set) => {
    const first = Math.min(...set);
    return first >= SETTLING_WEEKS && first <= last - reach;
  });
  return Array.from({ length: reach }, (_, n) => share(senders, (set) => set.has(Math.min(...set) + n + 1)));
}
