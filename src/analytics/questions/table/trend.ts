import { bandsOf } from '../../anomaly/ets.ts';
import type { Asking } from '../../question.ts';
import { mustBeFew, startOfUnit, stepsIn } from '../../range/calendar.ts';
import type { Span, TimeUnit } from '../../range/span.ts';
import type { AskedTable, TableAnswer } from './query.ts';
import { keyOf, readTable, type TableRead } from './read.ts';

const ALL = 100_000;

/** Steps of a season, and how many before the range the model learns from. */
const SEASONS: Readonly<Record<TimeUnit, { readonly period: number; readonly training: number }>> = {
  hour: { period: 24, training: 24 * 14 },
  day: { period: 7, training: 35 },
  week: { period: 1, training: 15 },
  month: { period: 12, training: 36 },
  quarter: { period: 4, training: 16 },
  year: { period: 1, training: 6 },
};

/** Each row over time: of each depth one reading, with steps of time as the level below. */
export async function readSparklines(
  query: AskedTable,
  unit: TimeUnit,
  asking: Asking,
  main: Span,
  { rows }: TableRead,
): Promise<{ steps: string[]; of(path: readonly string[]): (number | null)[][] }> {
  const steps = stepsIn(asking.frame, unit, main);
  mustBeFew((rows.length + 1) * steps.length * query.columns.length);
  const byPath = new Map<string, (number | null)[][]>();
  const depths = new Set([0, ...rows.map(({ path }) => path.length)]);
  for (const depth of depths) {
    const above = query.levels.slice(0, depth).map(({ dimension }, i) => ({
      dimension,
      limit: ALL,
      only: [...new Set(rows.flatMap(({ path }) => (path.length > i ? [path[i]!] : [])))],
    }));
    const levels = [...above, { dimension: unit, limit: ALL }];
    const read = await readTable({ ...query, levels }, asking, { main });
    for (const row of read.rows) {
      if (row.path.length !== depth + 1) continue;
      const key = keyOf(row.path.slice(0, depth));
      const known = byPath.get(key);
      if (known) known.push(row.numbers);
      else byPath.set(key, [row.numbers]);
    }
  }
  const of = (path: readonly string[]): (number | null)[][] => {
    const numbers = byPath.get(keyOf(path)) ?? [];
    return query.columns.map((_, column) => steps.map((_, step) => numbers[step]?.[column] ?? null));
  };
  return { steps, of };
}

type Bands = NonNullable<TableAnswer['rows'][number]['bands']>;

/** What was to be expected of each step, learned from the steps before the range. */
export async function readBands(
  query: AskedTable,
  unit: TimeUnit,
  asking: Asking,
  main: Span,
): Promise<Map<string, Bands>> {
  const { period, training } = SEASONS[unit];
  const from =
    unit === 'hour'
      ? main.from - training * 3_600_000
      : startOfUnit(asking.frame, unit, main.from, -training);
  const levels = [{ dimension: unit, limit: ALL }];
  const { rows } = await readTable({ ...query, levels }, asking, { main: { from, to: main.to } });
  const shown = stepsIn(asking.frame, unit, main);
  const before = rows.length - shown.length;
  const steps = shown.map((): Bands => []);
  for (const column of query.columns.keys()) {
    const values = rows.map(({ numbers }) => numbers[column] ?? 0);
    // A shop that has just begun has nothing to be learned from.
    const start = values.findIndex((value) => value !== 0);
    const used = values.slice(Math.max(0, Math.min(start, before)));
    const bands = bandsOf(used, used.length - shown.length, period);
    for (const [i, step] of steps.entries()) {
      const band = bands[i];
      const value = values[before + i]!;
      step.push(band ? { ...band, isAnomaly: value < band.lower || value > band.upper } : null);
    }
  }
  return new Map(shown.map((step, i) => [step, steps[i]!]));
}
