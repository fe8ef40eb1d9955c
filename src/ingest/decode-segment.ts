import type { EventType, Json, JsonObject } from '../core/index.ts';
import { isObject, overlay } from '../core/index.ts';
import { withClient } from './client.ts';
import { commerceName, commerceProperties } from './commerce.ts';
import { decodeItems } from './decode-items.ts';
import type { CollectedHeader, Decoded, DecodedEvent, Reject, RejectCode } from './decoded.ts';
import { NAMES_OF_TYPES } from './event-names.ts';
import { messageId } from './message-id.ts';
import { aboutWhom } from './nobody.ts';
import { segmentIdentities } from './segment-identities.ts';
import { idText, storable } from './text.ts';
import { correctTime, parseTime } from './time.ts';
import { WEIGHT_MESSAGES } from './weigh.ts';

/** Longest name of an event. */
const NAME_CHARACTERS_MAX = 200;

const EMPTY: JsonObject = Object.freeze({});

const MESSAGES: Readonly<Partial<Record<RejectCode, string>>> = {
  ...WEIGHT_MESSAGES,
  'event.not-an-object': 'A member of the batch is not a JSON object.',
  'event.malformed': 'properties, traits and context must be JSON objects.',
  'event.unknown-type': 'type must be track, identify, page, screen, group or alias.',
  'event.no-identity':
    'The event names nobody; send userId or anonymousId, or say with context.about = "nobody" that it is about nobody.',
  'event.no-name': 'A track call needs the name of the event in "event".',
  'event.no-group-id': 'A group call needs groupId.',
  'event.no-previous-id': 'An alias call needs previousId.',
  'event.name-too-long': `The name of the event is longer than ${NAME_CHARACTERS_MAX} characters.`,
  'event.identity-too-long': 'userId, anonymousId or previousId is longer than an id can be.',
};

/** What the batch lends to its members. */
interface Lent {
  readonly sent: number | undefined;
  readonly context: JsonObject | undefined;
  readonly integrations: JsonObject | undefined;
}

/**
 * Decodes the body of a Segment or RudderStack call, a batch or a single message
 * (https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/). Pure; wrong members become rejects.
 */
export function decodeSegment(header: CollectedHeader, position: number, body: unknown): Decoded {
  if (!isObject(body)) return { events: [], rejects: [] };
  const batch = body['batch'];
  const isBatch = Array.isArray(batch);
  const lent: Lent = isBatch
    ? {
        sent: parseTime(body['sentAt']),
        context: filled(body['context']),
        integrations: filled(body['integrations']),
      }
    : { sent: undefined, context: undefined, integrations: undefined };
  return decodeItems(
    isBatch ? (batch as readonly Json[]) : [body],
    (item, ordinal) => decodeItem(header, position, ordinal, item, lent),
    (item, ordinal, code) => rejectOf(header, position, ordinal, item, lent, code),
  );
}

function decodeItem(
  header: CollectedHeader,
  position: number,
  ordinal: number,
  item: JsonObject,
  lent: Lent,
): DecodedEvent | RejectCode {
  const type = typeOf(item['type']);
  if (type === undefined) return 'event.unknown-type';
  const context = contextOf(item, lent);
  if (context === undefined) return 'event.malformed';
  const written =
    type === 'identify'
      ? attributesOf(item, context)
      : objectOr(item[type === 'group' ? 'traits' : 'properties']);
  if (written === undefined) return 'event.malformed';
  const name = type === 'track' ? trackName(item['event']) : NAMES_OF_TYPES[type];
  if (name === undefined) return 'event.no-name';
  if (name.length > NAME_CHARACTERS_MAX) return 'event.name-too-long';
  const properties = propertiesOf(type, item, name, written);
  if (typeof properties === 'string') return properties;
  const named = segmentIdentities({ type, channel: header.channel, item, context, properties });
  if (named === undefined) return 'event.identity-too-long';
  const identities = aboutWhom(type, header.channel, context, named);
  if (identities === undefined) return 'event.no-identity';
  const event: DecodedEvent = {
    ordinal,
    id: messageId(item['messageId'], position, ordinal),
    type,
    name: type === 'track' ? commerceName(name) : name,
    time: timeOf(item, lent, header.received),
    received: header.received,
    source: header.source,
    channel: header.channel,
    identities,
    properties,
    context: withClient(context, header),
  };
  return event;
}

function typeOf(type: unknown): EventType | undefined {
  switch (type) {
    case 'track':
    case 'identify':
    case 'page':
    case 'screen':
    case 'group':
    case 'alias':
      return type;
    default:
      return undefined;
  }
}

/** RudderStack writes the time of the call to originalTimestamp and only a time that the caller gave to timestamp. */
function timeOf(item: JsonObject, lent: Lent, received: number): number {
  const happened = parseTime(item['timestamp']) ?? parseTime(item['originalTimestamp']);
  return correctTime(happened, parseTime(item['sentAt']) ?? lent.sent, received);
}

/** The message's context over the batch's, and choices of integrations where there are any. */
function contextOf(item: JsonObject, lent: Lent): JsonObject | undefined {
  const own = objectOr(item['context']);
  if (own === undefined) return undefined;
  const context = lent.context === undefined ? own : overlay(lent.context, own);
  const integrations = choices(item['integrations'], lent.integrations);
  return integrations === undefined ? context : overlay(context, { integrations });
}

/** Which integrations were switched, when it is more than "all", the default of every client. */
function choices(own: unknown, lent: JsonObject | undefined): JsonObject | undefined {
  const chosen = isObject(own) ? own : EMPTY;
  const all = lent === undefined ? chosen : overlay(lent, chosen);
  for (const key in all) if (key !== 'All' || all[key] !== true) return all;
  return undefined;
}

/** Segment sends the attributes of an identify in traits, RudderStack in context.traits. */
function attributesOf(item: JsonObject, context: JsonObject): JsonObject | undefined {
  const traits = objectOr(item['traits']);
  const contextTraits = context['traits'];
  if (traits === undefined || !isObject(contextTraits)) return traits;
  return item['traits'] === undefined ? contextTraits : overlay(contextTraits, traits);
}

function trackName(event: unknown): string | undefined {
  if (typeof event !== 'string') return undefined;
  const isPadded = event.charCodeAt(0) <= 32 || event.charCodeAt(event.length - 1) <= 32;
  const name = isPadded ? event.trim() : event;
  return name === '' ? undefined : storable(name);
}

function propertiesOf(
  type: EventType,
  item: JsonObject,
  name: string,
  written: JsonObject,
): JsonObject | RejectCode {
  switch (type) {
    case 'track':
      return commerceName(name) === name ? written : commerceProperties(commerceName(name), written);
    case 'page':
    case 'screen':
      return withMissing(withMissing(written, 'name', item['name']), 'category', item['category']);
    case 'group': {
      const groupId = idText(item['groupId']);
      return groupId === undefined ? 'event.no-group-id' : overlay(written, { groupId });
    }
    case 'alias': {
      const previousId = idText(item['previousId']);
      return previousId === undefined ? 'event.no-previous-id' : overlay(written, { previousId });
    }
    default:
      return written;
  }
}

function withMissing(properties: JsonObject, key: string, value: Json | undefined): JsonObject {
  const isMissing = typeof value === 'string' && properties[key] === undefined;
  return isMissing ? overlay(properties, { [key]: value }) : properties;
}

/** The object, an empty one for nothing, undefined for anything else. */
function objectOr(value: Json | undefined): JsonObject | undefined {
  if (value === undefined || value === null) return EMPTY;
  return isObject(value) ? value : undefined;
}

function filled(value: Json | undefined): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  for (const _ in value) return value;
  return undefined;
}

/** The refused message with all that it needs to be sent again by itself; the write key does not travel on. */
function rejectOf(
  header: CollectedHeader,
  position: number,
  ordinal: number,
  item: Json,
  lent: Lent,
  code: RejectCode,
): Reject {
  const message = MESSAGES[code] ?? 'The event cannot be read.';
  if (!isObject(item)) return { ordinal, code, message, event: item };
  const { writeKey, sentAt, originalTimestamp, _metadata, ...kept } = item;
  const context = contextOf(item, lent);
  const event = {
    ...kept,
    ...(lent.context !== undefined && context !== undefined ? { context } : {}),
    messageId: messageId(item['messageId'], position, ordinal),
    timestamp: new Date(timeOf(item, lent, header.received)).toISOString(),
  };
  return { ordinal, code, message, event };
}
