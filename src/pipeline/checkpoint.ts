import type { State } from '../engine/state/index.ts';

/**
 * Where a restart begins. Everything up to `cut` has its outputs stored (facts, quarantine, effects) and the identity
 * graph is exactly as of `cut`; people may be older, but not older than `low`. So a restart folds `low … cut` again without
 * outputs, skipping what a person has seen, and goes on after `cut` as usual.
 */
export interface Checkpoint {
  /** Place of the last event of the last stored commit; -1 before the first. */
  readonly cut: number;
  /** Log position from which events may be missing in some record. */
  readonly low: number;
  /** Log position after the last one folded completely. */
  readonly next: number;
  /** Time of the log before the record at `low` (ms). */
  readonly time: number;
  /** Timers that fired before the events of the record at `next`, when it was stored between the two: up to this one. */
  readonly fired?: Fired | undefined;
}

/** How far the timers of a moment have fired: due moment, person, and how many lines came of it. */
export type Fired = readonly [due: number, person: number, derivedCount: number];

const KEY = 'checkpoint/0';

/** Reads the checkpoint of the partition. */
export async function readCheckpoint(state: State): Promise<Checkpoint> {
  const [text] = await state.getMany('meta', [KEY]);
  return text === undefined
    ? { cut: -1, low: 0, next: 0, time: 0 }
    : ({ time: 0, ...JSON.parse(text) } as Checkpoint);
}

/** The checkpoint as a change of the state. */
export function checkpointChange(checkpoint: Checkpoint) {
  return { collection: 'meta', key: KEY, value: JSON.stringify(checkpoint) } as const;
}
