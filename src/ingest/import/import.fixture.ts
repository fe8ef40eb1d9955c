import { Readable } from 'node:stream';
import type { Event } from '../../core/index.ts';
import { decodeImport } from '../decode-import.ts';
import { parseMap } from './map/map.ts';
import type { RejectedRow } from './packing.ts';
import { memoryFile } from './read/file.ts';
import { type RunOptions, type RunOutcome, runImport } from './run.ts';
import type { ImportHeader } from './shipping.ts';
import type { Progress } from './tally.ts';

/** The moment of all imports in tests. */
export const NOW = Date.UTC(2026, 4, 3, 12);

/** A file in memory. */
export const fileOf = (content: string | Uint8Array, name = 'orders.csv') =>
  memoryFile(name, typeof content === 'string' ? Buffer.from(content) : content);

/** What an import left behind. */
export interface Trace {
  readonly records: { readonly header: ImportHeader; readonly body: Uint8Array }[];
  readonly rejects: RejectedRow[];
  readonly saved: Progress[];
  /** All events of all records, as later stages read them. */
  events(): Event[];
}

/** Options of an import that keeps what comes out of it. */
export function traced(
  content: string | Uint8Array,
  map: object,
  more: Partial<RunOptions> = {},
): { readonly trace: Trace; readonly options: RunOptions } {
  const trace: Trace = { records: [], rejects: [], saved: [], events: () => eventsOf(trace.records) };
  const options: RunOptions = {
    file: fileOf(content),
    map: parseMap(map),
    source: { id: 'shop' },
    asOf: NOW,
    clock: { now: () => NOW },
    append: async (header, body) => trace.records.push({ header, body }),
    quarantine: async (rejects) => void trace.rejects.push(...rejects),
    saveProgress: async (progress) => void trace.saved.push(progress),
    ...more,
  };
  return { trace, options };
}

/** Imports and gives what came out of it. */
export async function imported(
  content: string | Uint8Array,
  map: object,
  more: Partial<RunOptions> = {},
): Promise<Trace & { readonly outcome: RunOutcome }> {
  const { trace, options } = traced(content, map, more);
  return { ...trace, outcome: await runImport(options) };
}

/** Decodes records as the pipeline does; refused events fail the test. */
export function eventsOf(records: Trace['records']): Event[] {
  return records.flatMap(({ header, body }, position) => {
    const decoded = decodeImport(header, position, JSON.parse(Buffer.from(body).toString('utf8')));
    if (decoded.rejects.length > 0) throw new Error(`Decoding refused: ${decoded.rejects[0]!.code}`);
    return decoded.events;
  });
}

/** Bytes as a stream of pieces. */
export const streamOf = (...pieces: readonly Uint8Array[]) => Readable.from(pieces, { objectMode: false });
