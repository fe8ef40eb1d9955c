import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/index.ts';
import { openShop, type Shop } from '../app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test('the rules of the workspace are settings, which begin with what most shops want', async () => {
  expect((await shop.get('/api/settings')).body).toEqual(DEFAULT_SETTINGS);
});

test('a change counts for what comes after it', async () => {
  await shop.send([
    { type: 'identify', identities: { user: 'sarah' }, properties: { city: 'Ulm' } },
    { type: 'identify', identities: { anonymous: 'before', user: 'sarah' }, properties: { city: 'Köln' } },
  ]);
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    joinPolicy: 'never',
    currency: 'GBP',
    country: 'GB',
    attributePolicy: { kind: 'source-precedence', sources: ['crm'] },
  };
  expect(await shop.put('/api/settings', settings)).toEqual({ status: 200, body: settings });

  const crm = await shop.addSource('crm', 'order');
  await shop.send(
    [
      {
        type: 'identify',
        identities: { user: 'sarah', phone: '07911 123456' },
        properties: { city: 'Bonn' },
      },
    ],
    crm,
  );
  await shop.send([
    { type: 'identify', identities: { anonymous: 'after', user: 'sarah' }, properties: { city: 'Trier' } },
    { name: 'Order Completed', identities: { user: 'sarah' }, properties: { order_id: 'o1', revenue: 10 } },
  ]);
  const sarah = await shop.person('user:sarah');
  expect(sarah.identities.map(({ namespace, value }) => `${namespace}:${value}`)).toEqual([
    'anonymous:before',
    'phone:+447911123456',
    'user:sarah',
  ]);
  expect(sarah.attributes.city).toMatchObject({ value: 'Bonn', source: 'crm' });
  expect(sarah.purchases.revenue).toEqual({ GBP: 10 });
});

test('settings that make no sense are refused, and nothing changes', async () => {
  const { body: before } = await shop.get('/api/settings');
  const [first] = DEFAULT_SETTINGS.namespaces;
  for (const [change, code] of [
    [{ timeZone: 'Mars/Olympus' }, 'settings.time-zone-unknown'],
    [{ namespaces: [first, first] }, 'settings.namespace-twice'],
    [{ joinPolicy: 'sometimes' }, 'request.invalid'],
  ] as const)
    expect(await shop.put('/api/settings', { ...DEFAULT_SETTINGS, ...change })).toMatchObject({
      status: 400,
      body: { code },
    });
  expect((await shop.get('/api/settings')).body).toEqual(before);
});
