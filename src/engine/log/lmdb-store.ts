import { open as openFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { refusal } from '../../core/index.ts';
import { damageOf, refuseAbsent, refuseForeign, refuseTruncated } from './data-file.ts';
import { bytesIn } from './frame.ts';

/** What a log is for its whole life; written once, when it is created. */
export interface LogFormat {
  readonly version: 1;
  readonly partitions: number;
  readonly compression: 'lz4' | 'none';
}

export type WantedFormat = Omit<LogFormat, 'version'>;

/** An open LMDB environment of a log. One database a partition: keys are positions, values are frames (frame.ts). */
export interface LmdbStore {
  readonly env: RootDatabase<Buffer, string>;
  readonly partitions: readonly Database<Buffer, number>[];
  /** `format`, and `first:<partition>` once a partition was trimmed. */
  readonly meta: Database<unknown, string>;
  readonly format: LogFormat;
}

export const DATA_FILE = 'data.mdb';
const PARTITIONS_MAX = 256;

/** Address space, not disk or memory; ample, because growing a map keeps the old mapping as well. */
const MAP_BYTES = 2 ** 40;

/** Single events are too short to gain; batches of JSON shrink to a fifth (docs/decisions/0001-log-on-lmdb.md). */
const COMPRESS_FROM_BYTES = 2048;

/**
 * Opens the environment; creates it when a format is given and there is none. `overlappingSync: false` is what makes a
 * commit durable before its promise resolves: LMDB writes the pages, fdatasync, then the root through an O_DSYNC
 * descriptor (durability.test.ts). Refuses with `log.damaged` (500), `log.format` (500), `log.absent` (404).
 */
export async function openLmdbStore(folder: string, wanted?: WantedFormat): Promise<LmdbStore> {
  const path = join(folder, DATA_FILE);
  await refuseForeign(path);
  if (!wanted) await refuseAbsent(path);
  const env = open<Buffer, string>({
    path,
    overlappingSync: false,
    // Otherwise lmdb wraps what is written into a batch of its own, whose promise nobody gets to catch when it fails.
    eventTurnBatching: false,
    mapSize: MAP_BYTES,
    maxDbs: PARTITIONS_MAX + 1,
    encoding: 'binary',
  });
  try {
    const { lastPageNumber, pageSize } = statsOf(env);
    await refuseTruncated(path, (lastPageNumber + 1) * pageSize);
    return await openDatabases(env, folder, wanted);
  } catch (error) {
    await env.close();
    throw damageOf(path, error) ?? error;
  }
}

async function openDatabases(
  env: LmdbStore['env'],
  folder: string,
  wanted?: WantedFormat,
): Promise<LmdbStore> {
  const meta = env.openDB<unknown, string>({ name: 'meta', encoding: 'json' });
  const format = (meta.get('format') as LogFormat | undefined) ?? (await create(meta, wanted, folder));
  if (wanted) refuseOther(format, wanted, folder);
  const compression = format.compression === 'lz4' && { threshold: COMPRESS_FROM_BYTES };
  const partitions = Array.from({ length: format.partitions }, (_, partition) =>
    env.openDB<Buffer, number>({ name: `partition-${partition}`, encoding: 'binary', compression }),
  );
  return { env, partitions, meta, format };
}

async function create(meta: LmdbStore['meta'], wanted: WantedFormat | undefined, folder: string) {
  if (!wanted) throw refusal('log.absent', 404, `There is no log in ${folder}.`, { detail: { folder } });
  const format: LogFormat = { version: 1, ...wanted };
  await meta.put('format', format);
  // The file itself must outlive a power cut too: its name stands in the folder, the folder's in its parent.
  await syncFolder(folder);
  await syncFolder(dirname(folder));
  return format;
}

/** Makes the names in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await openFile(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function refuseOther(format: LogFormat, wanted: WantedFormat, folder: string): void {
  if (format.version !== 1) {
    throw refusal('log.format', 500, `The log in ${folder} was written by a newer version of Rapport.`, {
      detail: { folder, version: format.version },
    });
  }
  if (format.partitions !== wanted.partitions) {
    throw refusal(
      'log.format',
      500,
      `The log in ${folder} was created with ${format.partitions} partitions and cannot be opened with ${wanted.partitions}.`,
      { detail: { folder, partitions: format.partitions } },
    );
  }
}

interface TreeStats {
  readonly entryCount: number;
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

interface Stats extends TreeStats {
  readonly lastPageNumber: number;
  readonly pageSize: number;
  /** Of the tree that lists the free pages. */
  readonly free: TreeStats;
  /** Of the tree that lists the databases. */
  readonly root: TreeStats;
}

/** LMDB's figures of a database and its environment; lmdb declares them as `{}`. */
export function statsOf(database: Pick<Database, 'getStats'>): Stats {
  return database.getStats() as Stats;
}

function pagesOf(tree: TreeStats): number {
  return tree.treeBranchPageCount + tree.treeLeafPageCount + tree.overflowPages;
}

/** The bytes at a position, in memory of their own; undefined when there are none or they are damaged. */
export function readBytes(store: LmdbStore, partition: number, position: number): Uint8Array | undefined {
  try {
    const frame = store.partitions[partition]!.getBinary(position);
    return frame && bytesIn(partition, position, frame);
  } catch (error) {
    if (damageOf(DATA_FILE, error)) return undefined;
    throw error;
  }
}

/** Bytes on disk of one partition. */
export function storedBytes(partition: Database<Buffer, number>): number {
  const stats = statsOf(partition);
  return pagesOf(stats) * stats.pageSize;
}

/** Bytes within the file that appends can use before it has to grow. */
export function freeBytes(store: LmdbStore): number {
  const { lastPageNumber, pageSize, root, free } = statsOf(store.env);
  const used = [...store.partitions, store.meta].reduce((sum, one) => sum + pagesOf(statsOf(one)), 0);
  return Math.max(0, lastPageNumber + 1 - used - pagesOf(root) - pagesOf(free)) * pageSize;
}
