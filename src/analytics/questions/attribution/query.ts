import { type Static, type TObject, Type } from 'typebox';
import { DURATION_PATTERN } from '../../../core/trait/index.ts';
import { MetricId } from '../../model/schema.ts';
import { ScopeFields } from '../../scope.ts';
import { DimensionId, Filters } from '../../segment/schema.ts';
import { MODELS } from './models/kinds.ts';

const closed = { additionalProperties: false } as const;
const METRICS_MAX = 10;
const MODELS_MAX = 20;
const LIMIT_MAX = 100_000;

/** A model with what may be set of it. */
export const ModelChoice = Type.Unsafe<ModelChoice>(
  Type.Union(
    MODELS.map(
      ({ id, title, settings }): TObject =>
        Type.Object({ model: Type.Literal(id), ...settings }, { ...closed, title: title.en }),
    ),
    { title: 'Attribution model' },
  ),
);
export interface ModelChoice {
  readonly model: string;
  readonly [setting: string]: unknown;
}

/** How far back touches count. */
export const Lookback = Type.Union(
  [
    Type.Literal('session', { description: 'Touches of the session of the conversion' }),
    Type.Literal('person', { description: 'Whatever the person ever did before' }),
    Type.String({ pattern: DURATION_PATTERN, description: 'So long before the conversion: `30d`' }),
  ],
  { title: 'Look-back' },
);
export type Lookback = Static<typeof Lookback>;
export const LOOKBACK = '30d';
export const DIMENSION = 'marketing-channel';

/** What touches are. Spread into the queries that credit conversions to them. */
export const TouchFields = {
  dimension: Type.Optional(DimensionId),
  lookback: Type.Optional(Lookback),
  /** Of events that have a value, only those that pass are touches. */
  touches: Type.Optional(Filters),
} as const;
const Touches = Type.Object(TouchFields);
export type Touches = Static<typeof Touches>;

export const AttributionQuery = Type.Object(
  {
    ...ScopeFields,
    ...TouchFields,
    metrics: Type.Array(MetricId, {
      minItems: 1,
      maxItems: METRICS_MAX,
      description: 'What is credited; range, segments and filters say which of it',
    }),
    models: Type.Array(ModelChoice, { minItems: 1, maxItems: MODELS_MAX }),
    costs: Type.Optional(
      Type.Literal(true, {
        description: 'Also what advertising cost by reports (`Ad Cost Reported`), and what came back',
      }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMIT_MAX, description: '50 unless said' })),
    offset: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { ...closed, title: 'Attribution' },
);
export type AttributionQuery = Static<typeof AttributionQuery>;

const Credits = Type.Array(Type.Array(Type.Number()), {
  description: 'For each metric its credit by each model',
});

export const AttributionAnswer = Type.Object(
  {
    metrics: Type.Array(
      Type.Object({
        title: Type.Record(Type.String(), Type.String(), { description: 'By language' }),
        format: Type.String(),
        total: Type.Number(),
        withoutTouch: Type.Number({ description: 'Of the total, what had no touch within the look-back' }),
        withoutTouchShare: Type.Union([Type.Number(), Type.Null()]),
      }),
    ),
    models: Type.Array(
      Type.Object({
        model: Type.String(),
        title: Type.Record(Type.String(), Type.String(), { description: 'By language' }),
      }),
    ),
    /** By the first metric and model, the most first. */
    rows: Type.Array(
      Type.Object({
        value: Type.String(),
        credits: Credits,
        cost: Type.Optional(Type.Number({ description: 'In the currency of the workspace' })),
        returns: Type.Optional(
          Type.Array(Type.Array(Type.Union([Type.Number(), Type.Null()])), {
            description: 'Credits by unit of cost: of revenue the return on ad spend; null without a cost',
          }),
        ),
      }),
    ),
    cost: Type.Optional(
      Type.Number({ description: 'All costs of the range, those of no value of the dimension among them' }),
    ),
    none: Type.Object(
      { credits: Credits },
      { description: 'What a model credits to nobody: without a touch, or without one of the kind' },
    ),
    rowCount: Type.Integer({ description: 'All rows, whatever the limit' }),
  },
  closed,
);
export type AttributionAnswer = Static<typeof AttributionAnswer>;

/** A number of the answer: of which row, metric and model. */
export const AttributionCell = Type.Object(
  {
    value: Type.String({ maxLength: 2_000, description: '`` is what is credited to nobody' }),
    metric: Type.Integer({ minimum: 0, maximum: METRICS_MAX - 1 }),
    model: Type.Integer({ minimum: 0, maximum: MODELS_MAX - 1 }),
  },
  { ...closed, title: 'A number of an attribution' },
);
export type AttributionCell = Static<typeof AttributionCell>;
