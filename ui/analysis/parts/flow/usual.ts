import type { Names } from '../../model/names.ts';
import type { FlowQuery } from './query.ts';

/** What the server does where the query does not say. */
export const USUAL = {
  dimension: 'page',
  kind: 'starts',
  within: 'session',
  after: 3,
  before: 2,
  items: 8,
} as const;

/** The values from, through or to which ways go; undefined where they go from their begin or to their end. */
export function valueText({ dimension, value }: FlowQuery, names: Names): string | undefined {
  if (value === undefined) return undefined;
  return [value]
    .flat()
    .map((each) => names.value(dimension ?? USUAL.dimension, each))
    .join(' / ');
}
