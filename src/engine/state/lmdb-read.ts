import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database, Transaction } from 'lmdb';
import type { Entry, RangeQuery } from './state.ts';

type Collection = Database<string, string>;

/** A warm read of 1.7 KB costs 3.6 us, so a step of this size holds the event loop for some 0.3 ms. */
const STEP_KEYS = 64;
/** A step that took longer met pages that are not in memory; the rest is then fetched by another thread. */
const COLD_STEP_MS = 2;
/** Keys that the other thread touches at once: a call of its own for each step would be most of the waiting. */
const PREFETCH_KEYS = 1_024;
const STEP_ENTRIES = 256;
const STEP_CHARS = 1024 * 1024;
const SMALLEST_KEY = '\0';

/**
 * Reads in steps on this thread while pages are in memory (lmdb's own getMany costs half as much again), and lets
 * another thread touch the pages first when they are not: 300 cold keys blocked the event loop for 350 ms otherwise.
 */
export async function readMany(
  collection: Collection,
  keys: readonly string[],
): Promise<(string | undefined)[]> {
  const transaction = collection.useReadTransaction();
  try {
    const values: (string | undefined)[] = [];
    let isWarm = true;
    let touchedTo = 0;
    for (let start = 0; start < keys.length; start += STEP_KEYS) {
      const step = keys.slice(start, start + STEP_KEYS);
      if (!isWarm && start >= touchedTo) {
        touchedTo = start + PREFETCH_KEYS;
        await collection.prefetch(keys.slice(start, touchedTo));
      } else if (start > 0) await nextTurn();
      const startedAt = performance.now();
      for (const key of step) values.push(collection.get(key, { transaction }));
      isWarm = isWarm && performance.now() - startedAt < COLD_STEP_MS;
    }
    return values;
  } finally {
    transaction.done();
  }
}

/** All entries of a range, of one moment. */
export async function readRange(collection: Collection, query: RangeQuery): Promise<Entry[]> {
  const transaction = collection.useReadTransaction();
  try {
    const entries: Entry[] = [];
    for await (const step of readSteps(collection, transaction, query)) entries.push(...step);
    return entries;
  } finally {
    transaction.done();
  }
}

/** The entries of a range in parts, each read without a pause; between them the event loop gets its turn. */
export async function* readSteps(
  collection: Collection,
  transaction: Transaction,
  query: RangeQuery,
): AsyncGenerator<Entry[]> {
  if (query.to === '') return;
  let left = query.limit;
  let last: string | undefined;
  while (left > 0) {
    const step = readStep(collection, transaction, { ...query, limit: Math.min(left, STEP_ENTRIES) }, last);
    if (step.length === 0) return;
    yield step;
    left -= step.length;
    last = step.at(-1)?.[0];
    if (left > 0) await nextTurn();
  }
}

function readStep(
  collection: Collection,
  transaction: Transaction,
  query: RangeQuery,
  last: string | undefined,
): Entry[] {
  const isReverse = query.reverse === true;
  // lmdb begins at a key of its own encoding when it is given none, and knows no empty keys.
  const from = query.from || SMALLEST_KEY;
  const start = last ?? (isReverse ? query.to : from);
  const end = isReverse ? from : query.to;
  const options = {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    exclusiveStart: last !== undefined || (isReverse && start !== undefined),
    inclusiveEnd: isReverse,
    reverse: isReverse,
    limit: query.limit,
    transaction,
  };
  if (query.keysOnly === true) return [...collection.getKeys(options)].map((key) => [key, '']);
  const range = collection.getRange(options);
  const entries: Entry[] = [];
  let chars = 0;
  for (const { key, value } of range) {
    entries.push([key, value]);
    chars += value.length;
    if (chars > STEP_CHARS) break;
  }
  return entries;
}
