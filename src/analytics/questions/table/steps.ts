import type { FormulaSql } from '../../formula/functions.ts';
import type { Dimension } from '../../model/dimension.ts';

/** Columns reckoned over the grouped rows, each under a name, in the order in which they were asked for. */
export interface Steps {
  readonly context: FormulaSql;
  /** SQL of the columns of a window over the rows beside a row. */
  readonly family: string;
  columns(): (readonly [name: string, sql: string])[];
}

/** Starts the steps of a table with these levels. Names are `s0`, `s1` …, which `layered` puts into selects within each other. */
export function newSteps(levels: readonly { readonly dimension: Dimension }[]): Steps {
  const known = new Map<string, string>();
  const parents = levels.slice(0, -1).map((_, i) => `if(depth > ${i + 1}, d${i}, '')`);
  const family = `partition by ${['depth', ...parents].join(', ')}`;
  const name = (sql: string): string => {
    const found = known.get(sql) ?? `s${known.size}`;
    known.set(sql, found);
    return found;
  };
  return {
    family,
    context: {
      name,
      siblings: `over (${family})`,
      everything: 'over ()',
      upTo: (by, back) =>
        `over (${family} order by ${order(levels, by)} rows between ${back === undefined ? 'unbounded' : back} preceding and current row)`,
    },
    columns: () => [...known].map(([sql, found]) => [found, sql] as const),
  };
}

/** Time and numbers in their order, other rows by a value, the greatest first. */
function order(levels: readonly { readonly dimension: Dimension }[], by: string): string {
  if (levels.length === 0) return 'depth';
  const numbers = levels.map(({ dimension: { type } }, i) => {
    const sql =
      type === 'time' ? '0.' : type === 'number' ? `toFloat64OrZero(d${i})` : `-ifNull(toFloat64(${by}), 0)`;
    return `depth = ${i + 1}, ${sql}`;
  });
  const texts = levels.map((_, i) => `depth = ${i + 1}, d${i}`);
  return `multiIf(${numbers.join(', ')}, 0.), multiIf(${texts.join(', ')}, '')`;
}
