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
}

const KEY = 'checkpoint/0';

/** Reads the checkpoint of the partition. */
export async function readCheckpoint(state: State): Promise<Checkpoint> {
  const [text] = await state.getMany('meta', [KEY]);
  return text === undefined ? { cut: -1, low: 0, next: 0 } : (JSON.parse(text) as Checkpoint);
}

/** The checkpoint as a change of the state. */
export function checkpointChange(checkpoint: Checkpoint) {
  return { collection: 'meta', key: KEY, value: JSON.stringify(checkpoint) } as const;
}
