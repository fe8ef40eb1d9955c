import type { ColumnHead } from '../../formula/columns.ts';
import type { Asking } from '../../question.ts';
import { mustBeFew, stepsIn } from '../../range/calendar.ts';
import { type PlannedLevel, planOf, type Spans } from './plan.ts';
import type { AskedTable } from './query.ts';
import { type TableRow, tableSql } from './sql.ts';

/** A table as it was read: the total, and the rows depth first, steps of time in which nothing happened among them. */
export interface TableRead {
  readonly heads: readonly ColumnHead[];
  readonly total: TableRow;
  readonly rows: readonly TableRow[];
  readonly rowCount: number;
}

/** Reads a table. Values of a dimension with several values an event, such as audiences, do not count more than once in the total. */
export async function readTable(query: AskedTable, asking: Asking, spans: Spans): Promise<TableRead> {
  const plan = planOf(query, asking.frame, spans);
  const found = await asking.run<TableRow>(tableSql(plan));
  const firstList = plan.levels.findIndex(({ dimension }) => dimension.isList);
  const exact =
    firstList < 0
      ? []
      : await asking.run<TableRow>(
          tableSql(planOf({ ...query, levels: query.levels.slice(0, firstList) }, asking.frame, spans)),
        );
  const correct = new Map(exact.map((row) => [keyOf(row.path), row]));
  const all = found.map((row) => ({
    ...row,
    ...(correct.get(keyOf(row.path)) ?? {}),
    siblings: row.siblings,
  }));
  const total = all.find(({ path }) => path.length === 0) ?? nothing(plan.heads, plan.previous.length > 0);
  const rows = filled(
    all.filter(({ path }) => path.length > 0),
    plan.levels,
    plan.heads,
    asking,
    spans,
  );
  const [first] = plan.levels;
  const counted = rows.find(({ path }) => path.length === 1)?.siblings ?? 0;
  const rowCount = first?.dimension.unit ? rows.filter(({ path }) => path.length === 1).length : counted;
  return { heads: plan.heads, total, rows, rowCount };
}

/** A text that two paths have in common when they are equal. */
export function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** A row in which nothing was counted. */
function nothing(heads: readonly ColumnHead[], isCompared: boolean): TableRow {
  const numbers = heads.map(({ isCounted }) => (isCounted ? 0 : null));
  return { path: [], numbers, before: isCompared ? numbers : [], siblings: 0 };
}

/** Steps of time that stand in their order have no gaps. */
function filled(
  rows: readonly TableRow[],
  levels: readonly PlannedLevel[],
  heads: readonly ColumnHead[],
  { frame }: Asking,
  { main, compared }: Spans,
): TableRow[] {
  const at = levels.findIndex(
    ({ dimension, sortBy, offset }) => dimension.unit && sortBy === 'value' && offset === 0,
  );
  if (at < 0) return [...rows];
  const { dimension, isDescending, limit } = levels[at]!;
  const steps = stepsIn(frame, dimension.unit!, main);
  if (isDescending) steps.reverse();
  const blank = nothing(heads, compared !== undefined);
  const shownSteps = steps.slice(0, limit);
  const parents = at === 0 ? [[]] : rows.filter(({ path }) => path.length === at).map(({ path }) => path);
  mustBeFew(parents.length * shownSteps.length * heads.length);
  const byPath = new Map<string, TableRow[]>();
  for (const row of rows) {
    if (row.path.length <= at) continue;
    const key = keyOf(row.path.slice(0, at + 1));
    const known = byPath.get(key);
    if (known) known.push(row);
    else byPath.set(key, [row]);
  }
  const own = new Map(rows.filter(({ path }) => path.length <= at).map((row) => [keyOf(row.path), row]));
  const result: TableRow[] = [];
  const shown = new Set<string>();
  for (const parent of parents) {
    // Rows above, of which each stands once, before the first below it.
    for (let depth = 1; depth <= at; depth++) {
      const key = keyOf(parent.slice(0, depth));
      if (shown.has(key)) continue;
      shown.add(key);
      result.push(own.get(key)!);
    }
    for (const step of shownSteps) {
      const path = [...parent, step];
      result.push(...(byPath.get(keyOf(path)) ?? [{ ...blank, path, siblings: steps.length }]));
    }
  }
  return result;
}
