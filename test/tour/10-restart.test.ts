import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const at = (minute: number): string => `2026-05-03T10:${minute}:00Z`;
const orders = 'select count() as events, sum(revenue) as revenue from events';

test('after a restart everything is as it was: people, timelines, sources, settings, what was seen', async () => {
  await shop.addSource('till', 'store');
  await shop.send([
    { id: 'm1', type: 'identify', time: at(10), identities: { anonymous: 'phone', user: 'sarah' } },
    {
      id: 'm2',
      name: 'Order Completed',
      time: at(11),
      identities: { user: 'sarah' },
      properties: { order_id: 'o1', revenue: 10 },
    },
  ]);
  const sarah = await shop.person('user:sarah');
  const paths = [
    `/api/people/${sarah.id}`,
    `/api/people/${sarah.id}/timeline`,
    '/api/sources',
    '/api/settings',
  ];
  const read = () => Promise.all(paths.map((path) => shop.get(path)));
  const before = await read();

  await shop.restart();
  expect(await read()).toEqual(before);

  await shop.send([{ id: 'm2', name: 'Order Completed', identities: { user: 'sarah' } }]);
  expect(await shop.person('user:sarah')).toEqual(sarah);
  expect((await shop.app.warehouse.query(orders)).rows).toEqual([{ events: 2, revenue: 10 }]);
});

test('what was acknowledged a moment before the stop is there after it', async () => {
  const events = Array.from({ length: 500 }, (_, i) => ({
    name: 'Order Completed',
    identities: { user: `u${i % 100}` },
    properties: { order_id: `late-${i}`, revenue: 1 },
  }));
  expect(await shop.post('/api/events', { events }, shop.writeKey)).toMatchObject({ status: 200 });
  await shop.restart();
  await shop.settled();
  expect((await shop.person('user:u7')).purchases).toMatchObject({ count: 5, revenue: { EUR: 5 } });
  expect((await shop.app.warehouse.query(orders)).rows).toEqual([{ events: 502, revenue: 510 }]);
});
