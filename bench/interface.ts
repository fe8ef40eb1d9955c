import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import {
  bringUp,
  demoOptions,
  openRemote,
  putAudiences,
  putWorkspaces,
  readAudienceFiles,
} from '../demo/index.ts';
import { callerWith, cookieOf } from '../test/callers.ts';
import { PAGES } from '../test/interface/pages.ts';
import { type BenchServer, startServer } from './kernel-server.ts';
import { machine, printTable, type Row } from './table.ts';

const CHROMIUM = process.env['RAPPORT_CHROMIUM'] ?? '/usr/bin/chromium';
const BUILD = fileURLToPath(new URL('../ui/build.mjs', import.meta.url));
const TOKEN = 'bench-token-of-forty-characters-or-more-0';
const PASSWORD = 'correct horse battery';
/** `RAPPORT_BENCH_PEOPLE`: how many people are found among. */
const PEOPLE = Number(process.env['RAPPORT_BENCH_PEOPLE'] ?? 60);
const DAYS = 14;
const ROWS = 5_000;
const STREAM_PER_SECOND = 400;
const STREAM_SECONDS = 10;
const BATCHES_PER_SECOND = 10;
/** Nothing loads any more when that long nothing was painted. */
const REST_MS = 700;
const WAIT_MS = 60_000;
const CALLERS = 12;
const FOUND_MS_MAX = 1_000;
const READY_CPU_MS_MAX = 700;
const SORT_CPU_MS_MAX = 200;
const STREAM_SHARE_MAX = 0.05;

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
    await putWorkspaces(remote);
    const cookie = await signIn(server);
    printTable(`Interface, main thread of the page (${machine()})`, await readyRows(browser, server, cookie));
    printTable(`A list of ${ROWS} rows`, [await sortRow(browser, server, cookie)]);
    printTable('Live stream', [await streamRow(browser, server, cookie)]);
    printTable(
      `From a telephone number to the page, ${PEOPLE} known people`,
      await callRows(browser, server, cookie),
    );
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Cookie = { readonly name: string; readonly value: string };

/** Makes the owner and gives the cookie of her session. */
async function signIn({ url, ownerLink = '' }: BenchServer): Promise<Cookie> {
  const secret = ownerLink.slice(ownerLink.indexOf('#') + 1);
  const answer = await fetch(`${url}/api/links/redeem`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, email: 'bench@shop.example', name: 'Bench', password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return cookieOf(answer);
}

/** A page of somebody who was never here: nothing is in her cache. */
async function visit(
  browser: Browser,
  server: BenchServer,
  cookie: Cookie | undefined,
): Promise<{ page: Page; busyMs: () => Promise<number>; close: () => Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    baseURL: server.url,
  });
  if (cookie) await context.addCookies([{ ...cookie, url: server.url }]);
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
  const deadline = performance.now() + WAIT_MS;
  while ((await page.locator('.mantine-Skeleton-root').count()) > 0) {
    if (performance.now() > deadline) throw new Error(`${page.url()} is not ready`);
    await sleep(50);
  }
  await sleep(REST_MS);
}

/** Every page that the tests of the interface know, but for those that show everything at once, which no visit does. */
async function readyRows(browser: Browser, server: BenchServer, cookie: Cookie): Promise<Row[]> {
  const owner = callerWith(server, { authorization: `Bearer ${TOKEN}` });
  const rows: Row[] = [];
  for (const { name, path, who, showsEverything = false } of PAGES) {
    if (showsEverything) continue;
    const { page, busyMs, close } = await visit(browser, server, who === 'nobody' ? undefined : cookie);
    await page.goto(await path({ owner }));
    await ready(page);
    rows.push({ page: name, 'CPU ms to ready': Math.round(await busyMs()), bound: READY_CPU_MS_MAX });
    await close();
  }
  return rows;
}

/** In the page, frame by frame, for a look from outside is a step of half a second: Enter until the timeline is drawn and nothing loads. */
const FROM_ENTER = `new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('nobody opened')), ${WAIT_MS});
  addEventListener('keydown', () => {
    const began = performance.now();
    const look = () => {
      const isThere = document.querySelector('main h3') && !document.querySelector('.mantine-Skeleton-root');
      if (isThere && document.querySelector('main section button[class*=event]')) resolve(performance.now() - began);
      else requestAnimationFrame(look);
    };
    look();
  }, { capture: true, once: true });
})`;

/**
 * Somebody calls: her number is typed and Enter pressed, until her name, her figures and what she did last are there. The first
 * time the code of the page comes too.
 */
async function callRows(browser: Browser, server: BenchServer, cookie: Cookie): Promise<Row[]> {
  const owner = callerWith(server, { authorization: `Bearer ${TOKEN}` });
  const path = `/api/audiences/customers/members?attribute=phone&limit=200`;
  const numbers = async (): Promise<string[]> =>
    (await owner.call<{ members: { attributes?: { phone?: string } }[] }>('GET', path)).body.members.flatMap(
      ({ attributes }) => (attributes?.phone ? [attributes.phone] : []),
    );
  const deadline = performance.now() + WAIT_MS;
  let found = await numbers();
  while (found.length === 0 && performance.now() < deadline) {
    await sleep(500);
    found = await numbers();
  }
  const { page, close } = await visit(browser, server, cookie);
  const times: number[] = [];
  for (const number of found.slice(0, CALLERS)) {
    await page.goto('/people');
    await ready(page);
    await page.getByRole('textbox').last().focus();
    await page.keyboard.type(number);
    // The page listens before the key comes. Nothing may come of this call: a promise would be waited for, and nobody has pressed yet.
    await page.evaluate(`void (window.fromEnter = ${FROM_ENTER})`);
    await page.keyboard.press('Enter');
    times.push(await page.evaluate<number>('window.fromEnter'));
  }
  await close();
  const [first = Number.NaN, ...later] = times;
  later.sort((a, b) => a - b);
  return [
    { when: 'the first time', ms: Math.round(first), bound: FOUND_MS_MAX },
    { when: 'later, p50', ms: Math.round(later[later.length >> 1] ?? Number.NaN), bound: FOUND_MS_MAX },
    { when: 'later, at most', ms: Math.round(later.at(-1) ?? Number.NaN), bound: FOUND_MS_MAX },
  ];
}

/** The list of audiences with as many rows as are to be sorted: those of the server, again and again with other names and sizes. */
async function sortRow(browser: Browser, server: BenchServer, cookie: Cookie): Promise<Row> {
  const { page, busyMs, close } = await visit(browser, server, cookie);
  await page.route('**/api/audiences', async (route) => {
    const answer = (await (await route.fetch()).json()) as { audiences: { id: string; size: number }[] };
    const audiences = Array.from({ length: ROWS }, (_, i) => {
      const real = answer.audiences[i % answer.audiences.length]!;
      return { ...real, id: `${real.id}-${i}`, name: `List ${(i * 7_919) % ROWS}`, size: (i * 6_151) % ROWS };
    });
    await route.fulfill({ json: { ...answer, audiences } });
  });
  await page.goto('/audiences');
  await ready(page);
  const before = await busyMs();
  await page.getByRole('button', { name: 'People', exact: true }).click();
  await page.locator('th[aria-sort=descending]').waitFor({ timeout: WAIT_MS });
  await sleep(REST_MS);
  const ms = Math.round((await busyMs()) - before);
  await close();
  return { what: 'sort, CPU of the page', ms, bound: SORT_CPU_MS_MAX };
}

async function streamRow(browser: Browser, server: BenchServer, cookie: Cookie): Promise<Row> {
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
    bound: STREAM_SHARE_MAX * 100,
  };
}
