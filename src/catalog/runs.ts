/** A value that was stated from one moment to another; the moments are the first and the last statement of it. */
export type Run<T> = readonly [from: number, to: number, value: T];

/** Runs of a product that are kept at hand; the warehouse has every statement. */
const RUNS_MAX = 50;

/**
 * Adds a statement to a history in order of time. The same value stated again lengthens its run; another value stated within a
 * run, late, cuts it in two. Of two statements at one moment the later call counts.
 */
export function addRun<T>(
  runs: readonly Run<T>[],
  at: number,
  value: T,
  same: (a: T, b: T) => boolean,
): Run<T>[] {
  const before = runs.filter(([, to]) => to < at);
  const after = runs.filter(([from]) => from > at);
  for (const [from, to, old] of runs) {
    if (to < at || from > at) continue;
    // The run spans the moment; what it stated before and after stands.
    if (from < at) before.push([from, same(old, value) ? at : from, old]);
    if (to > at) after.unshift([same(old, value) ? at : to, to, old]);
  }
  const last = before.at(-1);
  const next = after[0];
  const joinsLast = last !== undefined && same(last[2], value);
  const joinsNext = next !== undefined && same(next[2], value);
  if (joinsLast) before.pop();
  if (joinsNext) after.shift();
  const run: Run<T> = [joinsLast ? last[0] : at, joinsNext ? next[1] : at, value];
  return [...before, run, ...after].slice(-RUNS_MAX);
}
