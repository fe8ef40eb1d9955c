import { hash53 } from '../core/index.ts';
import type { FragmentRef, IdentityKey, Person } from '../identity/index.ts';
import type { Consents } from '../privacy/index.ts';
import type { Attributes } from './attributes.ts';
import type { Earlier, Orders } from './order.ts';
import type { Sessions } from './sessions.ts';

/**
 * What one sender (a device, a card, a till) contributed to one person: plain data, independent of the order in which
 * its events arrived. A person is the sum of her fragments, so a merge only moves them together and an un-merge apart.
 */
export interface Fragment extends FragmentRef {
  /** Ids of older fragments that became part of this one, each with the people its rows were written for. */
  also?: number[][];
  /** Events folded in, and the event times of the first and the last (ms). */
  count: number;
  first: number;
  last: number;
  attributes: Attributes;
  addresses: Attributes;
  consents: Consents;
  orders: Orders;
  earlierOrders?: Earlier;
  sessions: Sessions;
}

/** A person with her profile. */
export type Profile = Person<Fragment>;

/**
 * Fragments of one person that keep their own content. Beyond it (a device park, an attack) the two that were silent
 * longest become one, which an un-merge can no longer tell apart.
 */
export const FRAGMENTS_MAX = 200;

/** The person's fragment of a sender; made when it is the sender's first event for her. */
export function fragmentFor(person: Profile, key: IdentityKey): Fragment {
  for (let i = person.fragments.length - 1; i >= 0; i--)
    if (person.fragments[i]!.key === key) return person.fragments[i]!;
  const fragment: Fragment = {
    id: hash53(`${key}@${person.id}`),
    key,
    written: [],
    count: 0,
    first: 0,
    last: 0,
    attributes: {},
    addresses: {},
    consents: {},
    orders: {},
    sessions: [],
  };
  person.fragments.push(fragment);
  return fragment;
}

/** A person as the text in which she is stored. The same person gives the same text. */
export function encodeProfile(person: Profile): string {
  return JSON.stringify(person);
}

/** Reads what `encodeProfile` wrote. */
export function decodeProfile(text: string): Profile {
  return JSON.parse(text) as Profile;
}
