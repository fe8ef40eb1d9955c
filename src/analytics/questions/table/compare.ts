import { mustFindDimension } from '../../model/find.ts';
import type { Asking } from '../../question.ts';
import { stepsIn } from '../../range/calendar.ts';
import type { Span } from '../../range/span.ts';
import type { AskedTable } from './query.ts';
import { keyOf, readTable, type TableRead } from './read.ts';
import type { TableRow } from './sql.ts';

/** All rows of a level, for what was read before. */
const ALL = 100_000;

/**
 * A table beside its comparison. Without steps of time both come from one reading; steps of two spans are others, so those are read
 * one after the other and stand beside each other by their position.
 */
export async function readCompared(
  query: AskedTable,
  asking: Asking,
  main: Span,
  compared: Span,
): Promise<TableRead> {
  const unit = query.levels.map(({ dimension }) => mustFindDimension(dimension).unit);
  if (unit.every((each) => each === undefined)) return readTable(query, asking, { main, compared });
  const now = await readTable(query, asking, { main });
  const levels = query.levels.map(({ dimension }, i) => ({
    dimension,
    limit: ALL,
    ...(unit[i] ? {} : { only: valuesAt(now, i) }),
  }));
  const before = await readTable({ ...query, levels }, asking, { main: compared });
  // Where both have as many steps, or not: the first beside the first.
  const positions = unit.map((each) => {
    if (!each) return undefined;
    const steps = stepsIn(asking.frame, each, main);
    return new Map(stepsIn(asking.frame, each, compared).map((step, i) => [step, steps[i]]));
  });
  const byPath = new Map<string, TableRow>();
  for (const row of before.rows) {
    const path = row.path.map((value, i) => (positions[i] ? positions[i].get(value) : value));
    if (path.every((value) => value !== undefined)) byPath.set(keyOf(path as string[]), row);
  }
  const blank = now.heads.map(({ isCounted }) => (isCounted ? 0 : null));
  return {
    ...now,
    total: { ...now.total, before: before.total.numbers },
    rows: now.rows.map((row) => ({ ...row, before: byPath.get(keyOf(row.path))?.numbers ?? blank })),
  };
}

/** Values of a level, of which there is at least one, so that nothing matches nothing. */
function valuesAt({ rows }: TableRead, level: number): string[] {
  const values = [...new Set(rows.flatMap(({ path }) => (path.length > level ? [path[level]!] : [])))];
  return values.length === 0 ? [''] : values;
}
