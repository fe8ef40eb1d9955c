import { Type } from 'typebox';

const Time = Type.Integer({ description: 'ms since the epoch' });

/** The id of an audience. */
export const AudienceId = Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,128}$' });
export const AudienceParams = Type.Object({ id: AudienceId });

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

/** An audience in a list. */
export const AudienceView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  state: Type.String({ description: 'draft, live, paused or archived, as it was set up' }),
  version: Type.Integer({ description: 'The version that was set up last' }),
  versionInForce: Type.Union([Type.Integer(), Type.Null()], {
    description: 'The version that memberships follow; null before the first is complete',
  }),
  size: Type.Integer({ description: 'People in it' }),
  evaluated: Type.Union([Type.Literal('live'), Type.Literal('list'), Type.Literal('not')], {
    description: 'live: with every event and at the moment at which time changes it',
  }),
  notBecause: Type.Optional(Type.String({ description: 'Why nobody enters or leaves' })),
  progress: Type.Optional(Progress),
  cost: Type.Object({
    traits: Type.Integer({ description: 'Traits it reads; shared with audiences that ask the same' }),
    touchesPerSecond: Type.Number({ description: 'How often it was asked about somebody, since the start' }),
  }),
});

/** An audience with its condition. */
export const AudienceDetail = Type.Intersect([
  AudienceView,
  Type.Object({ condition: Type.Union([ConditionDocument, Type.Null()]) }),
]);

/** Somebody in an audience. */
export const Member = Type.Object({
  person: Type.Integer(),
  enteredAt: Time,
  how: Type.String({ description: 'live, back-fill or un-merge' }),
  version: Type.Integer(),
});

export const MemberPage = Type.Object({
  members: Type.Array(Member),
  next: Type.Optional(Type.Integer({ description: 'Give it as `above` for the next page' })),
});

export const HistoryView = Type.Object({
  days: Type.Array(
    Type.Object({
      day: Type.String(),
      entered: Type.Integer(),
      backFilled: Type.Integer(),
      left: Type.Integer(),
      size: Type.Integer({ description: 'At the end of the day' }),
    }),
  ),
});

export const EstimateView = Type.Object({
  people: Type.Integer(),
  elapsedMs: Type.Number(),
  sample: Type.Array(Type.Integer({ description: 'Ids of some of the people' })),
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
