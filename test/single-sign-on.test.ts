import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessRoutes, auditRoutes, openAccess } from '../src/access/index.ts';
import { openMemoryState } from '../src/engine/state/index.ts';
import { createLogger, createServer } from '../src/server/index.ts';
import { type Called, type Caller, callerWith, claim, PASSWORD } from './callers.ts';
import { CLIENT, type IdentityProvider, openIdentityProvider } from './identity-provider.ts';

interface Standing {
  readonly state: string;
  readonly elsewhere?: { readonly title: string; readonly path: string };
  readonly me?: { readonly user: { readonly id: string; readonly role: string; readonly email: string } };
}

let provider: IdentityProvider;
let shop: Called & { readonly clock: { offsetMs: number }; close(): Promise<void> };
let owner: Caller;
const nobody = (): Caller => callerWith(shop);

/** A server with users and nothing else: no event is needed to come in. */
async function openServer(issuer: string): Promise<typeof shop> {
  const offset = { offsetMs: 0 };
  const clock = { now: () => Date.now() + offset.offsetMs };
  const access = await openAccess({
    state: await openMemoryState(),
    clock,
    newSecret: () => randomBytes(18).toString('base64url'),
    newId: () => randomUUID().replaceAll('-', ''),
    onError: (error) => {
      throw error;
    },
    host: '127.0.0.1',
    auditRetentionMs: 86_400_000,
    passwordCost: { logN: 4, r: 8, p: 1 },
    provider: {
      issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      title: 'Shop login',
      roleClaim: 'realm.groups',
      roles: ['crm-admins=admin', 'callcentre=agent'],
    },
  });
  const app = createServer({
    host: '127.0.0.1',
    gate: access.gate,
    logger: createLogger('silent'),
    checkAnswers: true,
  });
  auditRoutes(app, access);
  accessRoutes(app, access);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const close = async () => {
    await app.close();
    await access.audit.close();
  };
  return { url, app: { access }, clock: offset, close };
}

beforeAll(async () => {
  provider = await openIdentityProvider();
  shop = await openServer(provider.issuer);
});
afterAll(async () => {
  await shop.close();
  await provider.close();
});

const cookieOf = (response: Response, name: string): string | undefined =>
  response.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0]!)
    .find((each) => each.includes(`-${name}=`) && !each.endsWith('='));

/** Goes to the provider and comes back as a browser does; gives where it ended and the cookie of the session. */
async function signIn(claims: Readonly<Record<string, unknown>> | undefined, to = '/people') {
  provider.claims = claims;
  // One address may not try so often.
  shop.clock.offsetMs += 20_000;
  const left = await nobody().send('GET', `/api/session/elsewhere?to=${encodeURIComponent(to)}`);
  expect(left.status).toBe(302);
  const there = await fetch(left.headers.get('location')!, { redirect: 'manual' });
  return comeBack(there.headers.get('location')!, cookieOf(left, 'journey')!);
}

async function comeBack(callback: string, journey: string) {
  const { pathname, search } = new URL(callback);
  const back = await callerWith(shop, { cookie: journey }).send('GET', pathname + search);
  const cookie = cookieOf(back, 'session');
  const caller = cookie === undefined ? undefined : callerWith(shop, { cookie, 'x-rapport': 'page' });
  return { location: back.headers.get('location'), caller, callback, journey };
}

const known = (sub: string, more: object) => ({
  sub,
  email: `${sub}@shop.example`,
  email_verified: true,
  ...more,
});
const agentClaims = (sub: string) => known(sub, { name: 'Gita', realm: { groups: ['all', 'callcentre'] } });
const standing = async (caller: Caller) => (await caller.call<Standing>('GET', '/api/session')).body;

it('nobody but an admin can be the first', async () => {
  expect((await standing(nobody())).elsewhere).toEqual({
    title: 'Shop login',
    path: '/api/session/elsewhere',
  });
  const { location, caller } = await signIn(agentClaims('gita'));
  expect([location, caller]).toEqual(['/?problem=access.unclaimed', undefined]);
  owner = await claim(shop);
});

it('somebody comes in with the role that the provider says, and is the same the next time', async () => {
  const first = await signIn(agentClaims('gita'));
  expect(first.location).toBe('/people');
  const me = (await standing(first.caller!)).me!;
  expect(me.user).toMatchObject({ email: 'gita@shop.example', role: 'agent', signsInElsewhere: true });
  expect((await first.caller!.call('GET', '/api/users')).status).toBe(403);
  const again = await signIn(known('gita', { email: 'gita@new.example', realm: { groups: ['crm-admins'] } }));
  const later = (await standing(again.caller!)).me!;
  expect([later.user.id, later.user.role]).toEqual([me.user.id, 'admin']);
});

it('somebody without a role there needs an invitation, which her verified address finds', async () => {
  const claims = known('ines', { realm: { groups: ['all'] } });
  expect((await signIn(claims)).location).toBe('/?problem=access.no-role');
  await owner.call('POST', '/api/users', { email: 'ines@shop.example', name: 'Ines', role: 'analyst' });
  expect((await signIn({ ...claims, email_verified: false })).location).toBe('/?problem=access.no-role');
  const { caller } = await signIn(claims);
  expect((await standing(caller!)).me!.user.role).toBe('analyst');
});

it('an address that the provider has not verified takes nobody over', async () => {
  const claims = { ...agentClaims('eve'), email: 'ada@shop.example', email_verified: false };
  expect((await signIn(claims)).location).toBe('/?problem=access.no-role');
});

it('the last admin stays one whatever the provider says', async () => {
  const { body } = await owner.call<{ users: { id: string; email: string }[] }>('GET', '/api/users');
  const gita = body.users.find(({ email }) => email === 'gita@shop.example')!;
  await owner.call('PATCH', `/api/users/${gita.id}`, { enabled: false });
  expect((await signIn(agentClaims('gita'))).location).toBe('/?problem=access.user-disabled');
  const { caller } = await signIn({ ...agentClaims('ada'), email: 'ada@shop.example' });
  expect((await standing(caller!)).me!.user.role).toBe('admin');
  const byPassword = { email: 'ada@shop.example', password: PASSWORD };
  expect((await nobody().call('POST', '/api/session', byPassword)).status).toBe(200);
});

it('what the provider tells beside the ID token counts too, but not of somebody else', async () => {
  provider.told = known('lin', { name: 'Lin', realm: { groups: ['callcentre'] } });
  const { caller } = await signIn({ sub: 'lin' });
  expect((await standing(caller!)).me!.user).toMatchObject({ email: 'lin@shop.example', role: 'agent' });
  provider.told = known('ada', { realm: { groups: ['crm-admins'] } });
  expect((await signIn({ sub: 'lin' })).location).toBe('/?problem=access.provider-refused');
  provider.told = {};
});

it.each(['signature', 'nonce', 'audience'] as const)(
  'a token with a wrong %s lets nobody in',
  async (spoil) => {
    provider.spoil = spoil;
    const { location, caller } = await signIn(agentClaims('mallory'));
    provider.spoil = 'nothing';
    expect([location, caller]).toEqual(['/?problem=access.provider-refused', undefined]);
  },
);

it('a refusal of the provider, a second use of a code and another browser let nobody in', async () => {
  expect((await signIn(undefined)).location).toBe('/?problem=access.provider-refused');
  const good = await signIn(agentClaims('hana'));
  expect((await comeBack(good.callback, good.journey)).location).toBe('/?problem=access.provider-refused');
  const other = await nobody().send('GET', '/api/session/elsewhere');
  expect((await comeBack(good.callback, cookieOf(other, 'journey')!)).location).toBe(
    '/?problem=access.provider-refused',
  );
});

it('leads back to pages of our own alone', async () => {
  for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/people/1?tab=orders']) {
    const { location } = await signIn(agentClaims('hana'), to);
    expect(location).toBe(to === '/people/1?tab=orders' ? to : '/');
  }
});
