import { type Static, Type } from 'typebox';

const Time = Type.Integer({ description: 'ms since the epoch' });
const Nullable = Type.Union([Time, Type.Null()]);

const Value = Type.Object({ value: Type.Unknown(), time: Time, source: Type.String() });

const OrderSchema = Type.Object({
  id: Type.String(),
  placed: Time,
  channel: Type.String(),
  source: Type.String(),
  amount: Type.Number({ description: 'Currency units' }),
  refunded: Type.Number(),
  currency: Type.String(),
  units: Type.Number(),
  cancelled: Nullable,
});

/** The whole person as one document (ProfileView). */
export const ProfileSchema = Type.Object(
  {
    id: Type.Integer(),
    known: Type.Boolean({ description: 'Something says who she is' }),
    identities: Type.Array(
      Type.Object({
        namespace: Type.String(),
        value: Type.String(),
        since: Time,
        last: Time,
        source: Type.String(),
        why: Type.String({ description: 'Why it is linked' }),
      }),
    ),
    attributes: Type.Record(Type.String(), Value),
    addresses: Type.Record(Type.String(), Value),
    consents: Type.Record(
      Type.String({ description: 'channel/purpose' }),
      Type.Tuple([Type.Union([Type.Literal('in'), Type.Literal('out')]), Time, Type.String()]),
    ),
    purchases: Type.Object({
      count: Type.Integer(),
      units: Type.Number(),
      revenue: Type.Record(Type.String(), Type.Number(), { description: 'Net of refunds, by currency' }),
      first: Nullable,
      last: Nullable,
      recent: Type.Array(OrderSchema),
    }),
    sessions: Type.Object({
      count: Type.Integer(),
      last: Type.Optional(Type.Object({ start: Time, end: Time })),
    }),
    audiences: Type.Record(
      Type.String(),
      Type.Object({
        enteredAt: Time,
        how: Type.String({ description: 'live, back-fill or un-merge' }),
        version: Type.Integer({ description: 'The version by which she entered' }),
      }),
      { description: 'The audiences that she is in' },
    ),
    traits: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Object({
          name: Type.String(),
          value: Type.Union([Type.Number(), Type.String(), Type.Array(Type.String()), Type.Null()], {
            description: 'A count, a number in units, a text, texts, or a time in ms; null for nothing',
          }),
          field: Type.Optional(Type.String({ description: 'The field that is measured, where one is' })),
          asOf: Time,
          changesAt: Type.Optional(
            Type.Integer({ description: 'When it changes by itself, nothing new happening (ms)' }),
          ),
        }),
        { description: 'The traits that people defined, where there are any; not for moments of the past' },
      ),
    ),
    events: Type.Object({ count: Type.Integer(), first: Nullable, last: Nullable }),
    merges: Type.Array(Type.Object({ from: Type.Integer(), time: Time, why: Type.String() })),
  },
  { description: 'A person: identities, attributes, consents, purchases, sessions' },
);

/** A page of a person's events. */
export const TimelineSchema = Type.Object({
  events: Type.Array(
    Type.Object({
      id: Type.String(),
      place: Type.Integer(),
      derived: Type.Integer({
        description: 'Above 0: what followed from the event of this place within the program',
      }),
      type: Type.String(),
      name: Type.String(),
      time: Time,
      received: Time,
      source: Type.String(),
      channel: Type.String(),
      session: Type.Integer(),
      identities: Type.Array(Type.String()),
      revenue: Type.Number(),
      properties: Type.Record(Type.String(), Type.Unknown()),
      context: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
  next: Type.Optional(Type.String({ description: 'Give it as `before` for the next page' })),
});

/** What a merge or an un-merge would give. */
export const PreviewSchema = Type.Object({
  possible: Type.Boolean(),
  reason: Type.Optional(Type.String()),
  before: Type.Array(ProfileSchema),
  after: Type.Array(ProfileSchema),
});

/** The whole person as one document. */
export type ProfileView = Static<typeof ProfileSchema>;
/** What a person's purchases come to; cancelled orders do not count, refunds are taken off. */
export type Purchases = ProfileView['purchases'];
/** An order as readers see it; amounts in currency units. */
export type OrderView = Purchases['recent'][number];
/** An event of a person as the timeline shows it. */
export type TimelineEvent = Static<typeof TimelineSchema>['events'][number];
/** What a merge or an un-merge would give, side by side with what is. */
export type Preview = Static<typeof PreviewSchema>;
