import { EVENTS_PER_RECORD_MAX, type LogEntry, refusal } from '../core/index.ts';
import { decodeImport } from './decode-import.ts';
import { decodeNative } from './decode-native.ts';
import { decodeSegment } from './decode-segment.ts';
import type { CollectedHeader, Decoded } from './decoded.ts';

const DECODERS = { segment: decodeSegment, native: decodeNative, import: decodeImport } as const;
const SHOWN_CHARACTERS_MAX = 1_000;

/**
 * The events of a collected record, in the order of the wire, and what could not be read. Pure: the same record at the
 * same position gives the same answer for ever, however wrong it is; it throws only for records of another kind
 * (`record.not-collected`, 500).
 * @param parsed the body as JSON.parse gave it, when the caller has it already
 */
export function decodeCollected(entry: LogEntry, position: number, parsed?: unknown): Decoded {
  const { header } = entry;
  if (header.kind !== 'collected') {
    throw refusal('record.not-collected', 500, `A ${header.kind} record holds no events.`, {
      detail: { position },
    });
  }
  if (parsed !== undefined) return bounded(header, position, parsed);
  const text = Buffer.from(entry.body.buffer, entry.body.byteOffset, entry.body.byteLength).toString('utf8');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // Nothing is appended that was not parsed before, so this record was damaged or written by other means.
    const event = text.slice(0, SHOWN_CHARACTERS_MAX);
    const reject = { ordinal: 0, code: 'record.unreadable', message: 'The record is not JSON.', event };
    return { events: [], rejects: [reject] };
  }
  return bounded(header, position, body);
}

function bounded(header: CollectedHeader, position: number, body: unknown): Decoded {
  const decoded = DECODERS[header.protocol](header, position, body);
  const count = decoded.events.length + decoded.rejects.length;
  if (count <= EVENTS_PER_RECORD_MAX) return decoded;
  // Two records must never share a place; the collector refuses such batches, so only a foreign log holds them.
  throw refusal('record.too-many-events', 500, `A record holds ${count} events.`, {
    detail: { position, count },
  });
}
