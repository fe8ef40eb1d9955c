import { mkdir } from 'node:fs/promises';
import { refusal } from '../../core/index.ts';
import { copyStore } from './copy-store.ts';
import { createGroupCommit, type GroupCommitLimits } from './group-commit.ts';
import { holdLog } from './hold.ts';
import { createLmdbWriter, type LmdbWriter } from './lmdb-writer.ts';
import type { Log } from './log.ts';
import { readRecords } from './read-records.ts';

/** How to open the embedded log. */
export interface LmdbLogOptions extends GroupCommitLimits {
  /** Made when it does not exist. Belongs to this log alone. */
  readonly folder: string;
  /** 1 to 256; fixed when the log is created. */
  readonly partitions: number;
  /** Fixed when the log is created; `lz4` unless told otherwise. */
  readonly compression?: 'lz4' | 'none';
  /** Appends are refused with `log.full` while disk and file have less room than this; 256 MB unless told otherwise. */
  readonly roomBytesMin?: number;
}

const PARTITIONS_MAX = 256;

/** LZ4 values of lmdb count their length in 24 bits. */
const RECORD_BYTES_LIMIT = 2 ** 24 - 1024;

const ROOM_BYTES_MIN = 256 * 1024 * 1024;

/** Read back on opening: what a crash or a torn disk would have hurt. */
const TAIL_RECORDS = 1000;
const TAIL_BYTES = 64 * 1024 * 1024;
const TAIL_STEP = 100;

/** Positions deleted in one transaction, so that appends wait milliseconds for a trim. */
const TRIM_STEP = 256;

/**
 * Opens the log in a folder: LMDB in an environment of its own. Refuses with `log.in-use` (503) while another process
 * has it open, `log.damaged` (500) when positions are missing or the newest records fail their checksum, `log.format`
 * (500) when it was created with other partitions. A running log can also refuse with `log.broken` (503): the disk
 * failed, nothing more is taken until the next start.
 */
export async function openLmdbLog(options: LmdbLogOptions): Promise<Log> {
  const { folder, partitions, recordBytesMax, compression = 'lz4', roomBytesMin = ROOM_BYTES_MIN } = options;
  if (recordBytesMax > RECORD_BYTES_LIMIT)
    throw new RangeError(`recordBytesMax is above ${RECORD_BYTES_LIMIT}.`);
  if (!(partitions >= 1 && partitions <= PARTITIONS_MAX)) throw new RangeError('partitions is not 1 to 256.');
  await mkdir(folder, { recursive: true });
  const letGo = await holdLog(folder);
  try {
    const writer = await createLmdbWriter({ folder, format: { partitions, compression }, roomBytesMin });
    try {
      await readTails(writer);
    } catch (error) {
      await writer.close();
      throw error;
    }
    return createLog(writer, options, letGo);
  } catch (error) {
    await letGo();
    throw error;
  }
}

/** Refuses with `log.damaged` when one of the newest records cannot be read. */
async function readTails(writer: LmdbWriter): Promise<void> {
  for (const [partition, { first, next }] of writer.places().entries()) {
    const oldest = Math.max(first, next - TAIL_RECORDS);
    let bytes = 0;
    for (let to = next; to > oldest && bytes < TAIL_BYTES; to -= TAIL_STEP) {
      const from = Math.max(oldest, to - TAIL_STEP);
      const records = await readRecords(writer, { partition, from, to, bytesMax: Number.POSITIVE_INFINITY });
      for (const record of records) bytes += record.bytes.byteLength;
    }
  }
}

function createLog(writer: LmdbWriter, options: LmdbLogOptions, letGo: () => Promise<void>): Log {
  const listeners = new Set<(partition: number, next: number) => void>();
  let isClosed = false;

  const group = createGroupCommit(options, async (appending) => {
    const positions = await writer.commit(appending);
    const grown = new Set(appending.map((one) => one.partition));
    // A listener that throws must not fail records which are durable: it runs apart from this commit.
    for (const partition of grown) {
      const { next } = writer.places()[partition]!;
      for (const listener of listeners) queueMicrotask(() => listener(partition, next));
    }
    return positions;
  });

  function placeOf(partition: number) {
    if (isClosed) throw refusal('log.closed', 503, 'The log is closed: the process is stopping.');
    const place = writer.places()[partition];
    if (!place) throw new RangeError(`The log has no partition ${partition}.`);
    return place;
  }

  return {
    partitions: options.partitions,
    async append(partition, bytes) {
      placeOf(partition);
      return group.append(partition, bytes);
    },
    async read(partition, from, recordsMax, bytesMax) {
      const { first, next } = placeOf(partition);
      if (from < first) throw trimmed(partition, from, first);
      const to = Math.min(next, from + recordsMax);
      const records = await readRecords(writer, { partition, from, to, bytesMax });
      if (records.length === 0 && from < writer.first(partition))
        throw trimmed(partition, from, writer.first(partition));
      return records;
    },
    bounds(partition) {
      const { first, next } = placeOf(partition);
      return {
        first,
        next,
        bytes: first === next ? 0 : writer.storedBytes(partition),
      };
    },
    onAppend(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async trim(partition, before) {
      const end = Math.min(before, placeOf(partition).next);
      while (placeOf(partition).first < end) {
        await group.between(() =>
          writer.trim(partition, Math.min(end, placeOf(partition).first + TRIM_STEP)),
        );
      }
    },
    async backup(folder) {
      placeOf(0);
      await writer.using((store) => copyStore(store, folder));
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await group.drain();
      await writer.close();
      await letGo();
    },
  };
}

function trimmed(partition: number, from: number, first: number) {
  return refusal(
    'log.trimmed',
    410,
    `Position ${from} of partition ${partition} was trimmed; the log begins at ${first}.`,
    { detail: { partition, from, first } },
  );
}
