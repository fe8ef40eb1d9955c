import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGate, isLoopback } from '../access/index.ts';
import { type RunningServer, startServer } from './http.fixture.ts';
import { createMetrics } from './metrics.ts';

const addRoutes: Parameters<typeof startServer>[1] = (app) => {
  app.get('/api/people', { schema: { hide: true }, config: { permission: 'people.read' } }, async () => ({}));
  app.post('/api/events', { schema: { hide: true }, config: { permission: 'collect' } }, async () => ({}));
};

describe('a server on loopback that nobody has claimed', () => {
  let server: RunningServer;
  let own: string;
  const statusOf = async (headers: Record<string, string>, path = '/api/people') =>
    (await server.ask(path, { headers })).status;

  beforeAll(async () => {
    server = await startServer({ metrics: createMetrics({ process: false }) }, addRoutes);
    own = `127.0.0.1:${server.port}`;
  });
  afterAll(() => server.app.close());

  it('lets programs of this machine in', async () => {
    expect(await statusOf({ host: own })).toBe(200);
    expect(await statusOf({ host: `localhost:${server.port}` })).toBe(200);
    expect(await statusOf({ host: '[::1]:80' })).toBe(200);
  });

  it('refuses a name that was pointed at this machine', async () => {
    expect(await statusOf({ host: 'evil.example' })).toBe(403);
    expect(await statusOf({ host: 'localhost.evil.example:8080' })).toBe(403);
    expect(await statusOf({ host: '127.0.0.1.evil.example' })).toBe(403);
    expect(await statusOf({ host: 'evil.example' }, '/metrics')).toBe(403);
  });

  it('refuses pages of another origin and what a proxy forwards, and asks pages of its own to sign in', async () => {
    expect(await statusOf({ host: own, origin: `http://${own}` })).toBe(200);
    expect(await statusOf({ host: own, 'sec-fetch-site': 'same-origin' })).toBe(401);
    expect(await statusOf({ host: own, 'x-forwarded-for': '192.0.2.1' })).toBe(403);
    expect(await statusOf({ host: own, origin: 'https://evil.example' })).toBe(403);
    expect(await statusOf({ host: own, origin: 'http://127.0.0.1:1' })).toBe(403);
    expect(await statusOf({ host: own, origin: 'null' })).toBe(403);
    expect(await statusOf({ host: own, 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  it('keeps admin answers from other pages and caches, and lets other pages load what is for them', async () => {
    const admin = await server.ask('/api/people', { headers: { host: own } });
    expect(admin.headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    });
    const collected = await server.ask('/api/events', { method: 'POST', headers: { host: own } });
    expect(collected.headers['cross-origin-resource-policy']).toBeUndefined();
  });

  it('collects from everywhere', async () => {
    const headers = {
      host: 'collect.shop.example',
      origin: 'https://shop.example',
      'sec-fetch-site': 'cross-site',
    };
    expect((await server.ask('/api/events', { method: 'POST', headers })).status).toBe(200);
  });
});

describe('a server with a token', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer(
      {
        host: '0.0.0.0',
        gate: createGate({ host: '0.0.0.0', token: 'a-long-secret' }),
        metrics: createMetrics({ process: false }),
      },
      addRoutes,
    );
  });
  afterAll(() => server.app.close());

  it('asks for it on admin routes only', async () => {
    const missing = await server.ask('/api/people');
    expect([missing.status, missing.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect((await server.ask('/metrics')).status).toBe(401);
    expect((await server.ask('/api/events', { method: 'POST' })).status).toBe(200);
  });

  it('takes the right one from anywhere and no other', async () => {
    const statusOf = async (authorization: string) =>
      (await server.ask('/api/people', { headers: { authorization, host: 'rapport.example' } })).status;
    expect(await statusOf('Bearer a-long-secret')).toBe(200);
    expect(await statusOf('bearer a-long-secret')).toBe(200);
    expect(await statusOf('Bearer a-long-secret-and-more')).toBe(401);
    expect(await statusOf('Bearer ')).toBe(401);
    expect(await statusOf('Basic YS1sb25nLXNlY3JldA==')).toBe(401);
  });

  it('writes no token into the log', () => {
    server.app.log.info({ headers: { authorization: 'Bearer a-long-secret' } }, 'a careless line');
    expect(JSON.stringify(server.log)).not.toContain('a-long-secret');
  });
});

describe('an address that others can reach', () => {
  it('is never open, and neither is this machine behind a proxy', () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.4', 'rapport.example'])
      expect(createGate({ host }).isOpen()).toBe(false);
    expect(createGate({ host: '127.0.0.1', hasProxies: true }).isOpen()).toBe(false);
    expect(createGate({ host: '127.0.0.1', publicUrl: 'https://rapport.example' }).isOpen()).toBe(false);
    expect(createGate({ host: '127.0.0.1', isClaimed: () => true }).isOpen()).toBe(false);
    expect(createGate({ host: '127.0.0.1' }).isOpen()).toBe(true);
  });

  it('is anything but this machine itself', () => {
    expect(
      [
        '127.0.0.1',
        '127.8.9.10',
        '::1',
        '[::1]',
        'localhost',
        'LOCALHOST',
        'a.localhost',
        'localhost.',
      ].filter(isLoopback),
    ).toHaveLength(8);
    expect(
      ['127.0.0.1.example', '1270.0.0.1', '10.0.0.1', 'localhost.example', '', '127.1'].filter(isLoopback),
    ).toEqual([]);
  });
});

it('a route that does not say what it asks for stops the start', async () => {
  const start = startServer({}, (app) => {
    app.get('/api/new', { schema: { hide: true } }, async () => ({}));
  });
  await expect(start).rejects.toThrow('The route GET /api/new does not declare its permission.');
});
