import { describe, expect, it } from 'vitest';
import type { Event } from '../event.ts';
import type { Json, JsonObject } from '../json.ts';
import { createCalendar } from '../trait/index.ts';
import { compileCondition } from './compile.ts';
import type { Condition } from './condition.ts';
import { explain } from './explain.ts';
import { LISTED_FOR_EVER, NOT_LISTED } from './facts.ts';
import type { DateTest } from './operators/date.ts';
import { newFragment, viewOver } from './person.fixture.ts';
import { holdsByReference } from './reference.ts';

const calendar = createCalendar();
const LISTS = () => ({ list: true }) as const;
const HOUR = 3_600_000;
const NOW = Date.parse('2026-05-03T10:00:00Z');

/** An event so many hours ago. */
function ago(
  hours: number,
  name: string,
  properties: JsonObject = {},
  channel: Event['channel'] = 'web',
): Event {
  const time = NOW - hours * HOUR;
  const rest = { id: `${name}${hours}`, type: 'track', source: 's', identities: [], context: {} } as const;
  return { ...rest, name, channel, time, received: time, properties };
}

/** What the condition says, by the reference and live, which must be one. */
function holds(
  condition: Condition,
  events: readonly Event[],
  attributes: JsonObject = {},
  at = NOW,
): boolean {
  const around = { audiences: LISTS, catalogue: () => undefined, calendar };
  const facts = { attribute: (name: string): Json | undefined => attributes[name], consent: () => undefined };
  const compiled = compileCondition(condition, around);
  const fragment = newFragment(compiled.traits);
  for (const event of events) fragment.feed(event);
  fragment.settle(at);
  const live = compiled.holds(viewOver(compiled.traits, [fragment], facts), at);
  expect(holdsByReference(condition, { ...facts, events }, at, around)).toBe(live);
  return live;
}

const A = { event: 'A' };
const B = { event: 'B' };
const X = { event: 'X' };

describe('the meaning of conditions', () => {
  it('whoever is on a list for ever is in it, and nothing waits for the end of that', () => {
    const member = { member: 'vip' };
    const listed = (hours: number, until: string) => ago(hours, 'List Changed', { audience: 'vip', until });
    expect(holds(member, [listed(2, LISTED_FOR_EVER)])).toBe(true);
    expect(holds(member, [listed(2, LISTED_FOR_EVER), listed(1, NOT_LISTED)])).toBe(false);
    const compiled = compileCondition(member, { audiences: LISTS, calendar });
    const explained = (...events: Event[]) => {
      const fragment = newFragment(compiled.traits);
      for (const event of events) fragment.feed(event);
      const { isMet, found, changesAt } = explain(
        member,
        compiled,
        viewOver(compiled.traits, [fragment], { attribute: () => undefined, consent: () => undefined }),
        NOW,
        LISTS,
      );
      return [isMet, found, changesAt];
    };
    const value = (value: Json) => ({ kind: 'value', value });
    expect(explained(listed(2, LISTED_FOR_EVER))).toEqual([true, value(true), undefined]);
    expect(explained(listed(2, NOT_LISTED))).toEqual([false, value(false), undefined]);
    expect(explained()).toEqual([false, value(false), undefined]);
    const until = '2026-05-04T00:00:00.000Z';
    expect(explained(listed(2, until))).toEqual([true, value(until), Date.parse(until)]);
  });

  it('what happened exactly as long ago as the window is long is outside', () => {
    expect(holds({ did: A, in: { last: '2h' } }, [ago(2, 'A')])).toBe(false);
    expect(holds({ did: A, in: { last: '2h' } }, [{ ...ago(2, 'A'), time: NOW - 2 * HOUR + 1 }])).toBe(true);
    expect(holds({ did: A, in: { last: '2h' } }, [ago(0, 'A')])).toBe(true);
  });

  it('what happens later does not count yet', () => {
    expect(holds({ did: A }, [ago(-1, 'A')])).toBe(false);
    expect(holds({ did: A }, [ago(-1, 'A')], {}, NOW + HOUR)).toBe(true);
  });

  it('nothing is summed to 0, but has no average and no last value', () => {
    const of = { property: 'revenue' };
    expect(holds({ did: A, sum: { of, atMost: 0 } }, [])).toBe(true);
    expect(holds({ did: A, average: { of, atMost: 0 } }, [])).toBe(false);
    expect(holds({ did: A, last: { of, number: { isNot: 5 } } }, [])).toBe(true);
  });

  it('sums are exact', () => {
    const events = Array.from({ length: 10 }, (_, i) => ago(i, 'A', { revenue: 0.1 }));
    expect(holds({ did: A, sum: { of: { property: 'revenue' }, is: 1 } }, events)).toBe(true);
    const average = { of: { property: 'revenue' }, is: 0.1 };
    expect(holds({ did: A, average }, events)).toBe(true);
  });

  it('a sequence asks for later events, and the same moment is not later', () => {
    const sequence: Condition = { sequence: [{ did: A }, { did: B }] };
    expect(holds(sequence, [ago(2, 'A'), ago(1, 'B')])).toBe(true);
    expect(holds(sequence, [ago(1, 'A'), ago(1, 'B')])).toBe(false);
    expect(holds(sequence, [ago(1, 'A'), ago(2, 'B')])).toBe(false);
  });

  it('the bounds between steps are included', () => {
    const within: Condition = { sequence: [{ did: A }, { did: B, within: '2h' }] };
    const after: Condition = { sequence: [{ did: A }, { did: B, after: '2h' }] };
    const events = [ago(3, 'A'), ago(1, 'B')];
    expect([holds(within, events), holds(after, events)]).toEqual([true, true]);
    expect(holds(within, [ago(4, 'A'), ago(1, 'B')])).toBe(false);
    expect(holds(after, [ago(2, 'A'), ago(1, 'B')])).toBe(false);
  });

  it('what may not happen between steps may happen at the steps themselves', () => {
    const clean: Condition = { sequence: [{ did: A }, { did: B, without: [X] }] };
    expect(holds(clean, [ago(3, 'A'), ago(2, 'X'), ago(1, 'B')])).toBe(false);
    expect(holds(clean, [ago(3, 'A'), ago(3, 'X'), ago(1, 'B'), ago(1, 'X')])).toBe(true);
    expect(holds(clean, [ago(5, 'A'), ago(4, 'X'), ago(3, 'A'), ago(1, 'B')])).toBe(true);
  });

  it('a quiet time must be over, and its last moment belongs to it', () => {
    const abandoned: Condition = { sequence: [{ did: A }], afterwards: { without: [X], for: '2h' } };
    expect(holds(abandoned, [ago(1, 'A')])).toBe(false);
    expect(holds(abandoned, [ago(2, 'A')])).toBe(true);
    expect(holds(abandoned, [ago(3, 'A'), ago(1, 'X')])).toBe(false);
    expect(holds(abandoned, [ago(4, 'A'), ago(1, 'X')])).toBe(true);
    expect(holds(abandoned, [ago(4, 'A'), ago(4, 'X')])).toBe(true);
  });

  it('without a time, quiet lasts until now', () => {
    const since: Condition = { sequence: [{ did: A }], afterwards: { without: [X] } };
    expect(holds(since, [ago(3, 'A'), ago(2, 'X')])).toBe(false);
    expect(holds(since, [ago(3, 'A'), ago(2, 'X'), ago(1, 'A')])).toBe(true);
  });

  it('a window since an event is empty until that event', () => {
    const since: Condition = { did: A, in: { since: X } };
    expect(holds(since, [ago(2, 'A')])).toBe(false);
    expect(holds(since, [ago(3, 'X'), ago(2, 'A')])).toBe(true);
    expect(holds(since, [ago(3, 'X'), ago(3, 'A')])).toBe(false);
    expect(holds(since, [ago(3, 'X'), ago(2, 'A'), ago(1, 'X')])).toBe(false);
  });

  it('anything is what a person does herself', () => {
    const active: Condition = { did: { event: '*' } };
    expect(
      holds(active, [ago(1, 'Audience Entered', {}, 'system'), ago(1, 'Message Sent', {}, 'message')]),
    ).toBe(false);
    expect(holds(active, [ago(1, 'Receipt Printed', {}, 'store')])).toBe(true);
  });

  it('the most frequent of equals is the one that came last', () => {
    const events = [ago(3, 'A', { c: 'shoes' }), ago(2, 'A', { c: 'hats' })];
    const favourite = (is: string): Condition => ({
      did: A,
      mostFrequent: { of: { property: 'c' }, text: { is } },
    });
    expect([holds(favourite('hats'), events), holds(favourite('shoes'), events)]).toEqual([true, false]);
    const recent: Condition = { ...favourite('shoes'), in: { last: '1d' } };
    expect(holds(recent, [...events, ago(1, 'A', { c: 'shoes' })])).toBe(true);
  });

  it('all tests of products hold of one and the same line', () => {
    const did = {
      event: 'A',
      products: [
        { product: 'category', text: { is: 'yoga' } },
        { product: 'price', number: { above: 50 } },
      ],
    };
    const order = (...products: JsonObject[]): Event[] => [ago(1, 'A', { products })];
    expect(holds({ did }, order({ category: 'yoga', price: 20 }, { category: 'run', price: 80 }))).toBe(
      false,
    );
    expect(holds({ did }, order({ category: 'yoga', price: 80 }))).toBe(true);
    expect(holds({ did }, [ago(1, 'A', { product_id: 'p', category: 'yoga', price: 80 })])).toBe(true);
    expect(holds({ did }, [ago(1, 'A', { category: 'yoga', price: 80 })])).toBe(false);
  });

  it('the amount of a line is price times quantity, once where it says none', () => {
    const order = [
      ago(1, 'A', { products: [{ price: 4.99, quantity: 3 }, { price: '10.00' }, { quantity: 5 }] }),
    ];
    expect(holds({ did: A, sum: { of: { product: 'amount' }, is: 24.97 } }, order)).toBe(true);
    expect(holds({ did: A, lines: { exactly: 3 } }, order)).toBe(true);
  });

  it('a missing value passes only what says not', () => {
    const test = (text: object): boolean => holds({ attribute: 'city', text }, []);
    expect([test({ isNot: 'Bern' }), test({ noneOf: ['Bern'] }), test({ lacks: 'x' })]).toEqual([
      true,
      true,
      true,
    ]);
    expect([test({ is: 'Bern' }), test({ like: '*' }), test({ starts: 'B' })]).toEqual([false, false, false]);
  });

  it('numbers are read as text and plain decimals as numbers', () => {
    expect(holds({ attribute: 'plz', text: { is: '3011' } }, [], { plz: 3011 })).toBe(true);
    expect(holds({ attribute: 'plz', number: { is: 3011 } }, [], { plz: '3011' })).toBe(true);
    expect(holds({ attribute: 'plz', number: { is: 1000 } }, [], { plz: '1e3' })).toBe(false);
    expect(holds({ attribute: 'plz', exists: true }, [], { plz: {} })).toBe(false);
  });

  describe('dates', () => {
    const born = (day: string, date: DateTest, at: string, zone?: string): boolean =>
      holds(
        { attribute: 'born', date },
        [],
        { born: day, ...(zone ? { timezone: zone } : {}) },
        Date.parse(at),
      );

    it('29 February comes round on 28 February, or on 1 March where that is said', () => {
      const today: DateTest = { anniversary: { next: 0 } };
      expect(born('1992-02-29', today, '2026-02-28T12:00:00Z')).toBe(true);
      expect(born('1992-02-29', today, '2026-03-01T12:00:00Z')).toBe(false);
      expect(born('1992-02-29', { ...today, leapDay: '03-01' }, '2026-03-01T12:00:00Z')).toBe(true);
      expect(born('1992-02-29', today, '2028-02-29T12:00:00Z')).toBe(true);
      expect(born('1992-02-29', today, '2028-02-28T12:00:00Z')).toBe(false);
    });

    it('a birthday within seven days looks over the end of the year', () => {
      const soon: DateTest = { anniversary: { next: 7 } };
      expect(born('1990-01-02', soon, '2026-12-26T12:00:00Z')).toBe(true);
      expect(born('1990-01-02', soon, '2026-12-25T12:00:00Z')).toBe(false);
    });

    it('a day is its own anniversary only from the next year on', () => {
      expect(born('2026-05-01', { anniversary: { last: 3 } }, '2026-05-03T10:00:00Z')).toBe(false);
      expect(born('2026-05-01', { anniversary: { last: 3 } }, '2027-05-03T10:00:00Z')).toBe(true);
    });

    it('the day of a person begins in her own zone', () => {
      const today: DateTest = { anniversary: { next: 0 }, timeZone: 'person' };
      expect(born('1990-05-04', today, '2026-05-03T18:30:00Z', 'Asia/Kathmandu')).toBe(true);
      expect(born('1990-05-04', today, '2026-05-03T18:00:00Z', 'Asia/Kathmandu')).toBe(false);
      expect(born('1990-05-04', today, '2026-05-03T23:30:00Z', 'Nowhere')).toBe(false);
    });

    it('an age counts the birthdays that have been', () => {
      const adult: DateTest = { fullYears: { atLeast: 18 } };
      expect(born('2008-05-03', adult, '2026-05-03T00:00:00Z')).toBe(true);
      expect(born('2008-05-04', adult, '2026-05-03T23:59:00Z')).toBe(false);
    });

    it('days are compared as days and instants as instants', () => {
      const zone = 'America/New_York';
      expect(born('2026-05-03', { on: '2026-05-03', timeZone: zone }, '2026-06-01T00:00:00Z')).toBe(true);
      expect(born('2026-05-03T03:00:00Z', { on: '2026-05-03', timeZone: zone }, '2026-06-01T00:00:00Z')).toBe(
        false,
      );
      expect(born('2026-05-03', { withinLast: '1d' }, '2026-05-03T23:00:00Z')).toBe(true);
      expect(born('2026-05-03', { withinLast: '1d' }, '2026-05-04T00:00:00Z')).toBe(false);
      expect(born('2026-05-03', { longerAgo: '1d' }, '2026-05-04T00:00:00Z')).toBe(true);
    });
  });
});
