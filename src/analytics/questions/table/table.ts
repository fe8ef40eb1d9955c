import { refusal } from '../../../core/index.ts';
import { mustFindDimension } from '../../model/find.ts';
import { title } from '../../model/title.ts';
import { type Asking, question } from '../../question.ts';
import { compareSpanOf, spanOf } from '../../range/range.ts';
import { openAttributed } from './attributed.ts';
import { openTable, TableCell } from './cell.ts';
import { readCompared } from './compare.ts';
import { AskedTable, isAttributed, TableAnswer, type TableQuery } from './query.ts';
import { readTable, type TableRead } from './read.ts';
import type { TableRow } from './sql.ts';
import { readBands, readSparklines } from './trend.ts';

/** Numbers by the values of dimensions within each other. */
export const table = question({
  id: 'table',
  title: title('Table | Tabelle | Tableau | Tabla | 表格'),
  summary: 'Metrics and formulas by nested dimensions: totals, shares, comparison, sparklines, anomalies',
  query: AskedTable,
  answer: TableAnswer,
  async ask(query, asking) {
    const main = spanOf(query.range, asking.frame);
    const compared = query.compare && compareSpanOf(query.compare, query.range, asking.frame);
    const bandUnit = query.anomalies && unitOfBands(query);
    const read = compared
      ? await readCompared(query, asking, main, compared)
      : await readTable(query, asking, { main });
    const sparklines =
      query.sparklines && (await readSparklines(query, query.sparklines, asking, main, read));
    const bands = bandUnit && (await readBands(query, bandUnit, asking, main));
    const cells = (row: TableRow) => ({
      ...cellsOf(row, compared !== undefined),
      ...(sparklines ? { sparklines: sparklines.of(row.path) } : {}),
    });
    return {
      ...headOf(read, asking),
      range: main,
      ...(compared ? { compared } : {}),
      total: cells(read.total),
      rows: read.rows.map((row) => ({
        path: row.path,
        ...cells(row),
        shares: sharesOf(row, read),
        ...(bands ? { bands: bands.get(row.path[0]!) ?? [] } : {}),
      })),
      rowCount: read.rowCount,
      ...(sparklines ? { steps: sparklines.steps } : {}),
    };
  },
  values: ({ levels }, { rows }) =>
    levels.map(({ dimension }, i) => ({
      dimension,
      values: () => rows.filter(({ path }) => path.length === i + 1).map(({ path }) => path[i]!),
    })),
  cell: {
    schema: TableCell,
    open(query, cell) {
      const column = query.columns[cell.column ?? 0];
      if (column && cell.column !== undefined && isAttributed(column))
        return openAttributed(query, column, cell.path);
      return openTable(query as TableQuery, cell);
    },
  },
});

function headOf({ heads }: TableRead, { frame }: Asking) {
  return {
    columns: heads.map(({ title, format, isBetterLow }) => ({ title, format, isBetterLow })),
    currency: frame.currency,
  };
}

function unitOfBands(query: AskedTable) {
  const [only, ...others] = query.levels;
  const unit = only && mustFindDimension(only.dimension).unit;
  if (unit && others.length === 0) return unit;
  throw refusal(
    'analytics.anomalies-need-time',
    422,
    'Anomalies are found where steps of time are the only level.',
  );
}

function cellsOf({ numbers, before }: TableRow, isCompared: boolean) {
  if (!isCompared) return { values: numbers };
  const changes = numbers.map((value, i) => {
    const previous = before[i];
    return value === null || previous === null || previous === undefined || previous === 0
      ? null
      : (value - previous) / Math.abs(previous);
  });
  return { values: numbers, previous: before, changes };
}

function sharesOf({ numbers }: TableRow, { heads, total }: TableRead): (number | null)[] {
  return numbers.map((value, i) => {
    const whole = total.numbers[i];
    return value === null || !whole || !heads[i]!.isCounted ? null : value / whole;
  });
}
