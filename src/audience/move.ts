import type { EntryKind } from '../profile/index.ts';

/** Somebody came into an audience or left it. */
export interface Move {
  readonly kind: 'entered' | 'left';
  readonly audience: string;
  readonly version: number;
  readonly how: EntryKind;
  /** The moment (ms): the time of the log, or the exact moment at which time alone changed the answer. */
  readonly at: number;
}

/** A list that the event is about, and why it changed. */
export interface Listed {
  readonly list: string;
  readonly how: EntryKind;
}
