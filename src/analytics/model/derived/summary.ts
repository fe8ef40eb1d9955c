import { createEvents, type Events } from '../../rows/events.ts';
import type { Find } from '../dimension.ts';
import type { Derived } from './schema.ts';

type Summarize = Extract<Derived, { summarize: unknown }>;

/** A session's values are those of the whole session, though the range cuts it. */
const SESSION_REACH_MS = 86_400_000;

/** One value for all events of a session, or for everything that a person did. */
export function summarySql(
  { summarize, within, by }: Summarize,
  { frame, span, join }: Events,
  find: Find,
  derivedSql: (derived: Derived, events: Events, find: Find) => string,
): string {
  const key = within === 'session' ? 'session' : 'who';
  const reach =
    within === 'session'
      ? { from: span.from - SESSION_REACH_MS, to: span.to + SESSION_REACH_MS }
      : { from: 0, to: frame.at + 1 };
  const inner = createEvents(frame, reach);
  const value = inner.name(derivedSql(summarize, inner, find));
  if (within === 'session') inner.restrict('events.session != 0');
  inner.keep(`${value} != ''`);
  const number = `toFloat64OrNull(${value})`;
  const aggregate: Readonly<Record<Summarize['by'], string>> = {
    first: `argMin(${value}, (time, place, derived))`,
    last: `argMax(${value}, (time, place, derived))`,
    least: `min(${number})`,
    greatest: `max(${number})`,
    sum: `sum(${number})`,
    mean: `avg(${number})`,
    median: `quantileExactInclusive(0.5)(${number})`,
    count: 'count()',
    distinct: `uniqExact(${value})`,
    // Of equally common ones the first in the alphabet.
    'most-common': commonest(value, '-'),
    'least-common': commonest(value, ''),
  };
  return join(key, {
    sql: `select ${key} as key, ifNull(toString(${aggregate[by]}), '') as value\nfrom ${inner.from([key, value])}\ngroup by ${key}`,
    bindings: inner.bindings(),
  });
}

function commonest(value: string, sign: '-' | ''): string {
  const counted = `arrayMap((v, n) -> (${sign}toInt64(n), v), sumMap([${value}], [1]).1, sumMap([${value}], [1]).2)`;
  return `arraySort(${counted})[1].2`;
}
