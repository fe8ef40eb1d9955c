import { type Clock, decodeRecord, Refusal, refusal } from '../core/index.ts';
import { type Log, type RetentionLimits, trimBefore } from '../engine/log/index.ts';
import {
  countJoinedSessions,
  countOverrides,
  squashOverrides,
  squashSessions,
  type Warehouse,
} from '../engine/warehouse/index.ts';
import type { Partition } from './partition.ts';
import type { Sink } from './sink.ts';

export interface ChoreOptions {
  readonly log: Log;
  readonly number: number;
  readonly partition: Partition;
  readonly warehouse: Warehouse;
  readonly sink: Sink;
  readonly clock: Clock;
  readonly limits: RetentionLimits;
  readonly onError: (error: unknown) => void;
}

const TRIM_EVERY_MS = 60_000;
const FORGET_EVERY_MS = 1_000;
const RECORD_BYTES = 4 * 1024 * 1024;
/** A step of squashing costs by the size of the table, so it waits for many overrides or for the next day. */
const SQUASH_FROM = 20_000;
const SQUASH_EVERY_MS = 10 * 60_000;
const SQUASH_AT_THE_LATEST_MS = 24 * 3_600_000;

/**
 * What has to be done from time to time: the log forgets what is old and no longer needed; rows of people who merged are
 * written over to who they are now; who has which product is looked through. Returns how to stop.
 */
export function startChores(options: ChoreOptions): () => void {
  let squashedAt = options.clock.now();
  let isSquashing = false;
  const squash = async (): Promise<void> => {
    if (isSquashing) return;
    isSquashing = true;
    const isOld = options.clock.now() - squashedAt > SQUASH_AT_THE_LATEST_MS;
    await squashVisits(options);
    if (await squashPeople(options, isOld ? 1 : SQUASH_FROM)) squashedAt = options.clock.now();
  };
  const timers = [
    setInterval(() => void trimLog(options).catch(options.onError), TRIM_EVERY_MS),
    setInterval(() => {
      void squash()
        .catch(options.onError)
        .finally(() => {
          isSquashing = false;
        });
    }, SQUASH_EVERY_MS),
  ];
  for (const timer of timers) timer.unref();
  const stopForgetting = startForgetting(options);
  return () => {
    timers.forEach(clearInterval);
    stopForgetting();
  };
}

/** Forgets bit by bit who has a product no more; the next bit a while after the last one is done. */
function startForgetting({ partition, onError }: Pick<ChoreOptions, 'partition' | 'onError'>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const forget = async (): Promise<void> => {
    try {
      await partition.forgetSome();
    } catch (error) {
      // Whoever stops closes the state next.
      if (!isStopped) onError(error);
    }
    if (!isStopped) wait();
  };
  const wait = (): void => {
    timer = setTimeout(forget, FORGET_EVERY_MS);
    timer.unref();
  };
  wait();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** Writes the rows of joined sessions over. */
export async function squashVisits({
  warehouse,
  sink,
}: Pick<ChoreOptions, 'warehouse' | 'sink'>): Promise<void> {
  if (sink.figures.place < 0 || (await countJoinedSessions(warehouse)) === 0) return;
  for (let isMore = true; isMore; ) ({ isMore } = await squashSessions(warehouse, sink.figures.place));
}

/** Writes the rows of merged people over when there are enough of them; false when there are not. */
export async function squashPeople(
  { warehouse, sink }: Pick<ChoreOptions, 'warehouse' | 'sink'>,
  from: number,
): Promise<boolean> {
  if (sink.figures.place < 0 || (await countOverrides(warehouse)) < from) return false;
  for (let isMore = true; isMore; ) ({ isMore } = await squashOverrides(warehouse, sink.figures.place));
  return true;
}

/** Trims the log by age and size, never beyond what a restart would read. */
export async function trimLog({
  log,
  number,
  partition,
  clock,
  limits,
}: Pick<ChoreOptions, 'log' | 'number' | 'partition' | 'clock' | 'limits'>): Promise<void> {
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

/** Resolves when everything up to a position is folded, whatever came of it: whoever was refused is told by others. */
export async function reached(partition: Pick<Partition, 'folded'>, position: number): Promise<void> {
  await partition.folded(position).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

/** Appends for imports: waits until the fold has caught up with most of what was appended before. */
export function appendPatiently(
  log: Log,
  number: number,
  partition: Partition,
): (bytes: Uint8Array) => Promise<number> {
  return async (bytes) => {
    const caughtUpWith = log.bounds(number).next - HISTORY_BEHIND_RECORDS_MAX;
    if (caughtUpWith >= 0) await reached(partition, caughtUpWith);
    return log.append(number, bytes);
  };
}
