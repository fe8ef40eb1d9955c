import { type Static, Type } from 'typebox';
import { MetricId } from '../../model/schema.ts';
import { ScopeFields } from '../../scope.ts';

const closed = { additionalProperties: false } as const;
const BUCKETS_MAX = 200;
const Edge = Type.Number({ minimum: -1e12, maximum: 1e12 });

export const Buckets = Type.Union(
  [
    Type.Object(
      { count: Type.Integer({ minimum: 1, maximum: BUCKETS_MAX }) },
      { ...closed, title: 'About so many', description: 'Of a round width, over all values' },
    ),
    Type.Object(
      {
        width: Type.Number({ exclusiveMinimum: 0, maximum: 1e12 }),
        from: Type.Optional(Edge),
        count: Type.Integer({ minimum: 1, maximum: BUCKETS_MAX }),
      },
      { ...closed, title: 'Of a width', description: 'The last takes all that is above' },
    ),
    Type.Object(
      { edges: Type.Array(Edge, { minItems: 1, maxItems: BUCKETS_MAX }) },
      { ...closed, title: 'By their edges', description: 'Ascending' },
    ),
  ],
  { title: 'Buckets' },
);
export type Buckets = Static<typeof Buckets>;

export const HistogramQuery = Type.Object(
  {
    ...ScopeFields,
    metric: MetricId,
    per: Type.Optional(Type.Enum(['person', 'session'], { description: '`person` unless said' })),
    buckets: Type.Optional(Buckets),
    withNothing: Type.Optional(
      Type.Literal(true, { description: 'Also those who did something else: their number is 0' }),
    ),
  },
  { ...closed, title: 'Histogram' },
);
export type HistogramQuery = Static<typeof HistogramQuery>;

const MaybeNumber = Type.Union([Type.Number(), Type.Null()]);

export const HistogramAnswer = Type.Object(
  {
    buckets: Type.Array(
      Type.Object({
        from: MaybeNumber,
        to: Type.Union([Type.Number(), Type.Null()], {
          description: 'Outside of the bucket; null is without end',
        }),
        count: Type.Integer({ description: 'People, or sessions' }),
        share: Type.Number(),
        sum: Type.Number({ description: 'Of the metric' }),
      }),
    ),
    count: Type.Integer(),
    sum: Type.Number(),
    mean: MaybeNumber,
    median: MaybeNumber,
    minimum: MaybeNumber,
    maximum: MaybeNumber,
  },
  closed,
);
export type HistogramAnswer = Static<typeof HistogramAnswer>;

export const HistogramCell = Type.Object(
  { from: Type.Optional(Edge), to: Type.Optional(Edge) },
  { ...closed, title: 'A bucket' },
);
export type HistogramCell = Static<typeof HistogramCell>;
