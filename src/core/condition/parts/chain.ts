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

/** The times at which the whole sequence is complete, all its steps within the bounds. */
export function chainEnds(chain: Chain, bounds: Bounds, at: number): number[] {
  let ends: number[] = [];
  for (const [i, step] of chain.steps.entries()) {
    ends = i === 0 ? inside(step.times, bounds) : nextEnds(ends, step, bounds);
    if (ends.length === 0) return ends;
  }
  const { quiet } = chain;
  return quiet ? ends.filter((end) => staysQuiet(end, quiet.without, quiet.forMs, at)) : ends;
}

/** How many of the steps were done in order, the quiet after them aside. */
export function countSteps(chain: Chain, bounds: Bounds, at: number): number {
  let done = chain.steps.length;
  while (
    done > 0 &&
    chainEnds({ steps: chain.steps.slice(0, done), quiet: undefined }, bounds, at).length === 0
  )
    done--;
  return done;
}

function inside(times: readonly number[], { from, to }: Bounds): number[] {
  return times.slice(firstAtOrAfter(times, from), firstAtOrAfter(times, to));
}

/**
 * The times of a step that follow an end of the steps before. The latest end that is long enough ago is the best one: if it is too
 * long ago, or something forbidden came after it, so it is for all earlier ones. All lists are walked once, side by side.
 */
function nextEnds(ends: readonly number[], step: Step, { from, to }: Bounds): number[] {
  const { times, withinMs, afterMs, without } = step;
  const next: number[] = [];
  let [e, x] = [0, 0];
  // Nothing follows before the first end.
  for (
    let i = firstAtOrAfter(times, Math.max(from, ends[0]! + afterMs));
    i < times.length && times[i]! < to;
    i++
  ) {
    const time = times[i]!;
    while (e + 1 < ends.length && ends[e + 1]! <= time - afterMs) e++;
    while (x < without.length && without[x]! < time) x++;
    const before = ends[e]!;
    if (before >= time - withinMs && (x === 0 || without[x - 1]! <= before)) next.push(time);
  }
  return next;
}

function staysQuiet(end: number, without: readonly number[], forMs: number | undefined, at: number): boolean {
  if (forMs !== undefined && end + forMs > at) return false;
  const next = without[firstAtOrAfter(without, end + 1)];
  return next === undefined || next > (forMs === undefined ? at : end + forMs);
}
