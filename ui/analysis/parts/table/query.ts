import type { AnswerOf, QueryOf } from '../../api-types.ts';

type Path = '/api/analytics/table';
/** Ranges count from the panel, so the query has none of its own. */
export type TableQuery = Omit<QueryOf<Path>, 'range'>;
export type TableAnswer = AnswerOf<Path>;
export type Column = TableQuery['columns'][number];
export type Level = TableQuery['levels'][number];
export type AnswerRow = TableAnswer['rows'][number];
/** The numbers of a row or of the total. */
export type Cells = Pick<AnswerRow, 'values' | 'previous' | 'changes' | 'sparklines'>;

/** How a table is drawn besides its size. */
export interface TableLook {
  /** What stands beside a number: its share of the total, or how it moved; the latter where there is a comparison. */
  readonly beside?: 'share' | 'change';
  readonly isWithoutBars?: boolean;
  /** By what single rows are broken down: their key and the dimension. */
  readonly broken?: Readonly<Record<string, string>>;
}
