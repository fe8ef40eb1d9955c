import { createFrames, type Frames } from './frame.ts';
import type { Appending } from './group-commit.ts';
import { openSession } from './lmdb-session.ts';
import { type LmdbStore, storedBytes, type WantedFormat } from './lmdb-store.ts';
import { firstKey, type Place, readSoundPlaces } from './places.ts';
import { createRoomCheck } from './room.ts';

/** Everything that changes the environment. One call at a time (group-commit.ts sees to it). */
export interface LmdbWriter {
  readonly folder: string;
  places(): readonly Place[];
  /** The oldest position that is there for certain: what is being trimmed may be gone already. */
  first(partition: number): number;
  /** Bytes on disk of a partition, asked for once a commit; the last known while the environment is opened again. */
  storedBytes(partition: number): number;
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
  const room = createRoomCheck(folder, options.roomBytesMin);
  const frames = createFrames();
  const stored = new Map<number, number>();
  const stale = new Set<number>();
  // A reader may find records gone before this side hears that the transaction is through.
  const trimming = new Map<number, number>();
  let places: readonly Place[] = [];
  const session = await openSession({
    folder,
    format,
    opened(store) {
      places = readSoundPlaces(store, folder);
    },
  });

  return {
    folder,
    places: () => places,
    first: (partition) => Math.max(places[partition]!.first, trimming.get(partition) ?? 0),
    storedBytes(partition) {
      const store = session.current();
      const known = stored.get(partition);
      if (!store || (known !== undefined && !stale.has(partition))) return known ?? 0;
      const bytes = storedBytes(store.partitions[partition]!);
      stored.set(partition, bytes);
      stale.delete(partition);
      return bytes;
    },
    async commit(group) {
      const bytes = group.reduce((sum, one) => sum + one.bytes.byteLength, 0);
      await room.require(await session.ready(), bytes);
      frames.restart(group.length, bytes);
      const nexts = places.map((place) => place.next);
      const positions = group.map(({ partition }) => nexts[partition]!++);
      try {
        await session.change((store) => putAll(store, group, positions, frames));
      } catch (error) {
        room.lookAgain();
        throw error;
      }
      places = places.map((place, partition) => ({ ...place, next: nexts[partition]! }));
      for (const { partition } of group) stale.add(partition);
      return positions;
    },
    async trim(partition, before) {
      const place = places[partition]!;
      trimming.set(partition, before);
      try {
        await session.change((store) => removeAll(store, partition, place.first, before));
        places = places.with(partition, { ...place, first: before });
        stale.add(partition);
      } finally {
        trimming.delete(partition);
      }
    },
    using: session.using,
    close: session.close,
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
