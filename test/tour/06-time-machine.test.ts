import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProfileView } from '../../src/profile/index.ts';
import { openShop, type Shop } from '../app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const day = (date: number): string => `2026-05-0${date}T10:00:00Z`;
const asOf = async (id: number, moment: string): Promise<ProfileView> =>
  (await shop.get<ProfileView>(`/api/people/${id}?at=${moment}`)).body;

test('a person can be read as she stood at any moment', async () => {
  await shop.send([
    { type: 'identify', time: day(1), identities: { user: 'sarah' }, properties: { tier: 'silver' } },
    {
      name: 'Order Completed',
      time: day(2),
      identities: { user: 'sarah' },
      properties: { order_id: 'o1', revenue: 50 },
    },
    {
      type: 'identify',
      time: day(3),
      identities: { user: 'sarah', email: 's@example.com' },
      properties: { tier: 'gold' },
    },
    {
      name: 'Order Refunded',
      time: day(4),
      identities: { user: 'sarah' },
      properties: { order_id: 'o1', total: 20 },
    },
  ]);
  const sarah = await shop.person('user:sarah');
  expect(sarah).toMatchObject({
    attributes: { tier: { value: 'gold' } },
    purchases: { revenue: { EUR: 30 } },
  });

  const then = await asOf(sarah.id, '2026-05-02T12:00Z');
  expect(then).toMatchObject({
    id: sarah.id,
    attributes: { tier: { value: 'silver', time: Date.parse(day(1)), source: 'web' } },
    purchases: { count: 1, revenue: { EUR: 50 } },
    events: { count: 2, last: Date.parse(day(2)) },
  });
  expect(then.identities.map(({ namespace }) => namespace)).toEqual(['user']);
});

test('as of now she is as she is', async () => {
  const sarah = await shop.person('user:sarah');
  expect(await asOf(sarah.id, '2026-06-01T00:00Z')).toEqual(sarah);
});

test('who joined her later is somebody else until then', async () => {
  const browse = { name: 'Product Viewed', time: day(5), identities: { anonymous: 'laptop' } };
  await shop.send([browse]);
  const visitor = await shop.person('anonymous:laptop');
  await shop.send([{ type: 'identify', time: day(6), identities: { anonymous: 'laptop', user: 'sarah' } }]);
  const sarah = await shop.person('user:sarah');
  expect(sarah.events.count).toBe(6);
  expect(await asOf(sarah.id, '2026-05-05T12:00Z')).toMatchObject({ id: sarah.id, events: { count: 4 } });
  expect(await asOf(visitor.id, '2026-05-05T12:00Z')).toMatchObject({
    id: visitor.id,
    known: false,
    events: visitor.events,
  });
});

test('before her first event there was nothing to know', async () => {
  const sarah = await shop.person('user:sarah');
  expect(await asOf(sarah.id, '2026-04-01T00:00Z')).toMatchObject({
    known: false,
    identities: [],
    attributes: {},
    purchases: { count: 0, revenue: {} },
    events: { count: 0, first: null, last: null },
  });
});

test('a moment that cannot be read is refused with what to write instead', async () => {
  const sarah = await shop.person('user:sarah');
  expect(await shop.get(`/api/people/${sarah.id}?at=yesterday`)).toMatchObject({
    status: 400,
    body: { code: 'person.moment-unreadable' },
  });
});
