import { DAY_MS, midnight, type Span } from '../time.ts';

/**
 * The window, and for a shop that goes on living the stretches of the same length after it: prices, outages, advertising and
 * incidents are planned anew in each. What happens before `now` hangs on the first alone.
 */
export function roundsOf(start: number, now: number, until: number): Span[] {
  const rounds: Span[] = [{ from: start, until: now }];
  const length = midnight(now) - start;
  for (let from = midnight(now) + DAY_MS; from < until; from += length)
    rounds.push({ from, until: from + length });
  return rounds;
}
