import { join } from 'node:path';
import { refuseAbsent } from './data-file.ts';
import { holdLog } from './hold.ts';
import { DATA_FILE, type LmdbStore, openLmdbStore, readBytes } from './lmdb-store.ts';
import { type Place, readPlaces } from './places.ts';

/** What was found in one partition. */
export interface PartitionReport {
  readonly partition: number;
  readonly first: number;
  readonly next: number;
  /** Bytes of the sound records, before compression. */
  readonly bytes: number;
  /** How many positions between `first` and `next` are missing or fail their checksum. */
  readonly damagedCount: number;
  /** The first thousand of them. */
  readonly damaged: readonly number[];
}

/** What reading a whole log found, by partition. */
export interface LogReport {
  readonly isSound: boolean;
  readonly partitions: readonly PartitionReport[];
}

const DAMAGED_MAX = 1000;

/** Records looked at before others get a turn; a batch of events takes about 0.1 ms. */
const STEP = 64;

/**
 * Reads every record of the log in a folder and checks it against its checksum, about 1 GB/s of what was appended. The log
 * must not be open anywhere. Refuses with `log.in-use` (503), `log.absent` (404), and `log.damaged` (500) when the file is
 * cut short.
 */
export async function verifyLog(folder: string): Promise<LogReport> {
  await refuseAbsent(join(folder, DATA_FILE));
  const letGo = await holdLog(folder);
  try {
    const store = await openLmdbStore(folder);
    try {
      const partitions = [];
      for (const [partition, place] of readPlaces(store, folder).entries()) {
        partitions.push(await verifyPartition(store, partition, place));
      }
      return { isSound: partitions.every((one) => one.damagedCount === 0), partitions };
    } finally {
      await store.env.close();
    }
  } finally {
    await letGo();
  }
}

async function verifyPartition(store: LmdbStore, partition: number, place: Place): Promise<PartitionReport> {
  const database = store.partitions[partition]!;
  const damaged: number[] = [];
  let damagedCount = 0;
  let bytes = 0;
  for (let from = place.first; from < place.next; from += STEP) {
    const to = Math.min(place.next, from + STEP);
    await database.prefetch(Array.from({ length: to - from }, (_, i) => from + i));
    for (let position = from; position < to; position++) {
      const found = readBytes(store, partition, position);
      if (found) bytes += found.byteLength;
      else if (++damagedCount <= DAMAGED_MAX) damaged.push(position);
    }
  }
  return { partition, first: place.first, next: place.next, bytes, damagedCount, damaged };
}
