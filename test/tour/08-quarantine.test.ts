import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

interface Quarantine {
  readonly entries: { readonly key: string; readonly reason: string; readonly event: object }[];
  readonly total: number;
}
const quarantine = async (): Promise<Quarantine> => (await shop.get<Quarantine>('/api/quarantine')).body;

test('an event that makes no sense is put aside with its reason; the others of its batch are taken', async () => {
  const events = [
    { id: 'good', name: 'Product Viewed', identities: { user: 'sarah' } },
    { id: 'nobody', name: 'Product Viewed', identities: { user: 'null', email: 'none' } },
    { id: 'nameless', identities: { user: 'sarah' }, properties: { product_id: 'p1' } },
  ];
  const { body } = await shop.post('/api/events', { events }, shop.writeKey);
  expect(body).toEqual({
    accepted: 2,
    rejected: [{ index: 2, code: 'event.no-name', message: 'The event needs a name.' }],
  });
  await shop.settled();
  expect((await shop.person('user:sarah')).events.count).toBe(1);
  const { entries, total } = await quarantine();
  expect(total).toBe(2);
  expect(entries.map(({ reason }) => reason).sort()).toEqual(['event.no-name', 'event.no-usable-identity']);
  expect(entries.find(({ reason }) => reason === 'event.no-name')).toMatchObject({
    source: 'web',
    channel: 'web',
    clipped: false,
    event: { id: 'nameless', identities: { user: 'sarah' }, properties: { product_id: 'p1' } },
  });
});

test('it can be corrected and sent again, and keeps its id: nothing counts twice', async () => {
  const { entries } = await quarantine();
  const { key, event } = entries.find(({ reason }) => reason === 'event.no-name')!;
  const corrected = { ...event, name: 'Product Viewed' };
  const order = { events: [{ key, event: corrected }] };
  expect((await shop.post('/api/quarantine/replay', order)).body).toEqual({
    replayed: [key],
    missing: [],
    clipped: [],
  });
  await shop.settled();
  expect((await shop.person('user:sarah')).events.count).toBe(2);
  expect((await quarantine()).total).toBe(1);
  await shop.send([{ id: 'nameless', name: 'Product Viewed', identities: { user: 'sarah' } }]);
  expect((await shop.person('user:sarah')).events.count).toBe(2);
});
