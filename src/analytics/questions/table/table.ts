import { title } from '../../model/title.ts';
import { question } from '../../question.ts';
import { type TableRow, tableSql } from './plan.ts';
import { TableAnswer, TableQuery } from './query.ts';

/** Numbers by the values of dimensions within each other. */
export const table = question({
  id: 'table',
  title: title('Table', 'Tabelle', 'Tableau', 'Tabla', '表格'),
  summary: 'Metrics by nested dimensions, with totals',
  query: TableQuery,
  answer: TableAnswer,
  async ask(query, { frame, run }) {
    const rows = await run<TableRow>(tableSql(query, frame));
    return shape(rows, query.columns.length);
  },
});

function shape(rows: readonly TableRow[], columns: number): TableAnswer {
  const total = rows.find(({ depth }) => depth === 0)?.numbers ?? Array.from({ length: columns }, () => 0);
  const below = rows.filter(({ depth }) => depth > 0);
  return {
    total,
    rows: below.map(({ path, numbers }) => ({ path, values: numbers })),
    rowCount: below.find(({ depth }) => depth === 1)?.siblings ?? 0,
  };
}
