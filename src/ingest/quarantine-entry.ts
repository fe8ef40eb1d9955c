import { type Static, Type } from 'typebox';
import { isObject } from '../core/index.ts';
import type { Change } from '../engine/state/index.ts';
import type { CollectedHeader, DecodedEvent, Reject, RejectCode } from './decoded.ts';

/** Larger events are kept clipped: enough to see what they were, not enough to fill the disk with. */
const KEPT_CHARACTERS_MAX = 64 * 1024;
const CLIPPED_DEPTH_MAX = 6;
const CLIPPED_KEYS_MAX = 20;
const CLIPPED_TEXT_MAX = 200;
const PLACE_DIGITS = 16;
const ELLIPSIS = '…';
/** Not even tried: nesting of thousands of levels overflows the stack of JSON.stringify, many keys take it 40 ms. */
const NEVER_WHOLE: ReadonlySet<string> = new Set([
  'event.too-deep',
  'event.too-many-keys',
] satisfies RejectCode[]);

/** The reason of entries that are rows, not events: the person has counted the event, and the warehouse refuses its row. */
export const ROW_REFUSED = 'warehouse.row-refused';

/** A refused event with the reason and with all that sending it again needs. */
export const QuarantineEntrySchema = Type.Object(
  {
    reason: Type.String({ description: 'Stable code, for example event.no-identity' }),
    message: Type.String(),
    source: Type.String({ description: 'Id of the source that sent it' }),
    channel: Type.String(),
    country: Type.Optional(Type.String()),
    protocol: Type.Union([Type.Literal('segment'), Type.Literal('native'), Type.Literal('import')], {
      description: 'How the event is written',
    }),
    received: Type.Integer({ description: 'Milliseconds since the epoch' }),
    clipped: Type.Boolean({
      description: 'The event was too large to keep whole; a replay must bring a corrected one',
    }),
    event: Type.Unknown({ description: 'The event with its message id and its corrected time' }),
    row: Type.Optional(
      Type.String({ description: 'Of warehouse.row-refused: the row as it was sent to the warehouse' }),
    ),
  },
  { additionalProperties: false },
);
export type QuarantineEntry = Static<typeof QuarantineEntrySchema>;

/** The key of an entry: its place in the log, padded, so that keys sort in log order. */
export function quarantineKey(place: number): string {
  return String(place).padStart(PLACE_DIGITS, '0');
}

/** The change of the state that keeps a refused event. Repeating it changes nothing. */
export function quarantineChange(place: number, reject: Reject, header: CollectedHeader): Change {
  const value = encodeEntry(entryOf(header, reject));
  return { collection: 'quarantine', key: quarantineKey(place), value };
}

/** An event that decoding let through and a later stage refuses, in the form that the quarantine keeps and replays. */
export function rejectEvent(event: DecodedEvent, code: string, message: string): Reject {
  const { ordinal, id, type, name, identities, properties, context } = event;
  const time = new Date(event.time).toISOString();
  return {
    ordinal,
    code,
    message,
    protocol: 'native',
    event: { id, type, name, time, identities, properties, context },
  };
}

/** An entry as the text that the state keeps; an event too large to be kept whole is clipped. */
export function encodeEntry(entry: QuarantineEntry): string {
  const text = NEVER_WHOLE.has(entry.reason) ? undefined : JSON.stringify(entry);
  if (text !== undefined && text.length <= KEPT_CHARACTERS_MAX) return text;
  return JSON.stringify({ ...entry, clipped: true, event: clipped(entry.event, 0) });
}

/** Reads what `encodeEntry` wrote. */
export function decodeEntry(text: string): QuarantineEntry {
  return JSON.parse(text) as QuarantineEntry;
}

function entryOf(header: CollectedHeader, reject: Reject): QuarantineEntry {
  const { source, channel, country, received } = header;
  return {
    reason: reject.code,
    message: reject.message,
    source,
    channel,
    ...(country === undefined ? {} : { country }),
    protocol: reject.protocol ?? header.protocol,
    received,
    clipped: false,
    event: reject.event,
  };
}

function clipped(value: unknown, depth: number): unknown {
  if (typeof value === 'string')
    return value.length > CLIPPED_TEXT_MAX ? value.slice(0, CLIPPED_TEXT_MAX) + ELLIPSIS : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= CLIPPED_DEPTH_MAX) return ELLIPSIS;
  if (Array.isArray(value))
    return value.slice(0, CLIPPED_KEYS_MAX).map((member) => clipped(member, depth + 1));
  if (!isObject(value)) return ELLIPSIS;
  const kept: [string, unknown][] = [];
  for (const key in value) {
    if (kept.length >= CLIPPED_KEYS_MAX) break;
    kept.push([key.slice(0, CLIPPED_TEXT_MAX), clipped(value[key], depth + 1)]);
  }
  // fromEntries defines own properties, so a key "__proto__" stays a key.
  return Object.fromEntries(kept);
}
