import { type Static, Type } from 'typebox';
import { MetricId } from '../../model/schema.ts';
import { ScopeFields } from '../../scope.ts';
import { Segment } from '../../segment/schema.ts';

const closed = { additionalProperties: false } as const;
const SETS_MAX = 5;
const METRICS_MAX = 10;

export const OverlapQuery = Type.Object(
  {
    ...ScopeFields,
    sets: Type.Array(Segment, {
      minItems: 1,
      maxItems: SETS_MAX,
      description: 'The segments that are laid over each other',
    }),
    metrics: Type.Optional(
      Type.Array(MetricId, { minItems: 1, maxItems: METRICS_MAX, description: 'People unless said' }),
    ),
  },
  { ...closed, title: 'Overlap of segments' },
);
export type OverlapQuery = Static<typeof OverlapQuery>;

const Numbers = Type.Array(Type.Number(), { description: 'Of each metric' });

export const OverlapAnswer = Type.Object(
  {
    total: Numbers,
    /** Every combination of sets, and the empty one. */
    regions: Type.Array(
      Type.Object({
        sets: Type.Array(Type.Integer(), { description: 'Numbers of the sets, from 0' }),
        inAll: Type.Array(Type.Number(), { description: 'Within all of these, whatever else' }),
        inOnly: Type.Array(Type.Number(), { description: 'Within all of these and none of the others' }),
      }),
    ),
  },
  closed,
);
export type OverlapAnswer = Static<typeof OverlapAnswer>;

export const OverlapCell = Type.Object(
  {
    sets: Type.Array(Type.Integer({ minimum: 0, maximum: SETS_MAX - 1 }), { maxItems: SETS_MAX }),
    isOnly: Type.Optional(Type.Literal(true, { description: 'And in none of the others' })),
    metric: Type.Optional(Type.Integer({ minimum: 0, maximum: METRICS_MAX - 1 })),
  },
  { ...closed, title: 'A region of an overlap' },
);
export type OverlapCell = Static<typeof OverlapCell>;
