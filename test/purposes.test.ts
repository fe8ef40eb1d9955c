import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Purposes } from '../src/privacy/index.ts';
import { openShop, type Shop } from './app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const says = (user: string, properties: object) => ({
  name: 'Consent Updated',
  identities: { user, email: `${user}@shop.example` },
  properties,
});
/** Publishes purposes in place of those that there are, whatever their version. */
async function published(purposes: readonly object[]): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${shop.url}/api/definitions/purposes/purposes/publish`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify({ document: { purposes } }),
  });
  return { status: answer.status, body: await answer.json() };
}
const marketing = {
  key: 'marketing',
  name: 'News',
  channels: ['email', 'sms'],
  unsaid: 'out',
  state: 'active',
};

it('a new workspace asks for purposes in five languages, and everybody may read which', async () => {
  const { body } = await shop.get<{ document: Purposes; version: number }>('/api/purposes');
  expect(body.version).toBe(0);
  expect(body.document.purposes.map(({ key }) => key)).toContain('marketing');
  for (const { translations } of body.document.purposes)
    expect(Object.keys(translations ?? {}).sort()).toEqual(['de', 'es', 'fr', 'zh']);
});

it('what somebody said for a purpose that nobody listed is kept, and shown as such', async () => {
  await shop.send([
    says('ana', {
      consents: [
        { channel: 'email', purpose: 'marketing', state: 'in' },
        { channel: 'sms', purpose: 'raffle', state: true },
      ],
    }),
    { ...says('bo', {}), name: 'Unsubscribed' },
    {
      name: 'Page Viewed',
      identities: { user: 'bo' },
      context: { consent: { categoryPreferences: { Heatmaps: false, broken: 'perhaps' } } },
    },
  ]);
  const { body } = await shop.get<{ stated: object[] }>('/api/purposes/stated');
  const one = { statements: 1, people: 1, last: expect.any(Number) };
  expect(body.stated).toEqual([
    {
      channel: 'email',
      purpose: 'marketing',
      statements: 2,
      people: 2,
      last: expect.any(Number),
      isAskedFor: true,
    },
    { channel: 'any', purpose: 'Heatmaps', ...one, isAskedFor: false },
    { channel: 'sms', purpose: 'raffle', ...one, isAskedFor: false },
  ]);
  expect((await shop.person('user:ana')).consents['sms/raffle']).toEqual(['in', expect.any(Number), 'web']);
});

it('a purpose listed twice, or asked for every channel and for single ones, is refused with its place', async () => {
  expect(await published([marketing, marketing])).toMatchObject({
    status: 422,
    body: { findings: [{ code: 'purposes.twice', pointer: '/purposes/1/key' }] },
  });
  expect(await published([{ ...marketing, channels: ['any', 'sms'] }])).toMatchObject({
    status: 422,
    body: { findings: [{ code: 'purposes.any-and-others', pointer: '/purposes/0/channels' }] },
  });
});

it('who said nothing may be contacted only where saying nothing is enough', async () => {
  const identify = (user: string) => ({
    type: 'identify',
    identities: { user },
    properties: { email: `${user}@shop.example` },
  });
  await shop.send(['ana', 'bo', 'cy'].map(identify));
  const reach = async () => {
    const asked = { condition: { attribute: 'email', exists: true }, reach: true };
    const { body } = await shop.post<{ reach: Record<string, { people: number }> }>(
      '/api/audiences/estimate',
      asked,
    );
    return body.reach['email']?.people;
  };
  expect(await reach()).toBe(1);
  expect((await published([{ ...marketing, unsaid: 'in' }])).status).toBe(200);
  expect(await reach()).toBe(2);
  expect((await published([{ ...marketing, state: 'retired' }])).status).toBe(200);
  expect(await reach()).toBe(0);
});

it('an agent records no agreement to what nobody is asked for, and always that somebody withdraws', async () => {
  const { id } = await shop.person('user:ana');
  await published([{ ...marketing, state: 'retired' }]);
  const act = (state: string) =>
    shop.post(`/api/people/${id}/acts`, { kind: 'consent', channel: 'email', purpose: 'marketing', state });
  expect(await act('in')).toMatchObject({ status: 409, body: { code: 'consent.not-asked-for' } });
  expect((await act('out')).status).toBe(201);
  await published([marketing]);
  expect((await act('in')).status).toBe(201);
});

it('a condition on consent that nobody is asked for is warned of, and may be published', async () => {
  const document = { name: 'x', condition: { consent: { channel: 'push', purpose: 'raffle' }, is: 'in' } };
  const { body } = await shop.post('/api/definitions/audience/x/preflight', { document });
  expect(body).toMatchObject({
    findings: [{ severity: 'warning', code: 'consent.not-asked-for', pointer: '/condition/consent' }],
  });
});

it('every change of the purposes is a version, and travels with an export', async () => {
  const version = async () => (await shop.get<{ version: number }>('/api/purposes')).body.version;
  const before = await version();
  await published([{ ...marketing, name: 'Newest' }]);
  expect(await version()).toBe(before + 1);
  const { body } = await shop.get<{ definitions: { key: string; document: object }[] }>(
    '/api/definitions/export',
  );
  const entry = body.definitions.find(({ key }) => key === 'purposes');
  expect(entry?.document).toEqual({ purposes: [{ ...marketing, name: 'Newest' }] });
});
