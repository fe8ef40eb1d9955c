import { type Static, Type } from 'typebox';
import { ScopeFields } from '../../scope.ts';
import { DimensionId } from '../../segment/schema.ts';

const closed = { additionalProperties: false } as const;
const STEPS_MAX = 500;
const ITEMS_MAX = 10_000;

const Value = Type.String({ minLength: 1, maxLength: 2_000 });
const StepCount = Type.Integer({ minimum: 0, maximum: STEPS_MAX });

export const FlowQuery = Type.Object(
  {
    ...ScopeFields,
    dimension: Type.Optional(DimensionId),
    within: Type.Optional(Type.Enum(['session', 'person'], { description: '`session` unless said' })),
    kind: Type.Optional(
      Type.Enum(['starts', 'contains', 'ends'], {
        description: 'Paths from, through or to the value; `starts` unless said',
      }),
    ),
    value: Type.Optional(
      Type.Union([Value, Type.Array(Value, { minItems: 1, maxItems: 100 })], {
        description: 'One of these; without any, paths from their begin or to their end',
      }),
    ),
    occurrence: Type.Optional(
      Type.Enum(['first', 'last'], { description: 'Which, where the value comes several times' }),
    ),
    before: Type.Optional(StepCount),
    after: Type.Optional(StepCount),
    items: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: ITEMS_MAX,
        description: 'Values shown of each step, 10 unless said; the others stand together',
      }),
    ),
    repeats: Type.Optional(
      Type.Boolean({ description: 'Whether the same value again is a step of its own; not, unless said' }),
    ),
  },
  { ...closed, title: 'Flow' },
);
export type FlowQuery = Static<typeof FlowQuery>;

const Counts = {
  paths: Type.Integer({ description: 'Sessions, or people where paths are theirs' }),
  people: Type.Integer(),
};
/** null stands for all other values of the step together. */
const Shown = Type.Union([Type.String(), Type.Null()], { description: 'null: all others together' });

export const FlowAnswer = Type.Object(
  {
    pathCount: Type.Integer(),
    /** From the earliest step to the latest; step 0 is that of the value. */
    steps: Type.Array(
      Type.Object({
        step: Type.Integer(),
        nodes: Type.Array(
          Type.Object({
            value: Shown,
            valueCount: Type.Integer({ description: 'How many values it stands for' }),
            ...Counts,
            entries: Type.Integer({ description: 'Paths that begin with it' }),
            exits: Type.Integer({ description: 'Paths that end with it' }),
          }),
        ),
      }),
    ),
    links: Type.Array(
      Type.Object({ step: Type.Integer({ description: 'Of `from`' }), from: Shown, to: Shown, ...Counts }),
    ),
  },
  closed,
);
export type FlowAnswer = Static<typeof FlowAnswer>;

/** A node, or with `next` a link, or with `isExit` those who left there. */
export const FlowCell = Type.Object(
  {
    step: Type.Integer({ minimum: -STEPS_MAX, maximum: STEPS_MAX }),
    value: Value,
    next: Type.Optional(Value),
    isExit: Type.Optional(Type.Literal(true)),
  },
  { ...closed, title: 'A part of a flow' },
);
export type FlowCell = Static<typeof FlowCell>;
