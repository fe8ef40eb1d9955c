import { and } from '../../core/condition/index.ts';
import type { Events } from '../rows/events.ts';
import type { Measure, Measured } from './metric.ts';

/** An aggregate function over rows. A metric is the sum of some, each with its sign. */
export interface Part {
  readonly name: 'count' | 'sum' | 'uniq' | 'uniqExact';
  /** What it takes of a row; '' for a count. */
  readonly of: string;
  /** SQL that says which rows count; '1' for all. */
  readonly rows: string;
  readonly sign: 1 | -1;
}

/**
 * What a measured metric is made of over the rows of `events`. Reads whether rows are product lines, so dimensions must have been
 * read before.
 * @param test SQL that says whether a row counts besides; '1' for all
 */
export function partsOf(events: Events, { measure, where }: Measured, test = '1'): Part[] {
  const rows = measure.kind === 'sum' && measure.isZeroElsewhere ? test : and(where, test);
  const part = (name: Part['name'], of: string): Part => ({ name, of, rows, sign: 1 });
  switch (measure.kind) {
    case 'count':
      return [events.isPerItem ? part('uniqExact', '(place, derived)') : part('count', '')];
    case 'distinct':
      return [part('uniqExact', measure.of)];
    case 'approximate':
      return [part('uniq', measure.of)];
    case 'sum':
      if (!events.isPerItem) return [part('sum', measure.of)];
      if (measure.once === undefined) return [part('sum', lineValue(events, measure))];
      return ([1, -1] as const).map((sign) => ({
        ...part('uniqExact', measure.once!),
        rows: and(rows, `${measure.of} ${sign === 1 ? '>' : '<'} 0`),
        sign,
      }));
  }
}

/** A measured metric as SQL over the rows of `events`, as `partsOf` has it. */
export function aggregateSql(events: Events, measured: Measured, test = '1'): string {
  return sumOf(partsOf(events, measured, test), (part) =>
    part.rows === '1'
      ? `${part.name}(${part.of})`
      : `${part.name}If(${[part.of, part.rows].filter((each) => each !== '').join(', ')})`,
  );
}

/** Parts put together by their signs. */
export function sumOf(parts: readonly Part[], sqlOf: (part: Part, i: number) => string): string {
  if (parts.length === 1) return sqlOf(parts[0]!, 0);
  return `(${parts.map((part, i) => `${part.sign === 1 ? '+' : '-'} toInt64(${sqlOf(part, i)})`).join(' ')})`;
}

/** What a product line adds to a sum. */
function lineValue(events: Events, { of, ofLine }: Measure & { readonly kind: 'sum' }): string {
  if (ofLine === 'item_quantity') return events.item('quantity');
  return ofLine ?? `toFloat64(${of}) * ${events.item('weight')}`;
}
