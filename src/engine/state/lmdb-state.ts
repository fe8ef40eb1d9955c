import { mkdir } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Database, type DatabaseOptions, open, type Transaction } from 'lmdb';
import { refusal } from '../../core/index.ts';
import { syncFolder, writeBackup } from './backup.ts';
import { takeFolder } from './exclusive.ts';
import { checkChanges, checkKeys, checkRange } from './limits.ts';
import { COLLECTIONS, type Collection, type Entry, type RangeQuery, type State } from './state.ts';

/** Where the embedded state lives. */
export interface LmdbStateOptions {
  /** Made when it is missing; nothing else may live in it. */
  readonly folder: string;
}

type Collections = Readonly<Record<Collection, Database<string, string>>>;

/** A warm read of 1.7 KB costs 3.6 us, so a step of this size holds the event loop for some 0.3 ms. */
const STEP_KEYS = 64;
/** A step that took longer met pages that are not in memory; the rest is then fetched by another thread. */
const COLD_STEP_MS = 2;
const RANGE_STEP_ENTRIES = 256;
const RANGE_STEP_CHARS = 1024 * 1024;
const RETRY_AFTER_SECONDS = 5;
const SMALLEST_KEY = '\0';

/** ENOSPC, EDQUOT and EFBIG of the kernel, and LMDB's own "map full". */
const FULL_CODES: ReadonlySet<unknown> = new Set([28, 122, 27, -30792]);

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
 * The embedded state: an LMDB environment with one named database for each collection, values as UTF-8.
 * LZ4 (built into lmdb) was measured and is off: 60 instead of 28 us of CPU for a change, 3 % less disk (bench/state.ts).
 * Refusals: those of the port, and `state.in-use` (503) when another process has the folder.
 */
export async function openLmdbState(options: LmdbStateOptions): Promise<State> {
  const { folder } = options;
  await mkdir(folder, { recursive: true });
  const hold = await takeFolder(folder);
  const root = open<string, string>({
    path: folder,
    noSubdir: false,
    encoding: 'string',
    maxDbs: COLLECTIONS.length + 2,
    // A commit then resolves after its fdatasync, not when it becomes visible.
    overlappingSync: false,
  });
  const databases = Object.fromEntries(
    COLLECTIONS.map((name) => {
      const settings: DatabaseOptions & { keyEncoder: typeof KEY_ENCODER } = {
        encoding: 'string',
        keyEncoder: KEY_ENCODER,
      };
      return [name, root.openDB<string, string>(name, settings)];
    }),
  ) as Collections;
  await syncFolder(folder);

  let closing: Promise<void> | undefined;
  const running = new Set<Promise<unknown>>();
  const whileOpen = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closing !== undefined) throw refusal('state.closed', 503, 'The state is closed.');
    const promise = work();
    running.add(promise);
    try {
      return await promise;
    } finally {
      running.delete(promise);
    }
  };

  return {
    getMany: (collection, keys) => whileOpen(() => readMany(databases[collection], keys)),
    range: (collection, query) => whileOpen(() => readRange(databases[collection], query)),
    commit: (changes) =>
      whileOpen(async () => {
        checkChanges(changes);
        if (changes.length === 0) return;
        const written = root.batch(() => {
          for (const { collection, key, value } of changes) {
            if (value === undefined) databases[collection].remove(key);
            else databases[collection].put(key, value);
          }
        });
        await written.catch(refuseWrite);
      }),
    count: (collection) => whileOpen(async () => entryCount(databases[collection])),
    backup: (target) => whileOpen(() => backUp(root, databases, target)),
    close: () => {
      closing ??= (async () => {
        await Promise.allSettled(running);
        await root.close();
        await hold.release();
      })();
      return closing;
    },
  };
}

/**
 * Reads in steps on this thread while pages are in memory (a hop to another thread costs more than the reads), and
 * lets another thread touch the pages when they are not: 300 cold keys blocked the event loop for 350 ms otherwise.
 */
async function readMany(
  database: Database<string, string>,
  keys: readonly string[],
): Promise<(string | undefined)[]> {
  checkKeys(keys);
  const transaction = database.useReadTransaction();
  try {
    const values: (string | undefined)[] = [];
    let isWarm = true;
    for (let start = 0; start < keys.length; start += STEP_KEYS) {
      const step = keys.slice(start, start + STEP_KEYS);
      if (start > 0) {
        if (isWarm) await nextTurn();
        else await database.prefetch(step);
      }
      const startedAt = performance.now();
      for (const key of step) values.push(database.get(key, { transaction }));
      isWarm = performance.now() - startedAt < COLD_STEP_MS;
    }
    return values;
  } finally {
    transaction.done();
  }
}

async function readRange(database: Database<string, string>, query: RangeQuery): Promise<Entry[]> {
  checkRange(query);
  const transaction = database.useReadTransaction();
  try {
    const entries: Entry[] = [];
    for await (const step of steps(database, transaction, query)) entries.push(...step);
    return entries;
  } finally {
    transaction.done();
  }
}

/** The entries of a range in parts that are read without a pause; between them the event loop gets its turn. */
async function* steps(
  database: Database<string, string>,
  transaction: Transaction,
  query: RangeQuery,
): AsyncGenerator<Entry[]> {
  if (query.to === '') return;
  const isReverse = query.reverse === true;
  let left = query.limit;
  let last: string | undefined;
  while (left > 0) {
    const step: Entry[] = [];
    let chars = 0;
    // lmdb begins at a key of its own encoding when it is given none, and knows no empty keys.
    const start = last ?? (isReverse ? query.to : query.from || SMALLEST_KEY);
    const end = isReverse ? query.from || SMALLEST_KEY : query.to;
    const range = database.getRange({
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      exclusiveStart: isReverse ? start !== undefined : last !== undefined,
      inclusiveEnd: isReverse,
      reverse: isReverse,
      limit: Math.min(left, RANGE_STEP_ENTRIES),
      transaction,
    });
    for (const { key, value } of range) {
      step.push([key, value]);
      chars += value.length;
      if (chars > RANGE_STEP_CHARS) break;
    }
    if (step.length === 0) return;
    yield step;
    left -= step.length;
    last = step.at(-1)?.[0];
    await nextTurn();
  }
}

async function backUp(root: Database<string, string>, databases: Collections, folder: string): Promise<void> {
  // One transaction for all collections: whatever is committed meanwhile is not in the copy.
  const transaction = root.useReadTransaction();
  try {
    await writeBackup(folder, (collection) =>
      steps(databases[collection], transaction, { limit: Number.POSITIVE_INFINITY }),
    );
  } finally {
    transaction.done();
  }
}

function entryCount(database: Database<string, string>): number {
  const { entryCount: count } = database.getStats() as { entryCount: number };
  return count;
}

async function refuseWrite(error: unknown): Promise<never> {
  // lmdb rejects with a wrapper whose `commitError` rejects with what happened.
  const wrapped = (error as { commitError?: Promise<never> }).commitError;
  const cause: unknown = wrapped === undefined ? error : await wrapped.catch((inner: unknown) => inner);
  const code = (cause as { code?: unknown } | undefined)?.code;
  if (FULL_CODES.has(code)) {
    throw refusal('state.full', 503, 'The disk of the state is full; nothing was changed. Make room.', {
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      cause,
    });
  }
  throw refusal(
    'state.write-failed',
    500,
    'The state could not be written; nothing was changed. Look at the disk.',
    {
      detail: { code },
      cause,
    },
  );
}
