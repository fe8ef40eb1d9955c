import { refusal } from '../core/index.ts';
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
  /** How far timers have fired. Without it whatever was due has: none so far, or all of them in format 1. */
  readonly fired?: Fired | undefined;
}

/**
 * How far timers have fired in their order: up to this due moment and person. When it was stored between the timers and the events
 * of the record after `cut`, also how many lines came of them there, and how many more may fire before its events (null for all).
 */
export type Fired = readonly [due: number, person: number, derivedCount?: number, left?: number | null];

const KEY = 'checkpoint/0';

/** The shape of what the fold stores. One more whenever versions that know only those before it would read it wrongly. */
const FORMAT = 2;
/** The oldest one that is read as it is. */
const OLDEST_FORMAT = 1;

/** Reads the checkpoint of the partition. Refuses with `state.other-format` (500) what another version stored in another shape. */
export async function readCheckpoint(state: State): Promise<Checkpoint> {
  const [text] = await state.getMany('meta', [KEY]);
  if (text === undefined) return { cut: -1, low: 0, next: 0, time: 0 };
  const { format, ...checkpoint } = JSON.parse(text) as Checkpoint & { readonly format?: number };
  if (format !== undefined && format >= OLDEST_FORMAT && format <= FORMAT) return checkpoint;
  throw refusal(
    'state.other-format',
    500,
    'Another version of Rapport stored these people, in a shape that this one cannot read. Start the version that did, or an empty data folder, and load the history again.',
    { detail: { found: format ?? null, expected: FORMAT } },
  );
}

/** The checkpoint as a change of the state. */
export function checkpointChange(checkpoint: Checkpoint) {
  return { collection: 'meta', key: KEY, value: JSON.stringify({ ...checkpoint, format: FORMAT }) } as const;
}
