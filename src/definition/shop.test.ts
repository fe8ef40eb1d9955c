import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../../test/app.ts';
import { openapiFaults } from '../server/openapi.contract.ts';
import { createKnownAttributes } from './index.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const at = expect.any(Number);

async function send(method: string, path: string, body: object, version?: number) {
  const response = await fetch(`${shop.url}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('settings changed by their own route have versions, can be compared and taken back', async () => {
  const { body: settings } = await shop.get<Record<string, unknown>>('/api/settings');
  await shop.put('/api/settings', { ...settings, currency: 'CHF' });
  await shop.put('/api/settings', { ...settings, currency: 'USD' });
  const path = '/api/definitions/settings/settings';
  expect((await shop.get(`${path}/diff?from=1&to=2`)).body).toEqual({
    differences: [{ pointer: '/currency', before: 'CHF', after: 'USD' }],
  });
  expect((await send('POST', `${path}/restore`, { version: 1 }, 2)).status).toBe(200);
  expect(shop.app.partition.settings.currency).toBe('USD');
  expect((await send('POST', `${path}/publish`, {}, 3)).status).toBe(200);
  expect(shop.app.partition.settings.currency).toBe('CHF');
  expect(
    await send('POST', `${path}/publish`, { document: { ...settings, timeZone: 'Moon' } }, 4),
  ).toMatchObject({
    status: 422,
    body: { code: 'definition.not-valid', findings: [{ code: 'settings.time-zone-unknown' }] },
  });
  await shop.restart();
  expect(shop.app.partition.settings.currency).toBe('CHF');
  expect((await shop.get(`${path}/versions/1`)).body).toMatchObject({ document: { currency: 'CHF' } });
});

test('write keys are in no export and no document, and stay when a source is changed without them', async () => {
  const writeKey = shop.writeKey;
  const { body } = await shop.get<{ document: object }>('/api/definitions/source/web');
  expect(body).toEqual({
    key: 'source/web',
    kind: 'source',
    id: 'web',
    state: 'live',
    version: 1,
    published: 1,
    at,
    by: 'start',
    created: { at, by: 'start' },
    document: { id: 'web', name: 'Web shop', channel: 'web', enabled: true },
  });
  const document = { ...body.document, name: 'Our shop' };
  expect((await send('POST', '/api/definitions/source/web/publish', { document }, 1)).status).toBe(200);
  expect(shop.app.sources.byWriteKey(writeKey)).toMatchObject({ name: 'Our shop' });
  for (const path of ['export', 'source/web', 'source/web/versions/1', 'source/web/versions'])
    expect(JSON.stringify((await shop.get(`/api/definitions/${path}`)).body)).not.toContain(writeKey);
});

test('a paused source takes no events', async () => {
  const key = await shop.addSource('till', 'store');
  await send('POST', '/api/definitions/source/till/pause', {}, 1);
  const response = await fetch(`${shop.url}/api/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${key}:`)}` },
    body: '{"events":[]}',
  });
  expect(response.status).toBe(401);
});

test('a bundle of another workspace is taken over, with new write keys', async () => {
  const { body: bundle } = await shop.get<{ definitions: object[] }>('/api/definitions/export');
  const other = await openShop();
  try {
    const plan = (
      await other.post<{ items: { key: string; change: string }[] }>(
        '/api/definitions/import?dryRun=true',
        bundle,
      )
    ).body;
    expect(plan.items.map(({ key, change }) => `${key} ${change}`)).toEqual([
      'settings new',
      'source/till new',
      'source/web changed',
    ]);
    expect((await other.post('/api/definitions/import', bundle)).status).toBe(200);
    expect((await other.get('/api/definitions/export')).body).toEqual(bundle);
    expect(other.app.partition.settings.currency).toBe('CHF');
  } finally {
    await other.close();
  }
});

test('attributes that people were given are known from the warehouse', async () => {
  await shop.send([
    { type: 'identify', identities: { user: 'u1' }, properties: { city: 'Berlin', 'odd name': { a: 1 } } },
  ]);
  const known = await createKnownAttributes(shop.app.warehouse, { now: () => 0 })();
  expect([...(known ?? [])].sort()).toEqual(['city', 'odd name']);
});

test('the routes of definitions and of the catalogue are described in OpenAPI without faults', async () => {
  const { body } = await shop.get<Parameters<typeof openapiFaults>[0]>('/openapi.json');
  const ours = openapiFaults(body).filter((fault) =>
    /\/api\/(?:definition|catalog|settings|sources)/.test(fault),
  );
  expect(ours).toEqual([]);
  for (const path of ['/api/definitions/{kind}/{id}', '/api/catalog/products/{id}'])
    expect(Object.keys(body.paths ?? {})).toContain(path);
});
