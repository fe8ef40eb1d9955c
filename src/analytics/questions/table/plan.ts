import { and } from '../../../core/condition/index.ts';
import type { Frame } from '../../frame.ts';
import { aggregateSql } from '../../model/aggregate.ts';
import { type Dimension, textOf } from '../../model/dimension.ts';
import { mustFindDimension, mustFindMetric } from '../../model/find.ts';
import type { Events, Statement } from '../../rows/events.ts';
import { eventsOf } from '../../scope.ts';
import { inSegment } from '../../segment/apply.ts';
import type { Level, TableQuery } from './query.ts';

/** Rows of a level below each row above it, unless said. */
const LIMIT = 50;

/** A row as the warehouse gives it. */
export interface TableRow {
  /** How many levels down; 0 is the total. */
  readonly depth: number;
  readonly path: string[];
  readonly numbers: (number | null)[];
  /** Rows beside it, itself included, whatever the limit. */
  readonly siblings: number;
}

/** The one statement of a table: all levels and the total from one reading of the events. */
export function tableSql(query: TableQuery, frame: Frame): Statement {
  const events = eventsOf(query, frame);
  const dimensions = query.levels.map((level) => mustFindDimension(level.dimension));
  const keys = dimensions.map((dimension) => dimension.read(events));
  const measured = query.columns.map(({ metric }) => mustFindMetric(metric).measured(events));
  const tests = query.columns.map(({ segments = [] }) =>
    and(...segments.map((segment) => inSegment(events, segment))),
  );
  const aggregates = measured.map((each, i) => aggregateSql(events, each, tests[i]));
  const grouped = groupedSql(events, dimensions, keys, aggregates);
  const placed = placedSql(query.levels, dimensions, grouped);
  return { sql: shownSql(query.levels, aggregates.length, placed, events), bindings: events.bindings() };
}

/** Every combination of values with its numbers, those of fewer levels and the total among them. */
function groupedSql(
  events: Events,
  dimensions: readonly Dimension[],
  keys: readonly string[],
  aggregates: readonly string[],
): string {
  const from = events.from([...keys, ...aggregates]);
  const numbers = aggregates.map((sql, i) => `${sql} as n${i}`);
  if (keys.length === 0) return `select 0 as depth, ${numbers.join(',\n  ')}\nfrom ${from}`;
  const named = keys.map((sql, i) => `${sql} as k${i}`);
  const texts = dimensions.map((dimension, i) => `${textOf(dimension, `k${i}`, events)} as d${i}`);
  const depth = keys.map((_, i) => `(1 - grouping(k${i}))`).join(' + ');
  const list = (letter: string, count: number): string =>
    Array.from({ length: count }, (_, i) => `${letter}${i}`).join(', ');
  return `select depth, ${texts.join(', ')}, ${list('n', aggregates.length)}
from (
select ${named.join(', ')}, ${depth} as depth,
  ${numbers.join(',\n  ')}
from ${from}
group by rollup(${list('k', keys.length)})
)`;
}

/** The place of each row among those of the same row above, and of the rows above it. */
function placedSql(levels: readonly Level[], dimensions: readonly Dimension[], grouped: string): string {
  if (levels.length === 0) return `select *, 1 as siblings\nfrom (\n${grouped}\n)`;
  const parents = levels.slice(0, -1).map((_, i) => `if(depth > ${i + 1}, d${i}, '')`);
  const family = `partition by ${['depth', ...parents].join(', ')}`;
  const order = orderOf(levels, dimensions);
  const above = levels.map((_, i) => {
    const path = ['depth > ' + i, ...levels.slice(0, i + 1).map((_, j) => `d${j}`)];
    return `max(if(depth = ${i + 1}, place, 0)) over (partition by ${path.join(', ')}) as p${i}`;
  });
  return `select *, ${above.join(',\n  ')}
from (
select *,
  row_number() over (${family} order by ${order}) as place,
  count() over (${family}) as siblings
from (
${grouped}
)
)`;
}

/** By a number, then by the value, each level in its own way. */
function orderOf(levels: readonly Level[], dimensions: readonly Dimension[]): string {
  const each = (
    sql: (level: Required<Pick<Level, 'sortBy' | 'order'>>, i: number) => string,
    otherwise: string,
  ): string => {
    const cases = levels.map((level, i) => `depth = ${i + 1}, ${sql(sortOf(level, dimensions[i]!), i)}`);
    return `multiIf(${cases.join(', ')}, ${otherwise})`;
  };
  const number = each(({ sortBy, order }, i) => {
    const isNumber = dimensions[i]!.type === 'number';
    const value = sortBy !== 'value' ? `toFloat64(n${sortBy})` : isNumber ? `toFloat64OrZero(d${i})` : '0.';
    return order === 'descending' ? `-${value}` : value;
  }, '0.');
  const isDown = (sortBy: unknown, order: string): boolean => sortBy === 'value' && order === 'descending';
  const up = each(({ sortBy, order }, i) => (isDown(sortBy, order) ? "''" : `d${i}`), "''");
  const down = each(({ sortBy, order }, i) => (isDown(sortBy, order) ? `d${i}` : "''"), "''");
  return `${number}, ${up}, ${down} desc`;
}

/** How a level is sorted where it does not say. */
function sortOf(level: Level, { type }: Dimension): Required<Pick<Level, 'sortBy' | 'order'>> {
  const sortBy = level.sortBy ?? (type === 'time' ? 'value' : 0);
  return { sortBy, order: level.order ?? (sortBy === 'value' ? 'ascending' : 'descending') };
}

/** The rows of the page of each level, depth first. */
function shownSql(levels: readonly Level[], columns: number, placed: string, events: Events): string {
  const numbers = Array.from({ length: columns }, (_, i) => `toFloat64(n${i})`).join(', ');
  const path =
    levels.length === 0
      ? 'emptyArrayString()'
      : `arraySlice([${levels.map((_, i) => `d${i}`).join(', ')}], 1, depth)`;
  const within = levels.map(({ limit = LIMIT, offset = 0 }, i) => {
    const [from, to] = [events.bind('Int64', offset), events.bind('Int64', offset + limit)];
    return `(depth <= ${i} or p${i} > ${from} and p${i} <= ${to})`;
  });
  const order = levels.map((_, i) => `if(depth > ${i}, p${i}, 0)`);
  const where = within.length === 0 ? '' : `\nwhere ${within.join('\nand ')}`;
  return `select depth, ${path} as path, [${numbers}] as numbers, siblings\nfrom (\n${placed}\n)${where}\norder by ${[...order, 'depth'].join(', ')}`;
}
