import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as segmentSnippet from '@segment/snippet';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusal } from '../core/index.ts';
import type { DecodedEvent } from './decoded.ts';
import { type Bench, certificate, openBench, until } from './ingest.fixture.ts';

/** Debian's Chromium (`apt-get install chromium`); RAPPORT_CHROMIUM names another. */
const CHROMIUM = process.env['RAPPORT_CHROMIUM'] ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--ignore-certificate-errors',
  // Names of the shop and of our server lead here, every other name nowhere.
  '--host-resolver-rules=MAP shop.test 127.0.0.1, MAP cdp.test 127.0.0.1, MAP * ~NOTFOUND',
];
const NOW = { time: 0, now: () => Date.now() };
const require = createRequire(import.meta.url);

/** The pages of a shop, on an origin of its own, so that every call to us is a cross-origin one. */
interface Shop {
  readonly origin: string;
  /** Sets the page that is served at every path, and the scripts beside it. */
  serve(html: string, scripts?: Record<string, Buffer>): void;
  close(): void;
}

async function openShop(): Promise<Shop> {
  let page = '';
  let files: Record<string, Buffer> = {};
  const server: Server = createServer(certificate(), (request, response) => {
    const file = files[new URL(request.url ?? '/', 'https://x').pathname];
    response.setHeader('content-type', file ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(file ?? page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `https://shop.test:${(server.address() as AddressInfo).port}`,
    serve(html, scripts = {}) {
      page = html;
      files = scripts;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

let shop: Shop;
let folder: string;
let context: BrowserContext;
let bench: Bench;
/** `cdp.test:port`, as pages name us. */
let host: string;
let page: Page;
/** Hosts that the browser asked anything of. */
let asked: Set<string>;
/** Methods and paths of what it asked us, with the status of the answer. */
let answers: string[];

beforeAll(async () => {
  shop = await openShop();
  folder = mkdtempSync(join(tmpdir(), 'rapport-chromium-'));
  context = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    headless: true,
    args: ARGUMENTS,
    ignoreHTTPSErrors: true,
  });
});
afterAll(async () => {
  await context?.close();
  shop?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  bench = await openBench({ https: true, clock: NOW });
  host = `cdp.test:${new URL(await bench.listen()).port}`;
  bench.app.server.on('request', (request, response) => {
    response.on('finish', () =>
      answers.push(`${request.method} ${request.url?.split('?')[0]} ${response.statusCode}`),
    );
  });
  asked = new Set();
  answers = [];
  await context.clearCookies();
  page = await context.newPage();
  page.on('request', (request) => {
    if (request.url().startsWith('http')) asked.add(new URL(request.url()).host);
  });
});
afterEach(async () => {
  await page?.close();
  await bench?.close();
});

const values = (event: DecodedEvent) =>
  event.identities.map(({ namespace, value }) => `${namespace}:${value}`);
const shopHost = () => new URL(shop.origin).host;

/** The page with Segment's own snippet; nothing is changed but the host, as its options allow. */
function withSnippet(more = ''): string {
  const snippet = segmentSnippet.min({ apiKey: 'wk', host, page: true });
  return `<!doctype html><title>Shop</title><link rel="canonical" href="https://shop.test/home"><script>${snippet}${more}</script>`;
}

describe('the snippet of Segment in Chromium', () => {
  test('loads its client, settings and chunks from us, asks nobody else, and its calls become events', async () => {
    shop.serve(withSnippet());
    const query =
      '?utm_source=news&utm_medium=email&utm_campaign=spring&ajs_event=Campaign%20Opened&ajs_trait_plan=gold&ajs_uid=u1';
    await page.goto(`${shop.origin}/shoes${query}`);
    await page.evaluate(() => {
      const { analytics } = globalThis as unknown as {
        analytics: Record<string, (...given: unknown[]) => void>;
      };
      analytics['identify']?.('u1', { email: 'sarah@example.com' });
      analytics['track']?.('Viewed Product', { id: 'p1', price: '4.50' });
      analytics['group']?.('g1');
      analytics['alias']?.('u2');
    });
    const events = await bench.received(7);
    const byName = new Map(events.map((event) => [event.name, event]));
    expect([...byName.keys()].sort()).toEqual([
      'Alias Given',
      'Campaign Opened',
      'Group Joined',
      'Identified',
      'Page Viewed',
      'Product Viewed',
    ]);
    const viewed = byName.get('Page Viewed')!;
    expect(viewed.context).toMatchObject({
      campaign: { source: 'news', medium: 'email', name: 'spring' },
      page: { path: '/home' },
    });
    expect(viewed.identities[0]?.namespace).toBe('anonymous');
    const product = byName.get('Product Viewed')!;
    expect(product.properties).toEqual({ id: 'p1', price: '4.50', product_id: 'p1' });
    expect(values(product).slice(1)).toContain('user:u1');
    expect(new Set(events.map((event) => event.identities[0]?.value)).size).toBe(1);
    for (const event of events) expect(Math.abs(event.time - event.received)).toBeLessThan(30_000);
    expect(bench.rejects()).toEqual([]);
    expect([...asked].sort()).toEqual([host, shopHost()].sort());
    expect(answers).toContain('GET /analytics.js/v1/wk/analytics.min.js 200');
    expect(answers).toContain('GET /v1/projects/wk/settings 200');
    expect(
      answers.some((answer) =>
        /^GET \/analytics-next\/bundles\/queryString\.bundle\.\w+\.js 200$/.test(answer),
      ),
    ).toBe(true);
    expect(answers.filter((answer) => !/ (200|204)$/.test(answer))).toEqual([]);
    expect(answers).toContain('OPTIONS /v1/p 204');
  });

  test('reads Retry-After across origins and waits as long as it says', async () => {
    bench.refuse(1, refusal('log.busy', 429, 'Too much waits.', { retryAfterSeconds: 2 }));
    shop.serve(withSnippet());
    await page.goto(shop.origin);
    await until(
      () => answers.includes('POST /v1/p 429'),
      () => answers.join(),
    );
    const refused = Date.now();
    const [event] = await bench.received(1);
    expect(event?.name).toBe('Page Viewed');
    // Without the header it would come back after half a second.
    expect(Date.now() - refused).toBeGreaterThan(1_500);
  });

  test('comes back after 503, and the event counts under the id of its first attempt', async () => {
    bench.refuse(1, refusal('log.full', 503, 'No room.', { retryAfterSeconds: 1 }));
    shop.serve(withSnippet());
    await page.goto(shop.origin);
    const [event] = await bench.received(1);
    expect(event?.id).toMatch(/^ajs-next-/);
    expect(answers.filter((answer) => answer.startsWith('POST'))).toEqual([
      'POST /v1/p 503',
      'POST /v1/p 200',
    ]);
  });
});

describe('@segment/analytics-next as a package in Chromium', () => {
  test('sends batches when it is told to', async () => {
    const umd = join(dirname(require.resolve('@segment/analytics-next')), '..', 'umd', 'index.js');
    shop.serve('<!doctype html><title>Shop</title><script src="/client.js"></script>', {
      '/client.js': readFileSync(umd),
    });
    await page.goto(shop.origin);
    await page.evaluate(async (cdp) => {
      type Client = { track(name: string): unknown; page(): unknown };
      const { AnalyticsNext } = globalThis as unknown as {
        AnalyticsNext: { AnalyticsBrowser: { load(settings: object, options: object): Client } };
      };
      const integrations = {
        'Segment.io': { deliveryStrategy: { strategy: 'batching', config: { size: 3, timeout: 1_000 } } },
      };
      const client = AnalyticsNext.AnalyticsBrowser.load(
        { writeKey: 'wk', cdnURL: `https://${cdp}` },
        { integrations },
      );
      for (const name of ['A', 'B', 'C']) client.track(name);
    }, host);
    const events = await bench.received(3);
    expect(events.map((event) => event.name)).toEqual(['A', 'B', 'C']);
    expect(bench.log).toHaveLength(1);
    expect(answers).toContain('POST /v1/b 200');
    expect([...asked].sort()).toEqual([host, shopHost()].sort());
  });
});

describe('@rudderstack/analytics-js (bundled) in Chromium', () => {
  const umd = join(dirname(require.resolve('@rudderstack/analytics-js/bundled')), '..', 'umd', 'index.js');

  async function load(): Promise<void> {
    shop.serve('<!doctype html><title>Shop</title><script src="/client.js"></script>', {
      '/client.js': readFileSync(umd),
    });
    await page.goto(`${shop.origin}/shoes`);
    await page.evaluate((cdp) => {
      type Rudder = { load(key: string, plane: string, options: object): void } & Record<
        string,
        (...given: unknown[]) => void
      >;
      const { rudderanalytics } = globalThis as unknown as {
        rudderanalytics: { RudderAnalytics: new () => Rudder };
      };
      const rudder = new rudderanalytics.RudderAnalytics();
      rudder.load('wk', `https://${cdp}`, { configUrl: `https://${cdp}`, logLevel: 'ERROR' });
      rudder['page']?.('Shoes');
      rudder['identify']?.('u1', { email: 'sarah@example.com' });
      rudder['track']?.('Order Completed', { order_id: 'o1', total: 12.5 });
    }, host);
  }

  test('takes its configuration from us, asks nobody else, and its calls become events', async () => {
    await load();
    const events = await bench.received(3);
    const byName = new Map(events.map((event) => [event.name, event]));
    expect([...byName.keys()].sort()).toEqual(['Identified', 'Order Completed', 'Page Viewed']);
    expect(byName.get('Identified')?.properties).toMatchObject({ email: 'sarah@example.com' });
    expect(values(byName.get('Identified')!).slice(1)).toEqual(['user:u1', 'email:sarah@example.com']);
    expect(byName.get('Page Viewed')?.properties).toMatchObject({ name: 'Shoes', path: '/shoes' });
    expect(byName.get('Order Completed')?.properties).toEqual({ order_id: 'o1', total: 12.5 });
    for (const event of events) expect(Math.abs(event.time - event.received)).toBeLessThan(30_000);
    expect([...asked].sort()).toEqual([host, shopHost()].sort());
    expect(answers).toContain('OPTIONS /v1/track 204');
    expect(bench.rejects()).toEqual([]);
  });

  test('comes back after 429 and 503', async () => {
    bench.refuse(1, refusal('log.busy', 429, 'Too much waits.', { retryAfterSeconds: 1 }));
    bench.refuse(1, refusal('log.full', 503, 'No room.', { retryAfterSeconds: 1 }));
    await load();
    expect(await bench.received(3)).toHaveLength(3);
  });
});
