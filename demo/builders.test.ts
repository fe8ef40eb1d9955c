import { describe, expect, it } from 'vitest';
import { crowd, person, TEST_NOW } from './builders.ts';
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

  it('takes orders back, writes messages and wishes, and gives it all as the native API wants it', () => {
    const natives = person({ name: 'ann' })
      .ordered(2, { revenue: 50 })
      .lapsed('10d')
      .returned(0.5, '3d')
      .cancelled('2d')
      .wished()
      .mailed('news', 'Opened', '2h')
      .natives();
    expect(natives.map(({ name }) => name)).toEqual([
      'Order Completed',
      'Order Completed',
      'Order Refunded',
      'Order Cancelled',
      'Email Sent',
      'Email Opened',
      'Product Added to Wishlist',
    ]);
    expect(natives[2]).toEqual({
      id: 'built-1-2',
      name: 'Order Refunded',
      time: '2026-03-28T10:00:00.000Z',
      identities: { user: 'ann' },
      properties: { order_id: 'O1-1', total: 25, currency: 'EUR' },
    });
    expect(person().is({ tier: 'leaf' }).natives()[0]).toMatchObject({ type: 'identify' });
  });

  it('comes in crowds', () => {
    const events = crowd(5, (one, i) => one.ordered(i % 3).lapsed('40d'));
    expect(events.length).toBe(0 + 1 + 2 + 0 + 1);
    expect(new Set(events.map(({ identities }) => identities.at(-1)!.value)).size).toBe(3);
    expect(events.map(({ time }) => time)).toEqual(events.map(({ time }) => time).toSorted());
  });

  it('refuses sentences that say nothing', () => {
    expect(() => person().lapsed('40d')).toThrow('lapsed() follows ordered()');
    expect(() => person().cancelled()).toThrow('cancelled() follows ordered()');
    expect(() => person().ordered(1).lapsed('soon')).toThrow('"soon" is not a duration');
    expect(() => person().browsed('Chess')).toThrow('no category "Chess"');
  });
});
