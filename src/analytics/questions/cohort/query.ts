import { type Static, Type } from 'typebox';
import { NumberTest } from '../../../core/condition/index.ts';
import { FormulaText, MetricId } from '../../model/schema.ts';
import { ScopeFields } from '../../scope.ts';
import { DimensionId, Segments } from '../../segment/schema.ts';

const closed = { additionalProperties: false } as const;
const CRITERIA_MAX = 10;
const LIMIT_MAX = 10_000;

const test = { segments: Type.Optional(Segments), number: Type.Optional(NumberTest) };

/** Something that must be so of a person within one period. */
const Criterion = Type.Union(
  [
    Type.Object({ metric: MetricId, ...test }, { ...closed, title: 'Metric' }),
    Type.Object({ formula: FormulaText, ...test }, { ...closed, title: 'Formula' }),
  ],
  { title: 'Criterion', description: 'Above 0 unless said' },
);
export type Criterion = Static<typeof Criterion>;
const Criteria = Type.Array(Criterion, {
  minItems: 1,
  maxItems: CRITERIA_MAX,
  description: 'All must hold in one period',
});

export const COHORT_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;

export const CohortQuery = Type.Object(
  {
    ...ScopeFields,
    inclusion: Criteria,
    /** The same as `inclusion` unless said. */
    return: Type.Optional(Criteria),
    unit: Type.Enum(COHORT_UNITS),
    shows: Type.Optional(
      Type.Enum(['retention', 'churn'], { description: 'Who came back, unless said, or who did not' }),
    ),
    isRolling: Type.Optional(
      Type.Literal(true, { description: 'Counts those who came back in every period up to that one' }),
    ),
    hasLatency: Type.Optional(Type.Literal(true, { description: 'Also the periods before the first' })),
    by: Type.Optional(
      Type.Object(
        {
          dimension: DimensionId,
          limit: Type.Optional(
            Type.Integer({ minimum: 1, maximum: LIMIT_MAX, description: '50 unless said' }),
          ),
        },
        {
          ...closed,
          description: 'Cohorts by what the first event of inclusion said, instead of by its time',
        },
      ),
    ),
  },
  { ...closed, title: 'Cohort' },
);
export type CohortQuery = Static<typeof CohortQuery>;

const Cell = Type.Union([
  Type.Object({
    offset: Type.Integer({ description: 'Periods after the first, or before it' }),
    size: Type.Integer({ description: 'Of whom the period lies within the range' }),
    people: Type.Integer(),
    share: Type.Union([Type.Number(), Type.Null()]),
    isComplete: Type.Boolean({ description: 'The period is over, and lies wholly within the range' }),
  }),
]);

export const CohortAnswer = Type.Object(
  {
    /** The first day of each period, oldest first. */
    periods: Type.Array(Type.String()),
    rows: Type.Array(
      Type.Object({
        cohort: Type.String({ description: 'The first day of its period, or the value of the dimension' }),
        size: Type.Integer(),
        isComplete: Type.Boolean({ description: 'Its periods are over, and lie wholly within the range' }),
        cells: Type.Array(Cell),
      }),
    ),
    /** Of all rows together, periods that are not over left out. */
    average: Type.Array(Cell),
    rowCount: Type.Integer(),
  },
  closed,
);
export type CohortAnswer = Static<typeof CohortAnswer>;

export const CohortCell = Type.Object(
  {
    cohort: Type.String({ maxLength: 2_000 }),
    offset: Type.Optional(
      Type.Integer({ minimum: -1_000, maximum: 1_000, description: 'Without: all of the cohort' }),
    ),
  },
  { ...closed, title: 'A number of a cohort' },
);
export type CohortCell = Static<typeof CohortCell>;
