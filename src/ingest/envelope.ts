import { type EventType, isObject, type JsonObject, pointerPart, refusal } from '../core/index.ts';
import { type Scale, weigh } from './weigh.ts';

/** Events of one request, as Segment documents it. */
export const BATCH_EVENTS_MAX = 2_500;
/** What a batch lends to its members (context, integrations) is stored with each of them, so it must be small. */
const LENT_CHARACTERS_MAX = 4 * 1024;
const LENT_KEYS_MAX = 200;

/** Reads a body as JSON. Refusal: `ingest.bad-json` (400); the parser's own message is kept back, for it quotes the body. */
export function parseBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    const position = / position (\d+)/.exec((cause as Error).message)?.[1];
    const where = position === undefined ? '' : ` (at character ${position})`;
    throw refusal('ingest.bad-json', 400, `The body is not valid JSON${where}.`, {
      detail: position === undefined ? {} : { position: Number(position) },
    });
  }
}

/**
 * Checks the outside of a Segment body: an object; where it is a batch, an array of at most BATCH_EVENTS_MAX. What is
 * wrong with single events is found later and goes to the quarantine, for Segment answers 200 to them.
 * Refusals (400): `ingest.bad-envelope`, `ingest.too-many-events`, with the place in `detail.pointer`.
 */
export function checkSegmentEnvelope(body: unknown, isBatchRoute: boolean): asserts body is JsonObject {
  if (!isObject(body)) throw bad('', 'The body must be a JSON object.');
  const batch = body['batch'];
  if (batch === undefined && !isBatchRoute) return;
  if (!Array.isArray(batch)) throw bad('/batch', 'batch must be an array of messages.');
  checkCount(batch.length, '/batch');
  checkLent(body, 'context');
  checkLent(body, 'integrations');
}

/** Checks the outside of a native body: `{ events: [object …] }`. Refusals as in `checkSegmentEnvelope`. */
export function checkNativeEnvelope(body: unknown): asserts body is JsonObject {
  if (!isObject(body)) throw bad('', 'The body must be a JSON object with "events".');
  for (const key in body) {
    if (key !== 'events' && key !== 'sentAt') {
      throw bad(`/${pointerPart(key.slice(0, 40))}`, 'The body has only "events" and "sentAt".');
    }
  }
  const events = body['events'];
  if (!Array.isArray(events)) throw bad('/events', 'events must be an array.');
  if (events.length === 0) throw bad('/events', 'events is empty.');
  checkCount(events.length, '/events');
  const wrong = events.findIndex((event) => !isObject(event));
  if (wrong >= 0) throw bad(`/events/${wrong}`, 'An event must be a JSON object.');
}

/**
 * The body as it is appended: the bytes that came, but that the route of a single call says what it is (`/v1/track`). A
 * second "type" key at the end wins in every JSON parser that keeps the last one, as ECMAScript demands.
 */
export function withType(
  bytes: Buffer,
  body: JsonObject,
  type: EventType,
): { bytes: Buffer; body: JsonObject } {
  if (body['type'] === type || body['batch'] !== undefined) return { bytes, body };
  const end = bytes.lastIndexOf('}');
  const isEmpty = Object.keys(body).length === 0;
  const tail = Buffer.from(`${isEmpty ? '' : ','}"type":"${type}"}`);
  return { bytes: Buffer.concat([bytes.subarray(0, end), tail]), body: { ...body, type } };
}

function checkCount(count: number, pointer: string): void {
  if (count <= BATCH_EVENTS_MAX) return;
  throw refusal(
    'ingest.too-many-events',
    400,
    `A request may have ${BATCH_EVENTS_MAX} events; send smaller batches.`,
    {
      detail: { pointer, count, countMax: BATCH_EVENTS_MAX },
    },
  );
}

function checkLent(body: JsonObject, key: 'context' | 'integrations'): void {
  const lent = body[key];
  if (lent === undefined || lent === null) return;
  if (!isObject(lent)) throw bad(`/${key}`, `${key} must be a JSON object.`);
  const scale: Scale = { characters: LENT_CHARACTERS_MAX, keys: LENT_KEYS_MAX };
  const fault = weigh(lent, scale);
  if (fault !== undefined) throw bad(`/${key}`, `The ${key} of a batch is too large or too deep (${fault}).`);
}

function bad(pointer: string, message: string): Error {
  return refusal('ingest.bad-envelope', 400, `${message} (at "${pointer}")`, { detail: { pointer } });
}
