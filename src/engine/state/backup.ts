import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../core/index.ts';
import { type Change, COLLECTIONS, type Collection, type Entry, type State } from './state.ts';

const READ_BYTES = 256 * 1024;
const RESTORE_CHANGES = 1000;
const RESTORE_CHARS = 4 * 1024 * 1024;

/** `meta` says what the other collections hold, so it is restored when they are complete. */
const RESTORE_ORDER: readonly Collection[] = [...COLLECTIONS.filter((name) => name !== 'meta'), 'meta'];

/** Writes `<collection>.jsonl` for every collection into an empty folder and resolves when all of it is on disk. */
export async function writeBackup(
  folder: string,
  entriesOf: (collection: Collection) => AsyncIterable<readonly Entry[]>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw refusal('state.folder-not-empty', 409, 'A backup goes into an empty folder; name another one.', {
      detail: { folder },
    });
  }
  for (const collection of COLLECTIONS) {
    const file = await open(join(folder, fileOf(collection)), 'wx');
    try {
      for await (const entries of entriesOf(collection)) {
        await file.appendFile(entries.map((entry) => JSON.stringify(entry) + '\n').join(''));
      }
      await file.sync();
    } finally {
      await file.close();
    }
  }
  await syncFolder(folder);
}

/**
 * Reads a backup into an empty state of any engine. Refusals: `state.not-empty` (409); `state.backup-damaged` (422)
 * when a file is missing or a line is not an entry; what came before it is then already in the state, so throw that away.
 */
export async function restoreState(folder: string, state: State): Promise<void> {
  for (const collection of COLLECTIONS) {
    if ((await state.range(collection, { limit: 1 })).length === 0) continue;
    throw refusal(
      'state.not-empty',
      409,
      'A backup is restored into an empty state; move the old one away.',
      {
        detail: { collection },
      },
    );
  }
  for (const collection of RESTORE_ORDER) {
    let changes: Change[] = [];
    let chars = 0;
    for await (const line of linesOf(join(folder, fileOf(collection)))) {
      const [key, value] = parseEntry(line, collection);
      changes.push({ collection, key, value });
      chars += value.length;
      if (changes.length < RESTORE_CHANGES && chars < RESTORE_CHARS) continue;
      await state.commit(changes);
      changes = [];
      chars = 0;
    }
    await state.commit(changes);
  }
}

/** Makes the names in a folder survive power loss. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function fileOf(collection: Collection): string {
  return `${collection}.jsonl`;
}

function parseEntry(line: string, collection: Collection): Entry {
  let entry: unknown;
  try {
    entry = JSON.parse(line);
  } catch (cause) {
    throw damaged(collection, cause);
  }
  const [key, value, ...rest]: unknown[] = Array.isArray(entry) ? entry : [];
  if (typeof key !== 'string' || typeof value !== 'string' || rest.length > 0) throw damaged(collection);
  return [key, value];
}

/** The lines of a file. Node's readline would also break at U+2028 and U+2029, which JSON leaves as they are. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw damaged(path, cause);
  });
  try {
    let parts: Buffer[] = [];
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(READ_BYTES));
      if (bytesRead === 0) break;
      let start = 0;
      for (let end = buffer.indexOf(10); end >= 0 && end < bytesRead; end = buffer.indexOf(10, start)) {
        parts.push(buffer.subarray(start, end));
        yield Buffer.concat(parts).toString('utf8');
        parts = [];
        start = end + 1;
      }
      parts.push(buffer.subarray(start, bytesRead));
    }
    // A file that was cut off ends inside a line, which then does not parse.
    const rest = Buffer.concat(parts).toString('utf8');
    if (rest.length > 0) yield rest;
  } finally {
    await file.close();
  }
}

function damaged(what: string, cause?: unknown): Error {
  return refusal('state.backup-damaged', 422, 'The backup is not complete or was changed; use another one.', {
    detail: { what },
    cause,
  });
}
