import { refusal } from '../../../core/index.ts';
import { headOf } from '../../formula/columns.ts';
import { mustFindMetric } from '../../model/find.ts';
import type { Asking, Cell } from '../../question.ts';
import type { Span } from '../../range/span.ts';
import { eventsOf } from '../../scope.ts';
import { attribution } from '../attribution/attribution.ts';
import { creditedSql } from '../attribution/credit.ts';
import type { AskedTable, AttributedColumn, TableQuery } from './query.ts';
import { readTable, type TableRead } from './read.ts';
import type { TableRow } from './sql.ts';

/** All values of a dimension: what is credited to them is known only when all is shared out. */
const ALL = 100_000;
const LIMIT = 50;

/** Whether a column has an attribution of its own. */
export function isAttributed(column: AskedTable['columns'][number]): column is AttributedColumn {
  return 'attribution' in column;
}

/**
 * A table of one level in which some columns are credited to the values of its dimension as touches. Refusals:
 * `analytics.attribution-of-one-level`, `analytics.attribution-of-rows` (422).
 */
export async function readAttributed(query: AskedTable, asking: Asking, main: Span): Promise<TableRead> {
  const [level, ...others] = query.levels;
  if (!level || others.length > 0 || query.compare || query.sparklines || query.anomalies)
    throw refusal(
      'analytics.attribution-of-one-level',
      422,
      'Columns with an attribution stand in tables of one level without comparison, sparklines or anomalies.',
    );
  const plain = query.columns.filter((column) => !isAttributed(column)) as TableQuery['columns'];
  const columns = plain.length > 0 ? plain : [{ metric: 'events' }];
  const { dimension, only } = level;
  const levels = [{ dimension, limit: ALL, ...(only ? { only } : {}) }];
  const read = await readTable({ ...query, columns, levels } as TableQuery, asking, { main });
  const credits = new Map<AttributedColumn, ReadonlyMap<string, number>>();
  for (const column of query.columns)
    if (isAttributed(column)) credits.set(column, await creditsOf(column, query, asking));
  const rows = merged(query, read, credits, only);
  return {
    heads: headsOf(query, asking),
    total: totalOf(query, read, credits),
    ...paged(rows, level, query),
  };
}

function headsOf(query: AskedTable, { frame }: Asking): TableRead['heads'] {
  const events = eventsOf(query, frame);
  return query.columns.map((column) =>
    headOf(isAttributed(column) ? { metric: mustFindMetric(column.metric).id } : column, events),
  );
}

async function creditsOf(
  column: AttributedColumn,
  query: AskedTable,
  asking: Asking,
): Promise<Map<string, number>> {
  const { model, lookback } = column.attribution;
  const { dimension } = query.levels[0]!;
  const order = {
    scope: scopeOf(query),
    metric: column.metric,
    model,
    dimension,
    ...(lookback ? { lookback } : {}),
  };
  const credited = creditedSql(order, asking.frame);
  if (!credited)
    throw refusal(
      'analytics.attribution-of-rows',
      422,
      'This model looks at all conversions together; ask for it as attribution.',
    );
  const rows = await asking.run<{ value: string; credit: number }>({
    sql: `select value, sum(credit) as credit\nfrom (\n${credited.sql}\n)\ngroup by value`,
    bindings: credited.bindings,
  });
  return new Map(rows.map(({ value, credit }) => [value, credit]));
}

function scopeOf({ range, segments, filters }: AskedTable) {
  return { range, ...(segments ? { segments } : {}), ...(filters ? { filters } : {}) };
}

type Credits = ReadonlyMap<AttributedColumn, ReadonlyMap<string, number>>;

/** Every value that a plain column counts or a model credits. */
function merged(
  query: AskedTable,
  { rows, heads }: TableRead,
  credits: Credits,
  only: readonly string[] | undefined,
): TableRow[] {
  const known = new Map(rows.map((row) => [row.path[0]!, row.numbers]));
  const values = new Set([...known.keys(), ...[...credits.values()].flatMap((each) => [...each.keys()])]);
  const nothing = heads.map(({ isCounted }) => (isCounted ? 0 : null));
  const shown = [...values].filter((value) => !only || only.includes(value));
  return shown.map((value) => {
    const numbers = known.get(value) ?? nothing;
    return {
      path: [value],
      numbers: numbersOf(query, numbers, (column) => credits.get(column)!.get(value) ?? 0),
      before: [],
      siblings: shown.length,
    };
  });
}

function totalOf(query: AskedTable, { total }: TableRead, credits: Credits): TableRow {
  const sum = (column: AttributedColumn): number =>
    [...credits.get(column)!.values()].reduce((all, credit) => all + credit, 0);
  return { ...total, numbers: numbersOf(query, total.numbers, sum) };
}

function numbersOf(
  { columns }: AskedTable,
  plain: readonly (number | null)[],
  credit: (column: AttributedColumn) => number,
): (number | null)[] {
  let next = 0;
  return columns.map((column) => (isAttributed(column) ? credit(column) : (plain[next++] ?? null)));
}

function paged(rows: TableRow[], level: AskedTable['levels'][number], { columns }: AskedTable) {
  const {
    sortBy = 0,
    order = sortBy === 'value' ? 'ascending' : 'descending',
    offset = 0,
    limit = LIMIT,
  } = level;
  const sign = order === 'descending' ? -1 : 1;
  const byValue = (a: TableRow, b: TableRow): number => (a.path[0]! < b.path[0]! ? -1 : 1);
  const number = ({ numbers }: TableRow): number | null =>
    sortBy === 'value' ? null : (numbers[Math.min(sortBy, columns.length - 1)] ?? null);
  rows.sort((a, b) => {
    if (sortBy === 'value') return sign * byValue(a, b);
    const [left, right] = [number(a), number(b)];
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || byValue(a, b);
    return sign * (left - right) || byValue(a, b);
  });
  return { rows: rows.slice(offset, offset + limit), rowCount: rows.length };
}

/** What stands behind a credited number: as for attribution. */
export function openAttributed(query: AskedTable, column: AttributedColumn, path: readonly string[]): Cell {
  const { model, lookback } = column.attribution;
  const { dimension } = query.levels[0] ?? {};
  const asked = {
    ...scopeOf(query),
    metrics: [column.metric],
    models: [model],
    dimension,
    ...(lookback ? { lookback } : {}),
  };
  return attribution.cell!.open(asked, { metric: 0, model: 0, value: path[0] ?? '' });
}
