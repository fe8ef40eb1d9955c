import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event, JsonObject } from '../core/index.ts';
import { type Consents, consentsOf, mergeConsents, noteConsent } from './consent.ts';

const stated = (name: string, properties: JsonObject = {}, context: JsonObject = {}) =>
  consentsOf({ name, properties, context } as Event);

describe('a statement of consent', () => {
  it('is one channel and purpose, or a list of them', () => {
    const consents = [
      { channel: 'email', purpose: 'marketing', state: true },
      { channel: 'sms', purpose: 'offers', state: 'out' },
    ];
    expect(stated('Consent Updated', { channel: 'email', purpose: 'news', state: 'in' })).toEqual([
      { channel: 'email', purpose: 'news', state: 'in' },
    ]);
    expect(stated('Consent Updated', { consents })).toEqual([
      { channel: 'email', purpose: 'marketing', state: 'in' },
      { channel: 'sms', purpose: 'offers', state: 'out' },
    ]);
  });

  it('is for every channel and for marketing when it does not say', () => {
    expect(stated('Consent Updated', { state: false })).toEqual([
      { channel: 'any', purpose: 'marketing', state: 'out' },
    ]);
  });

  it('can be given by subscribing and taken back by unsubscribing', () => {
    expect([...stated('Subscribed'), ...stated('Unsubscribed', { channel: 'sms', purpose: 'news' })]).toEqual(
      [
        { channel: 'email', purpose: 'marketing', state: 'in' },
        { channel: 'sms', purpose: 'news', state: 'out' },
      ],
    );
  });

  it('can come with any event, as Segment’s clients send the choices of a consent banner', () => {
    const context = { consent: { categoryPreferences: { Advertising: false, Analytics: true } } };
    expect(stated('Product Viewed', {}, context)).toEqual([
      { channel: 'any', purpose: 'Advertising', state: 'out' },
      { channel: 'any', purpose: 'Analytics', state: 'in' },
    ]);
  });

  it('is nothing when it cannot be understood: no guess is made about what somebody allowed', () => {
    for (const state of ['yes', 1, null, undefined, {}])
      expect(stated('Consent Updated', { state: state as never })).toEqual([]);
    expect(stated('Consent Updated', { channel: 'e/mail', state: true })).toEqual([]);
    expect(stated('Consent Updated', { purpose: 7, state: true })).toEqual([]);
    expect(stated('Consent Updated', { consents: ['in', null] })).toEqual([]);
    expect(stated('Product Viewed', { state: true })).toEqual([]);
  });
});

describe('the consents of a person', () => {
  const statement = fc.record({
    purpose: fc.constantFrom('news', 'offers'),
    state: fc.constantFrom('in' as const, 'out' as const),
    time: fc.nat(3),
    source: fc.constantFrom('web', 'crm'),
    holder: fc.nat(1),
  });

  it('are the newest statements; at the same moment the objection counts; in any order of arrival', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 12 }), (statements) => {
        const holders: [Consents, Consents] = [{}, {}];
        for (const { purpose, state, time, source, holder } of statements)
          noteConsent(holders[holder as 0 | 1], { channel: 'email', purpose, state }, time, source);
        const merged = mergeConsents(holders);
        for (const purpose of ['news', 'offers']) {
          const mine = statements.filter((each) => each.purpose === purpose);
          const last = Math.max(...mine.map((each) => each.time));
          const newest = mine.filter((each) => each.time === last);
          const state = newest.some((each) => each.state === 'out') ? 'out' : 'in';
          expect(merged[`email/${purpose}`]?.slice(0, 2)).toEqual(mine.length ? [state, last] : undefined);
        }
        expect(mergeConsents(holders.toReversed())).toEqual(merged);
      }),
    );
  });

  it('are at most a hundred a sender; one that is known can always be taken back', () => {
    const consents: Consents = {};
    for (let i = 0; i < 300; i++)
      noteConsent(consents, { channel: 'email', purpose: `p${i}`, state: 'in' }, 1, 'web');
    expect(Object.keys(consents)).toHaveLength(100);
    noteConsent(consents, { channel: 'email', purpose: 'p7', state: 'out' }, 2, 'web');
    expect(consents['email/p7']).toEqual(['out', 2, 'web']);
  });
});
