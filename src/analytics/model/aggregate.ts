import { and } from '../../core/condition/index.ts';
import type { Events } from '../rows/events.ts';
import type { Measured } from './metric.ts';

/**
 * A measured metric as an aggregate over the rows of `events`. Reads whether rows are product lines, so dimensions must have been
 * read before.
 * @param test SQL that says whether a row counts besides; '1' for all
 */
export function aggregateSql(events: Events, { measure, where }: Measured, test = '1'): string {
  const rows = and(where, test);
  const of = (name: string, value: string): string =>
    rows === '1'
      ? `${name}(${value})`
      : `${name}If(${[value, rows].filter((part) => part !== '').join(', ')})`;
  switch (measure.kind) {
    case 'count':
      return events.isPerItem ? of('uniqExact', '(place, derived)') : of('count', '');
    case 'distinct':
      return of('uniqExact', measure.of);
    case 'approximate':
      return of('uniq', measure.of);
    case 'sum':
      return of('sum', events.isPerItem ? lineValue(events, measure) : measure.of);
  }
}

/** What a product line adds to a sum. */
function lineValue(
  events: Events,
  { of, ofLine }: { readonly of: string; readonly ofLine?: string },
): string {
  if (ofLine === 'item_quantity') return events.item('quantity');
  return ofLine ?? `toFloat64(${of}) * ${events.item('weight')}`;
}
