import { layered } from '../../../core/condition/index.ts';
import type { Frame } from '../../frame.ts';
import { namesSql } from '../../model/names-sql.ts';
import { spanOf } from '../../range/range.ts';
import type { Statement } from '../../rows/events.ts';
import { planOf } from './plan.ts';
import type { AskedTable } from './query.ts';
import { groupedSql } from './sql.ts';

/** A name of a column that every format takes: letters, digits and `_`. */
function plain(name: string, taken: Set<string>): string {
  const base = name.replaceAll(/[^A-Za-z0-9_]+/g, '_').slice(0, 60) || 'column';
  let found = base;
  for (let i = 2; taken.has(found); i++) found = `${base}_${i}`;
  taken.add(found);
  return found;
}

/**
 * All rows of the deepest level, flat: a column for each level, then one for each number. Nothing is left out. `isNamed` puts
 * the name beside each column of ids that the catalogue has names for, '' for what nobody named.
 */
export function exportSql(query: AskedTable, frame: Frame, isNamed: boolean): Statement {
  const plan = planOf(query, frame, { main: spanOf(query.range, frame) });
  const reckoned = layered(plan.steps.columns(), groupedSql(plan));
  const taken = new Set<string>();
  const joins: string[] = [];
  const levels = plan.levels.flatMap(({ dimension }, i) => {
    const column = plain(query.levels[i]!.dimension, taken);
    const kind = isNamed ? dimension.named?.(frame) : undefined;
    if (!kind) return [`d${i} as ${column}`];
    joins.push(`any left join (
select id as id${i}, called as called${i}
from (
${namesSql(kind)}
)
) as names${i} on d${i} = id${i}`);
    return [`d${i} as ${column}`, `called${i} as ${plain(`${column}_name`, taken)}`];
  });
  const numbers = query.columns.map((column, i) => {
    const name = 'metric' in column ? column.metric : `formula_${i + 1}`;
    return `toNullable(toFloat64(${plan.values[i]})) as ${plain(name, taken)}`;
  });
  const order = query.levels.map((_, i) => `d${i}`);
  return {
    sql: `select ${[...levels, ...numbers].join(',\n  ')}
from (
${reckoned}
) as counted
${joins.join('\n')}
where depth = ${query.levels.length}${order.length === 0 ? '' : `\norder by ${order.join(', ')}`}`,
    bindings: plan.events.bindings(),
  };
}
