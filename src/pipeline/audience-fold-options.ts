import type { AudienceBook } from '../audience/index.ts';
import type { Definitions } from '../definition/index.ts';
import type { Fired } from './checkpoint.ts';
import type { Committer } from './committer.ts';
import type { LogTime } from './log-time.ts';
import type { ProductMoves } from './product-moves.ts';
import type { Outputs } from './step.ts';
import type { TimerPace } from './timer-pace.ts';
import type { Timers } from './timers.ts';
import type { WorkingSet } from './working-set.ts';

/** What the audiences need of the fold that they are part of. */
export interface AudienceFoldOptions {
  readonly set: WorkingSet;
  readonly timers: Timers;
  readonly time: LogTime;
  readonly committer: Committer;
  readonly products: Pick<ProductMoves, 'ask' | 'foldAgainAt'>;
  readonly book: AudienceBook;
  readonly definitions: Pick<Definitions, 'get' | 'head'>;
  readonly happened: Outputs['happened'];
  /** Other work of the process gets its turn. */
  readonly breathe: () => Promise<void>;
  /** Rows up to this place were stored by an earlier run. */
  readonly recoverUntil: number;
  /** How far timers had fired then, and which record was the next. */
  readonly recoveredFiring: { readonly position: number; readonly fired: Fired } | undefined;
  readonly pace: TimerPace;
}
