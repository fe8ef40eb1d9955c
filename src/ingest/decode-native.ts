import type { EventType, Identity, Json, JsonObject } from '../core/index.ts';
import { isObject } from '../core/index.ts';
import { withClient } from './client.ts';
import { decodeItems } from './decode-items.ts';
import type { CollectedHeader, Decoded, DecodedEvent, Reject, RejectCode } from './decoded.ts';
import { NAMES_OF_TYPES } from './event-names.ts';
import { MESSAGE_ID_CHARACTERS_MAX, messageId } from './message-id.ts';
import { aboutWhom } from './nobody.ts';
import { IDENTITY_CHARACTERS_MAX, idText, storable } from './text.ts';
import { correctTime, EARLIEST_TIME, parseTime } from './time.ts';
import { EVENT_SCALE, IMPORTED_EVENT_SCALE, WEIGHT_MESSAGES } from './weigh.ts';

/** Identities of one event of the native protocol. */
const NATIVE_IDENTITIES_MAX = 32;
const NAME_CHARACTERS_MAX = 200;
const NAMESPACE = /^[a-z][a-z0-9_]{0,31}$/;
const EMPTY: JsonObject = Object.freeze({});

const MESSAGES: Readonly<Partial<Record<RejectCode, string>>> = {
  ...WEIGHT_MESSAGES,
  'event.not-an-object': 'An event must be a JSON object.',
  'event.malformed': 'properties and context must be JSON objects.',
  'event.unknown-type':
    'type must be track, identify, page, screen, group or alias; without it, it is track.',
  'event.no-identity':
    'The event names nobody; give at least one identity, or say with context.about = "nobody" that it is about nobody.',
  'event.no-name': 'The event needs a name.',
  'event.name-too-long': `The name is longer than ${NAME_CHARACTERS_MAX} characters.`,
  'event.id-too-long': `The id must be a text of fewer than ${MESSAGE_ID_CHARACTERS_MAX} characters.`,
  'event.bad-time': 'time must be ISO 8601 or milliseconds since the epoch, and not before 1990.',
  'event.bad-identity':
    'identities must be [{namespace, value}] or {namespace: value}; a namespace is lower case letters, digits and _.',
  'event.identity-too-long': `An identity is longer than ${IDENTITY_CHARACTERS_MAX} characters.`,
  'event.too-many-identities': `The event has more than ${NATIVE_IDENTITIES_MAX} identities.`,
};

/** Decodes `{ sentAt?, events: [{ id?, type?, name, time?, identities, properties?, context? }] }`. Pure. */
export function decodeNative(header: CollectedHeader, position: number, body: unknown): Decoded {
  if (!isObject(body)) return { events: [], rejects: [] };
  const sent = parseTime(body['sentAt']);
  return decodeItems(
    Array.isArray(body['events']) ? (body['events'] as readonly Json[]) : [],
    (item, ordinal) => decodeItem(header, position, ordinal, item, sent),
    (item, ordinal, code) => rejectOf(header, position, ordinal, item, sent, code),
    header.protocol === 'import' ? IMPORTED_EVENT_SCALE : EVENT_SCALE,
  );
}

function decodeItem(
  header: CollectedHeader,
  position: number,
  ordinal: number,
  item: JsonObject,
  sent: number | undefined,
): DecodedEvent | RejectCode {
  const type = typeOf(item['type']);
  if (type === undefined) return 'event.unknown-type';
  const name = nameOf(item['name'], type);
  if (name === undefined) return 'event.no-name';
  if (name.length > NAME_CHARACTERS_MAX) return 'event.name-too-long';
  const properties = objectOr(item['properties']);
  const context = objectOr(item['context']);
  if (properties === undefined || context === undefined) return 'event.malformed';
  if (!isId(item['id'])) return 'event.id-too-long';
  const given = item['time'] ?? undefined;
  const happened = parseTime(given);
  if (given !== undefined && (happened === undefined || happened < EARLIEST_TIME)) return 'event.bad-time';
  const named = identitiesOf(item['identities']);
  if (typeof named === 'string') return named;
  const identities = aboutWhom(type, header.channel, context, named);
  if (identities === undefined) return 'event.no-identity';
  return {
    ordinal,
    id: messageId(item['id'], position, ordinal),
    type,
    name,
    time: correctTime(happened, sent, header.received),
    received: header.received,
    source: header.source,
    channel: header.channel,
    identities,
    properties,
    context: withClient(context, header),
  };
}

function typeOf(type: Json | undefined): EventType | undefined {
  if (type === undefined || type === null) return 'track';
  return typeof type === 'string' && (type === 'track' || Object.hasOwn(NAMES_OF_TYPES, type))
    ? (type as EventType)
    : undefined;
}

function nameOf(name: Json | undefined, type: EventType): string | undefined {
  if (name === undefined || name === null) return type === 'track' ? undefined : NAMES_OF_TYPES[type];
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  return storable(name.trim());
}

function isId(id: Json | undefined): boolean {
  if (id === undefined || id === null) return true;
  return idText(id) !== undefined && String(id).length < MESSAGE_ID_CHARACTERS_MAX;
}

function identitiesOf(given: Json | undefined): Identity[] | RejectCode {
  const identities: Identity[] = [];
  if (Array.isArray(given)) {
    if (given.length > NATIVE_IDENTITIES_MAX) return 'event.too-many-identities';
    for (const entry of given as readonly Json[]) {
      if (!isObject(entry)) return 'event.bad-identity';
      const fault = add(identities, entry['namespace'], entry['value']);
      if (fault !== undefined) return fault;
    }
  } else if (isObject(given)) {
    for (const namespace in given) {
      if (identities.length >= NATIVE_IDENTITIES_MAX) return 'event.too-many-identities';
      const fault = add(identities, namespace, given[namespace]);
      if (fault !== undefined) return fault;
    }
  } else if (given !== undefined && given !== null) return 'event.bad-identity';
  return identities;
}

/** Null and empty values are how exports write "none"; they are skipped, as in the Segment protocol. */
function add(
  identities: Identity[],
  namespace: Json | undefined,
  value: Json | undefined,
): RejectCode | undefined {
  if (typeof namespace !== 'string' || !NAMESPACE.test(namespace)) return 'event.bad-identity';
  if (value === undefined || value === null || value === '') return undefined;
  const text = idText(value);
  if (text === undefined) return 'event.bad-identity';
  if (text.length > IDENTITY_CHARACTERS_MAX) return 'event.identity-too-long';
  for (const known of identities) if (known.value === text && known.namespace === namespace) return undefined;
  identities.push({ namespace, value: text });
  return undefined;
}

function objectOr(value: Json | undefined): JsonObject | undefined {
  if (value === undefined || value === null) return EMPTY;
  return isObject(value) ? value : undefined;
}

function rejectOf(
  header: CollectedHeader,
  position: number,
  ordinal: number,
  item: Json,
  sent: number | undefined,
  code: RejectCode,
): Reject {
  const message = MESSAGES[code] ?? 'The event cannot be read.';
  if (!isObject(item)) return { ordinal, code, message, event: item };
  const happened = parseTime(item['time']);
  // A wrong id or time stays as it is, so that whoever looks into the quarantine sees what was wrong.
  const id = isId(item['id']) ? messageId(item['id'], position, ordinal) : item['id'];
  const time =
    code === 'event.bad-time'
      ? item['time']
      : new Date(correctTime(happened, sent, header.received)).toISOString();
  return { ordinal, code, message, event: { ...item, id, time } };
}
