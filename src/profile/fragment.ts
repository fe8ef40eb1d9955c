import type { FragmentRef, IdentityKey, Person } from '../identity/index.ts';
import type { Consents } from '../privacy/index.ts';
import type { Attributes } from './attributes.ts';
import type { Earlier } from './earlier-orders.ts';
import type { Orders } from './order.ts';
import type { Sessions } from './sessions.ts';
import type { TraitStates } from './trait-states.ts';

/** What a fragment knows of a person. Who only looks at traits and audiences does not need it. */
export interface Known {
  readonly attributes: Attributes;
  readonly addresses: Attributes;
  /** Characters of JSON that attributes and addresses take. */
  attributeChars: number;
  readonly consents: Consents;
  readonly orders: Orders;
  earlierOrders?: Earlier | undefined;
  readonly sessions: Sessions;
  /** How many sessions before those there were. */
  earlierSessions?: number | undefined;
}

/**
 * What one sender (a device, a card, a till) contributed to one person: plain data, independent of the order in which
 * its events arrived. A person is the sum of her fragments, so a merge only moves them together and an un-merge apart.
 */
export interface Fragment extends FragmentRef, Known {
  /** Ids of older fragments that became part of this one, each with the people its rows were written for. */
  also?: number[][];
  /** Events folded in, and the event times of the first and the last (ms). */
  count: number;
  first: number;
  last: number;
  /** What conditions remember of her behaviour. */
  traits?: TraitStates;
}

/**
 * How a person came into an audience: by what she did, by time alone, by the first look at history, by an un-merge; and for lists, by
 * an upload, on request, as part of a snapshot, or by a ranking.
 */
export type EntryKind =
  | 'live'
  | 'time'
  | 'back-fill'
  | 'un-merge'
  | 'upload'
  | 'request'
  | 'snapshot'
  | 'ranking';

/** The audiences that a person is in: since when (ms, time of the log), how she entered, and by which version. */
export interface Memberships {
  [audience: string]: readonly [enteredAt: number, how: EntryKind, version: number];
}

/**
 * When parts of conditions change by themselves for a person: the keys of the parts, and beside each the moment (ms). Plain arrays: a
 * number in an object would be made anew for every event.
 */
export interface Dues {
  readonly parts: string[];
  readonly moments: number[];
}

/** A person with her profile. */
export interface Profile extends Person<Fragment> {
  audiences?: Memberships;
  dues?: Dues;
  /** The first of these moments. */
  due?: number;
}

/**
 * Fragments of one person that keep their own content. Beyond it (a device park, an attack) the two that were silent
 * longest become one, which an un-merge can no longer tell apart.
 */
export const FRAGMENTS_MAX = 64;

/** Attributes and addresses of one fragment. With the other limits a person stays below what a state can hold. */
export const ATTRIBUTE_CHARACTERS_MAX = 40_000;

/** A fragment without events. */
export function newFragment(id: number, key: IdentityKey): Fragment {
  return {
    id,
    key,
    written: [],
    count: 0,
    first: 0,
    last: 0,
    attributes: {},
    addresses: {},
    attributeChars: 0,
    consents: {},
    orders: {},
    sessions: [],
  };
}
