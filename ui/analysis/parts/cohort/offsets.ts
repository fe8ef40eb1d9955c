import type { Row } from './query.ts';

/** Every offset that some row has, in order; 0, of which all of a cohort are, is none of them. */
export function offsetsOf(rows: readonly Pick<Row, 'cells'>[]): number[] {
  return [...new Set(rows.flatMap(({ cells }) => cells.map(({ offset }) => offset)))].sort((a, b) => a - b);
}
