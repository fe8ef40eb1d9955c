import { mkdir } from 'node:fs/promises';
import { type Refusal, refusal } from '../../core/index.ts';
import { holdFolder, isForWantOfRoom } from '../folder/index.ts';
import { writeBackup } from './backup.ts';
import { createGroupCommit } from './group-commit.ts';
import { checkChanges, checkKeys, checkRange } from './limits.ts';
import { type Environment, openEnvironment, writeChanges } from './lmdb-environment.ts';
import { readMany, readRange, readSteps } from './lmdb-read.ts';
import type { Change, State } from './state.ts';

/** Where an embedded state lives. */
export interface LmdbStateOptions {
  /** Made when it is missing; nothing else may live in it. */
  readonly folder: string;
}

const RETRY_AFTER_SECONDS = 5;

/**
 * The embedded state: an LMDB environment in a folder of its own. Refusals: those of the port; when opening also
 * `state.in-use` (503) while another process has the folder and `state.damaged` (500); `state.broken` (503) for
 * commits after the disk failed for another reason than want of room, until the process is started again.
 */
export async function openLmdbState(options: LmdbStateOptions): Promise<State> {
  const { folder } = options;
  await mkdir(folder, { recursive: true });
  const letGo = await holdFolder(folder, (pid) => inUse(folder, pid));
  const environment = await openOrLetGo(folder, letGo);
  return createState(folder, environment, letGo);
}

async function openOrLetGo(folder: string, letGo: () => Promise<void>): Promise<Environment> {
  try {
    return await openEnvironment(folder);
  } catch (error) {
    await letGo();
    throw error;
  }
}

function createState(folder: string, first: Environment, letGo: () => Promise<void>): State {
  // None when it could not be opened again.
  let environment: Environment | undefined = first;
  let reopening: Promise<void> | undefined;
  let broken: Refusal | undefined;
  let closing: Promise<void> | undefined;
  const reads = new Set<Promise<unknown>>();

  // After a failed commit LMDB may refuse or even hang: its writer keeps a lock when a transaction cannot begin.
  // A fresh environment knows nothing but what is on disk, and what is there is consistent.
  async function reopen(): Promise<void> {
    await Promise.allSettled(reads);
    const failed = environment;
    environment = undefined;
    await failed?.root.close();
    environment = await openEnvironment(folder);
  }

  async function write(changes: readonly Change[]): Promise<void> {
    if (broken !== undefined || !environment) throw broken ?? stateBroken(undefined);
    try {
      await writeChanges(environment, changes);
    } catch (error) {
      const refused = await toRefusal(folder, error);
      if (refused.code !== 'state.full') broken = refused;
      reopening = reopen().catch((cause: unknown) => {
        broken = stateBroken(cause);
      });
      await reopening;
      reopening = undefined;
      throw broken ?? refused;
    }
  }

  async function read<T>(work: (opened: Environment) => Promise<T>): Promise<T> {
    while (reopening) await reopening;
    refuseClosed();
    if (!environment) throw broken ?? stateBroken(undefined);
    // In the same turn as it is begun: an environment is closed only when everybody who reads it has ended.
    const reading = work(environment);
    reads.add(reading);
    try {
      return await reading;
    } finally {
      reads.delete(reading);
    }
  }

  function refuseClosed(): void {
    if (closing !== undefined) throw refusal('state.closed', 503, 'The state is closed.');
  }

  const group = createGroupCommit(write);
  return {
    getMany: async (collection, keys) => {
      checkKeys(keys);
      return read(({ collections }) => readMany(collections[collection], keys));
    },
    range: async (collection, query) => {
      checkRange(query);
      return read(({ collections }) => readRange(collections[collection], query));
    },
    commit: async (changes) => {
      refuseClosed();
      checkChanges(changes);
      if (changes.length > 0) await group.commit(changes);
    },
    count: (collection) =>
      read(async ({ collections }) => {
        const { entryCount } = collections[collection].getStats() as { entryCount: number };
        return entryCount;
      }),
    backup: (target) => read((opened) => backUp(opened, target)),
    close: () => {
      closing ??= (async () => {
        await group.settled();
        await Promise.allSettled(reads);
        await environment?.root.close();
        await letGo();
      })();
      return closing;
    },
  };
}

async function backUp({ root, collections }: Environment, folder: string): Promise<void> {
  // One transaction for all collections: whatever is committed meanwhile is not in the copy.
  const transaction = root.useReadTransaction();
  try {
    await writeBackup(folder, (collection) =>
      readSteps(collections[collection], transaction, { limit: Number.POSITIVE_INFINITY }),
    );
  } finally {
    transaction.done();
  }
}

async function toRefusal(folder: string, error: unknown): Promise<Refusal> {
  // lmdb rejects with a wrapper whose `commitError` rejects with what happened.
  const wrapped = (error as { commitError?: Promise<never> }).commitError;
  const cause: unknown = wrapped === undefined ? error : await wrapped.catch((inner: unknown) => inner);
  if (!(await isForWantOfRoom(folder, cause))) return stateBroken(cause);
  return refusal('state.full', 503, 'The disk of the state is full and nothing was changed. Make room.', {
    detail: { folder },
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    cause,
  });
}

function inUse(folder: string, pid: number): Refusal {
  return refusal(
    'state.in-use',
    503,
    `The state in ${folder} is open in process ${pid}, here or in another container. Stop that process, or use another data folder.`,
    { detail: { folder, pid } },
  );
}

function stateBroken(cause: unknown): Refusal {
  return refusal('state.broken', 503, 'The state cannot be written. Look at the disk, then start again.', {
    cause,
  });
}
