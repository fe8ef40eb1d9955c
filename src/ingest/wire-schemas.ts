import { Type } from 'typebox';
import { BATCH_EVENTS_MAX } from './envelope.ts';

// These schemas describe the bodies in the OpenAPI document. Bodies are checked by hand (envelope.ts, decode-*.ts): a
// general validator costs more than the decoding, and one wrong event must not refuse a batch.

const Open = Type.Object({}, { additionalProperties: true });
const Moment = Type.Union([Type.String({ description: 'ISO 8601; UTC without an offset' }), Type.Number()]);

/** A message of the Segment specification. */
export const SegmentMessageSchema = Type.Object(
  {
    type: Type.Optional(
      Type.Union(['track', 'identify', 'page', 'screen', 'group', 'alias'].map((type) => Type.Literal(type))),
    ),
    messageId: Type.Optional(Type.String({ description: 'Counted once per sender for at least 7 days' })),
    userId: Type.Optional(Type.Union([Type.String(), Type.Number()])),
    anonymousId: Type.Optional(Type.String()),
    event: Type.Optional(Type.String({ description: 'Name of a track call' })),
    name: Type.Optional(Type.String({ description: 'Name of a page or screen' })),
    previousId: Type.Optional(Type.String()),
    groupId: Type.Optional(Type.String()),
    properties: Type.Optional(Open),
    traits: Type.Optional(Open),
    context: Type.Optional(Open),
    integrations: Type.Optional(Open),
    timestamp: Type.Optional(Moment),
    originalTimestamp: Type.Optional(Moment),
    sentAt: Type.Optional(Moment),
    writeKey: Type.Optional(Type.String({ description: 'Where no Authorization header can be sent' })),
  },
  { additionalProperties: true },
);

/** A batch of Segment messages. */
export const SegmentBatchSchema = Type.Object(
  {
    batch: Type.Array(SegmentMessageSchema, { maxItems: BATCH_EVENTS_MAX }),
    context: Type.Optional(Open),
    integrations: Type.Optional(Open),
    sentAt: Type.Optional(Moment),
    writeKey: Type.Optional(Type.String()),
  },
  { additionalProperties: true },
);

/** What Segment answers to everything that it took. */
export const SegmentAnswerSchema = Type.Object({ success: Type.Literal(true) });

const Identities = Type.Union([
  Type.Array(Type.Object({ namespace: Type.String(), value: Type.Union([Type.String(), Type.Number()]) })),
  Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
]);

/** The body of `POST /api/events`. */
export const NativeBodySchema = Type.Object(
  {
    sentAt: Type.Optional(Moment),
    events: Type.Array(
      Type.Object({
        id: Type.Optional(
          Type.String({ maxLength: 99, description: 'Counted once per sender for at least 7 days' }),
        ),
        type: Type.Optional(
          Type.Union(
            ['track', 'identify', 'page', 'screen', 'group', 'alias'].map((type) => Type.Literal(type)),
            { default: 'track' },
          ),
        ),
        name: Type.Optional(Type.String({ maxLength: 200, description: 'Required for track' })),
        time: Type.Optional(Moment),
        identities: Type.Optional(Identities),
        properties: Type.Optional(Open),
        context: Type.Optional(Open),
      }),
      { minItems: 1, maxItems: BATCH_EVENTS_MAX },
    ),
  },
  { additionalProperties: false },
);

/** The answer of `POST /api/events`: rejected events are in the quarantine, the others are durable. */
export const NativeAnswerSchema = Type.Object({
  accepted: Type.Integer(),
  rejected: Type.Array(
    Type.Object({
      index: Type.Integer({ description: 'Which of the events, from 0' }),
      code: Type.String({ description: 'Stable, for example event.no-identity' }),
      message: Type.String(),
    }),
  ),
});
