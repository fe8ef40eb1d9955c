import { refusal } from '../../core/index.ts';

/** One record on its way into the log. */
export interface Appending {
  readonly partition: number;
  readonly bytes: Uint8Array;
}

export interface GroupCommitLimits {
  /** Appends are refused with `log.busy` while more bytes than this wait or are being written. */
  readonly waitingBytesMax: number;
  /** A larger record is refused with `log.record-too-large`. */
  readonly recordBytesMax: number;
}

export interface GroupCommit {
  /** Resolves with the position when the record is durable. Refusals as in the port. */
  append(partition: number, bytes: Uint8Array): Promise<number>;
  /** Runs a task of the owner between two groups, alone. */
  between<T>(task: () => Promise<T>): Promise<T>;
  /** Refuses new appends and resolves when everything taken is settled. */
  drain(): Promise<void>;
}

/** A group ends at either bound: it keeps one commit, and with it everyone's wait, short. */
const GROUP_BYTES_MAX = 16 * 1024 * 1024;
const GROUP_RECORDS_MAX = 4096;

/** A full queue is gone within a second at any speed worth running at. */
const BUSY_RETRY_SECONDS = 1;

interface Waiting extends Appending {
  readonly resolve: (position: number) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Collects appends while a commit is under way and hands all of them to the next one.
 * `commit` makes a group durable and answers with the positions, in order; when it throws, the whole group is refused
 * with that error and nothing of it may have been kept. One commit runs at a time.
 */
export function createGroupCommit(
  limits: GroupCommitLimits,
  commit: (group: readonly Appending[]) => Promise<readonly number[]>,
): GroupCommit {
  let waiting: Waiting[] = [];
  let waitingBytes = 0;
  let running: Promise<void> | undefined;
  let isClosed = false;
  const tasks: (() => Promise<void>)[] = [];

  // Tasks and groups take turns, so that a long trim does not hold up appends nor appends a trim.
  async function run(): Promise<void> {
    while (tasks.length > 0 || waiting.length > 0) {
      await tasks.shift()?.();
      if (waiting.length > 0) await commitNext();
    }
    running = undefined;
  }

  async function commitNext(): Promise<void> {
    const group = takeGroup();
    try {
      const positions = await commit(group);
      group.forEach((one, index) => {
        one.resolve(positions[index]!);
      });
    } catch (error) {
      for (const one of group) one.reject(error);
    }
    for (const one of group) waitingBytes -= one.bytes.byteLength;
  }

  function takeGroup(): Waiting[] {
    let bytes = 0;
    let count = 0;
    while (count < waiting.length && count < GROUP_RECORDS_MAX) {
      bytes += waiting[count]!.bytes.byteLength;
      if (count > 0 && bytes > GROUP_BYTES_MAX) break;
      count++;
    }
    const group = waiting.slice(0, count);
    waiting = waiting.slice(count);
    return group;
  }

  // A group starts after the events of this turn, so that requests which arrived together are committed together.
  function wake(): void {
    running ??= new Promise<void>((resolve) => setImmediate(resolve)).then(run);
  }

  return {
    append(partition, bytes) {
      const refused = isClosed ? closed() : refuse(limits, waitingBytes, bytes.byteLength);
      if (refused) return Promise.reject(refused);
      return new Promise((resolve, reject) => {
        waiting.push({ partition, bytes, resolve, reject });
        waitingBytes += bytes.byteLength;
        wake();
      });
    },
    between(task) {
      return new Promise((resolve, reject) => {
        tasks.push(() => task().then(resolve, reject));
        wake();
      });
    },
    async drain() {
      isClosed = true;
      while (running) await running;
    },
  };
}

function refuse(limits: GroupCommitLimits, waitingBytes: number, bytes: number) {
  if (bytes > limits.recordBytesMax) {
    return refusal(
      'log.record-too-large',
      413,
      `A record of ${bytes} bytes is larger than ${limits.recordBytesMax}.`,
      {
        detail: { bytes, recordBytesMax: limits.recordBytesMax },
      },
    );
  }
  if (waitingBytes > 0 && waitingBytes + bytes > limits.waitingBytesMax) {
    return refusal(
      'log.busy',
      429,
      'More waits to be written than the log takes at once. Try again shortly.',
      {
        detail: { waitingBytes, waitingBytesMax: limits.waitingBytesMax },
        retryAfterSeconds: BUSY_RETRY_SECONDS,
      },
    );
  }
  return undefined;
}

function closed() {
  return refusal('log.closed', 503, 'The log is closed: the process is stopping.');
}
