import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../src/access/index.ts';
import { PERMISSIONS, type Permission, type RouteRule } from '../src/core/index.ts';
import { openShop, type Shop } from './app.ts';
import { type Caller, callerWith, claim, join } from './callers.ts';

/** What each role may do, written down a second time: admin, marketer, analyst, agent, viewer. */
const MAY: Readonly<Record<Permission, string>> = {
  'access.read': 'a----',
  'access.write': 'a----',
  'analytics.read': 'aml-v',
  'analytics.write': 'aml--',
  'audiences.read': 'amlgv',
  'audiences.write': 'am---',
  'audit.read': 'a----',
  'catalog.read': 'amlgv',
  'catalog.write': 'am---',
  'definitions.read': 'aml-v',
  'definitions.write': 'aml--',
  'imports.read': 'aml--',
  'imports.write': 'am---',
  'live.read': 'amlgv',
  'operation.read': 'amlgv',
  'people.export': 'am---',
  'people.read': 'amlgv',
  'people.write': 'am-g-',
  'quarantine.read': 'a----',
  'quarantine.write': 'a----',
  'settings.read': 'amlgv',
  'settings.write': 'a----',
  'sources.read': 'am---',
  'sources.write': 'a----',
};
const LETTERS: Readonly<Record<Role, string>> = {
  admin: 'a',
  marketer: 'm',
  analyst: 'l',
  agent: 'g',
  viewer: 'v',
};
const ROLES = Object.keys(LETTERS) as Role[];

let shop: Shop;
let rules: readonly RouteRule[];
const byRole = new Map<Role, Caller>();
const byScope = new Map<string, Caller>();

beforeAll(async () => {
  shop = await openShop();
  const owner = await claim(shop);
  byRole.set('admin', owner);
  for (const role of ROLES) if (role !== 'admin') byRole.set(role, await join(shop, owner, role));
  for (const scope of PERMISSIONS) {
    const order = { name: scope, role: 'admin', scopes: [scope] };
    const { body } = await owner.call<{ secret: string }>('POST', '/api/tokens', order);
    byScope.set(scope, callerWith(shop, { authorization: `Bearer ${body.secret}` }));
  }
  rules = shop.app.server.routeRules;
});
afterAll(() => shop.close());

/** Why the gate turned somebody away; `passed` when it did not, whatever the route made of it. */
async function ask(caller: Caller, { method, url }: RouteRule): Promise<string> {
  const path = url.replaceAll(/:(id|person|version)\b/g, '1').replaceAll(/:\w+|\*/g, 'x');
  const isRead = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
  // A body that nobody reads: the gate is asked before, and nothing is changed behind it.
  const body = isRead ? {} : { body: 'x', headers: { 'content-type': 'application/x-nothing' } };
  const response = await caller.send(method, path, body);
  const code = response.status === 401 || response.status === 403 ? await codeOf(response) : 'passed';
  await response.body?.cancel().catch(() => undefined);
  return code.startsWith('access.') && code !== 'access.wrong-password' ? code : 'passed';
}

async function codeOf(response: Response): Promise<string> {
  const text = await response.text();
  // The answer to HEAD has no body; its status says enough.
  if (text === '') return response.status === 401 ? 'access.not-signed-in' : 'access.not-allowed';
  return (JSON.parse(text) as { code: string }).code;
}

/** Every route with what came of asking it, as `METHOD path: outcome`. */
async function matrix(
  caller: (rule: RouteRule) => Caller,
  among: readonly RouteRule[] = rules,
): Promise<string[]> {
  const lines: string[] = [];
  for (const rule of among) lines.push(`${rule.method} ${rule.url}: ${await ask(caller(rule), rule)}`);
  return lines;
}

const expected = (outcome: (rule: RouteRule) => string, among: readonly RouteRule[] = rules): string[] =>
  among.map((rule) => `${rule.method} ${rule.url}: ${outcome(rule)}`);
const isGuarded = ({ permission }: RouteRule): boolean => permission !== 'open' && permission !== 'collect';

describe('every route', () => {
  it('is known with its permission', () => {
    expect(rules.length).toBeGreaterThan(60);
    const known = new Set<string>([...PERMISSIONS, 'open', 'collect', 'signed-in']);
    expect(rules.filter(({ permission }) => !known.has(permission))).toEqual([]);
  });

  it('that the API describes is asked here, for each role', async () => {
    const { paths } = (await shop.get<{ paths: Record<string, object> }>('/openapi.json')).body;
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(
        (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    const asked = new Set(rules.map(({ method, url }) => `${method} ${url}`));
    expect(described.length).toBeGreaterThan(60);
    expect(described.filter((route) => !asked.has(route))).toEqual([]);
  });

  it('is closed to strangers unless it is for anybody', async () => {
    const outcome = (rule: RouteRule) => (isGuarded(rule) ? 'access.not-signed-in' : 'passed');
    expect(await matrix(() => callerWith(shop))).toEqual(expected(outcome));
  });

  it('takes a write key for collection alone', async () => {
    const key = Buffer.from(`${shop.writeKey}:`).toString('base64');
    const outcome = (rule: RouteRule) => (isGuarded(rule) ? 'access.not-signed-in' : 'passed');
    expect(await matrix(() => callerWith(shop, { authorization: `Basic ${key}` }))).toEqual(
      expected(outcome),
    );
  });

  it.each(ROLES)('lets the role %s do what it includes and nothing else', async (role) => {
    const outcome = ({ permission }: RouteRule): string =>
      !(permission in MAY) || MAY[permission as Permission].includes(LETTERS[role])
        ? 'passed'
        : 'access.not-allowed';
    expect(await matrix(() => byRole.get(role)!)).toEqual(expected(outcome));
  });

  it('takes a token of its scope, and none of another', async () => {
    const scoped = rules.filter(({ permission }) => permission in MAY);
    const own = ({ permission }: RouteRule): Caller => byScope.get(permission)!;
    expect(await matrix(own, scoped)).toEqual(expected(() => 'passed', scoped));
    const other = ({ permission }: RouteRule): Caller =>
      byScope.get(permission === 'live.read' ? 'audit.read' : 'live.read')!;
    expect(await matrix(other, scoped)).toEqual(expected(() => 'access.not-allowed', scoped));
  });

  it('that changes something refuses a cookie that comes without the header of our pages', async () => {
    const changing = rules.filter((rule) => isGuarded(rule) && !/GET|HEAD|OPTIONS/.test(rule.method));
    const plain = byRole.get('admin')!.without('x-rapport');
    expect(await matrix(() => plain, changing)).toEqual(expected(() => 'access.page-header', changing));
  });
});
