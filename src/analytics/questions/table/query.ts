import { type Static, Type } from 'typebox';
import { ColumnSchema } from '../../model/schema.ts';
import { CompareRange } from '../../range/schema.ts';
import { TIME_UNITS } from '../../range/span.ts';
import { ScopeFields } from '../../scope.ts';
import { DimensionId } from '../../segment/schema.ts';
import { Lookback, ModelChoice } from '../attribution/query.ts';

const closed = { additionalProperties: false } as const;
/** Bounds of one answer, not of the rows that there are: pages follow each other without end. */
const LIMIT_MAX = 100_000;
const DEPTH_MAX = 20;
const COLUMNS_MAX = 100;
const ONLY_MAX = 10_000;

const Value = Type.String({ maxLength: 2_000 });

export const Level = Type.Object(
  {
    dimension: DimensionId,
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: LIMIT_MAX,
        description: 'Rows below each row of the level above; 50 unless said, and all steps of time',
      }),
    ),
    offset: Type.Optional(Type.Integer({ minimum: 0, description: 'Leaves out so many: the next page' })),
    sortBy: Type.Optional(
      Type.Union([Type.Integer({ minimum: 0, maximum: COLUMNS_MAX }), Type.Literal('value')], {
        description:
          'The number of a column, from 0, or `value` for the dimension itself; time stands in its order, others by the first column',
      }),
    ),
    sortOn: Type.Optional(
      Type.Enum(['value', 'previous', 'change'], {
        description: 'Of that column: its value, that of the comparison, or the change',
      }),
    ),
    order: Type.Optional(Type.Enum(['ascending', 'descending'])),
    only: Type.Optional(
      Type.Array(Value, {
        minItems: 1,
        maxItems: ONLY_MAX,
        description: 'Only rows of these values; totals, too, are of them',
      }),
    ),
  },
  { ...closed, title: 'Level' },
);
export type Level = Static<typeof Level>;

export const TableQuery = Type.Object(
  {
    ...ScopeFields,
    levels: Type.Array(Level, {
      maxItems: DEPTH_MAX,
      description: 'Each level is broken down by the next; none asks for totals only',
    }),
    columns: Type.Array(ColumnSchema, { minItems: 1, maxItems: COLUMNS_MAX }),
    compare: Type.Optional(CompareRange),
    sparklines: Type.Optional(Type.Enum(TIME_UNITS, { description: 'Each row over time, in these steps' })),
    anomalies: Type.Optional(
      Type.Literal(true, {
        description: 'Where steps of time are the only level: what was to be expected, and what lies outside',
      }),
    ),
  },
  { ...closed, title: 'Table' },
);
export type TableQuery = Static<typeof TableQuery>;

const Attribution = Type.Object(
  { model: ModelChoice, lookback: Type.Optional(Lookback) },
  { ...closed, description: 'docs/analytics.md, “Attribution”' },
);
const [MetricColumn, FormulaColumn] = ColumnSchema.anyOf;

/** A column of which the metrics are credited to the values of the level as touches, by a model of attribution. */
const AttributedColumn = Type.Union(
  [
    Type.Object(
      { ...MetricColumn.properties, attribution: Attribution },
      { ...closed, title: 'Metric by attribution' },
    ),
    Type.Object(
      { ...FormulaColumn.properties, attribution: Attribution },
      { ...closed, title: 'Formula by attribution' },
    ),
  ],
  { title: 'Column by attribution' },
);
export type AttributedColumn = Static<typeof AttributedColumn>;

/** Whether a column has an attribution of its own. */
export function isAttributed(column: AskedTable['columns'][number]): column is AttributedColumn {
  return 'attribution' in column;
}

/** A table as it is asked for: in tables of one level, columns may have an attribution of their own. */
export const AskedTable = Type.Object(
  {
    ...TableQuery.properties,
    columns: Type.Array(Type.Union([...ColumnSchema.anyOf, ...AttributedColumn.anyOf]), {
      minItems: 1,
      maxItems: COLUMNS_MAX,
    }),
  },
  { ...closed, title: 'Table' },
);
export type AskedTable = Static<typeof AskedTable>;

const MaybeNumber = Type.Union([Type.Number(), Type.Null()], {
  description: 'null where there is no number, such as a share of nothing',
});
const Numbers = Type.Array(MaybeNumber);

const Cells = {
  values: Numbers,
  previous: Type.Optional(Type.Array(MaybeNumber, { description: 'Of the comparison' })),
  changes: Type.Optional(
    Type.Array(MaybeNumber, { description: 'Against the comparison: 0.1 is a tenth more' }),
  ),
  sparklines: Type.Optional(Type.Array(Numbers, { description: 'Of each column, a value each step' })),
};

const Band = Type.Object({
  expected: Type.Number(),
  lower: Type.Number(),
  upper: Type.Number(),
  isAnomaly: Type.Boolean(),
});

export const TableAnswer = Type.Object(
  {
    columns: Type.Array(
      Type.Object({
        title: Type.Record(Type.String(), Type.String(), { description: 'By language' }),
        format: Type.String({ description: 'count, number, amount (in `currency`), share or duration (s)' }),
        isBetterLow: Type.Boolean(),
      }),
    ),
    currency: Type.String(),
    range: Type.Object(
      { from: Type.Integer(), to: Type.Integer() },
      { description: 'ms since the epoch; `to` is outside' },
    ),
    compared: Type.Optional(Type.Object({ from: Type.Integer(), to: Type.Integer() })),
    total: Type.Object(Cells),
    /** Depth first: a row stands before the rows below it. */
    rows: Type.Array(
      Type.Object({
        path: Type.Array(Type.String(), {
          description: 'The value of each level down to this row; empty where there is none',
        }),
        ...Cells,
        shares: Type.Array(MaybeNumber, { description: 'Of the total; null for shares' }),
        bands: Type.Optional(
          Type.Array(Type.Union([Band, Type.Null()]), {
            description: 'Of each column; null where too little came before',
          }),
        ),
      }),
    ),
    rowCount: Type.Integer({ description: 'Rows of the first level, whatever its limit' }),
    steps: Type.Optional(Type.Array(Type.String(), { description: 'Of the sparklines' })),
  },
  closed,
);
export type TableAnswer = Static<typeof TableAnswer>;
