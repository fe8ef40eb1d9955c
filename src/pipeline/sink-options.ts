import type { Clock } from '../core/index.ts';
import type { State } from '../engine/state/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';

/** What the sink has written since the start; counts, unless a line says otherwise. */
export interface SinkFigures {
  /** Place up to which the warehouse is complete; -1 before the first block. */
  place: number;
  rows: number;
  rowsSkipped: number;
  /** Rows that the warehouse cannot take; they are in the quarantine. */
  rowsRefused: number;
  inserts: number;
  failures: number;
  waitingRows: number;
  /** When the oldest waiting block was offered (ms); 0 when nothing waits. */
  waitingSince: number;
  lastError: string;
}

export interface SinkOptions {
  readonly state: State;
  readonly warehouse: Warehouse;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
  /** Makes the tables; runs before the first insert, and again until it has worked once. */
  readonly prepare: () => Promise<unknown>;
}

/** Before the first block. */
export function noSinkFigures(): SinkFigures {
  return {
    place: -1,
    rows: 0,
    rowsSkipped: 0,
    rowsRefused: 0,
    inserts: 0,
    failures: 0,
    waitingRows: 0,
    waitingSince: 0,
    lastError: '',
  };
}
