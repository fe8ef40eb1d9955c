import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../core/index.ts';
import { namespacesOf } from '../identity/index.ts';
import { compactFragments } from './compact.ts';
import { FRAGMENTS_MAX, newFragment } from './fragment.ts';
import { foldedPerson, type Given } from './profile.fixture.ts';
import { encodeProfile } from './profile-text.ts';
import { fragmentIds } from './standing.ts';
import { viewOf } from './view.ts';

const view = (person: ReturnType<typeof foldedPerson>) =>
  viewOf(person, DEFAULT_SETTINGS, namespacesOf(DEFAULT_SETTINGS));

/** One event of a device of its own, of every kind that leaves something behind. */
function fromDevice(i: number): Given {
  const kinds: Given[] = [
    { type: 'identify', properties: { [`k${i % 7}`]: i } },
    {
      name: 'Order Completed',
      properties: { order_id: `o${i % 40}`, revenue: i, products: [{ quantity: 2 }] },
    },
    { name: 'Consent Updated', properties: { purpose: `p${i % 5}`, state: i % 2 === 0 } },
    {},
  ];
  return { ...kinds[i % 4]!, minute: i * 60, sender: `anonymous:d${i}` };
}

describe('the fragments of a person', () => {
  it('are bounded: those silent longest become one, and what is known of her stays the same', () => {
    const person = foldedPerson(Array.from({ length: FRAGMENTS_MAX }, (_, i) => fromDevice(i)));
    const before = view(person);
    expect(person.fragments).toHaveLength(FRAGMENTS_MAX);
    compactFragments(person);
    expect(person.fragments.length).toBeLessThan(FRAGMENTS_MAX);
    expect(view(person)).toEqual(before);
  });

  it('stay bounded when a thousand devices send for her, and all their rows are still found', () => {
    const person = foldedPerson(Array.from({ length: 1_000 }, (_, i) => fromDevice(i)));
    expect(person.fragments.length).toBeLessThanOrEqual(FRAGMENTS_MAX);
    expect(view(person).events).toMatchObject({ count: 1_000 });
    expect(view(person).sessions.count).toBe(1_000);
    expect(new Set(fragmentIds(person)).size).toBe(1_000);
  });

  it('keep the sums of old orders of all of them', () => {
    const person = foldedPerson([]);
    for (let i = 0; i < FRAGMENTS_MAX; i++) {
      const fragment = newFragment(i + 1, `anonymous:d${i}`);
      const earlierOrders = {
        count: 1,
        units: 2,
        amount: { EUR: 30_000, [`C${i % 2}`]: 10_000 },
        first: 5 + i,
        last: 9 + i,
      };
      person.fragments.push({ ...fragment, count: 1, first: 5, last: 9 + i, earlierOrders });
    }
    const before = view(person).purchases;
    expect(before).toMatchObject({ count: 64, units: 128, revenue: { C0: 32, C1: 32, EUR: 192 } });
    compactFragments(person);
    expect(view(person).purchases).toEqual(before);
  });

  it('are no larger than what a state can hold, whatever is sent', () => {
    const hostile = '\u0001"\\😀'.repeat(40);
    const properties = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`${hostile.slice(0, 120)}${i}`, hostile.repeat(4)]),
    );
    const events = Array.from({ length: 80 }, (_, sender) => {
      const orders = Array.from(
        { length: 260 },
        (_, i): Given => ({
          name: 'Order Completed',
          properties: { order_id: `${i}${hostile}`, revenue: i },
        }),
      );
      const consents = Array.from({ length: 120 }, (_, i) => ({
        purpose: `${'p'.repeat(60)}${i}`,
        state: true,
      }));
      const given: Given[] = [
        { type: 'identify', properties: { ...properties, address: { street: hostile.repeat(10) } } },
        { name: 'Consent Updated', properties: { consents } },
        ...orders,
      ];
      return given.map((event, i) => ({ ...event, sender: `anonymous:${sender}`, minute: i * 60 }));
    });
    const text = encodeProfile(foldedPerson(events.flat()));
    expect(text.length).toBeLessThan(12_000_000);
  });
});
