import { Analytics } from '@segment/analytics-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../app.ts';

// The tour tells the product in order. Each file starts a whole Rapport with its real engines, as `npm start` does.
let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const time = expect.any(Number);

test('an unmodified Segment client sends events, and there is a person', async () => {
  const analytics = new Analytics({ writeKey: shop.writeKey, host: shop.url });
  analytics.identify({ userId: 'u1', traits: { email: 'Sarah@Example.com', firstName: 'Sarah' } });
  analytics.track({
    userId: 'u1',
    event: 'Order Completed',
    properties: {
      order_id: 'o1',
      revenue: 59.9,
      currency: 'EUR',
      products: [{ product_id: 'p1', quantity: 2 }],
    },
  });
  await analytics.closeAndFlush();
  await shop.settled();

  const sarah = await shop.person('email:sarah@example.com');
  expect(sarah).toEqual({
    id: expect.any(Number),
    known: true,
    identities: [
      {
        namespace: 'email',
        value: 'sarah@example.com',
        since: time,
        last: time,
        source: 'web',
        why: 'identify call',
      },
      { namespace: 'user', value: 'u1', since: time, last: time, source: 'web', why: 'same event' },
    ],
    attributes: {
      email: { value: 'Sarah@Example.com', time, source: 'web' },
      firstName: { value: 'Sarah', time, source: 'web' },
    },
    addresses: {},
    audiences: {},
    consents: {},
    purchases: {
      count: 1,
      units: 2,
      revenue: { EUR: 59.9 },
      first: time,
      last: time,
      recent: [
        {
          id: 'o1',
          placed: time,
          channel: 'web',
          source: 'web',
          amount: 59.9,
          refunded: 0,
          currency: 'EUR',
          units: 2,
          cancelled: null,
        },
      ],
    },
    sessions: { count: 1, last: { start: time, end: time } },
    events: { count: 2, first: time, last: time },
    merges: [],
  });
});

test('what she did is on her timeline, newest first', async () => {
  const sarah = await shop.person('user:u1');
  const events = await shop.timeline(sarah.id);
  expect(events.map(({ name, revenue, channel }) => ({ name, revenue, channel }))).toEqual([
    { name: 'Order Completed', revenue: 59.9, channel: 'web' },
    { name: 'Identified', revenue: 0, channel: 'web' },
  ]);
});
