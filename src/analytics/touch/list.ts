import type { Dimension } from '../model/dimension.ts';
import type { Events } from '../rows/events.ts';

/** Events that are touches: those with a value of a dimension. */
export interface TouchEvents {
  readonly events: Events;
  readonly dimension: Dimension;
  /** SQL of the text of the value. */
  readonly value: string;
}

/**
 * The touches of everybody, or of every session: a select with `touched` (whose) and `touches`, a list of (ms, place, derived, value) in
 * order of time. Columns are put into lists one by one, because lists of tuples are made five times slower.
 */
export function touchListSql({ events, dimension, value }: TouchEvents, key: 'who' | 'session'): string {
  const columns = ['ms', 'place', 'derived', value];
  const list =
    events.isPerItem || dimension.isList
      ? `groupUniqArray((${columns.join(', ')}))`
      : `arrayZip(${columns.map((column) => `groupArray(${column})`).join(', ')})`;
  return `select ${key} as touched, arraySort(${list}) as touches
from ${events.from([key, 'ms', value])}
group by ${key}`;
}
