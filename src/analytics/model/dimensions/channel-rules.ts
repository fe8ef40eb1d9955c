import { type Static, Type } from 'typebox';
import { TextTest } from '../../../core/condition/index.ts';
import { DimensionId } from '../../segment/schema.ts';

const closed = { additionalProperties: false } as const;
const RULES_MAX = 200;

const Rule = Type.Object(
  {
    channel: Type.String({ minLength: 1, maxLength: 100 }),
    /** All must pass. */
    when: Type.Array(Type.Object({ dimension: DimensionId, text: TextTest }, closed), {
      maxItems: 20,
      description: 'All must pass; without any, everything that came so far',
    }),
    on: Type.Optional(
      Type.Enum(['any', 'session-start'], {
        description: 'Only the event that opened a session, unless said `any`',
      }),
    ),
  },
  { ...closed, title: 'Rule' },
);

/** Through what somebody came: a list of rules of which the first that fits counts. */
export const ChannelRules = Type.Object(
  { rules: Type.Array(Rule, { minItems: 1, maxItems: RULES_MAX }) },
  closed,
);
export type ChannelRules = Static<typeof ChannelRules>;
