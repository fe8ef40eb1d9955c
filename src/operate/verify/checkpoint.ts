import { positionOf } from '../../core/index.ts';
import type { Checkpoint } from '../../pipeline/index.ts';
import { counted, createFaults, type Finding } from './finding.ts';

/** What the log holds: from `first`, before `next`. */
export interface LogEnds {
  readonly first: number;
  readonly next: number;
}

/** Whether the checkpoint fits the log: what will be folded again is still there, and nothing was folded that is not. */
export function checkCheckpoint(checkpoint: Checkpoint, log: LogEnds): Finding {
  const { low, next, cut } = checkpoint;
  const faults = createFaults();
  if (low > next) faults.add(`it is folded again from ${low}, which is after the next record ${next}`);
  if (next > log.next) faults.add(`it is folded up to ${next}, but the log ends at ${log.next}`);
  if (cut >= 0 && positionOf(cut) >= log.next)
    faults.add(`facts are stored up to record ${positionOf(cut)}, but the log ends at ${log.next}`);
  if (low < log.first)
    faults.add(`it has to be folded again from ${low}, but the log begins at ${log.first}`);
  const again = pendingCount(checkpoint);
  const unfolded = log.next - Math.max(next, positionOf(cut) + 1);
  return faults.finding(
    'checkpoint',
    `folded to ${log.next - unfolded} of ${log.next}; at the next start ${counted(again, 'record')} again, ${counted(unfolded, 'record')} anew`,
  );
}

/** How many records people may be behind the checkpoint; 0 after an orderly stop. */
export function pendingCount({ low, cut }: Checkpoint): number {
  return cut < 0 ? 0 : Math.max(0, positionOf(cut) + 1 - low);
}
