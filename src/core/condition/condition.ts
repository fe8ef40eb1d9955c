import { type Static, type TSchema, Type } from 'typebox';
import { NEWEST_MAX } from '../trait/index.ts';
import { ComputedTrait } from './computed-schema.ts';
import { Matcher, ValueField } from './matcher.ts';
import type { MeasureKey } from './measure-keys.ts';
import { DateTest, Duration } from './operators/date.ts';
import { ValueTestFields } from './operators/kinds.ts';
import { ListTest } from './operators/list.ts';
import { CountTest, NumberTest } from './operators/number.ts';
import { TextTest } from './operators/text.ts';
import { Path } from './path.ts';
import { ConditionWindow, SequenceWindow } from './window.ts';

/** Parts of one `all` or `any`. */
const PARTS_MAX = 100;
/** Levels of `all`, `any` and `not` within each other. */
export const DEPTH_MAX = 12;
/** Parts of a whole condition, counted through all levels. */
export const SIZE_MAX = 500;
const STEPS_MAX = 12;
const WITHOUT_MAX = 10;

const closed = { additionalProperties: false } as const;
const Word = Type.String({
  pattern: '^[A-Za-z0-9_.:-]{1,128}$',
  description: 'a name of letters, digits, _, ., : and -',
});
const self = Type.Ref('Condition');

const All = Type.Object(
  { all: Type.Array(self, { minItems: 1, maxItems: PARTS_MAX }) },
  { ...closed, title: 'All of' },
);
const Any = Type.Object(
  { any: Type.Array(self, { minItems: 1, maxItems: PARTS_MAX }) },
  { ...closed, title: 'Any of' },
);
const Not = Type.Object({ not: self }, { ...closed, title: 'Not' });

/** What is known of the person. */
export const AttributeCondition = Type.Object(
  { attribute: Path, ...ValueTestFields },
  { ...closed, minProperties: 2, maxProperties: 2, title: 'Attribute' },
);
export type AttributeCondition = Static<typeof AttributeCondition>;

const numberMeasure = Type.Object(
  { of: ValueField, ...NumberTest.properties },
  { ...closed, minProperties: 2 },
);
const valueMeasure = Type.Object(
  {
    of: ValueField,
    text: ValueTestFields.text,
    number: ValueTestFields.number,
    date: ValueTestFields.date,
    truth: ValueTestFields.truth,
  },
  { ...closed, minProperties: 2, maxProperties: 2 },
);

/** The measures of behaviour, by the key under which a condition writes them; at most one, and `times: { atLeast: 1 }` without. */
export const MEASURE_FIELDS = {
  /** How many events. */
  times: Type.Optional(CountTest),
  /** How many product lines. */
  lines: Type.Optional(CountTest),
  sum: Type.Optional(numberMeasure),
  average: Type.Optional(numberMeasure),
  minimum: Type.Optional(numberMeasure),
  maximum: Type.Optional(numberMeasure),
  /** The value of the first event, or line, that has one. */
  first: Type.Optional(valueMeasure),
  last: Type.Optional(valueMeasure),
  /** When it happened first, or last. */
  firstTime: Type.Optional(DateTest),
  lastTime: Type.Optional(DateTest),
  /** How many different values. */
  distinct: Type.Optional(
    Type.Object({ of: ValueField, ...CountTest.properties }, { ...closed, minProperties: 2 }),
  ),
  /** The value that came most often; of several the one that came last. */
  mostFrequent: Type.Optional(Type.Object({ of: ValueField, text: TextTest }, closed)),
  /** How often the value came that came most often: the same product three times. */
  repeated: Type.Optional(
    Type.Object({ of: ValueField, ...CountTest.properties }, { ...closed, minProperties: 2 }),
  ),
  /** The newest values, ten unless `size` says otherwise. */
  newest: Type.Optional(
    Type.Object(
      {
        of: ValueField,
        size: Type.Optional(Type.Integer({ minimum: 1, maximum: NEWEST_MAX })),
        list: ListTest,
      },
      closed,
    ),
  ),
} as const satisfies Record<MeasureKey, TSchema>;

/** What the person did. */
export const BehaviourCondition = Type.Object(
  { did: Matcher, in: Type.Optional(ConditionWindow), ...MEASURE_FIELDS },
  { ...closed, minProperties: 1, maxProperties: 3, title: 'Behaviour' },
);
export type BehaviourCondition = Static<typeof BehaviourCondition>;

const Matchers = Type.Array(Matcher, { minItems: 1, maxItems: WITHOUT_MAX });

/** One step: an event later than the step before, with bounds on the time between and on what may not happen between. */
export const SequenceStep = Type.Object(
  {
    did: Matcher,
    within: Type.Optional(Duration),
    after: Type.Optional(Duration),
    without: Type.Optional(Matchers),
  },
  { ...closed, title: 'Step' },
);
export type SequenceStep = Static<typeof SequenceStep>;

/** Events in this order, and what may not follow the last: until now, or for a while that must have passed. */
export const SequenceCondition = Type.Object(
  {
    sequence: Type.Array(SequenceStep, { minItems: 1, maxItems: STEPS_MAX }),
    afterwards: Type.Optional(
      Type.Object({ without: Matchers, for: Type.Optional(Duration) }, { ...closed, title: 'Afterwards' }),
    ),
    in: Type.Optional(SequenceWindow),
  },
  { ...closed, title: 'Sequence' },
);
export type SequenceCondition = Static<typeof SequenceCondition>;

/** The value of a trait: of one that people defined, by its id, or of one that is written out. */
const TraitCondition = Type.Object(
  { trait: Type.Union([Word, ComputedTrait]), ...ValueTestFields },
  { ...closed, minProperties: 2, maxProperties: 2, title: 'Trait' },
);

/** Belongs to an audience, or to a part of one that is split: `loyal` or `loyal/control`. */
const MemberCondition = Type.Object(
  {
    member: Type.String({
      pattern: '^[A-Za-z0-9_.:-]{1,128}(/[A-Za-z0-9_-]{1,64})?$',
      description: 'the id of an audience, such as “loyal”, or of a part of one, such as “loyal/control”',
    }),
  },
  { ...closed, title: 'Member of an audience' },
);

const Share = Type.Number({ minimum: 0, maximum: 1 });

/** Falls into this stretch of a named split of everybody, from the first share up to below the second. */
const SplitCondition = Type.Object({ split: Word, from: Share, to: Share }, { ...closed, title: 'Split' });

/** What the person allowed on a channel for a purpose (`marketing` unless said); the newest statement counts, also one for every channel. */
const ConsentCondition = Type.Object(
  {
    consent: Type.Object({ channel: Word, purpose: Type.Optional(Word) }, closed),
    is: Type.Union([Type.Literal('in'), Type.Literal('out'), Type.Literal('unknown')]),
  },
  { ...closed, title: 'Consent' },
);

/** There is an address on the channel at which messages arrive. */
const ReachableCondition = Type.Object({ reachable: Word }, { ...closed, title: 'Reachable on a channel' });

/** The latest score of a model. */
const ScoreCondition = Type.Object({ score: Word, number: NumberTest }, { ...closed, title: 'Score' });

/** The one condition language: who, and what they did. Meaning: docs/conditions.md and reference.ts. */
export const ConditionSchema = Type.Cyclic(
  {
    Condition: Type.Union([
      All,
      Any,
      Not,
      AttributeCondition,
      BehaviourCondition,
      SequenceCondition,
      TraitCondition,
      MemberCondition,
      ConsentCondition,
      ReachableCondition,
      ScoreCondition,
      SplitCondition,
    ]),
  },
  'Condition',
);
export type Condition = Static<typeof ConditionSchema>;
export type TraitCondition = Static<typeof TraitCondition>;
export type MemberCondition = Static<typeof MemberCondition>;
export type ConsentCondition = Static<typeof ConsentCondition>;
export type ReachableCondition = Static<typeof ReachableCondition>;
export type ScoreCondition = Static<typeof ScoreCondition>;
export type SplitCondition = Static<typeof SplitCondition>;

/** The key that tells what kind of part this is. */
export const HEADS = [
  'all',
  'any',
  'not',
  'attribute',
  'did',
  'sequence',
  'trait',
  'member',
  'consent',
  'reachable',
  'score',
  'split',
] as const;
export type Head = (typeof HEADS)[number];
