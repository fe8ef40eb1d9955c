import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const at = (hour: number): string => `2026-05-03T${hour}:00:00Z`;
const says = (hour: number, properties: object) => ({
  name: 'Consent Updated',
  time: at(hour),
  identities: { user: 'sarah' },
  properties,
});

test('what somebody allowed is known per channel and purpose, with when and where she said it', async () => {
  await shop.send([
    says(10, { channel: 'email', purpose: 'marketing', state: 'in' }),
    says(11, { consents: [{ channel: 'sms', purpose: 'offers', state: true }] }),
    {
      name: 'Product Viewed',
      time: at(12),
      identities: { user: 'sarah' },
      context: { consent: { categoryPreferences: { Advertising: false } } },
    },
  ]);
  expect((await shop.person('user:sarah')).consents).toEqual({
    'any/Advertising': ['out', Date.parse(at(12)), 'web'],
    'email/marketing': ['in', Date.parse(at(10)), 'web'],
    'sms/offers': ['in', Date.parse(at(11)), 'web'],
  });
});

test('the newest word counts, whatever the order in which they come', async () => {
  const call = await shop.addSource('call-centre', 'call');
  await shop.send([says(15, { channel: 'email', purpose: 'marketing', state: 'out' })], call);
  await shop.send([says(14, { channel: 'email', purpose: 'marketing', state: 'in' })]);
  expect((await shop.person('user:sarah')).consents['email/marketing']).toEqual([
    'out',
    Date.parse(at(15)),
    'call-centre',
  ]);
});
