import { setImmediate as nextTurn } from 'node:timers/promises';
import { refusal } from '../../core/index.ts';
import { writeBackup } from './backup.ts';
import { compareKeys } from './key-order.ts';
import { checkChanges, checkKeys, checkRange } from './limits.ts';
import {
  type Change,
  COLLECTIONS,
  type Collection,
  type Entry,
  type RangeQuery,
  type State,
} from './state.ts';

/** What a memory state keeps; hand the same one to a second `openMemoryState` to play a restart. */
export type Memory = Map<Collection, SortedTexts>;

interface SortedTexts {
  readonly values: Map<string, string>;
  /** The keys of `values` in their order. */
  readonly keys: string[];
}

const BACKUP_STEP_ENTRIES = 1000;

/** An empty memory for `openMemoryState`. */
export function emptyMemory(): Memory {
  return new Map(COLLECTIONS.map((name) => [name, { values: new Map<string, string>(), keys: [] }]));
}

/** A state without a disk, for the tests of other domains; it passes the same contract as the real ones. */
export async function openMemoryState(memory: Memory = emptyMemory()): Promise<State> {
  let isClosed = false;
  const texts = (collection: Collection): SortedTexts => {
    if (isClosed) throw refusal('state.closed', 503, 'The state is closed.');
    return memory.get(collection)!;
  };
  return {
    getMany: async (collection, keys) => {
      checkKeys(keys);
      const { values } = texts(collection);
      return keys.map((key) => values.get(stored(key)));
    },
    range: async (collection, query) => {
      checkRange(query);
      return entriesOf(texts(collection), query);
    },
    commit: async (changes) => {
      checkChanges(changes);
      for (const { collection, key, value } of changes) set(texts(collection), stored(key), value);
      // Like a disk, so that a loop of commits lets others have their turn.
      await nextTurn();
    },
    count: async (collection) => texts(collection).keys.length,
    backup: async (folder) => {
      const copy = new Map(
        COLLECTIONS.map((name) => [name, entriesOf(texts(name), { limit: Number.POSITIVE_INFINITY })]),
      );
      await writeBackup(folder, (collection) => parts(copy.get(collection) ?? []));
    },
    close: async () => {
      isClosed = true;
    },
  };
}

/** The form that comes back from UTF-8. */
function stored(text: string): string {
  return Buffer.from(text).toString();
}

function set({ values, keys }: SortedTexts, key: string, value: Change['value']): void {
  if (value !== undefined) {
    if (!values.has(key)) keys.splice(placeOf(keys, key), 0, key);
    values.set(key, typeof value === 'string' ? stored(value) : Buffer.from(value).toString());
  } else if (values.delete(key)) {
    keys.splice(placeOf(keys, key), 1);
  }
}

/** How many keys are smaller. */
function placeOf(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareKeys(keys[middle]!, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function entriesOf({ values, keys }: SortedTexts, query: RangeQuery): Entry[] {
  const start = query.from === undefined ? 0 : placeOf(keys, stored(query.from));
  const end = query.to === undefined ? keys.length : placeOf(keys, stored(query.to));
  const chosen =
    query.reverse === true
      ? keys.slice(Math.max(start, end - query.limit), Math.max(start, end)).reverse()
      : keys.slice(start, Math.min(end, start + query.limit));
  return chosen.map((key) => [key, query.keysOnly === true ? '' : values.get(key)!]);
}

async function* parts(entries: readonly Entry[]): AsyncGenerator<readonly Entry[]> {
  for (let start = 0; start < entries.length; start += BACKUP_STEP_ENTRIES) {
    yield entries.slice(start, start + BACKUP_STEP_ENTRIES);
  }
}
