import { refusal } from '../../core/index.ts';
import { type LmdbStore, statsOf } from './lmdb-store.ts';

/** Where a partition begins and ends. */
export interface Place {
  readonly first: number;
  readonly next: number;
}

/** The name under which the meta database keeps how far a partition was trimmed. */
export function firstKey(partition: number): string {
  return `first:${partition}`;
}

/**
 * Finds the bounds of all partitions and refuses with `log.damaged` when positions are missing between them.
 * Costs a few page reads, however long the log is.
 */
export function readPlaces(store: LmdbStore, folder: string): Place[] {
  return store.partitions.map((database, partition) => {
    const first = (store.meta.get(firstKey(partition)) as number | undefined) ?? 0;
    const [last] = database.getKeys({ reverse: true, limit: 1 });
    const next = last === undefined ? first : last + 1;
    const { entryCount } = statsOf(database);
    if (entryCount !== next - first) {
      throw refusal(
        'log.damaged',
        500,
        `Partition ${partition} of the log in ${folder} has ${entryCount} records where ${next - first} belong ` +
          `(positions ${first} to ${next - 1}). Run "rapport verify" to see which, and restore the folder from a backup.`,
        { detail: { folder, partition, first, next, entryCount } },
      );
    }
    return { first, next };
  });
}
