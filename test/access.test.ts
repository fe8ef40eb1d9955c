import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from './app.ts';
import { type Caller, callerOf, callerWith, claim, join, PASSWORD, secretOf } from './callers.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface Problem {
  readonly code: string;
}

let shop: Shop;
let owner: Caller;
const nobody = (): Caller => callerWith(shop);
const codeOf = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer;
  return [status, (body as Problem).code];
};
const signIn = (email: string, password: string) =>
  nobody().call('POST', '/api/session', { email, password });

describe('a shop that nobody has claimed', () => {
  beforeAll(async () => {
    shop = await openShop();
  });

  it('lets programs of this machine call, and says so', async () => {
    expect((await nobody().call('GET', '/api/sources')).status).toBe(200);
    expect((await nobody().call('GET', '/api/session')).body).toEqual({ state: 'unclaimed' });
    const health = await nobody().call<{ checks: { access: object } }>('GET', '/health');
    expect(health.body.checks.access).toMatchObject({ isClaimed: false, isOpen: true });
  });

  it('asks a page to sign in', async () => {
    const page = { 'sec-fetch-site': 'same-origin' };
    expect(await codeOf(nobody().call('GET', '/api/sources', undefined, page))).toEqual([
      401,
      'access.unclaimed',
    ]);
  });

  it('gives itself to who has the newest link, once', async () => {
    const first = await shop.app.access.ownerLink();
    const second = await shop.app.access.ownerLink();
    const use = (path: string, email: string) =>
      nobody().call('POST', '/api/links/redeem', {
        secret: secretOf(path),
        email,
        name: 'Ada',
        password: PASSWORD,
      });
    expect(await codeOf(use(first!.path, 'eve@shop.example'))).toEqual([404, 'access.link-unknown']);
    const weak = { secret: secretOf(second!.path), email: 'ada@shop.example', name: 'Ada' };
    expect(
      await codeOf(nobody().call('POST', '/api/links/redeem', { ...weak, password: 'ada@shop.example' })),
    ).toEqual([422, 'access.password-weak']);
    const answers = await Promise.all([
      use(second!.path, 'ada@shop.example'),
      use(second!.path, 'eve@shop.example'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    const entered = answers.find(({ status }) => status === 200)!;
    expect(entered.headers.get('set-cookie')).toMatch(
      /^rapport-\d+-session=[\w-]{20,}; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Lax$/,
    );
    expect(entered.body).toMatchObject({ user: { role: 'admin', state: 'active' } });
    owner = callerOf(shop, entered);
    expect(await shop.app.access.ownerLink()).toBeUndefined();
  });

  it('is closed from then on, also after a restart', async () => {
    expect(await codeOf(nobody().call('GET', '/api/sources'))).toEqual([401, 'access.not-signed-in']);
    expect((await owner.call('GET', '/api/sources')).status).toBe(200);
    await shop.restart();
    expect(await codeOf(nobody().call('GET', '/api/sources'))).toEqual([401, 'access.not-signed-in']);
    await shop.close();
  });
});

describe('users', () => {
  beforeAll(async () => {
    shop = await openShop();
    owner = await claim(shop);
  });
  afterAll(() => shop.close());

  it('sign in with their password, and see who they are', async () => {
    const entered = await signIn('Ada@Shop.example', PASSWORD);
    expect(entered.status).toBe(200);
    const { body } = await callerOf(shop, entered).call('GET', '/api/session');
    expect(body).toMatchObject({
      state: 'signed-in',
      me: {
        user: { email: 'ada@shop.example', role: 'admin' },
        permissions: expect.arrayContaining(['access.write']),
      },
    });
    expect(JSON.stringify(body)).not.toContain('scrypt');
  });

  it('are told the same whether the address or the password is wrong', async () => {
    const wrong = await signIn('ada@shop.example', 'wrong horse battery');
    const unknown = await signIn('nobody@shop.example', PASSWORD);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...(unknown.body as object), requestId: '' }).toEqual({
      ...(wrong.body as object),
      requestId: '',
    });
  });

  it('are locked out after wrong passwords, and told when to come back', async () => {
    const email = 'locked@shop.example';
    for (let tries = 0; tries < 5; tries++)
      expect((await signIn(email, 'wrong horse battery')).status).toBe(401);
    const locked = await signIn(email, PASSWORD);
    expect(await codeOf(Promise.resolve(locked))).toEqual([429, 'access.locked']);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(10);
    shop.clock.offsetMs += MINUTE_MS;
    expect((await signIn(email, 'wrong horse battery')).status).toBe(401);
    const again = await signIn(email, PASSWORD);
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(40);
    shop.clock.offsetMs += 10 * MINUTE_MS;
  });

  it('see where they are signed in, and sign out there or everywhere', async () => {
    const here = callerOf(shop, await signIn('ada@shop.example', PASSWORD));
    const there = callerOf(shop, await signIn('ada@shop.example', PASSWORD));
    const { body } = await here.call<{ sessions: { id: string; isThis: boolean }[] }>('GET', '/api/sessions');
    expect(body.sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect((await there.call('DELETE', '/api/session')).status).toBe(204);
    expect((await there.call('GET', '/api/sessions')).status).toBe(401);
    expect((await here.call('DELETE', '/api/sessions?keepThis=true')).status).toBe(204);
    expect((await here.call<typeof body>('GET', '/api/sessions')).body.sessions).toHaveLength(1);
    expect((await owner.call('GET', '/api/sources')).status).toBe(401);
    expect((await here.call('DELETE', '/api/sessions')).status).toBe(204);
    expect((await here.call('GET', '/api/sources')).status).toBe(401);
    owner = callerOf(shop, await signIn('ada@shop.example', PASSWORD));
  });

  it('stay signed in while they work, and not when they rest for a day', async () => {
    const busy = callerOf(shop, await signIn('ada@shop.example', PASSWORD));
    for (let hours = 0; hours < 40; hours += 20) {
      shop.clock.offsetMs += 20 * HOUR_MS;
      expect((await busy.call('GET', '/api/sources')).status).toBe(200);
    }
    shop.clock.offsetMs += DAY_MS;
    expect((await busy.call('GET', '/api/sources')).status).toBe(401);
    owner = callerOf(shop, await signIn('ada@shop.example', PASSWORD));
  });

  it('change their password, which ends their other sessions', async () => {
    const other = callerOf(shop, await signIn('ada@shop.example', PASSWORD));
    const change = { current: PASSWORD, password: 'another horse battery' };
    expect((await owner.call('PUT', '/api/session/password', { ...change, current: 'no' })).status).toBe(401);
    expect((await owner.call('PUT', '/api/session/password', change)).status).toBe(204);
    expect((await other.call('GET', '/api/sources')).status).toBe(401);
    expect((await owner.call('GET', '/api/sources')).status).toBe(200);
    expect((await signIn('ada@shop.example', PASSWORD)).status).toBe(401);
    const back = { current: change.password, password: PASSWORD };
    expect((await owner.call('PUT', '/api/session/password', back)).status).toBe(204);
  });

  it('are invited, disabled, and helped with a new link by an admin', async () => {
    const agent = await join(shop, owner, 'agent');
    const { body } = await owner.call<{ users: { id: string; role: string }[] }>('GET', '/api/users');
    const { id } = body.users.find(({ role }) => role === 'agent')!;
    expect((await agent.call('GET', '/api/users')).status).toBe(403);
    expect((await owner.call('PATCH', `/api/users/${id}`, { enabled: false })).status).toBe(200);
    expect((await agent.call('GET', '/api/roles')).status).toBe(401);
    expect((await signIn('agent@shop.example', PASSWORD)).status).toBe(401);
    expect((await owner.call('PATCH', `/api/users/${id}`, { enabled: true })).status).toBe(200);
    const made = await owner.call<{ link: { path: string } }>('POST', `/api/users/${id}/link`);
    const reset = { secret: secretOf(made.body.link.path), password: 'my third horse battery' };
    expect((await nobody().call('POST', '/api/links/read', { secret: reset.secret })).body).toMatchObject({
      purpose: 'reset',
      email: 'agent@shop.example',
    });
    expect((await nobody().call('POST', '/api/links/redeem', reset)).status).toBe(200);
    expect((await nobody().call('POST', '/api/links/redeem', reset)).status).toBe(404);
    expect((await signIn('agent@shop.example', reset.password)).status).toBe(200);
  });

  it('cannot leave the shop without an admin', async () => {
    const { body } = await owner.call<{ users: { id: string; role: string }[] }>('GET', '/api/users');
    const { id } = body.users.find(({ role }) => role === 'admin')!;
    for (const change of [{ enabled: false }, { role: 'viewer' }])
      expect(await codeOf(owner.call('PATCH', `/api/users/${id}`, change))).toEqual([
        409,
        'access.last-admin',
      ]);
  });

  it('are safe from pages that use their cookie', async () => {
    const order = { name: 'x', role: 'viewer' };
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const sibling = { origin: 'http://127.0.0.1:1' };
    expect(await codeOf(owner.call('POST', '/api/tokens', order, foreign))).toEqual([403, 'access.origin']);
    expect(await codeOf(owner.call('POST', '/api/tokens', order, sibling))).toEqual([403, 'access.origin']);
    expect((await owner.call('POST', '/api/tokens', order, { origin: shop.url })).status).toBe(201);
    const cookie = (await signIn('ada@shop.example', PASSWORD)).headers.get('set-cookie')!.split(';')[0]!;
    const plain = callerWith(shop, { cookie });
    expect((await plain.call('GET', '/api/sources')).status).toBe(200);
    expect(await codeOf(plain.call('POST', '/api/tokens', order))).toEqual([403, 'access.page-header']);
    expect(
      await codeOf(nobody().call('POST', '/api/session', { email: 'a@b', password: 'x' }, foreign)),
    ).toEqual([403, 'access.origin']);
  });
});

describe('a token of the API', () => {
  beforeAll(async () => {
    shop = await openShop();
    owner = await claim(shop);
  });
  afterAll(() => shop.close());

  interface Made {
    readonly token: { readonly id: string };
    readonly secret: string;
  }

  it('does what its role and scopes say, until it is revoked', async () => {
    const order = { name: 'till', role: 'viewer', scopes: ['catalog.read'] };
    const { body } = await owner.call<Made>('POST', '/api/tokens', order);
    const till = callerWith(shop, { authorization: `Bearer ${body.secret}` });
    expect((await till.call('GET', '/api/catalog/stores')).status).toBe(200);
    expect(await codeOf(till.call('GET', '/api/settings'))).toEqual([403, 'access.not-allowed']);
    expect(await codeOf(till.call('DELETE', '/api/session'))).toEqual([409, 'access.no-session']);
    const listed = await owner.call<{ tokens: object[] }>('GET', '/api/tokens');
    expect(listed.body.tokens).toEqual([{ ...body.token, usedAt: expect.any(Number) }]);
    expect(JSON.stringify(listed.body)).not.toContain(body.secret);
    expect((await owner.call('DELETE', `/api/tokens/${body.token.id}`)).status).toBe(204);
    expect(await codeOf(till.call('GET', '/api/catalog/stores'))).toEqual([401, 'access.token-wrong']);
  });

  it('ends when it was said to end, and cannot be more than its role', async () => {
    const expiresAt = Date.now() + shop.clock.offsetMs + HOUR_MS;
    const { body } = await owner.call<Made>('POST', '/api/tokens', { name: 'x', role: 'viewer', expiresAt });
    const soon = callerWith(shop, { authorization: `Bearer ${body.secret}` });
    expect((await soon.call('GET', '/api/settings')).status).toBe(200);
    shop.clock.offsetMs += HOUR_MS;
    expect((await soon.call('GET', '/api/settings')).status).toBe(401);
    const more = { name: 'x', role: 'viewer', scopes: ['access.write'] };
    expect(await codeOf(owner.call('POST', '/api/tokens', more))).toEqual([422, 'access.scope-outside-role']);
  });

  it('changes only the kinds of definitions that its role may', async () => {
    const { body } = await owner.call<Made>('POST', '/api/tokens', { name: 'x', role: 'marketer' });
    const marketer = callerWith(shop, { authorization: `Bearer ${body.secret}` });
    const publish = (kind: string, id: string) =>
      marketer.call('POST', `/api/definitions/${kind}/${id}/publish`, {}, { 'if-match': '*' });
    expect(await codeOf(publish('settings', 'settings'))).toEqual([403, 'access.not-allowed']);
    expect(await codeOf(publish('source', 'web'))).toEqual([403, 'access.not-allowed']);
    expect(await codeOf(publish('audience', 'none'))).toEqual([404, 'definition.unknown']);
  });
});
