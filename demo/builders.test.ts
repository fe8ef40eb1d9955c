import { describe, expect, it } from 'vitest';
import { person, TEST_NOW } from './builders.ts';
import { DAY_MS } from './time.ts';

describe('person()', () => {
  it('tells what somebody did in one sentence', () => {
    const events = person().ordered(3).lapsed('40d').browsed('Yoga', 2).events();
    expect(events.map(({ name }) => name)).toEqual([
      'Order Completed',
      'Order Completed',
      'Order Completed',
      'Product Viewed',
      'Product Viewed',
    ]);
    expect(events[2]!.time).toBe(TEST_NOW - 40 * DAY_MS);
    expect(events[2]!.time - events[0]!.time).toBe(60 * DAY_MS);
    expect(events.slice(3).map(({ properties }) => properties['category'])).toEqual(['Yoga', 'Yoga']);
  });

  it('gives the same events for the same sentence, and others for another person', () => {
    const tell = (number: number) =>
      person({ number }).ordered(2, { category: 'Running', revenue: 50 }).carted(2).events();
    expect(tell(1)).toEqual(tell(1));
    expect(tell(2)).not.toEqual(tell(1));
    expect(new Set([...tell(1), ...tell(2)].map(({ id }) => id)).size).toBe(8);
  });

  it('knows people by what each channel knows of them', () => {
    const [receipt, view] = person({ number: 4 })
      .ordered(1, { channel: 'store' })
      .browsed('Outdoor')
      .events();
    expect(receipt!.identities).toEqual([{ namespace: 'user', value: 'user-4' }]);
    expect(view!.identities).toEqual([
      { namespace: 'anonymous', value: 'device-4' },
      { namespace: 'user', value: 'user-4' },
    ]);
    expect(person().anonymous().browsed('Yoga').events()[0]!.identities).toEqual([
      { namespace: 'anonymous', value: 'device-1' },
    ]);
  });

  it('refuses sentences that say nothing', () => {
    expect(() => person().lapsed('40d')).toThrow('lapsed() follows ordered()');
    expect(() => person().ordered(1).lapsed('soon')).toThrow('"soon" is not a duration');
    expect(() => person().browsed('Chess')).toThrow('no category "Chess"');
  });
});
