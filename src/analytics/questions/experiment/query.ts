import { type Static, Type } from 'typebox';
import { MetricId } from '../../model/schema.ts';
import { ScopeFields } from '../../scope.ts';
import { DimensionId, Filters } from '../../segment/schema.ts';

const closed = { additionalProperties: false } as const;
const METRICS_MAX = 20;
const PEOPLE_MAX = 1_000_000_000;

export const ExperimentQuery = Type.Object(
  {
    ...ScopeFields,
    exposure: Type.Object(
      {
        dimension: Type.Optional(DimensionId),
        filters: Filters,
      },
      {
        ...closed,
        description:
          'Which events show that somebody was exposed, and the dimension that names the variant (`variant` unless said): [{ "dimension": "experiment", "text": { "is": "hero" } }]',
      },
    ),
    control: Type.String({
      minLength: 1,
      maxLength: 2_000,
      description: 'The variant that others are compared with',
    }),
    metrics: Type.Array(
      Type.Object(
        {
          metric: MetricId,
          as: Type.Optional(
            Type.Enum(['mean', 'share'], {
              description: 'How much of it a person has, unless said, or the share of people who have any',
            }),
          ),
        },
        closed,
      ),
      { minItems: 1, maxItems: METRICS_MAX },
    ),
    confidence: Type.Optional(
      Type.Number({
        minimum: 0.5,
        maximum: 0.9999,
        description: 'Of intervals and verdicts; 0.95 unless said',
      }),
    ),
    tightestAt: Type.Optional(
      Type.Integer({
        minimum: 10,
        maximum: PEOPLE_MAX,
        description:
          'So many people in both variants at which intervals are tightest; 10,000 unless said. Choose it before you look.',
      }),
    ),
  },
  { ...closed, title: 'Experiment' },
);
export type ExperimentQuery = Static<typeof ExperimentQuery>;

const MaybeNumber = Type.Union([Type.Number(), Type.Null()]);
const Interval = Type.Union([
  Type.Object({ lower: Type.Number(), upper: Type.Number() }),
  Type.Null({ description: 'Too little is known' }),
]);

export const ExperimentAnswer = Type.Object(
  {
    variants: Type.Array(
      Type.Object({
        variant: Type.String(),
        isControl: Type.Boolean(),
        people: Type.Integer(),
        results: Type.Array(
          Type.Object({
            sum: Type.Number(),
            mean: MaybeNumber,
            interval: Interval,
            lift: Type.Union([Type.Number(), Type.Null()], {
              description: '0.1 is a tenth more than the control',
            }),
            liftInterval: Interval,
            confidence: Type.Union([Type.Number(), Type.Null()], {
              description:
                'That it differs from the control, corrected for the number of variants; it holds whenever you look',
            }),
            isConclusive: Type.Boolean(),
          }),
          { description: 'Of each metric' },
        ),
      }),
    ),
    mixedPeople: Type.Integer({ description: 'Who saw several variants, and count for none' }),
  },
  closed,
);
export type ExperimentAnswer = Static<typeof ExperimentAnswer>;

export const ExperimentCell = Type.Object(
  { variant: Type.String({ minLength: 1, maxLength: 2_000 }) },
  { ...closed, title: 'The people of a variant' },
);
export type ExperimentCell = Static<typeof ExperimentCell>;
