import { type Refusal, refusal } from '../../core/index.ts';
import { isForWantOfRoom } from '../folder/index.ts';
import { type LmdbStore, openLmdbStore, type WantedFormat } from './lmdb-store.ts';
import { logFull } from './room.ts';

/** An environment that is closed and opened again when a change failed. */
export interface LmdbSession {
  /** The open environment; waits while it is being opened again. Refuses with `log.broken`. */
  ready(): Promise<LmdbStore>;
  /** The open environment, or undefined while there is none. */
  current(): LmdbStore | undefined;
  /** Runs a change, one at a time; when it fails, opens again and refuses with `log.full` or `log.broken`. */
  change(task: (store: LmdbStore) => Promise<void>): Promise<void>;
  /** Keeps the environment open until the task ends. */
  using<T>(task: (store: LmdbStore) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface LmdbSessionOptions {
  readonly folder: string;
  readonly format: WantedFormat;
  /** Looks at the environment each time it was opened; when it throws, the environment is closed. */
  readonly opened: (store: LmdbStore) => void;
}

/**
 * Opens an environment and keeps it usable after failed commits. After one LMDB may refuse or, worse, hang: its worker
 * keeps a lock when a transaction cannot begin. A fresh environment knows only what is on disk, and that is consistent.
 */
export async function openSession({ folder, format, opened }: LmdbSessionOptions): Promise<LmdbSession> {
  const users = new Set<Promise<unknown>>();
  let store: LmdbStore | undefined = await open();
  let broken: Refusal | undefined;
  let reopening: Promise<void> | undefined;

  async function open(): Promise<LmdbStore> {
    const fresh = await openLmdbStore(folder, format);
    try {
      opened(fresh);
    } catch (error) {
      await fresh.env.close();
      throw error;
    }
    return fresh;
  }

  async function closeStore(): Promise<void> {
    await Promise.allSettled(users);
    const closing = store;
    store = undefined;
    await closing?.env.close();
  }

  async function reopen(): Promise<void> {
    try {
      await closeStore();
      store = await open();
    } catch (error) {
      broken = logBroken(folder, error);
    }
    reopening = undefined;
  }

  async function ready(): Promise<LmdbStore> {
    await reopening;
    if (broken || !store) throw broken ?? logBroken(folder, undefined);
    return store;
  }

  return {
    ready,
    current: () => store,
    async change(task) {
      const changing = await ready();
      try {
        await task(changing);
      } catch (error) {
        const cause = await causeOf(error);
        if (!(await isForWantOfRoom(folder, cause))) broken = logBroken(folder, cause);
        reopening = reopen();
        await reopening;
        throw broken ?? logFull(folder, cause);
      }
    },
    async using(task) {
      while (reopening) await reopening;
      if (broken || !store) throw broken ?? logBroken(folder, undefined);
      // In the same turn as it is begun: an environment is closed only when everybody who uses it has ended.
      const running = task(store);
      users.add(running);
      try {
        return await running;
      } finally {
        users.delete(running);
      }
    },
    close: closeStore,
  };
}

/** lmdb rejects with "Commit failed" and puts the reason into a promise that rejects. */
async function causeOf(error: unknown): Promise<unknown> {
  const reason = (error as { commitError?: Promise<never> }).commitError;
  return reason ? reason.catch((cause: unknown) => cause) : error;
}

function logBroken(folder: string, cause: unknown): Refusal {
  return refusal(
    'log.broken',
    503,
    `The log in ${folder} could not be written and takes no more until the next start. Check the disk.`,
    { detail: { folder }, cause },
  );
}
