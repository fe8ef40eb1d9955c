import { refusal } from '../../core/index.ts';
import { createGroupCommit, type GroupCommitLimits } from './group-commit.ts';
import type { Log, LogRecord } from './log.ts';

/** Number of partitions, and the limits of group commit, which have defaults. */
export interface MemoryLogOptions extends Partial<GroupCommitLimits> {
  readonly partitions: number;
}

const BYTES_MAX = 64 * 1024 * 1024;

/**
 * A log in memory for tests of other domains: it passes log.contract.ts except for what needs a disk. A backup is
 * refused with `log.no-backup` (501).
 */
export function createMemoryLog(options: MemoryLogOptions): Log {
  const { partitions, waitingBytesMax = BYTES_MAX, recordBytesMax = BYTES_MAX } = options;
  const kept = Array.from({ length: partitions }, () => ({ first: 0, bytes: 0, records: [] as LogRecord[] }));
  const listeners = new Set<(partition: number, next: number) => void>();
  let isClosed = false;

  const group = createGroupCommit({ waitingBytesMax, recordBytesMax }, async (appending) => {
    const positions = appending.map(({ partition, bytes }) => {
      const one = kept[partition]!;
      const position = nextOf(one);
      one.records.push({ position, bytes: Uint8Array.from(bytes) });
      one.bytes += bytes.byteLength;
      return position;
    });
    for (const partition of new Set(appending.map((one) => one.partition))) {
      const next = nextOf(kept[partition]!);
      for (const listener of listeners) queueMicrotask(() => listener(partition, next));
    }
    return positions;
  });

  function keptOf(partition: number) {
    if (isClosed) throw refusal('log.closed', 503, 'The log is closed.');
    const one = kept[partition];
    if (!one) throw new RangeError(`The log has no partition ${partition}.`);
    return one;
  }

  return {
    partitions,
    async append(partition, bytes) {
      keptOf(partition);
      return group.append(partition, bytes);
    },
    async read(partition, from, recordsMax, bytesMax) {
      const { first, records } = keptOf(partition);
      if (from < first)
        throw refusal('log.trimmed', 410, `Position ${from} was trimmed.`, { detail: { first } });
      const found = [];
      let bytes = 0;
      for (const record of records.slice(from - first, from - first + recordsMax)) {
        if (bytes >= bytesMax && found.length > 0) break;
        found.push(record);
        bytes += record.bytes.byteLength;
      }
      return found;
    },
    bounds(partition) {
      const one = keptOf(partition);
      return { first: one.first, next: nextOf(one), bytes: one.bytes };
    },
    onAppend(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async trim(partition, before) {
      const one = keptOf(partition);
      const end = Math.min(before, nextOf(one));
      await group.between(async () => {
        if (end <= one.first) return;
        for (const record of one.records.splice(0, end - one.first)) one.bytes -= record.bytes.byteLength;
        one.first = end;
      });
    },
    async backup() {
      throw refusal('log.no-backup', 501, 'A log in memory has no backup.');
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await group.drain();
    },
  };
}

function nextOf({
  first,
  records,
}: {
  readonly first: number;
  readonly records: readonly LogRecord[];
}): number {
  return first + records.length;
}
