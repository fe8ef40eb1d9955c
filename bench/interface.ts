import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { bringUp, demoOptions, openRemote, putAudiences, readAudienceFiles } from '../demo/index.ts';
import { type BenchServer, startServer } from './kernel-server.ts';
import { machine, printTable } from './table.ts';

const CHROMIUM = process.env['RAPPORT_CHROMIUM'] ?? '/usr/bin/chromium';
const BUILD = fileURLToPath(new URL('../ui/build.mjs', import.meta.url));
const TOKEN = 'bench-token-of-forty-characters-or-more-0';
const PASSWORD = 'correct horse battery';
const PEOPLE = 60;
const DAYS = 14;
/** A publication takes some tens of ms, so more would make the bench wait. */
const ROWS = 500;
const STREAM_PER_SECOND = 400;
const STREAM_SECONDS = 10;
const BATCHES_PER_SECOND = 10;
/** Nothing loads any more when that long nothing was painted. */
const REST_MS = 700;
const WAIT_MS = 60_000;
const PAGES = [
  '/',
  '/people',
  '/audiences',
  '/audiences/customers',
  '/audiences/new',
  '/catalog',
  '/settings/sources',
];

/** What the interface costs the one thread that a browser gives a page: to be ready, to sort, to follow events. */
export async function run(): Promise<void> {
  execFileSync(process.execPath, [BUILD]);
  const server = await startServer(undefined, { RAPPORT_TOKEN: TOKEN });
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-interface-'));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const now = Math.floor(Date.now() / 60_000) * 60_000;
    const remote = openRemote(server.url, TOKEN);
    const options = demoOptions({ now, people: PEOPLE, days: DAYS, historyDays: 60, seed: 7 });
    const bringing = { remote, options, deliveredUntil: 0, until: now, folder, now: () => Date.now() };
    await bringUp({ ...bringing, withAnswers: false });
    await putAudiences(remote, readAudienceFiles());
    const cookie = await signIn(server);
    printTable(`Interface, main thread of the page (${machine()})`, await readyRows(browser, server, cookie));
    await publishLists(server);
    printTable(`${ROWS} audiences`, [...(await answerRows(server)), await sortRow(browser, server, cookie)]);
    printTable('Live stream', [await streamRow(browser, server, cookie)]);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Cookie = { readonly name: string; readonly value: string };

async function call<T>(server: BenchServer, method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${TOKEN}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Makes the owner and gives the cookie of her session. */
async function signIn({ url, ownerLink = '' }: BenchServer): Promise<Cookie> {
  const secret = ownerLink.slice(ownerLink.indexOf('#') + 1);
  const answer = await fetch(`${url}/api/links/redeem`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, email: 'bench@shop.example', name: 'Bench', password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const [pair = ''] = (answer.headers.get('set-cookie') ?? '').split(';', 1);
  const at = pair.indexOf('=');
  return { name: pair.slice(0, at), value: pair.slice(at + 1) };
}

/** A page of somebody who was never here: nothing is in her cache. */
async function visit(
  browser: Browser,
  server: BenchServer,
  cookie: Cookie,
): Promise<{ page: Page; busyMs: () => Promise<number>; close: () => Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    baseURL: server.url,
  });
  await context.addCookies([{ ...cookie, url: server.url }]);
  const page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busyMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  return { page, busyMs, close: () => context.close() };
}

async function ready(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ timeout: WAIT_MS });
  while ((await page.locator('.mantine-Skeleton-root').count()) > 0) await sleep(50);
  await sleep(REST_MS);
}

async function readyRows(browser: Browser, server: BenchServer, cookie: Cookie) {
  const rows = [];
  for (const path of PAGES) {
    const { page, busyMs, close } = await visit(browser, server, cookie);
    await page.goto(path);
    await ready(page);
    const ms = Math.round(await busyMs());
    rows.push({ page: path, 'CPU ms to ready': ms, bound: 700 });
    await close();
  }
  return rows;
}

/** As many lists in one order as rows are to be sorted. */
async function publishLists(server: BenchServer): Promise<void> {
  const definitions = Array.from({ length: ROWS }, (_, i) => ({
    key: `audience/list-${i}`,
    state: 'live',
    document: { name: `List ${(i * 7_919) % ROWS}`, list: true },
  }));
  await call(server, 'POST', '/api/definitions/import', { format: 1, definitions });
}

async function answerRows(server: BenchServer) {
  const rows = [];
  for (const path of ['/api/audiences', '/api/audience-trends?days=30']) {
    await call(server, 'GET', path);
    const began = performance.now();
    await call(server, 'GET', path);
    rows.push({ what: `GET ${path}`, ms: Math.round(performance.now() - began), bound: '' });
  }
  return rows;
}

async function sortRow(browser: Browser, server: BenchServer, cookie: Cookie) {
  const { page, busyMs, close } = await visit(browser, server, cookie);
  await page.goto('/audiences');
  await ready(page);
  const before = await busyMs();
  await page.getByRole('button', { name: 'People', exact: true }).click();
  await page.locator('th[aria-sort=descending]').waitFor({ timeout: WAIT_MS });
  await sleep(REST_MS);
  const ms = Math.round((await busyMs()) - before);
  await close();
  return { what: 'sort, CPU of the page', ms, bound: 200 };
}

async function streamRow(browser: Browser, server: BenchServer, cookie: Cookie) {
  const { page, busyMs, close } = await visit(browser, server, cookie);
  await page.goto('/');
  await ready(page);
  const [before, began] = [await busyMs(), performance.now()];
  let sent = 0;
  for (let batch = 0; batch < STREAM_SECONDS * BATCHES_PER_SECOND; batch++) {
    const due = began + (batch * 1_000) / BATCHES_PER_SECOND;
    await sleep(Math.max(0, due - performance.now()));
    const events = Array.from({ length: STREAM_PER_SECOND / BATCHES_PER_SECOND }, () => ({
      name: 'Product Viewed',
      identities: { anonymous: `visitor-${sent++ % 500}` },
    }));
    await fetch(`${server.url}/api/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${server.key}:`).toString('base64')}`,
      },
      body: JSON.stringify({ events }),
    });
  }
  const [cpu, wall] = [(await busyMs()) - before, performance.now() - began];
  await close();
  return {
    'events/s': Math.round(sent / (wall / 1_000)),
    '% of a core': Math.round((cpu / wall) * 1_000) / 10,
    bound: 5,
  };
}
