import { Type } from 'typebox';
import { AudienceSetSchema, MEMBER_PATTERN, RankSchema, SplitSchema } from './set.ts';

const Time = Type.Integer({ description: 'ms since the epoch' });
const Moment = Time;

/** The id of an audience, or of a part of one that is split: `loyal/control`, in an address `loyal%2Fcontrol`. */
export const AudienceId = Type.String({ pattern: MEMBER_PATTERN });
export const AudienceParams = Type.Object({ id: AudienceId });
/** The id of an audience as it is defined. */
export const DefinedId = Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,128}$' });

/** A condition as a document; what is wrong with it is said with its place. */
export const ConditionDocument = Type.Unsafe<unknown>({
  type: 'object',
  description: 'A condition (docs/conditions.md)',
});

const Progress = Type.Object(
  {
    stage: Type.Union([Type.Literal('history'), Type.Literal('people')], {
      description: 'history: the past is read; people: everybody is looked at',
    }),
    share: Type.Number({ minimum: 0, maximum: 1 }),
  },
  { description: 'What is under way before a new version is complete' },
);

const Ranking = Type.Object(
  {
    every: Type.String({ description: 'How often it is worked out' }),
    asOf: Type.Union([Moment, Type.Null()], { description: 'When it was worked out last' }),
    tookMs: Type.Union([Type.Integer(), Type.Null()]),
  },
  { description: 'Of a ranking: members enter and leave when it is worked out' },
);

/** An audience in a list. */
export const AudienceView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: Type.Optional(Type.String()),
  partOf: Type.Optional(Type.String({ description: 'The audience that this is a part of' })),
  kind: Type.Union(
    [
      Type.Literal('condition'),
      Type.Literal('set'),
      Type.Literal('list'),
      Type.Literal('ranking'),
      Type.Literal('part'),
    ],
    { description: 'How it says who; a part says it by the split of the whole' },
  ),
  state: Type.String({ description: 'draft, live, paused or archived, as it was set up' }),
  version: Type.Integer({ description: 'The version that was set up last' }),
  versionInForce: Type.Union([Type.Integer(), Type.Null()], {
    description: 'The version that memberships follow; null before the first is complete',
  }),
  size: Type.Integer({ description: 'People in it' }),
  evaluated: Type.Union(
    [Type.Literal('live'), Type.Literal('list'), Type.Literal('ranking'), Type.Literal('not')],
    {
      description:
        'live: with every event and at the moment at which time changes it; list: when people are put on it or taken off it; ranking: when it is worked out',
    },
  ),
  ranking: Type.Optional(Ranking),
  waiting: Type.Optional(Type.Integer({ description: 'Of a list: identities on it that nobody has yet' })),
  notBecause: Type.Optional(Type.String({ description: 'Why nobody enters or leaves' })),
  progress: Type.Optional(Progress),
  usedIn: Type.Array(Type.String(), { description: 'Keys of live definitions that build on it' }),
  cost: Type.Object({
    traits: Type.Integer({ description: 'Traits it reads; shared with audiences that ask the same' }),
    touchesPerSecond: Type.Number({ description: 'How often it was asked about somebody, since the start' }),
  }),
});

/** An audience with what it says. */
export const AudienceDetail = Type.Intersect([
  AudienceView,
  Type.Object({
    condition: Type.Union([ConditionDocument, Type.Null()], {
      description: 'Who is in it: of a set as the condition that it means, of a list null',
    }),
    set: Type.Optional(AudienceSetSchema),
    rank: Type.Optional(RankSchema),
    split: Type.Optional(SplitSchema),
    parts: Type.Array(Type.String(), { description: 'Ids of the parts of a split' }),
  }),
]);

/** Somebody in an audience. */
export const Member = Type.Object({
  person: Type.Integer(),
  enteredAt: Time,
  how: Type.String({
    description: 'live, time, back-fill or un-merge; for lists upload, request, snapshot or ranking',
  }),
  version: Type.Integer(),
  cursor: Type.String({ description: 'Give it as `after` for what comes after' }),
  attributes: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

export const MemberPage = Type.Object({
  members: Type.Array(Member),
  next: Type.Optional(Type.String({ description: 'Give it as `after` for the next page' })),
});

const Causes = Type.Record(Type.String(), Type.Integer(), {
  description: 'By cause: live, time, back-fill, un-merge, upload, request, snapshot, ranking',
});

export const HistoryView = Type.Object({
  days: Type.Array(
    Type.Object({
      day: Type.String(),
      entered: Type.Integer(),
      left: Type.Integer(),
      enteredBy: Causes,
      leftBy: Causes,
      size: Type.Integer({
        description:
          'At the end of the day, reckoned back from now; people who became one in between are not in it',
      }),
    }),
  ),
});

/** How all audiences moved, for a list of them. */
export const TrendsView = Type.Object({
  days: Type.Array(Type.String(), {
    description: 'The days, oldest first, in the time zone of the workspace; today is the last',
  }),
  trends: Type.Array(
    Type.Object({
      id: Type.String(),
      sizes: Type.Array(Type.Integer(), {
        description: 'At the end of each of the days, reckoned back from now',
      }),
      enteredToday: Type.Integer(),
      leftToday: Type.Integer(),
    }),
  ),
});

const countFields = {
  people: Type.Integer(),
  low: Type.Integer({ description: 'Lower bound of the 95 % confidence interval; `people` when exact' }),
  high: Type.Integer(),
};

export const EstimateBody = Type.Object(
  {
    condition: Type.Optional(ConditionDocument),
    set: Type.Optional(AudienceSetSchema),
    mode: Type.Optional(
      Type.Union([Type.Literal('auto'), Type.Literal('exact'), Type.Literal('sample')], {
        description: 'exact reads everything; sample what is kept of some people; auto what answers soon',
      }),
    ),
    parts: Type.Optional(Type.Boolean({ description: 'Count each part of the condition by itself too' })),
    reach: Type.Optional(Type.Boolean({ description: 'Count who may be contacted, by channel' })),
  },
  { additionalProperties: false },
);

export const EstimateView = Type.Object({
  ...countFields,
  of: Type.Integer({ description: 'Everybody' }),
  isExact: Type.Boolean(),
  sampleShare: Type.Number({ description: 'The share of people looked at; 1 when exact' }),
  asOf: Moment,
  elapsedMs: Type.Number(),
  sample: Type.Array(Type.Integer({ description: 'Ids of some of the people' })),
  parts: Type.Array(Type.Object({ pointer: Type.String(), ...countFields })),
  reach: Type.Optional(
    Type.Object({
      email: Type.Object(countFields),
      sms: Type.Object(countFields),
      push: Type.Object(countFields),
    }),
  ),
  evaluation: Type.Object({
    how: Type.Literal('live'),
    traits: Type.Integer({ description: 'Traits it reads' }),
    newTraits: Type.Integer({
      description: 'Those that no live audience reads yet: their past must be read',
    }),
    touchesPerSecond: Type.Number({ description: 'Events it looks at, as they came in the last week' }),
  }),
});

export const OverlapView = Type.Object({
  parts: Type.Array(
    Type.Object({
      audiences: Type.Array(Type.String(), { description: 'In all of these and in none of the others' }),
      people: Type.Integer(),
    }),
  ),
});

export const Explained = Type.Object({
  audience: Type.String(),
  person: Type.Integer(),
  at: Time,
  isMember: Type.Boolean(),
  explanation: Type.Unsafe<unknown>({
    type: 'object',
    description: 'Each part of the condition with what was found',
  }),
});
