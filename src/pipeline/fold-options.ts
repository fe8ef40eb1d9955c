import type { AudienceBook } from '../audience/index.ts';
import type { Catalogue } from '../catalog/index.ts';
import type { Definitions } from '../definition/index.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Committer } from './committer.ts';
import type { LogTime } from './log-time.ts';
import type { Outputs } from './step.ts';
import type { TimerPace } from './timer-pace.ts';
import type { Timers } from './timers.ts';
import type { RecordOutcome } from './waiters.ts';
import type { WorkingSet } from './working-set.ts';

/** What folding counts. */
export interface FoldFigures {
  events: number;
  duplicates: number;
  rejected: number;
  repeated: number;
  receivedUntil: number;
}

export interface RecordFoldOptions {
  readonly workingSet: WorkingSet;
  readonly committer: Committer;
  readonly time: LogTime;
  readonly timers: Timers;
  readonly pace: TimerPace;
  readonly book: AudienceBook;
  readonly catalogue: Catalogue;
  readonly definitions: Definitions;
  readonly checkpoint: Checkpoint;
  readonly figures: FoldFigures;
  readonly happened: Outputs['happened'];
  readonly breathe: () => Promise<void>;
  /** Everything up to this record is folded. */
  readonly passed: (position: number) => void;
  /** What came of an operator's order. */
  readonly note: (position: number, outcome: RecordOutcome | Error) => void;
}
