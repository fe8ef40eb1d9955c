import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const at = (minute: number): string => `2026-05-03T10:${minute}:00Z`;
const looks = (product: string, minute: number) => ({
  name: 'Product Viewed',
  time: at(minute),
  identities: { anonymous: 'tablet' },
  properties: { product_id: product },
});
const logsIn = (user: string, minute: number) => ({
  type: 'identify',
  time: at(minute),
  identities: { anonymous: 'tablet', user },
});
const productsOf = async (user: string): Promise<unknown[]> =>
  (await shop.timeline((await shop.person(`user:${user}`)).id))
    .filter((event) => event.name === 'Product Viewed')
    .map((event) => event.properties.product_id);

test('a tablet that a family shares belongs to whoever logged in on it last', async () => {
  await shop.send([logsIn('jane', 10), looks('shoes', 11), logsIn('john', 20), looks('ball', 21)]);
  const [jane, john] = [await shop.person('user:jane'), await shop.person('user:john')];
  expect((await shop.person('anonymous:tablet')).id).toBe(john.id);
  expect(jane.id).not.toBe(john.id);
  expect(await productsOf('jane')).toEqual(['shoes']);
  expect(await productsOf('john')).toEqual(['ball']);
});

test('an event that was late is of whoever had the tablet when it happened', async () => {
  await shop.send([looks('hat', 12), looks('bat', 22)]);
  expect(await productsOf('jane')).toEqual(['hat', 'shoes']);
  expect(await productsOf('john')).toEqual(['bat', 'ball']);
});

test('it comes back to her when she logs in again', async () => {
  await shop.send([logsIn('jane', 30), looks('scarf', 31)]);
  expect(await productsOf('jane')).toEqual(['scarf', 'hat', 'shoes']);
  expect((await shop.person('anonymous:tablet')).id).toBe((await shop.person('user:jane')).id);
});
