import type { Change } from './state.ts';

/** Commits that wait are written together up to this size, whose encoding holds the event loop for some 8 ms. */
const GROUP_CHANGES_MAX = 2_000;

/** Writes one group of changes at a time, each group whole or not at all. */
export interface GroupCommit {
  /** Resolves when the group that holds these changes is written, or rejects with what the write threw. */
  commit(changes: readonly Change[]): Promise<void>;
  /** Resolves when nothing waits or runs. */
  settled(): Promise<void>;
}

interface Waiting {
  readonly changes: readonly Change[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers the commits that come while one is being written: many small callers then share a disk flush, order is that
 * of the calls, and a failure meets exactly one write.
 */
export function createGroupCommit(write: (changes: readonly Change[]) => Promise<void>): GroupCommit {
  let waiting: Waiting[] = [];
  let loop: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = firstGroup(waiting);
      waiting = waiting.slice(group.length);
      const changes = group.length === 1 ? group[0]!.changes : group.flatMap((one) => one.changes);
      try {
        await write(changes);
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    loop = undefined;
  }

  return {
    commit: (changes) =>
      new Promise((resolve, reject) => {
        waiting.push({ changes, resolve, reject });
        loop ??= writeAll();
      }),
    settled: async () => loop,
  };
}

function firstGroup(waiting: readonly Waiting[]): Waiting[] {
  let changes = 0;
  const end = waiting.findIndex((one, index) => {
    changes += one.changes.length;
    return index > 0 && changes > GROUP_CHANGES_MAX;
  });
  return waiting.slice(0, end < 0 ? waiting.length : end);
}
