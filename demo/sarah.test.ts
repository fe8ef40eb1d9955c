import { describe, expect, it } from 'vitest';
import { openRetailer } from './retailer.ts';
import { playSarah } from './sarah-acts.ts';
import { DAY_MS } from './time.ts';
import type { SegmentMessage } from './wire/message.ts';

const NOW = Date.UTC(2026, 2, 31, 10);

describe('Sarah', () => {
  it('bought for yoga online and in a store, and not for more than 90 days', () => {
    const retailer = openRetailer({ now: NOW, people: 20, days: 30 });
    for (const _ of retailer.items);
    const answers = retailer.answers();
    const orders = answers.orders.filter(({ person }) => person === 'user:U1100000');
    expect(orders.map(({ channel }) => channel)).toEqual(['web', 'store']);
    for (const { at } of orders) expect(NOW - Date.parse(at)).toBeGreaterThan(90 * DAY_MS);
    const inside = answers.audiences
      .filter(({ members }) => members.includes('user:U1100000'))
      .map(({ id }) => id);
    expect(inside.sort()).toEqual(
      ['both-worlds', 'customers', 'email-allowed', 'lapsed-90', 'repeat-buyers', 'yoga-lapsed'].sort(),
    );
  });

  it('plays her acts over the wire: ad, cart and address, call, purchase with ten percent off', () => {
    const { world } = openRetailer({ now: NOW, people: 0, days: 30 });
    const acts = playSarah(world, NOW);
    expect(acts.map(({ step }) => step)).toEqual([4, 5, 6, 7]);
    const messages = acts.map(({ items }) => items.map(({ message }) => message as SegmentMessage));
    const [first, landing] = messages[0]!;
    expect(first!.event).toBe('Consent Updated');
    expect((landing!.context['campaign'] as { name: string }).name).toBe('social-yoga-flow');
    expect(messages[0]!.every(({ userId }) => userId === undefined)).toBe(true);
    const login = messages[1]!.find(({ type }) => type === 'identify')!;
    expect([login.userId, login.anonymousId, login.traits?.['email']]).toEqual([
      'U1100000',
      first!.anonymousId,
      'sarah.keller@example.com',
    ]);
    expect(acts[2]!.items.map(({ source }) => source)).toEqual(['calls', 'calls']);
    const order = messages[3]!.find(({ event }) => event === 'Order Completed')!.properties as {
      coupon: string;
      discount: number;
      subtotal: number;
    };
    expect(order.coupon).toBe('MEMBER10');
    expect(order.discount / (order.subtotal + order.discount)).toBeCloseTo(0.1, 2);
    const ids = acts.flatMap(({ items }) =>
      items.map(({ message }) => ('messageId' in message ? message.messageId : message.id)),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const times = acts.flatMap(({ items }) => items.map(({ at }) => at));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});
