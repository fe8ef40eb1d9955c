import type { IdentityKey } from './normalise.ts';

/** Why an identity belongs to a person: plain data, so that a person is written as JSON as it stands. */
export interface Link {
  /** Event time of the first evidence, ms. */
  since: number;
  /** Event time of the newest evidence, ms. */
  last: number;
  /** Source that gave the newest evidence. */
  source: string;
  /** What the evidence was: `identified`, `same event`, `first seen`, `merge by <who>` … */
  why: string;
}

/** What one sender contributed to one person; moves with merges, never split. */
export interface FragmentRef {
  readonly id: number;
  /** The sender. */
  readonly key: IdentityKey;
  /** People under whose ids rows of this fragment were written to the warehouse; the newest is last. */
  written: number[];
}

/** A merge that happened, kept so that it can be undone. */
export interface MergeMark {
  /** Place of the event or order that caused it. */
  readonly place: number;
  readonly time: number;
  /** Id of the person who was absorbed. */
  readonly from: number;
  readonly keys: readonly IdentityKey[];
  readonly fragments: readonly number[];
  readonly why: string;
}

/** A person as the identity graph sees her. `F` is what the profile keeps per fragment. */
export interface Person<F extends FragmentRef = FragmentRef> {
  readonly id: number;
  /** Place of the newest event folded in; a replay skips what is not newer. */
  place: number;
  links: { [key: IdentityKey]: Link };
  fragments: F[];
  merges: MergeMark[];
  /** Set when she was absorbed: who has everything now. The rest is empty then. */
  into?: number;
}

/** A person without anything. */
export function newPerson<F extends FragmentRef>(id: number): Person<F> {
  return { id, place: -1, links: {}, fragments: [], merges: [] };
}

/** An identity's place in the graph. */
export interface Node {
  /** Who has it now; 0 when nobody. */
  person: number;
  /** How many people were born from this identity; makes a new id when it starts again. */
  births: number;
  /** Earlier and present owners of a device: since (event time), person, since, person …; empty while it had one owner. */
  owners: number[];
  /** Identities it must not be joined with again without an operator. */
  apart: IdentityKey[];
}
