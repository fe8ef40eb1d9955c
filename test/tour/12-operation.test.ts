import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

interface Health {
  readonly state: string;
  readonly checks: Readonly<Record<string, { readonly state: string }>>;
}

test('health tells of every stage how it is doing', async () => {
  const { status, body } = await shop.get<Health>('/health');
  expect([status, body.state]).toEqual([200, 'green']);
  const states = Object.entries(body.checks).map(([name, { state }]) => `${name} ${state}`);
  expect(states).toEqual(
    expect.arrayContaining(['fold green', 'checkpoint green', 'sink green', 'warehouse green', 'disk green']),
  );
});

test('metrics are figures for Prometheus, and count what came', async () => {
  const event = { id: 'm1', name: 'Product Viewed', identities: { user: 'sarah' } };
  await shop.send([event, event, { ...event, id: 'm2' }]);
  await shop.post(
    '/api/events',
    { events: [{ ...event, id: 'm3', identities: { user: 'null' } }] },
    shop.writeKey,
  );
  await shop.settled();
  const { body } = await shop.get<string>('/metrics');
  const figures = new Map(body.split('\n').map((line) => line.split(' ') as [string, string]));
  const names = [
    'events_total',
    'duplicates_total',
    'rejected_total',
    'sink_rows_total',
    'fold_backlog_records',
  ];
  expect(names.map((name) => Number(figures.get(`rapport_${name}`)))).toEqual([2, 1, 1, 2, 0]);
});

test('a caller’s mistake is answered with a problem document that says what to do', async () => {
  expect(await shop.get('/api/people?identity=user:nobody')).toEqual({
    status: 404,
    body: {
      type: 'urn:rapport:problem:person.unknown',
      title: 'Not Found',
      status: 404,
      detail: 'Nobody has this identity.',
      code: 'person.unknown',
      requestId: expect.any(String),
    },
  });
});

test('every route is described in one document', async () => {
  const { body } = await shop.get<{ paths: object }>('/openapi.json');
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining([
      '/v1/batch',
      '/api/events',
      '/api/people',
      '/api/people/{id}/timeline',
      '/api/settings',
    ]),
  );
});
