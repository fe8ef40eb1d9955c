import type { IdentityKey } from '../identity/index.ts';

/** People's traits of history, read from the warehouse: fragment, the person whose rows they were, states by trait. */
export type HistoryEntry = readonly [
  fragment: number,
  person: number,
  states: { readonly [trait: string]: string },
];

/** Body of a `traits` record. */
export interface TraitsBody {
  /** Position of the definition whose traits are filled. */
  readonly fill: number;
  /** Every fragment up to this id is contained, here or in an earlier record. */
  readonly upTo: number;
  readonly entries: readonly HistoryEntry[];
  /** People to ask, as far as their past is there now. Without them nobody is asked before everything is there. */
  readonly people?: readonly number[];
}

/** Body of a `filled` record: the past is complete. */
export interface FilledBody {
  readonly fill: number;
}

/** Body of a `sweep` record: people to look at; `upTo` null when they are the last. */
export interface SweepBody {
  readonly sweep: number;
  readonly people: readonly number[];
  readonly upTo: number | null;
}

/** Somebody on a list until a moment (ms), for ever (null), or off it (0). */
export type ListEntry = readonly [person: number, until: number | null];

/** Body of a `listed` record: people who are put on a list or taken off it. */
export interface ListBody {
  readonly list: string;
  readonly how: ListCause;
  readonly entries: readonly ListEntry[];
  /** People by identity; who is not known yet waits for the list. */
  readonly keys?: readonly (readonly [IdentityKey, number | null])[];
  /** With the last of a ranking: what it was. */
  readonly ranked?: Ranked;
}

/** Why a list changes. */
export type ListCause = 'upload' | 'request' | 'snapshot' | 'ranking';

/** A ranking that was worked out. */
export interface Ranked {
  /** The version of the audience. */
  readonly version: number;
  /** As of when (ms). */
  readonly at: number;
  readonly tookMs: number;
}
