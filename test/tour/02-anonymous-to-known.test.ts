import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const seen = (minute: number): string => `2026-05-03T10:${minute}:00Z`;

test('a visitor whom nobody knows is a person, with what she looked at', async () => {
  await shop.send([
    {
      name: 'Product Viewed',
      time: seen(10),
      identities: { anonymous: 'phone' },
      properties: { product_id: 'p1' },
    },
  ]);
  const visitor = await shop.person('anonymous:phone');
  expect(visitor).toMatchObject({ known: false, events: { count: 1 }, sessions: { count: 1 } });
});

test('when she logs in, what she did before is hers', async () => {
  const visitor = await shop.person('anonymous:phone');
  const login = {
    type: 'identify',
    time: seen(12),
    identities: { anonymous: 'phone', user: 'sarah' },
    properties: { firstName: 'Sarah' },
  };
  await shop.send([login]);
  const sarah = await shop.person('user:sarah');
  expect(sarah).toMatchObject({ id: visitor.id, known: true, events: { count: 2 }, sessions: { count: 1 } });
  expect(sarah.identities.map(({ namespace, value }) => `${namespace}:${value}`)).toEqual([
    'anonymous:phone',
    'user:sarah',
  ]);
});

test('when she logs in on a second device, that device’s past joins hers, on her timeline too', async () => {
  await shop.send([
    {
      name: 'Product Added',
      time: seen(20),
      identities: { anonymous: 'laptop' },
      properties: { product_id: 'p2' },
    },
  ]);
  const visitor = await shop.person('anonymous:laptop');
  await shop.send([{ type: 'identify', time: seen(22), identities: { anonymous: 'laptop', user: 'sarah' } }]);
  const sarah = await shop.person('user:sarah');
  expect(sarah.merges).toEqual([{ from: visitor.id, time: Date.parse(seen(22)), why: 'identify call' }]);
  expect((await shop.timeline(sarah.id)).map(({ name, time }) => [name, time])).toEqual([
    ['Identified', Date.parse(seen(22))],
    ['Product Added', Date.parse(seen(20))],
    ['Identified', Date.parse(seen(12))],
    ['Product Viewed', Date.parse(seen(10))],
  ]);
});

test('the id under which she was known before still leads to her', async () => {
  const sarah = await shop.person('user:sarah');
  const [merge] = sarah.merges;
  expect((await shop.get(`/api/people/${merge?.from}`)).body).toEqual(sarah);
});
