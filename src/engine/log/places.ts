import { refusal } from '../../core/index.ts';
import { damageOf } from './data-file.ts';
import { type LmdbStore, statsOf } from './lmdb-store.ts';

/** Where a partition begins and ends. */
export interface Place {
  readonly first: number;
  readonly next: number;
}

interface CountedPlace extends Place {
  readonly entryCount: number;
}

/** The name under which the meta database keeps how far a partition was trimmed. */
export function firstKey(partition: number): string {
  return `first:${partition}`;
}

/**
 * The bounds of all partitions; `entryCount` is less than `next - first` where positions are missing.
 * Costs a few page reads, however long the log is.
 */
export function readPlaces(store: LmdbStore, folder: string): CountedPlace[] {
  try {
    return countPlaces(store);
  } catch (error) {
    throw damageOf(folder, error) ?? error;
  }
}

function countPlaces(store: LmdbStore): CountedPlace[] {
  return store.partitions.map((database, partition) => {
    const first = (store.meta.get(firstKey(partition)) as number | undefined) ?? 0;
    const [last] = database.getKeys({ reverse: true, limit: 1 });
    const next = last === undefined ? first : last + 1;
    return { first, next, entryCount: statsOf(database).entryCount };
  });
}

/** The bounds of all partitions; refuses with `log.damaged` when positions are missing between them. */
export function readSoundPlaces(store: LmdbStore, folder: string): Place[] {
  return readPlaces(store, folder).map(({ first, next, entryCount }, partition) => {
    if (entryCount === next - first) return { first, next };
    throw refusal(
      'log.damaged',
      500,
      `Partition ${partition} of the log in ${folder} has ${entryCount} records where ${next - first} belong ` +
        `(positions ${first} to ${next - 1}). Run "rapport verify" to see which, and restore the folder from a backup.`,
      { detail: { folder, partition, first, next, entryCount } },
    );
  });
}
