import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';
import { loadPages } from './pages.ts';
import { createServer } from './server.ts';

const INDEX = '<!doctype html><title>Rapport</title>';
const SCRIPT = 'console.log("hello")';

let folder: string;
let app: FastifyInstance;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), INDEX);
  writeFileSync(join(folder, 'assets', 'main-abc.js'), SCRIPT);
  writeFileSync(join(folder, 'assets', 'main-abc.js.gz'), gzipSync(SCRIPT));
  app = createServer({
    host: '127.0.0.1',
    logger: createLogger('silent'),
    pages: await loadPages(folder),
  });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the pages of the interface', () => {
  it('allow scripts of this server alone, and no frame around them', async () => {
    const { statusCode, body, headers } = await get('/');
    expect([statusCode, body]).toEqual([200, INDEX]);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('are served at every address that a browser opens and nothing else is served at', async () => {
    expect((await get('/people/12?show=orders', asBrowser)).body).toBe(INDEX);
    expect((await get('/people/12')).statusCode).toBe(404);
    expect((await get('/api/nothing', asBrowser)).json()).toMatchObject({ code: 'request.unknown-route' });
    expect((await get('/assets/gone.js', asBrowser)).json()).toMatchObject({ code: 'server.no-file' });
    expect((await app.inject({ method: 'POST', url: '/people/12', headers: asBrowser })).statusCode).toBe(
      404,
    );
  });

  it('come packed for whom takes that, with files that may be kept for ever', async () => {
    const plain = await get('/assets/main-abc.js');
    expect([plain.body, plain.headers['content-encoding']]).toEqual([SCRIPT, undefined]);
    const packed = await get('/assets/main-abc.js', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['cache-control']).toContain('immutable');
    expect(packed.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const again = await get('/', { 'if-none-match': String((await get('/')).headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('leave no way out of their folder', async () => {
    for (const path of ['/assets/../../etc/passwd', '/assets/%2e%2e/index.html', '/assets/..%2findex.html'])
      expect((await get(path)).statusCode).toBe(404);
  });

  it('say how to build them where they are not', async () => {
    const bare = createServer({ host: '127.0.0.1', logger: createLogger('silent') });
    expect((await bare.inject('/')).json()).toMatchObject({ code: 'server.no-pages', status: 404 });
    await bare.close();
  });
});
