import { decodeRecord, type LogEntry, type RecordHeader } from '../core/index.ts';
import type { Log } from '../engine/log/index.ts';

/** A record on its way into the fold; `parsed` is there when the collector parsed the body moments ago. */
export interface Arrival {
  readonly position: number;
  readonly entry: LogEntry;
  readonly parsed: unknown;
  readonly bytes: number;
}

/**
 * Hands what the collector already has in memory to the fold, so that a record is neither read back nor parsed twice.
 * What is not at hand (after a start, or under pressure) is read from the log; the two ways give the same.
 */
export interface HandOff {
  /** Offers a durable record. Forgotten when too much waits. */
  offer(position: number, header: RecordHeader, body: Uint8Array, parsed: unknown): void;
  /** The next records from a position on, without gaps; empty when there is none yet. */
  next(position: number): Promise<Arrival[]>;
}

/** What comes on top is read back from the log when its turn comes. Parsed bodies take some five times their text. */
const WAITING_BYTES_MAX = 48 * 1024 * 1024;
const NO_BODY = new Uint8Array(0);
const READ_RECORDS_MAX = 64;
const READ_BYTES_MAX = 4 * 1024 * 1024;

/** Opens the way from the log to the fold for one partition. */
export function createHandOff(log: Log, partition: number): HandOff {
  const waiting = new Map<number, Arrival>();
  let waitingBytes = 0;

  const take = (position: number): Arrival | undefined => {
    const arrival = waiting.get(position);
    if (!arrival) return undefined;
    waiting.delete(position);
    waitingBytes -= arrival.bytes;
    return arrival;
  };
  return {
    offer(position, header, body, parsed) {
      if (waitingBytes + body.byteLength > WAITING_BYTES_MAX) return;
      waitingBytes += body.byteLength;
      // The body itself is let go; the fold reads `parsed`.
      waiting.set(position, { position, entry: { header, body: NO_BODY }, parsed, bytes: body.byteLength });
    },
    async next(position) {
      const arrivals: Arrival[] = [];
      for (let at = position; arrivals.length < READ_RECORDS_MAX; at++) {
        const arrival = take(at);
        if (!arrival) break;
        arrivals.push(arrival);
      }
      if (arrivals.length > 0) return arrivals;
      const records = await log.read(partition, position, READ_RECORDS_MAX, READ_BYTES_MAX);
      for (const record of records) {
        const arrival = take(record.position) ?? {
          position: record.position,
          entry: decodeRecord(record.bytes),
          parsed: undefined,
          bytes: record.bytes.byteLength,
        };
        arrivals.push(arrival);
      }
      return arrivals;
    },
  };
}
