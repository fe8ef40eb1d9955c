import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, Settings } from '../core/index.ts';
import { MINUTE, NOON, viewAfter } from './profile.fixture.ts';

const says = (minute: number, source: string, properties: Record<string, Json>) =>
  ({ type: 'identify', minute, source, properties }) as const;
const at = (minute: number): number => NOON + minute * MINUTE;
const attributesAfter = (events: Parameters<typeof viewAfter>[0], policy?: Settings['attributePolicy']) =>
  viewAfter(events, policy ? { attributePolicy: policy } : {}).attributes;

describe('an attribute', () => {
  it('is what was said last, by the time of the event, with who said it and when', () => {
    const events = [
      says(5, 'web', { city: 'Köln' }),
      says(9, 'app', { city: 'Bonn' }),
      says(7, 'crm', { city: 'Ulm' }),
    ];
    expect(attributesAfter(events)).toEqual({ city: { value: 'Bonn', time: at(9), source: 'app' } });
  });

  it('is what the source that is named first says, though others said it later, when sources have a precedence', () => {
    const policy: Settings['attributePolicy'] = { kind: 'source-precedence', sources: ['crm', 'app'] };
    const events = [
      says(1, 'crm', { city: 'Ulm' }),
      says(5, 'web', { city: 'Köln', size: 38 }),
      says(9, 'app', { city: 'Bonn', size: 40 }),
      says(2, 'crm', { city: 'Trier' }),
    ];
    expect(attributesAfter(events, policy)).toEqual({
      city: { value: 'Trier', time: at(2), source: 'crm' },
      size: { value: 40, time: at(9), source: 'app' },
    });
  });

  it('goes away when it is set to null, and comes back when it is said again', () => {
    const events = [says(1, 'web', { city: 'Köln', size: 38 }), says(2, 'web', { city: null })];
    expect(attributesAfter(events)).toEqual({ size: { value: 38, time: at(1), source: 'web' } });
    expect(attributesAfter([...events, says(3, 'web', { city: 'Bonn' })]).city?.value).toBe('Bonn');
    expect(attributesAfter([...events, says(1, 'web', { city: 'late' })]).city).toBe(undefined);
  });

  it('is taken from identify calls only; what happens is no attribute', () => {
    expect(attributesAfter([{ properties: { city: 'Köln' } }])).toEqual({});
  });

  it('may have any name and any value', () => {
    const properties = { constructor: 1, 'a.b': [1, { c: null }], toString: 'x', '': false };
    expect(Object.keys(attributesAfter([says(1, 'web', properties)])).sort()).toEqual(
      Object.keys(properties).sort(),
    );
  });

  it('is refused when its name or value is too long, or when there are too many', () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`k${i}`, i]));
    expect(Object.keys(attributesAfter([says(1, 'web', many)]))).toHaveLength(500);
    const long = {
      text: 'x'.repeat(8_192),
      list: Array(5_000).fill(1),
      ['n'.repeat(129)]: 1,
      ok: 'x'.repeat(8_000),
    };
    expect(Object.keys(attributesAfter([says(1, 'web', long)]))).toEqual(['ok']);
  });

  it('is left out when the attributes of its sender have no room for it; smaller ones still come in', () => {
    const large = (letter: string) => says(1, 'web', { [letter]: letter.repeat(8_000) });
    const events = [...'abcdefg'].map(large);
    const named = (list: typeof events) => Object.keys(attributesAfter(list)).join();
    expect(named([...events, says(2, 'web', { city: 'Köln' })])).toBe('a,b,c,city,d');
    const shrunk = [...events, says(2, 'web', { a: 1 }), large('h')];
    expect(named(shrunk)).toBe('a,b,c,d,h');
  });

  it('is the same whatever the order of arrival, and whichever devices it came from', () => {
    const event = fc.record({
      minute: fc.nat(3),
      source: fc.constantFrom('web', 'app', 'crm'),
      sender: fc.constantFrom('anonymous:a', 'user:u'),
      city: fc.constantFrom(null, 'Bonn', 'Köln', 7, true),
    });
    const policy = fc.constantFrom<Settings['attributePolicy']>(
      { kind: 'latest' },
      { kind: 'source-precedence', sources: ['crm', 'web'] },
    );
    const shuffled = fc
      .array(event, { maxLength: 12 })
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      );
    fc.assert(
      fc.property(shuffled, policy, ([events, mixed], attributePolicy) => {
        const read = (list: typeof events) =>
          attributesAfter(
            list.map(({ city, sender, ...rest }) => ({
              ...says(rest.minute, rest.source, { city }),
              sender,
            })),
            attributePolicy,
          );
        expect(read(mixed)).toEqual(read(events));
      }),
    );
  });
});

describe('an address', () => {
  it('is taken from identify calls and from orders', () => {
    const [home, shipping, billing] = [{ city: 'Köln' }, { city: 'Bonn' }, { city: 'Ulm' }];
    const { addresses } = viewAfter([
      says(1, 'web', { address: home }),
      {
        name: 'Order Completed',
        minute: 2,
        properties: { order_id: 'o1', shipping_address: shipping, billing_address: billing },
      },
    ]);
    expect(addresses).toEqual({
      billing: { value: billing, time: at(2), source: 'web' },
      home: { value: home, time: at(1), source: 'web' },
      shipping: { value: shipping, time: at(2), source: 'web' },
    });
  });
});

describe('loyalty', () => {
  it('tier and points are what any event said of them last', () => {
    const { attributes } = viewAfter([
      {
        minute: 1,
        channel: 'store',
        source: 'till',
        properties: { loyalty: { tier: 'silver', points: 120 } },
      },
      { minute: 3, properties: { loyalty: { points: 80 } } },
      { minute: 2, properties: { loyalty: { points: 999, tier: 'gold' } } },
      { minute: 4, properties: { loyalty: 'junk' } },
    ]);
    expect(attributes).toEqual({
      loyaltyPoints: { value: 80, time: at(3), source: 'web' },
      loyaltyTier: { value: 'gold', time: at(2), source: 'web' },
    });
  });
});
