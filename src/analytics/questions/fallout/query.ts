import { type Static, Type } from 'typebox';
import { DURATION_PATTERN } from '../../../core/trait/index.ts';
import { ScopeFields } from '../../scope.ts';
import { DimensionId, Segments } from '../../segment/schema.ts';
import { Touch } from '../../touch/schema.ts';

const closed = { additionalProperties: false } as const;
/** Each step is a select within the next, and the engine thinks some seconds about sixty; a bit of a number says each. */
const STEPS_MAX = 60;
const TOUCHES_MAX = 50;
const GROUPS_MAX = 20;
const INSTEAD_MAX = 1_000;

const Duration = Type.String({ pattern: DURATION_PATTERN, description: '`30min`, `24h`, `7d`' });

const Step = Type.Object(
  {
    any: Type.Array(Touch, { minItems: 1, maxItems: TOUCHES_MAX, description: 'Any of these' }),
    path: Type.Optional(
      Type.Enum(['eventual', 'next'], {
        description: 'At any later time, unless said; or with the very next thing the person does',
      }),
    ),
    within: Type.Optional(Duration),
  },
  { ...closed, title: 'Step' },
);
export type Step = Static<typeof Step>;

export const FalloutQuery = Type.Object(
  {
    ...ScopeFields,
    steps: Type.Array(Step, { minItems: 1, maxItems: STEPS_MAX }),
    container: Type.Optional(
      Type.Enum(['person', 'session'], {
        description: 'Whose steps follow each other; `person` unless said',
      }),
    ),
    limit: Type.Optional(Duration),
    simultaneous: Type.Optional(
      Type.Enum(['apart', 'in-order'], {
        description:
          'Whether events of one moment follow each other: not, unless said, as in conditions; or in the order in which they came, for data whose times are coarse',
      }),
    ),
    groups: Type.Optional(
      Type.Array(Segments, {
        maxItems: GROUPS_MAX,
        description: 'Segments of people, or of sessions, beside each other; everybody comes first',
      }),
    ),
    instead: Type.Optional(
      Type.Object(
        {
          step: Type.Integer({
            minimum: 1,
            maximum: STEPS_MAX,
            description: 'Of those who came to this step, from 1, and no further',
          }),
          dimension: Type.Optional(DimensionId),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: INSTEAD_MAX })),
        },
        { ...closed, description: 'What they did next instead' },
      ),
    ),
  },
  { ...closed, title: 'Fallout' },
);
export type FalloutQuery = Static<typeof FalloutQuery>;

const Reached = Type.Object({
  count: Type.Integer({ description: 'People, or sessions, that took the steps up to this one' }),
  shareOfAll: Type.Union([Type.Number(), Type.Null()]),
  shareOfFirst: Type.Union([Type.Number(), Type.Null()]),
  shareOfPrevious: Type.Union([Type.Number(), Type.Null()]),
  fellOut: Type.Integer({ description: 'Came to this step and no further' }),
  medianSeconds: Type.Union([Type.Number(), Type.Null()], {
    description: 'Between the nearest time of the step before and the first time of this one',
  }),
});

export const FalloutAnswer = Type.Object(
  {
    groups: Type.Array(
      Type.Object({
        all: Type.Integer({ description: 'People, or sessions, of the range' }),
        steps: Type.Array(Reached),
      }),
      { description: 'Everybody, then the groups in the order of the query' },
    ),
    instead: Type.Optional(
      Type.Array(
        Type.Object({
          value: Type.String({ description: 'Empty for those who did nothing more in the range' }),
          count: Type.Integer(),
        }),
      ),
    ),
  },
  closed,
);
export type FalloutAnswer = Static<typeof FalloutAnswer>;
