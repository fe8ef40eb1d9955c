import { type Refusal, refusal } from '../../core/index.ts';
import { createFrames, type Frames } from './frame.ts';
import type { Appending } from './group-commit.ts';
import { type LmdbStore, openLmdbStore, storedBytes, type WantedFormat } from './lmdb-store.ts';
import { firstKey, type Place, readSoundPlaces } from './places.ts';
import { createRoomCheck, isForWantOfRoom, logFull } from './room.ts';

/** Everything that changes the environment. One call at a time (group-commit.ts sees to it). */
export interface LmdbWriter {
  readonly folder: string;
  /** The open environment; waits while it is being opened again. */
  store(): Promise<LmdbStore>;
  /** Bytes on disk of a partition; the last known figure while the environment is being opened again. */
  storedBytes(partition: number): number;
  places(): readonly Place[];
  first(partition: number): number;
  /** Makes a group durable and answers with its positions. Refuses with `log.full` or `log.broken`. */
  commit(group: readonly Appending[]): Promise<number[]>;
  /** Deletes the positions before one in a single transaction. */
  trim(partition: number, before: number): Promise<void>;
  /** Keeps the environment open until the task ends. */
  using<T>(task: (store: LmdbStore) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface LmdbWriterOptions {
  readonly folder: string;
  readonly format: WantedFormat;
  readonly roomBytesMin: number;
}

export async function createLmdbWriter(options: LmdbWriterOptions): Promise<LmdbWriter> {
  const { folder, format } = options;
  const requireRoom = createRoomCheck(folder, options.roomBytesMin);
  const frames = createFrames();
  const users = new Set<Promise<unknown>>();
  const stored: number[] = [];
  let store = await openLmdbStore(folder, format);
  let places = await placesOf(store);
  let broken: Refusal | undefined;
  let reopening: Promise<void> | undefined;

  async function placesOf(opened: LmdbStore): Promise<Place[]> {
    try {
      return readSoundPlaces(opened, folder);
    } catch (error) {
      await opened.env.close();
      throw error;
    }
  }

  // After a failed commit LMDB may refuse or, worse, hang: its worker keeps a lock when a transaction cannot begin.
  // A fresh environment knows nothing but what is on disk, and what is there is consistent.
  async function reopen(): Promise<void> {
    try {
      await Promise.allSettled(users);
      await store.env.close();
      store = await openLmdbStore(folder, format);
      places = await placesOf(store);
    } catch (error) {
      broken = logBroken(folder, error);
    }
  }

  async function write(change: () => Promise<void>): Promise<void> {
    if (broken) throw broken;
    try {
      await change();
    } catch (error) {
      const cause = await causeOf(error);
      if (!(await isForWantOfRoom(folder, cause))) broken = logBroken(folder, cause);
      reopening = reopen().finally(() => {
        reopening = undefined;
      });
      await reopening;
      throw broken ?? logFull(folder, cause);
    }
  }

  return {
    folder,
    async store() {
      await reopening;
      if (broken) throw broken;
      return store;
    },
    storedBytes(partition) {
      if (!reopening && !broken) stored[partition] = storedBytes(store.partitions[partition]!);
      return stored[partition] ?? 0;
    },
    places: () => places,
    first: (partition) => places[partition]!.first,
    async commit(group) {
      if (broken) throw broken;
      const bytes = group.reduce((sum, one) => sum + one.bytes.byteLength, 0);
      await requireRoom(store, bytes);
      frames.restart(group.length, bytes);
      const nexts = places.map((place) => place.next);
      const positions = group.map(({ partition }) => nexts[partition]!++);
      await write(() => putAll(store, group, positions, frames));
      places = places.map((place, partition) => ({ ...place, next: nexts[partition]! }));
      return positions;
    },
    async trim(partition, before) {
      const place = places[partition]!;
      await write(() => removeAll(store, partition, place.first, before));
      places = places.with(partition, { ...place, first: before });
    },
    async using(task) {
      await reopening;
      if (broken) throw broken;
      const running = task(store);
      users.add(running);
      try {
        return await running;
      } finally {
        users.delete(running);
      }
    },
    async close() {
      await Promise.allSettled(users);
      await store.env.close();
    },
  };
}

/** lmdb's declaration of `put` leaves out its options. */
type Append = (position: number, frame: Buffer, options: { readonly append: true }) => Promise<boolean>;

async function putAll(
  store: LmdbStore,
  group: readonly Appending[],
  positions: readonly number[],
  frames: Frames,
): Promise<void> {
  const puts: Promise<boolean>[] = [];
  const committed = store.env.batch(() => {
    group.forEach(({ partition, bytes }, index) => {
      const position = positions[index]!;
      const database = store.partitions[partition]! as unknown as { put: Append };
      // MDB_APPEND fills pages to the brim, and fails when a later position is there already.
      puts.push(database.put(position, frames.add(partition, position, bytes), { append: true }));
    });
  });
  const results = await Promise.all([committed, ...puts]);
  if (results.includes(false)) throw new Error('A position of the log is taken already.');
}

async function removeAll(store: LmdbStore, partition: number, first: number, before: number): Promise<void> {
  await store.env.batch(() => {
    for (let position = first; position < before; position++) store.partitions[partition]!.remove(position);
    store.meta.put(firstKey(partition), before);
  });
}

/** lmdb rejects with "Commit failed" and puts the reason into a promise that rejects. */
async function causeOf(error: unknown): Promise<unknown> {
  const reason = (error as { commitError?: Promise<never> }).commitError;
  return reason ? reason.catch((cause: unknown) => cause) : error;
}

function logBroken(folder: string, cause: unknown): Refusal {
  return refusal(
    'log.broken',
    503,
    `The log in ${folder} could not be written and takes no more until the next start. Check the disk.`,
    { detail: { folder }, cause },
  );
}
