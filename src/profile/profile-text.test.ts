import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../core/index.ts';
import { namespacesOf } from '../identity/index.ts';
import type { Profile } from './fragment.ts';
import { foldedPerson, type Given } from './profile.fixture.ts';
import { decodeProfile, encodeProfile } from './profile-text.ts';
import { TraitStates } from './trait-states.ts';
import { viewOf } from './view.ts';

const DEVICES = ['anonymous:a', 'anonymous:b', 'card:7'];

/** Something that leaves a trace in one of the parts of a fragment; texts hold what ends lines. */
const given: fc.Arbitrary<Given> = fc
  .record({
    kind: fc.nat(3),
    sender: fc.constantFrom(...DEVICES),
    minute: fc.nat(5_000),
    word: fc.constantFrom('x', ',\n', '"],\n[', 'é\ud800', '\u2028'),
  })
  .map(({ kind, sender, minute, word }) => {
    const kinds: Given[] = [
      { type: 'identify', properties: { city: word, [word]: minute, address: { street: word } } },
      { name: 'Order Completed', properties: { order_id: `${word}${minute % 7}`, revenue: minute } },
      { name: 'Consent Updated', properties: { purpose: 'news', state: minute % 2 === 0 } },
      {},
    ];
    return { ...kinds[kind], sender, minute };
  });

/** A person with something in every part. */
function personOf(events: readonly Given[]): Profile {
  const person = foldedPerson(events);
  person.links['anonymous:a'] = { since: 5, last: 9, source: ',\n', why: 'first seen' };
  person.merges.push({ place: 4, time: 5, from: 6, keys: ['card:7'], fragments: [7], why: 'same event' });
  person.audiences = { buyers: [5, 'live', 1] };
  person.due = 9;
  person.dues = { parts: ['part'], moments: [9] };
  const [fragment] = person.fragments;
  if (fragment) {
    fragment.traits = new TraitStates({ bought: '[1,",\\n"]' });
    fragment.also = [[3, 1]];
  }
  return person;
}

const view = (person: Profile) => viewOf(person, DEFAULT_SETTINGS, namespacesOf(DEFAULT_SETTINGS));

describe('a person as text', () => {
  it('is the same text again, whether somebody looked at her or not', () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 30 }), (events) => {
        const person = personOf(events);
        const text = encodeProfile(person);
        const again = decodeProfile(text);
        expect(encodeProfile(again)).toBe(text);
        expect(view(again)).toEqual(view(person));
        expect(encodeProfile(again)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('goes on with later events as if she had never been text', () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 15 }), fc.array(given, { maxLength: 15 }), (early, late) => {
        const read = decodeProfile(encodeProfile(foldedPerson(early)));
        expect(encodeProfile(foldedPerson(late, {}, read))).toBe(
          encodeProfile(foldedPerson(late, {}, foldedPerson(early))),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('keeps every part that is set anew after she was read', () => {
    const person = decodeProfile(encodeProfile(personOf([{}])));
    const [fragment] = person.fragments;
    const earlierOrders = { count: 1, units: 2, amount: { EUR: 30_000 }, first: 5, last: 9 };
    Object.assign(person, { links: {}, merges: [], into: 3 });
    Object.assign(fragment!, { attributeChars: 40, earlierOrders, earlierSessions: 6 });
    const { links, merges, into, fragments } = decodeProfile(encodeProfile(person));
    expect({ links, merges, into }).toEqual({ links: {}, merges: [], into: 3 });
    const { attributeChars, earlierSessions } = fragments[0]!;
    expect({ attributeChars, earlierSessions }).toEqual({ attributeChars: 40, earlierSessions: 6 });
    expect(fragments[0]!.earlierOrders).toEqual(earlierOrders);
  });

  it('leaves what nobody asks for unread', () => {
    const [brief] = encodeProfile(personOf([{}])).split(',\n');
    const text = `${brief},\nlinks,\nknown]`;
    const person = decodeProfile(text);
    person.place = -1;
    expect(person.fragments[0]!.count).toBe(1);
    expect(encodeProfile(person)).toBe(text);
    expect(() => person.links).toThrow(SyntaxError);
    expect(() => person.fragments[0]!.orders).toThrow(SyntaxError);
  });

  it('has no room for what is empty, which is there all the same for whoever asks', () => {
    const text = encodeProfile(foldedPerson([{ channel: 'order' }]));
    expect(text.split(',\n').slice(1)).toEqual(['{}', '{}]']);
    const person = decodeProfile(text);
    const { attributes, addresses, attributeChars, consents, orders, sessions } = person.fragments[0]!;
    expect({ attributes, addresses, consents, orders }).toEqual({
      attributes: {},
      addresses: {},
      consents: {},
      orders: {},
    });
    expect({ attributeChars, sessions }).toEqual({ attributeChars: 0, sessions: [] });
    expect({ links: person.links, merges: person.merges }).toEqual({ links: {}, merges: [] });
    expect(encodeProfile(person)).toBe(text);
  });

  it('is also read where it is one object, and is the same person', () => {
    const person = personOf([{ name: 'Order Completed', properties: { revenue: 5 } }, {}]);
    expect(encodeProfile(decodeProfile(JSON.stringify(person)))).toBe(encodeProfile(person));
  });
});
