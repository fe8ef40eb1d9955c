import { boundsOf, durationMs } from '../../trait/index.ts';
import type { SequenceCondition, SequenceStep } from '../condition.ts';
import type { Matcher } from '../matcher.ts';
import { compileWindow } from '../parts/bounds.ts';
import { fixedBounds } from './behaviour.ts';
import { rowsOf } from './matcher.ts';
import { and, or, type Query } from './query.ts';

/**
 * Events came in this order: step by step the times at which the sequence so far is complete, as parts/chain.ts does. Two sorted
 * lists are walked side by side by joining, sorting and carrying forward (arrayFill), so the work is near linear in a person's
 * events; looking one list up in the other for each entry would copy it each time.
 */
export function sequenceSql(query: Query, condition: SequenceCondition): string {
  const { sequence, afterwards, in: window } = condition;
  const bounds = fixedBounds(query, window);
  const inside = (matcher: Matcher): string => {
    const times = timesOf(query, [matcher], bounds ?? '1');
    if (bounds !== undefined || !window) return times;
    const bound = (side: 'from' | 'to') =>
      query.zoneNumber(
        'person',
        (zone) => boundsOf(compileWindow(window, query.calendar)(zone, []), query.at, query.calendar)[side],
      );
    return query.step(`arrayFilter(t -> t >= ${bound('from')} and t < ${bound('to')}, ${times})`);
  };
  let ends = inside(sequence[0]!.did);
  for (const step of sequence.slice(1)) ends = nextEnds(query, ends, inside(step.did), step);
  if (!afterwards) return `notEmpty(${ends})`;
  const without = timesOf(query, afterwards.without, '1');
  if (afterwards.for === undefined)
    return `(notEmpty(${ends}) and (empty(${without}) or arrayMax(${ends}) >= arrayMax(${without})))`;
  return `notEmpty(${quietEnds(query, ends, without, durationMs(afterwards.for))})`;
}

/** The times of the events that any of the matchers means, oldest first. */
function timesOf(query: Query, matchers: readonly Matcher[], bounds: string): string {
  const rows = matchers.map((matcher) => rowsOf(query, matcher));
  for (const { names } of rows) query.needs(and(names, bounds));
  return query.step(
    `arraySort(${query.aggregate(`groupArrayIf(ms, ${and(or(...rows.map(({ test }) => test)), bounds)})`)})`,
  );
}

/** The times of a step that follow an end of the steps before, `(time, 1, time)`, each beside the latest end that is long enough ago. */
function nextEnds(query: Query, ends: string, times: string, step: SequenceStep): string {
  const gap = query.bind('Int64', step.after === undefined ? 1 : durationMs(step.after));
  const joined = query.step(
    `arraySort(arrayConcat(arrayMap(u -> (u + ${gap}, 0, u), ${ends}), arrayMap(t -> (t, 1, t), ${times})))`,
  );
  const carried = query.step(`arrayFill(e -> e.2 = 0, ${joined})`);
  const isLate =
    step.within === undefined ? '1' : `e.1 - c.3 <= ${query.bind('Int64', durationMs(step.within))}`;
  const pairs = query.step(
    `arrayFilter(p -> p.2 >= 0, arrayMap((e, c) -> (e.1, if(${and('e.2 = 1', 'c.2 = 0', isLate)}, c.3, -1)), ${joined}, ${carried}))`,
  );
  if (!step.without) return query.step(`arrayMap(p -> p.1, ${pairs})`);
  const without = timesOf(query, step.without, '1');
  // A forbidden event at the very time of the step is not between: it sorts after it.
  const mixed = query.step(
    `arraySort(arrayConcat(arrayMap(p -> (p.1, 0, p.2), ${pairs}), arrayMap(x -> (x, 1, x), ${without})))`,
  );
  const latest = query.step(`arrayFill(e -> e.2 = 1, ${mixed})`);
  return query.step(
    `arrayMap(e -> e.1, arrayFilter((e, c) -> e.2 = 0 and (c.2 = 0 or c.1 <= e.3), ${mixed}, ${latest}))`,
  );
}

/** The ends after which nothing forbidden came for a while that is over. Walked from the newest back. */
function quietEnds(query: Query, ends: string, without: string, quietMs: number): string {
  const quiet = query.bind('Int64', quietMs);
  const mixed = query.step(
    `arrayReverseSort(arrayConcat(arrayMap(t -> (t, 1), ${ends}), arrayMap(x -> (x, 0), ${without})))`,
  );
  const next = query.step(`arrayFill(e -> e.2 = 0, ${mixed})`);
  const isOver = `e.1 + ${quiet} <= ${query.bind('Int64', query.at)}`;
  return query.step(
    `arrayFilter((e, c) -> e.2 = 1 and ${isOver} and (c.2 = 1 or c.1 > e.1 + ${quiet}), ${mixed}, ${next})`,
  );
}
