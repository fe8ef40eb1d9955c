import { type Bounds, firstAtOrAfter } from '../../trait/index.ts';

/** A sequence of a person: the times of each step, oldest first, and what is asked between them. */
export interface Chain {
  readonly steps: readonly Step[];
  /** What may not come after the last step: until now, or for a while that must be over. */
  readonly quiet: { readonly without: readonly number[]; readonly forMs: number | undefined } | undefined;
}

interface Step {
  readonly times: readonly number[];
  /** Bounds on the time since the step before. */
  readonly withinMs: number;
  readonly afterMs: number;
  /** What may not happen between the step before and this one. */
  readonly without: readonly number[];
}

/** A stretch of a list of times: from one index up to but without another. */
interface Stretch {
  readonly times: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Whether the first so many steps, and after all of them the quiet, are complete at least once, all within the bounds. */
export function chainHolds(chain: Chain, { from, to }: Bounds, at: number, stepCount?: number): boolean {
  const { steps } = chain;
  const count = stepCount ?? steps.length;
  const quiet = stepCount === undefined ? chain.quiet : undefined;
  const { times } = steps[0]!;
  let ends: Stretch = { times, from: firstAtOrAfter(times, from), to: firstAtOrAfter(times, to) };
  for (let i = 1; i < count && ends.from < ends.to; i++) {
    // Of the last step one time is enough.
    const isEnough = i === count - 1 && !quiet;
    ends = nextEnds(ends, steps[i]!, { from, to }, isEnough);
  }
  if (!quiet) return ends.from < ends.to;
  return isQuietAfter(ends, quiet, at);
}

function isQuietAfter(
  { times, from, to }: Stretch,
  { without, forMs }: NonNullable<Chain['quiet']>,
  at: number,
): boolean {
  // What comes after the last end comes after every other.
  if (forMs === undefined) return from < to && staysQuiet(times[to - 1]!, without, forMs, at);
  // Who does much has many ends whose while is not over.
  const over = Math.min(to, firstAtOrAfter(times, at - forMs + 1));
  for (let i = over - 1; i >= from; i--) if (staysQuiet(times[i]!, without, forMs, at)) return true;
  return false;
}

/** How many of the steps were done in order, the quiet after them aside. */
export function countSteps(chain: Chain, bounds: Bounds, at: number): number {
  let done = chain.steps.length;
  while (done > 0 && !chainHolds(chain, bounds, at, done)) done--;
  return done;
}

/**
 * The times of a step that follow an end of the steps before. The latest end that is long enough ago is the best one: if it is too
 * long ago, or something forbidden came after it, so it is for all earlier ones. All lists are walked once, side by side.
 */
function nextEnds(ends: Stretch, step: Step, { from, to }: Bounds, isOneEnough: boolean): Stretch {
  const { times, withinMs, afterMs, without } = step;
  const next: number[] = [];
  let [e, x] = [ends.from, 0];
  // Nothing follows before the first end.
  const start = firstAtOrAfter(times, Math.max(from, ends.times[e]! + afterMs));
  for (let i = start; i < times.length && times[i]! < to; i++) {
    const time = times[i]!;
    while (e + 1 < ends.to && ends.times[e + 1]! <= time - afterMs) e++;
    while (x < without.length && without[x]! < time) x++;
    const before = ends.times[e]!;
    if (before < time - withinMs || (x > 0 && without[x - 1]! > before)) continue;
    if (isOneEnough) return { times, from: i, to: i + 1 };
    next.push(time);
  }
  return { times: next, from: 0, to: next.length };
}

function staysQuiet(end: number, without: readonly number[], forMs: number | undefined, at: number): boolean {
  if (forMs !== undefined && end + forMs > at) return false;
  const next = without[firstAtOrAfter(without, end + 1)];
  return next === undefined || next > (forMs === undefined ? at : end + forMs);
}
