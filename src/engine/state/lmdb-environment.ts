import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asBinary, type Database, type DatabaseOptions, open, type RootDatabase } from 'lmdb';
import { refusal } from '../../core/index.ts';
import { syncFolder } from './backup.ts';
import { type Change, COLLECTIONS, type Collection } from './state.ts';

/** An open LMDB environment of a state: one database for each collection, values as UTF-8. */
export interface Environment {
  readonly root: RootDatabase<string, string>;
  readonly collections: Readonly<Record<Collection, Database<string, string>>>;
}

const DATA_FILE = 'data.mdb';

/** Address space, not disk or memory; ample, because growing a map keeps the old mapping as well. */
const MAP_BYTES = 2 ** 40;

/** Pages that a transaction took and gave back are counted, but never written when they are the last of the file. */
const UNWRITTEN_BYTES_MAX = 4 * 1024 * 1024;

/** Keys as their plain UTF-8 bytes; lmdb's own encoding escapes some and would order them differently. */
const KEY_ENCODER = {
  writeKey(key: string, target: Buffer, start: number): number {
    // lmdb takes a fresh buffer and tries again after a RangeError; a plain write would cut the key instead.
    if (start + key.length * 3 > target.length && start + Buffer.byteLength(key) > target.length) {
      throw new RangeError('The key does not fit into the rest of the buffer.');
    }
    return start + target.write(key, start);
  },
  readKey(target: Buffer, start: number, end: number): string {
    return target.toString('utf8', start, end);
  },
};

/**
 * Opens the environment of a folder, or creates it. Refusal: `state.damaged` (500) when the file was cut short.
 * Strings are stored as they are, without LZ4: docs/decisions/0002-state-on-lmdb-or-postgresql.md has the figures.
 */
export async function openEnvironment(folder: string): Promise<Environment> {
  const path = join(folder, DATA_FILE);
  const root = open<string, string>({
    path,
    encoding: 'string',
    mapSize: MAP_BYTES,
    maxDbs: COLLECTIONS.length + 1,
    // A commit then resolves after its fdatasync, not when it becomes visible.
    overlappingSync: false,
    // Otherwise lmdb wraps what is written into a batch of its own, whose promise nobody gets to catch when it fails.
    eventTurnBatching: false,
  });
  try {
    await refuseTruncated(root, path);
    const settings: DatabaseOptions & { keyEncoder: typeof KEY_ENCODER } = {
      encoding: 'string',
      keyEncoder: KEY_ENCODER,
    };
    const collections = Object.fromEntries(
      COLLECTIONS.map((name) => [name, root.openDB<string, string>(name, settings)]),
    ) as Environment['collections'];
    await syncFolder(folder);
    return { root, collections };
  } catch (error) {
    await root.close();
    throw error;
  }
}

/** Writes all changes or none, and resolves when they are on disk. */
export async function writeChanges(environment: Environment, changes: readonly Change[]): Promise<void> {
  const { root, collections } = environment;
  await root.batch(() => {
    for (const { collection, key, value } of changes) {
      if (value === undefined) collections[collection].remove(key);
      else collections[collection].put(key, typeof value === 'string' ? value : asUtf8(value));
    }
  });
}

/** Bytes for a collection of strings: lmdb stores them as they are, and reads them as a string. Its declaration knows only the type of the values. */
function asUtf8(bytes: Uint8Array): string {
  return asBinary(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as unknown as string;
}

/** A file cut short would end the process with SIGBUS at the first read behind its end. */
async function refuseTruncated(root: Environment['root'], path: string): Promise<void> {
  const { lastPageNumber, pageSize } = root.getStats() as { lastPageNumber: number; pageSize: number };
  const { size } = await stat(path);
  const bytes = (lastPageNumber + 1) * pageSize;
  if (size + UNWRITTEN_BYTES_MAX >= bytes) return;
  throw refusal(
    'state.damaged',
    500,
    'The end of the state file is missing. Move the folder away and restore a backup.',
    { detail: { path, size, bytes } },
  );
}
