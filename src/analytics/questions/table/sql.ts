import { layered } from '../../../core/condition/index.ts';
import { textOf } from '../../model/dimension.ts';
import type { Statement } from '../../rows/events.ts';
import type { PlannedLevel, TablePlan } from './plan.ts';

/** A row as the warehouse gives it. */
export interface TableRow {
  /** The value of each level; empty for the total. */
  readonly path: string[];
  readonly numbers: (number | null)[];
  /** Of the comparison. */
  readonly before: (number | null)[];
  /** Rows beside it, itself included, whatever the limit. */
  readonly siblings: number;
}

/** The one statement of a table: all levels and the total from one reading of the events. */
export function tableSql(plan: TablePlan): Statement {
  const reckoned = layered(plan.steps.columns(), groupedSql(plan));
  return { sql: shownSql(plan, placedSql(plan, reckoned)), bindings: plan.events.bindings() };
}

const list = (letter: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${letter}${i}`).join(', ');

/** Every combination of values with its numbers, those of fewer levels and the total among them. */
export function groupedSql(plan: TablePlan): string {
  return plan.credits.length === 0 ? countedSql(plan) : creditedSql(plan);
}

/** What was counted, and beside it what is credited to the values of the one level. */
function creditedSql(plan: TablePlan): string {
  const { aggregates, credits, events, levels } = plan;
  const names = aggregates.map((_, i) => `n${i}`);
  const only = levels[0]?.only;
  const where = only ? `\nwhere value in ${events.bind('Array(String)', only)}` : '';
  const counted = `select depth, d0, ${names.map((name) => `${name} as c${name}`).join(', ')}, ${credits.map(({ name }) => `0. as c${name}`).join(', ')}
from (
${countedSql(plan)}
)`;
  const credited = credits.map(({ name: own, sql }) => {
    const others = credits.map(({ name }) => `${name === own ? 'credit' : '0.'} as c${name}`);
    return `select arrayJoin([0, 1]) as depth, if(depth = 0, '', value) as d0, ${names.map((name) => `null as c${name}`).join(', ')}, ${others.join(', ')}
from (
${sql}
)${where}`;
  });
  // Some models credit more than there is, so that the total is what was counted; of some values only, what they are credited.
  const sums = credits.map(({ name, plain }) =>
    only ? `sum(c${name}) as ${name}` : `if(depth = 0, ifNull(max(c${plain}), 0), sum(c${name})) as ${name}`,
  );
  return `select depth, d0, ${[...names.map((name) => `ifNull(max(c${name}), 0) as ${name}`), ...sums].join(', ')}
from (
${[counted, ...credited].join('\nunion all\n')}
)
group by depth, d0`;
}

function countedSql({ events, levels, aggregates }: TablePlan): string {
  const from = events.from([...levels.map(({ key }) => key), ...aggregates]);
  const measured = aggregates.map((sql, i) => `${sql} as m${i}`);
  const numbers = aggregates.map((_, i) => `toNullable(toFloat64(m${i})) as n${i}`).join(', ');
  const keys = levels.map(({ key }, i) => `${key} as k${i}`);
  const texts = levels.map(({ dimension }, i) => `${textOf(dimension, `k${i}`, events)} as d${i}`);
  const depth = levels.length === 0 ? '0' : levels.map((_, i) => `(1 - grouping(k${i}))`).join(' + ');
  const groups = levels.length === 0 ? '' : `\ngroup by rollup(${list('k', levels.length)})`;
  return `select ${['depth', ...texts, numbers].join(', ')}
from (
select ${[...keys, `${depth} as depth`, ...measured].join(',\n  ')}
from ${from}${groups}
)`;
}

/** The place of each row among those of the same row above, and of the rows above it. */
function placedSql({ levels, steps, values, previous }: TablePlan, reckoned: string): string {
  if (levels.length === 0) return `select *, 1 as siblings\nfrom (\n${reckoned}\n)`;
  const order = orderOf(levels, values, previous);
  const above = levels.map((_, i) => {
    const path = [`depth > ${i}`, ...levels.slice(0, i + 1).map((_, j) => `d${j}`)];
    return `max(if(depth = ${i + 1}, place, 0)) over (partition by ${path.join(', ')}) as p${i}`;
  });
  return `select *,
  ${above.join(',\n  ')}
from (
select *,
  row_number() over (${steps.family} order by ${order}) as place,
  count() over (${steps.family}) as siblings
from (
${reckoned}
)
)`;
}

/** By a number, then by the value, each level in its own way. What is no number comes last. */
function orderOf(
  levels: readonly PlannedLevel[],
  values: readonly string[],
  previous: readonly string[],
): string {
  const each = (sql: (level: PlannedLevel, i: number) => string, otherwise: string): string =>
    `multiIf(${levels.map((level, i) => `depth = ${i + 1}, ${sql(level, i)}`).join(', ')}, ${otherwise})`;
  const number = each(({ sortBy, sortOn, isDescending, dimension }, i) => {
    const value = sortBy === 'value' ? undefined : sorted(sortBy, sortOn, values, previous);
    const sql = value ?? (dimension.type === 'number' ? `toFloat64OrZero(d${i})` : 'toNullable(0.)');
    return isDescending ? `-(${sql})` : sql;
  }, 'null');
  const isDown = ({ sortBy, isDescending }: PlannedLevel): boolean => sortBy === 'value' && isDescending;
  const up = each((level, i) => (isDown(level) ? "''" : `d${i}`), "''");
  const down = each((level, i) => (isDown(level) ? `d${i}` : "''"), "''");
  return `${number} asc nulls last, ${up}, ${down} desc`;
}

function sorted(
  column: number,
  on: PlannedLevel['sortOn'],
  values: readonly string[],
  previous: readonly string[],
): string {
  const value = values[Math.min(column, values.length - 1)]!;
  const before = previous[Math.min(column, values.length - 1)];
  if (on === 'value' || before === undefined) return value;
  return on === 'previous' ? before : `(${value} - ${before}) / nullIf(abs(${before}), 0)`;
}

/** The rows of the page of each level, depth first. */
function shownSql({ levels, values, previous, events }: TablePlan, placed: string): string {
  const path =
    levels.length === 0 ? 'emptyArrayString()' : `arraySlice([${list('d', levels.length)}], 1, depth)`;
  const within = levels.map(({ limit, offset }, i) => {
    const [from, to] = [events.bind('Int64', offset), events.bind('Int64', offset + limit)];
    return `(depth <= ${i} or (p${i} > ${from} and p${i} <= ${to}))`;
  });
  const order = levels.map((_, i) => `if(depth > ${i}, p${i}, 0)`);
  const where = within.length === 0 ? '' : `\nwhere ${within.join('\nand ')}`;
  const numbers = (sql: readonly string[]): string =>
    sql.length === 0
      ? 'emptyArrayFloat64()'
      : `[${sql.map((each) => `toNullable(toFloat64(${each}))`).join(', ')}]`;
  return `select ${path} as path,
  ${numbers(values)} as numbers,
  ${numbers(previous)} as before,
  siblings
from (
${placed}
)${where}
order by ${[...order, 'depth'].join(', ')}`;
}
