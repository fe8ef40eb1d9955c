import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditEntry } from '../src/access/index.ts';
import { openShop, type Shop } from './app.ts';
import { type Caller, callerWith, claim, join, PASSWORD } from './callers.ts';

interface Page {
  readonly entries: readonly (AuditEntry & { readonly id: string })[];
  readonly next?: string;
}

const DAY_MS = 86_400_000;

let shop: Shop;
let owner: Caller;
let agent: Caller;
let sarah: number;

beforeAll(async () => {
  shop = await openShop();
  owner = await claim(shop);
  agent = await join(shop, owner, 'agent');
  await shop.app.server.ready();
  const { body } = await callerWith(shop, {
    authorization: `Basic ${Buffer.from(`${shop.writeKey}:`).toString('base64')}`,
  }).call<{ rejected: unknown[] }>('POST', '/api/events', {
    events: [
      { id: '1', name: 'Signed Up', identities: { email: 'sarah@shop.example' } },
      { id: '2', name: 'Signed Up', identities: { email: 'tom@shop.example' } },
    ],
  });
  expect(body.rejected).toEqual([]);
  await shop.settled();
  const found = await owner.call<{ id: number }>('POST', '/api/people/find', {
    identity: 'email:sarah@shop.example',
  });
  sarah = found.body.id;
});
afterAll(() => shop.close());

const search = async (query = ''): Promise<Page> =>
  (await owner.call<Page>('GET', `/api/audit${query}`)).body;
const idOf = async (caller: Caller): Promise<string> =>
  (await caller.call<{ me: { user: { id: string } } }>('GET', '/api/session')).body.me.user.id;

it('every view of a person is on record: who, when, whom, by what', async () => {
  const by = `user:${await idOf(agent)}`;
  const since = Date.now();
  await agent.call('GET', `/api/people/${sarah}`);
  await agent.call('GET', `/api/people/${sarah}/timeline`);
  const { entries } = await search(`?person=${sarah}&by=${by}`);
  expect(entries.map(({ action, kind, people, path }) => [action, kind, people, path])).toEqual([
    ['readTimeline', 'view', [sarah], `/api/people/${sarah}/timeline`],
    ['readPerson', 'view', [sarah], `/api/people/${sarah}`],
  ]);
  expect(
    entries.every((entry) => entry.by === by && entry.at >= since - 1 && entry.address === '127.0.0.1'),
  ).toBe(true);
});

it('an identity that was looked for is not', async () => {
  await agent.call('GET', '/api/people?identity=email:tom@shop.example');
  const { entries } = await search('?action=findPerson');
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ path: '/api/people', peopleCount: 1 });
  expect(JSON.stringify((await search()).entries)).not.toContain('shop.example');
});

it('every change is, and who was turned away', async () => {
  const settings = (await owner.call<object>('GET', '/api/settings')).body;
  await owner.call('PUT', '/api/settings', settings);
  expect((await agent.call('PUT', '/api/settings', settings)).status).toBe(403);
  const { entries } = await search('?action=changeSettings');
  expect(entries.map(({ kind, status, by }) => [kind, status, by])).toEqual([
    ['refused', 403, `user:${await idOf(agent)}`],
    ['change', 200, `user:${await idOf(owner)}`],
  ]);
});

it('a wrong password is, without what was typed', async () => {
  const typed = { email: 'agent@shop.example', password: 'a wrong secret of mine' };
  await callerWith(shop).call('POST', '/api/session', typed);
  await callerWith(shop).call('POST', '/api/session', { ...typed, password: PASSWORD });
  const { entries } = await search('?action=signIn');
  expect(entries.map(({ kind, by, status, note }) => [kind, by, status, note])).toEqual([
    ['change', `user:${await idOf(agent)}`, 200, 'a known address'],
    ['refused', 'anonymous', 401, 'a known address'],
  ]);
});

it('an answer to a change waits until its entry is durable', async () => {
  const made = await owner.call<{ token: { id: string } }>('POST', '/api/tokens', {
    name: 'x',
    role: 'viewer',
  });
  const stored = await shop.app.state.range('audit', {
    from: 'entry/',
    to: 'entry0',
    limit: 1,
    reverse: true,
  });
  expect(JSON.parse(stored[0]![1])).toMatchObject({
    action: 'makeToken',
    note: `token ${made.body.token.id} as viewer`,
  });
});

it('is read a page at a time, and by time', async () => {
  const all = (await search('?limit=500')).entries;
  const paged: string[] = [];
  for (let below = ''; ; ) {
    const page = await search(`?limit=3${below}`);
    paged.push(...page.entries.map(({ id }) => id));
    if (page.next === undefined) break;
    below = `&below=${page.next}`;
  }
  expect(paged).toEqual(all.map(({ id }) => id));
  const middle = all[Math.floor(all.length / 2)]!.at;
  const [older, newer] = [
    await search(`?limit=500&until=${middle}`),
    await search(`?limit=500&since=${middle}`),
  ];
  expect(older.entries.length + newer.entries.length).toBe(all.length);
  expect(older.entries.every(({ at }) => at < middle)).toBe(true);
});

it('survives a restart, and leaves when it is too old', async () => {
  const before = (await search('?limit=500')).entries.length;
  await shop.restart();
  // The cookie is of the port that the server had before.
  const { entries } = await shop.app.access.audit.search({}, 500);
  expect(entries).toHaveLength(before);
  shop.clock.offsetMs += 400 * DAY_MS;
  expect(await shop.app.access.audit.trim()).toBe(before);
  expect(await shop.app.state.count('audit')).toBe(0);
});
