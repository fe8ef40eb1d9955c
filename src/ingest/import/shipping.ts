import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, type RecordHeader, Refusal } from '../../core/index.ts';
import type { Parcel, RejectedRow } from './packing.ts';
import type { Progress } from './tally.ts';

/** The header of a record of imported history. */
export type ImportHeader = Extract<RecordHeader, { kind: 'collected' }>;

/** Where parcels go, and who keeps how far the file is. */
export interface ShippingDeps {
  readonly clock: Clock;
  /** Resolves once the record is durable. Refusals with status 429 and 503 are waited out. */
  append(header: ImportHeader, body: Uint8Array): Promise<number>;
  /** Keeps rejects; the same reject may come again after a restart. */
  quarantine(rejects: readonly RejectedRow[]): Promise<void>;
  /** Keeps how far the file has become durable; called about once a second and at the end. */
  saveProgress(progress: Progress): Promise<void>;
  /** Called for every parcel that became durable, in order. */
  onProgress?(progress: Progress): void;
  readonly signal?: AbortSignal;
}

/** Sends parcels, a few at a time, and follows what has become durable without gaps. */
export interface Shipping {
  /** Resolves when there is room for the next parcel. @param progress what is done once this and all before are durable */
  send(parcel: Parcel, progress: Progress): Promise<void>;
  /** Waits for what is under way and saves. Throws what one of them threw, after saving what came before it. */
  finish(): Promise<Progress>;
}

/** Records on their way to the log at one time: enough to share its group commits, few enough to leave room for live events. */
const IN_FLIGHT_MAX = 4;
const SAVE_EVERY_MS = 1_000;
const RETRY_MS = 250;
/** A full disk, or a log that stays behind for so long, is somebody's work; the import is taken up again afterwards. */
const RETRIES_FOR_MS = 600_000;

export function createShipping(
  deps: ShippingDeps,
  header: Omit<ImportHeader, 'received'>,
  start: Progress,
): Shipping {
  const underWay: { readonly done: Promise<void>; readonly progress: Progress }[] = [];
  let durable = start;
  let savedAt = deps.clock.now();
  const dispatch = async (parcel: Parcel) => {
    if (parcel.rejects.length > 0) await persistently(deps, () => deps.quarantine(parcel.rejects));
    const { body } = parcel;
    if (body !== undefined) {
      await persistently(deps, () => deps.append({ ...header, received: deps.clock.now() }, body));
    }
  };
  const settleOldest = async () => {
    const oldest = underWay.shift()!;
    await oldest.done;
    durable = oldest.progress;
    deps.onProgress?.(durable);
  };
  return {
    async send(parcel, progress) {
      while (underWay.length >= IN_FLIGHT_MAX) await settleOldest();
      const done = dispatch(parcel);
      // It is awaited in its turn; until then a failure must not count as unhandled.
      done.catch(() => undefined);
      underWay.push({ done, progress });
      if (deps.clock.now() - savedAt < SAVE_EVERY_MS) return;
      savedAt = deps.clock.now();
      await deps.saveProgress(durable);
    },
    async finish() {
      try {
        while (underWay.length > 0) await settleOldest();
      } finally {
        await Promise.allSettled(underWay.map((one) => one.done));
        underWay.length = 0;
        await deps.saveProgress(durable);
      }
      return durable;
    },
  };
}

/** Tries again while the log or the state only asks for patience. */
async function persistently(deps: ShippingDeps, attempt: () => Promise<unknown>): Promise<void> {
  const since = deps.clock.now();
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      const isPatience = error instanceof Refusal && (error.status === 429 || error.status === 503);
      if (!isPatience || deps.clock.now() - since > RETRIES_FOR_MS) throw error;
      const waitMs = (error.retryAfterSeconds ?? 0) * 1_000 || RETRY_MS;
      await sleep(waitMs, undefined, deps.signal === undefined ? {} : { signal: deps.signal });
    }
  }
}
