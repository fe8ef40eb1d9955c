import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const at = (hour: number): string => `2026-05-03T${hour}:00:00Z`;
const order = { order_id: 'o1', revenue: 80, currency: 'EUR', products: [{ product_id: 'p', quantity: 2 }] };
const revenue = 'select sum(revenue) as revenue, count() as events from events';

test('a click-and-collect order counts once, though the site and the till both report it', async () => {
  const till = await shop.addSource('till', 'store');
  await shop.send([
    { type: 'identify', time: at(10), identities: { anonymous: 'phone', user: 'sarah', loyalty: 'L7' } },
    { name: 'Order Completed', time: at(11), identities: { anonymous: 'phone' }, properties: order },
  ]);
  await shop.send(
    [
      {
        name: 'Order Completed',
        time: at(16),
        identities: { loyalty: 'L7' },
        properties: { ...order, store_id: 's1' },
      },
    ],
    till,
  );
  const { purchases } = await shop.person('user:sarah');
  expect(purchases).toEqual({
    count: 1,
    units: 2,
    revenue: { EUR: 80 },
    first: Date.parse(at(11)),
    last: Date.parse(at(11)),
    recent: [
      {
        id: 'o1',
        placed: Date.parse(at(11)),
        channel: 'web',
        source: 'web',
        amount: 80,
        refunded: 0,
        currency: 'EUR',
        units: 2,
        cancelled: null,
      },
    ],
  });
});

test('what she gives back is taken off, in her profile and in the warehouse alike', async () => {
  const erp = await shop.addSource('erp', 'order');
  await shop.send(
    [
      {
        name: 'Order Refunded',
        time: at(18),
        identities: { user: 'sarah' },
        properties: { order_id: 'o1', total: 30 },
      },
    ],
    erp,
  );
  const { purchases } = await shop.person('user:sarah');
  expect([purchases.count, purchases.revenue]).toEqual([1, { EUR: 50 }]);
  expect((await shop.app.warehouse.query(revenue)).rows).toEqual([{ revenue: 50, events: 4 }]);
});

test('a message that is sent again counts once', async () => {
  const event = {
    id: 'once',
    name: 'Order Completed',
    identities: { user: 'sarah' },
    properties: { order_id: 'o2', revenue: 5 },
  };
  for (let i = 0; i < 4; i++) await shop.send([event, event]);
  expect((await shop.person('user:sarah')).purchases).toMatchObject({ count: 2, revenue: { EUR: 55 } });
  expect((await shop.app.warehouse.query(revenue)).rows).toEqual([{ revenue: 55, events: 5 }]);
});
