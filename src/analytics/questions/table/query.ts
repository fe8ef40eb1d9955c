import { type Static, Type } from 'typebox';
import { ScopeFields } from '../../scope.ts';
import { DimensionId, Segments } from '../../segment/schema.ts';

const closed = { additionalProperties: false } as const;
const LIMIT_MAX = 1_000_000;
const DEPTH_MAX = 20;
const COLUMNS_MAX = 100;

/** How queries name a metric. */
export const MetricId = Type.String({
  pattern: '^[a-z][a-z-]{0,63}(:.{1,256})?$',
  description: 'An id of GET /api/analytics/metrics, or one of a family: `events:Store Visited`',
});

const Level = Type.Object(
  {
    dimension: DimensionId,
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: LIMIT_MAX,
        description: 'Rows below each row of the level above; 50 unless said',
      }),
    ),
    offset: Type.Optional(Type.Integer({ minimum: 0, description: 'Leaves out so many' })),
    sortBy: Type.Optional(
      Type.Union([Type.Integer({ minimum: 0 }), Type.Literal('value')], {
        description:
          'The number of a column, from 0, or `value` for the dimension itself; time stands in its order, others by the first column',
      }),
    ),
    order: Type.Optional(Type.Enum(['ascending', 'descending'])),
  },
  { ...closed, title: 'Level' },
);
export type Level = Static<typeof Level>;

const Column = Type.Object(
  { metric: MetricId, segments: Type.Optional(Segments) },
  { ...closed, title: 'Column' },
);
export type Column = Static<typeof Column>;

export const TableQuery = Type.Object(
  {
    ...ScopeFields,
    levels: Type.Array(Level, {
      maxItems: DEPTH_MAX,
      description: 'Each level is broken down by the next; none asks for totals only',
    }),
    columns: Type.Array(Column, { minItems: 1, maxItems: COLUMNS_MAX }),
  },
  { ...closed, title: 'Table' },
);
export type TableQuery = Static<typeof TableQuery>;

const Value = Type.Union([Type.Number(), Type.Null()], {
  description: 'null where there is no number, such as a share of nothing',
});

export const TableAnswer = Type.Object(
  {
    total: Type.Array(Value),
    /** Depth first: a row stands before the rows below it. */
    rows: Type.Array(
      Type.Object({
        path: Type.Array(Type.String(), { description: 'The value of each level down to this row' }),
        values: Type.Array(Value),
      }),
    ),
    rowCount: Type.Integer({ description: 'Rows of the first level, whatever its limit' }),
  },
  closed,
);
export type TableAnswer = Static<typeof TableAnswer>;
