import { type Clock, decodeRecord, refusal } from '../core/index.ts';
import { type Log, type RetentionLimits, trimBefore } from '../engine/log/index.ts';
import type { Partition } from './partition.ts';

export interface ChoreOptions {
  readonly log: Log;
  readonly number: number;
  readonly partition: Partition;
  readonly clock: Clock;
  readonly limits: RetentionLimits;
  readonly onError: (error: unknown) => void;
}

const EVERY_MS = 60_000;
const RECORD_BYTES = 4 * 1024 * 1024;

/** What has to be done from time to time: the log forgets what is old and no longer needed. Returns how to stop. */
export function startChores(options: ChoreOptions): () => void {
  const timer = setInterval(() => void trimLog(options).catch(options.onError), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Trims the log by age and size, never beyond what a restart would read. */
export async function trimLog({ log, number, partition, clock, limits }: ChoreOptions): Promise<void> {
  const bounds = log.bounds(number);
  const before = await trimBefore({
    bounds,
    limits,
    now: clock.now(),
    neededFrom: partition.neededFrom,
    receivedAt: async (position) => {
      const [record] = await log.read(number, position, 1, RECORD_BYTES);
      return record ? decodeRecord(record.bytes).header.received : clock.now();
    },
  });
  if (before > bounds.first) await log.trim(number, before);
}

/** Records that may wait for the fold before collection is slowed down: some seconds of work. */
const BEHIND_RECORDS_MAX = 1_000;
/** History gives way to what happens now: no more than a second of work of it waits. */
const HISTORY_BEHIND_RECORDS_MAX = 32;
const RETRY_AFTER_SECONDS = 2;

/** Appends for collection: refused with `fold.behind` (429) while too much waits, so that clients hold back. */
export function appendGuarded(
  log: Log,
  number: number,
  partition: Partition,
): (bytes: Uint8Array) => Promise<number> {
  return async (bytes) => {
    const waiting = log.bounds(number).next - partition.figures.next;
    if (waiting > BEHIND_RECORDS_MAX)
      throw refusal('fold.behind', 429, 'More is coming in than can be worked on; send again later.', {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
        detail: { waiting },
      });
    return log.append(number, bytes);
  };
}

/** Appends for imports: waits until the fold has caught up with most of what was appended before. */
export function appendPatiently(
  log: Log,
  number: number,
  partition: Partition,
): (bytes: Uint8Array) => Promise<number> {
  return async (bytes) => {
    const caughtUpWith = log.bounds(number).next - HISTORY_BEHIND_RECORDS_MAX;
    if (caughtUpWith >= 0) await partition.folded(caughtUpWith);
    return log.append(number, bytes);
  };
}
