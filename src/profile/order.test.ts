import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../core/index.ts';
import { type Given, MINUTE, NOON, viewAfter } from './profile.fixture.ts';

const at = (minute: number): number => NOON + minute * MINUTE;
const order = (name: string, minute: number, properties: Record<string, Json>, more: Given = {}): Given => ({
  name: `Order ${name}`,
  minute,
  ...more,
  properties: { order_id: 'o1', ...properties },
});
const purchasesAfter = (...events: Given[]) => viewAfter(events).purchases;

describe('an order', () => {
  it('counts with its revenue, units, time and place', () => {
    const products = [
      { product_id: 'a', price: 10, quantity: 2 },
      { product_id: 'b', price: 5 },
    ];
    expect(purchasesAfter(order('Completed', 1, { revenue: 24.99, currency: 'GBP', products }))).toEqual({
      count: 1,
      units: 3,
      revenue: { GBP: 24.99 },
      first: at(1),
      last: at(1),
      recent: [
        {
          id: 'o1',
          placed: at(1),
          channel: 'web',
          source: 'web',
          amount: 24.99,
          refunded: 0,
          currency: 'GBP',
          units: 3,
          cancelled: null,
        },
      ],
    });
  });

  it('is worth its revenue, else its total, else its value, else the sum of its products', () => {
    const products = [{ price: '10.10', quantity: 3 }, { price: 0.2 }, 'junk', { price: '12,90' }];
    const worth = (properties: Record<string, Json>) =>
      purchasesAfter(order('Completed', 1, { products, ...properties })).revenue.EUR;
    expect(worth({ revenue: 1, total: 2, value: 3 })).toBe(1);
    expect(worth({ revenue: 'junk', total: '2.50', value: 3 })).toBe(2.5);
    expect(worth({ value: 3 })).toBe(3);
    expect(worth({})).toBe(30.5);
  });

  it('counts once though two systems report it, with the amount that was stated last', () => {
    const purchases = purchasesAfter(
      order('Completed', 1, { revenue: 50 }),
      order('Completed', 3, { revenue: 45 }, { source: 'erp', channel: 'order', sender: 'user:u' }),
      order('Updated', 2, { revenue: 48 }),
    );
    expect(purchases).toMatchObject({ count: 1, revenue: { EUR: 45 }, first: at(1), last: at(1) });
    expect(purchases.recent).toMatchObject([{ channel: 'web', source: 'web', amount: 45, placed: at(1) }]);
  });

  it('keeps its units when a later update says nothing of products, even if the update came first', () => {
    const products = [{ product_id: 'a', quantity: 2 }];
    const events = [order('Completed', 1, { revenue: 50, products }), order('Updated', 2, { revenue: 40 })];
    for (const list of [events, events.toReversed()])
      expect(purchasesAfter(...list)).toMatchObject({ units: 2, revenue: { EUR: 40 } });
  });

  it('loses what was refunded: parts, by products, or all of it', () => {
    const completed = order('Completed', 1, { revenue: 50 });
    const net = (...refunds: Given[]) => purchasesAfter(completed, ...refunds).revenue.EUR;
    expect(net(order('Refunded', 2, { total: 20 }), order('Refunded', 3, { revenue: -5 }))).toBe(25);
    expect(net(order('Refunded', 2, { products: [{ price: 10, quantity: 2 }] }))).toBe(30);
    expect(net(order('Refunded', 2, {}))).toBe(0);
  });

  it('does not count once it was cancelled, but is still shown', () => {
    const purchases = purchasesAfter(order('Completed', 1, { revenue: 50 }), order('Cancelled', 2, {}));
    expect(purchases).toMatchObject({ count: 0, units: 0, revenue: {}, first: null, last: null });
    expect(purchases.recent).toMatchObject([{ id: 'o1', amount: 50, cancelled: at(2) }]);
  });

  it('does not count before it was placed: a refund of an unknown order is nothing yet', () => {
    expect(purchasesAfter(order('Refunded', 1, { total: 20 }))).toMatchObject({
      count: 0,
      revenue: {},
      recent: [],
    });
  });

  it('is told from others by its id, and is one of its own when it has none', () => {
    const events: Given[] = [
      order('Completed', 1, { order_id: 7, revenue: 1 }),
      order('Completed', 2, { order_id: '7', revenue: 1 }),
      { name: 'Order Completed', properties: { revenue: 1 } },
      { name: 'Order Completed', properties: { revenue: 1 } },
      order('Completed', 3, { order_id: 'constructor', revenue: 1 }),
      order('Completed', 3, { order_id: '__proto__', revenue: 1 }),
    ];
    expect(purchasesAfter(...events)).toMatchObject({ count: 5, revenue: { EUR: 5 } });
  });

  it('keeps currencies apart', () => {
    const events = ['EUR', 'USD', 'EUR'].map((currency, i) =>
      order('Completed', i, { order_id: `o${i}`, revenue: 10, currency }),
    );
    expect(purchasesAfter(...events).revenue).toEqual({ EUR: 20, USD: 10 });
  });

  it('is worth nothing when its figures are absurd', () => {
    for (const properties of [
      { revenue: 1e300 },
      { products: [{ price: 1e11, quantity: 1e308 }] },
      {
        products: [
          { price: 1e11, quantity: 9e6 },
          { price: 1e11, quantity: 9e6 },
        ],
      },
      { revenue: 'NaN' },
    ]) {
      const { units, revenue } = purchasesAfter(order('Completed', 1, properties));
      expect(Object.values({ units, ...revenue }).every(Number.isSafeInteger)).toBe(true);
    }
  });

  it('the newest are kept one by one, and older ones in sums', () => {
    const events = Array.from({ length: 1_500 }, (_, i) =>
      order('Completed', i, { order_id: `o${i}`, revenue: 1, products: [{ quantity: 2 }] }),
    );
    const purchases = purchasesAfter(...events);
    expect(purchases).toMatchObject({
      count: 1_500,
      units: 3_000,
      revenue: { EUR: 1_500 },
      first: at(0),
      last: at(1_499),
    });
    expect(purchases.recent).toHaveLength(50);
  });
});

describe('orders', () => {
  const event = fc.record({
    name: fc.constantFrom('Completed', 'Completed', 'Updated', 'Refunded', 'Cancelled'),
    minute: fc.nat(4),
    order_id: fc.constantFrom('o1', 'o2'),
    revenue: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    quantity: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    currency: fc.constantFrom('EUR', 'USD'),
    source: fc.constantFrom('web', 'erp'),
    sender: fc.constantFrom('anonymous:a', 'user:u'),
  });
  type Drawn = typeof event extends fc.Arbitrary<infer T> ? T : never;
  const given = ({ name, minute, source, sender, order_id, revenue, quantity, currency }: Drawn): Given =>
    order(
      name,
      minute,
      {
        order_id,
        currency,
        ...(revenue === undefined ? {} : { revenue }),
        ...(quantity === undefined ? {} : { products: [{ quantity }] }),
      },
      { source, sender, channel: source === 'web' ? 'web' : 'order' },
    );

  it('end alike in any order of arrival, and whichever senders report them', () => {
    const shuffled = fc
      .array(event, { maxLength: 10 })
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      );
    fc.assert(
      fc.property(shuffled, ([events, mixed]) => {
        expect(purchasesAfter(...mixed.map(given))).toEqual(purchasesAfter(...events.map(given)));
      }),
      { numRuns: 500 },
    );
  });

  it('count what a plain reading of their events gives', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 10 }), (events) => {
        const purchases = purchasesAfter(...events.map(given));
        const net = ['o1', 'o2'].map((id) => {
          const mine = events.filter((each) => each.order_id === id);
          const isPlaced = mine.some((each) => each.name === 'Completed');
          if (!isPlaced || mine.some((each) => each.name === 'Cancelled')) return 0;
          const refunds = mine.filter((each) => each.name === 'Refunded');
          if (refunds.some((each) => each.revenue === undefined && each.quantity === undefined)) return 0;
          const stated = mine
            .filter((each) => each.name === 'Completed' || each.name === 'Updated')
            .filter((each) => each.revenue !== undefined || each.quantity !== undefined)
            .sort((a, b) => b.minute - a.minute || (b.revenue ?? 0) - (a.revenue ?? 0))[0];
          return (stated?.revenue ?? 0) - refunds.reduce((sum, each) => sum + (each.revenue ?? 0), 0);
        });
        const total = Object.values(purchases.revenue).reduce((sum, amount) => sum + amount, 0);
        expect(total).toBe(net[0]! + net[1]!);
      }),
      { numRuns: 500 },
    );
  });
});
