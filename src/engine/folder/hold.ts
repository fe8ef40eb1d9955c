import { join, resolve } from 'node:path';
import { open, type RootDatabase, type Transaction } from 'lmdb';
import type { Refusal } from '../../core/index.ts';

const HOLD_FILE = 'hold.mdb';
const HOLD_MAP_BYTES = 1 << 20;

/**
 * Folders held by this process. Module state, because the question is about the process: LMDB gives a second open
 * in one process the same environment, and closing either would drop the kernel's locks of both.
 */
const heldHere = new Set<string>();

/**
 * Takes a folder for this process alone and returns how to let it go. While another opener has it, throws the refusal that
 * `inUse` makes of that opener's pid. The kernel lets go when a process dies in whatever way, so there is no stale lock to remove.
 *
 * LMDB's table of readers does the work: each process that reads an environment stands in it, backed by a lock of the
 * kernel on a file (Node offers none itself). One read transaction on an environment that nobody writes to is held open
 * for as long as the folder is. Whoever finds a reader is refused, whatever its pid: in containers that share a volume
 * every program may be number 1. The table is emptied by the first to open it when no living process has it open, so what
 * a killed one left does not count. Everyone looks again after registering, so of two that start at the same moment both
 * may be refused, but never both admitted. Nothing else in this process may open the
 * file `hold.mdb-lock`, not even to copy it: POSIX drops a process's locks on a file when it closes any descriptor of it.
 */
export async function holdFolder(
  folder: string,
  inUse: (pid: number) => Refusal,
): Promise<() => Promise<void>> {
  const path = resolve(folder);
  if (heldHere.has(path)) throw inUse(process.pid);
  heldHere.add(path);
  try {
    const letGo = await register(path, inUse);
    return async () => {
      await letGo();
      heldHere.delete(path);
    };
  } catch (error) {
    heldHere.delete(path);
    throw error;
  }
}

async function register(path: string, inUse: (pid: number) => Refusal): Promise<() => Promise<void>> {
  const holding = open({ path: join(path, HOLD_FILE), overlappingSync: false, mapSize: HOLD_MAP_BYTES });
  const readers = (): number[] => {
    holding.readerCheck();
    return readerPids(holding.readerList());
  };
  const [first] = readers();
  if (first !== undefined) {
    await holding.close();
    throw inUse(first);
  }
  const transaction = readTransaction(holding);
  const others = transaction ? readers().slice(1) : [process.pid];
  const letGo = async () => {
    transaction?.done();
    await holding.close();
  };
  if (others[0] === undefined) return letGo;
  await letGo();
  throw inUse(others[0]);
}

/** Undefined when the kernel refuses the lock: a process of the same pid, in another container, took it a moment before. */
function readTransaction(holding: RootDatabase): Transaction | undefined {
  try {
    const transaction = holding.useReadTransaction();
    // The place in the table is taken by the first read.
    holding.get('holder', { transaction });
    return transaction;
  } catch {
    return undefined;
  }
}

/** Reads `mdb_reader_list`: a heading, then a line `pid thread transaction` for each reader. */
function readerPids(list: string): number[] {
  return [...list.matchAll(/^\s*(\d+) [0-9a-f]+ /gm)].map((match) => Number(match[1]));
}
