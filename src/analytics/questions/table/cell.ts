import { type Static, Type } from 'typebox';
import { ANYTHING, and, type Condition, type Matcher } from '../../../core/condition/index.ts';
import { refusal } from '../../../core/index.ts';
import { dimensionFilter } from '../../cell/dimension-filter.ts';
import { scopeCondition, windowOf } from '../../cell/scope-condition.ts';
import { columnTest } from '../../formula/columns.ts';
import type { Frame } from '../../frame.ts';
import { textOf } from '../../model/dimension.ts';
import { metricOf, mustFindDimension } from '../../model/find.ts';
import type { ColumnSchema } from '../../model/schema.ts';
import type { Cell } from '../../question.ts';
import { spanOf } from '../../range/range.ts';
import { eventsOf } from '../../scope.ts';
import type { TableQuery } from './query.ts';

/** A number of a table: the row by its path (empty for the total) and the number of its column. */
export const TableCell = Type.Object(
  {
    path: Type.Array(Type.String({ maxLength: 2_000 }), { maxItems: 20 }),
    column: Type.Optional(
      Type.Integer({
        minimum: 0,
        description: 'Whatever counts for the column, unless left out: then everything of the row',
      }),
    ),
  },
  { additionalProperties: false },
);
type TableCell = Static<typeof TableCell>;

/** What stands behind a number of a table: the events that count for it, and who did them. */
export function openTable(query: TableQuery, cell: TableCell): Cell {
  const column = columnOf(query, cell);
  return {
    people: ({ frame }) => behind(query, cell, column, frame, 'distinct who as person', ['who']),
    events: ({ frame }) =>
      behind(query, cell, column, frame, 'distinct place, derived', ['place', 'derived']),
    meaning: ({ frame }) => meaningOf(query, cell, column, frame),
  };
}

function columnOf(query: TableQuery, { path, column }: TableCell): ColumnSchema {
  const found = query.columns[column ?? 0];
  if (!found || path.length > query.levels.length)
    throw refusal('analytics.no-such-cell', 422, 'The table has no such row or column.');
  return column === undefined ? { metric: 'events' } : found;
}

function behind(
  query: TableQuery,
  { path }: TableCell,
  column: ColumnSchema,
  frame: Frame,
  what: string,
  uses: string[],
) {
  const events = eventsOf(query, frame);
  const tests = path.map((value, i) => {
    const dimension = mustFindDimension(query.levels[i]!.dimension);
    return `${events.name(textOf(dimension, dimension.read(events), events))} = ${events.bind('String', value)}`;
  });
  events.keep(and(...tests, columnTest(column, events)));
  return { sql: `select ${what}\nfrom ${events.from(uses)}`, bindings: events.bindings() };
}

/** Who did it, as: did such an event in that stretch of time. */
function meaningOf(
  query: TableQuery,
  { path }: TableCell,
  column: ColumnSchema,
  frame: Frame,
): Condition | { readonly cannot: string } {
  const metric = 'metric' in column ? metricOf(column.metric) : undefined;
  if (!metric) return { cannot: 'the column is a formula' };
  const scope = scopeCondition(
    { ...query, segments: [...(query.segments ?? []), ...(column.segments ?? [])] },
    frame,
  );
  if ('cannot' in scope) return scope;
  const where: NonNullable<Matcher['where']> = [];
  const products: NonNullable<Matcher['products']> = [];
  const people: Condition[] = [...scope.conditions];
  let names = metric.names;
  let window = windowOf(query.range, frame);
  for (const [i, value] of path.entries()) {
    const dimension = mustFindDimension(query.levels[i]!.dimension);
    const filter = dimensionFilter(dimension, value, frame);
    if (!filter) return { cannot: `conditions have no words for the value of “${dimension.id}”` };
    if ('span' in filter) {
      const span = spanOf(query.range, frame);
      const [from, to] = [Math.max(span.from, filter.span.from), Math.min(span.to, filter.span.to)];
      window = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    } else if ('person' in filter) people.push(filter.person);
    else if ('products' in filter) products.push(filter.products);
    else if (dimension.id === 'event') names = names === undefined || names.includes(value) ? [value] : names;
    else where.push(filter.where);
  }
  const did: Matcher = {
    event: names === undefined ? ANYTHING : names.length === 1 ? names[0]! : [...names],
    ...(where.length > 0 ? { where } : {}),
    ...(products.length > 0 ? { products } : {}),
  };
  const parts = [...people, { did, in: window }];
  return parts.length === 1 ? parts[0]! : { all: parts };
}
