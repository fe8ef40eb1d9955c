import { refusal } from '../../core/index.ts';
import { type LmdbStore, readBytes } from './lmdb-store.ts';
import type { LogRecord } from './log.ts';

/** What is read in one go: at about 1.2 GB/s (copy, LZ4, checksum) the event loop is held for 4 ms. */
const SLICE_BYTES = 4 * 1024 * 1024;
const SLICE_RECORDS_MIN = 8;
const SLICE_RECORDS_MAX = 1024;

/** A stretch of a partition to read; `to` is exclusive. */
export interface Stretch {
  readonly partition: number;
  readonly from: number;
  readonly to: number;
  readonly bytesMax: number;
}

/** What reading needs to know about the log it reads. */
export interface ReadSource {
  readonly folder: string;
  /** Runs a task on the open store, which stays open until it ends; waits while it is being opened again. */
  using<T>(task: (store: LmdbStore) => Promise<T>): Promise<T>;
  /** The oldest position that is there for certain: a trim may overtake a reader. */
  first(partition: number): number;
}

/**
 * Records of a stretch until `bytesMax` is reached, at least one. Pages are fetched from disk by a thread, then copied
 * out here; LMDB uses its memory again, so nothing of it is handed on. Refuses with `log.damaged`.
 */
export async function readRecords(log: ReadSource, stretch: Stretch): Promise<LogRecord[]> {
  const { partition, to, bytesMax } = stretch;
  const records: LogRecord[] = [];
  let bytes = 0;
  let position = stretch.from;
  let sliceRecords = SLICE_RECORDS_MIN;
  while (position < to && bytes < bytesMax) {
    const sliceEnd = Math.min(to, position + sliceRecords);
    const before = records.length;
    const isGone = await log.using(async (store) => {
      await store.partitions[partition]!.prefetch(range(position, sliceEnd));
      for (; position < sliceEnd && bytes < bytesMax; position++) {
        const record = readRecord(log, store, partition, position);
        if (!record) return true;
        records.push(record);
        bytes += record.bytes.byteLength;
      }
      return false;
    });
    if (isGone) return records;
    const bytesPerRecord = bytes / (records.length || 1) + 1;
    sliceRecords = clamp(Math.floor(SLICE_BYTES / bytesPerRecord), SLICE_RECORDS_MIN, SLICE_RECORDS_MAX);
    if (records.length === before) break;
  }
  return records;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** One record; undefined when it was trimmed in the meantime. */
function readRecord(log: ReadSource, store: LmdbStore, partition: number, position: number) {
  const bytes = readBytes(store, partition, position);
  if (bytes) return { position, bytes };
  if (position < log.first(partition)) return undefined;
  throw damaged(log.folder, partition, position);
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}

function damaged(folder: string, partition: number, position: number) {
  return refusal(
    'log.damaged',
    500,
    `The record at position ${position} of partition ${partition} in ${folder} is damaged; what follows it is kept and not ` +
      'read. Check the disk, run "rapport verify" to see all damaged positions, and restore the folder from a backup.',
    { detail: { folder, partition, position } },
  );
}
