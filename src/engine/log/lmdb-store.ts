import { access, mkdir, open as openFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { refusal } from '../../core/index.ts';

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

/** Pages that a transaction took and gave back are counted, but never written when they are the last of the file. */
const UNWRITTEN_BYTES_MAX = 4 * 1024 * 1024;

/**
 * Opens the environment, or creates it when a format is given; refuses with `log.absent` (404) otherwise. `overlappingSync: false` is what makes a commit durable before its promise
 * resolves: LMDB writes the pages, fdatasync, then the root through an O_DSYNC descriptor (durability.test.ts).
 */
export async function openLmdbStore(folder: string, wanted?: WantedFormat): Promise<LmdbStore> {
  const path = join(folder, DATA_FILE);
  await mkdir(folder, { recursive: true });
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
    await refuseTruncated(env, path);
    const meta = env.openDB<unknown, string>({ name: 'meta', encoding: 'json' });
    const format = (meta.get('format') as LogFormat | undefined) ?? (await create(meta, wanted, folder));
    if (wanted) refuseOther(format, wanted, folder);
    const compression = format.compression === 'lz4' && { threshold: COMPRESS_FROM_BYTES };
    const partitions = Array.from({ length: format.partitions }, (_, partition) =>
      env.openDB<Buffer, number>({ name: `partition-${partition}`, encoding: 'binary', compression }),
    );
    return { env, partitions, meta, format };
  } catch (error) {
    await env.close();
    throw error;
  }
}

async function create(meta: LmdbStore['meta'], wanted: WantedFormat | undefined, folder: string) {
  if (!wanted) throw logAbsent(folder);
  const format: LogFormat = { version: 1, ...wanted };
  await meta.put('format', format);
  // The file itself must outlive a power cut too: its name stands in the folder, the folder's in its parent.
  await syncFolder(folder);
  await syncFolder(dirname(folder));
  return format;
}

/** Refuses with `log.absent` (404) when a folder holds no log. */
export async function refuseAbsent(folder: string): Promise<void> {
  await access(join(folder, DATA_FILE)).catch((cause: unknown) => Promise.reject(logAbsent(folder, cause)));
}

function logAbsent(folder: string, cause?: unknown) {
  return refusal('log.absent', 404, `There is no log in ${folder}.`, { detail: { folder }, cause });
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

/** A file cut short would end the process with SIGBUS at the first read behind its end, so it is refused here. */
async function refuseTruncated(env: LmdbStore['env'], path: string): Promise<void> {
  const { lastPageNumber, pageSize } = statsOf(env);
  const { size } = await stat(path);
  const bytes = (lastPageNumber + 1) * pageSize;
  if (size + UNWRITTEN_BYTES_MAX >= bytes) return;
  throw refusal(
    'log.damaged',
    500,
    `${path} holds ${size} bytes where ${bytes} belong: its end is missing. Restore the folder from a backup.`,
    { detail: { path, size, bytes } },
  );
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
