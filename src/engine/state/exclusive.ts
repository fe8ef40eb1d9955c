import { join } from 'node:path';
import { open } from 'lmdb';
import { refusal } from '../../core/index.ts';

/** The hold on a folder; nobody else can take it before it is released or its process ends, however it ends. */
export interface Hold {
  release(): Promise<void>;
}

/**
 * Takes a folder for this process and this caller alone, or refuses with `state.in-use` (503).
 *
 * Node has no file locks, pid files go stale and pids mean nothing across containers that share a volume. LMDB's
 * reader table has what is needed: a slot is held by a kernel lock on a file, so it ends with its process even after
 * kill -9, and it is seen from other containers. So the folder `owner` is an LMDB environment that nobody ever
 * writes to, in which the owner keeps one read transaction open. Two that start in the same instant both see two slots and
 * both refuse, which is safe.
 */
export async function takeFolder(folder: string): Promise<Hold> {
  const environment = open({ path: join(folder, 'owner'), noSubdir: false, encoding: 'binary' });
  const takenSlots = (): number => environment.readerList().match(/^\s*\d+ /gm)?.length ?? 0;
  const refuse = async (cause?: unknown): Promise<never> => {
    await environment.close();
    throw refusal('state.in-use', 503, 'Another process works on this state; stop it first.', {
      detail: { folder },
      cause,
    });
  };
  if (takenSlots() > 0) return refuse();
  try {
    const transaction = environment.useReadTransaction();
    // The slot is taken by the first read.
    environment.get('owner', { transaction });
    if (takenSlots() > 1) {
      transaction.done();
      return refuse();
    }
    return {
      release: async () => {
        transaction.done();
        await environment.close();
      },
    };
  } catch (cause) {
    // The kernel refused the lock: the owner is in another container and has the same pid there.
    return refuse(cause);
  }
}
