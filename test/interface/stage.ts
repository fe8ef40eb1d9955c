import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  bringUp,
  demoOptions,
  openRemote,
  putAudiences,
  putPurposes,
  putWorkspaces,
  readAudienceFiles,
} from '../../demo/index.ts';
import { openShop, type Shop } from '../app.ts';
import { type Caller, callerWith, PASSWORD } from '../callers.ts';

/** Debian's Chromium (`apt-get install chromium`); RAPPORT_CHROMIUM names another. */
export const CHROMIUM = process.env['RAPPORT_CHROMIUM'] ?? '/usr/bin/chromium';
/** Where pictures are left. */
export const PICTURES = fileURLToPath(new URL('../../test-results/interface', import.meta.url));
const BUILD = fileURLToPath(new URL('../../ui/build.mjs', import.meta.url));
const AUDIENCES = ['customers', 'active-7', 'yoga-browsers', 'big-spenders'];
const PEOPLE = 120;
const DAYS = 28;

/** The owner whom the first test makes in the browser. */
export const OWNER = { name: 'Ana Owner', email: 'ana@shop.example', password: PASSWORD };

/** What names those of whom tests read and write: no address holds it, and no browser keeps it. */
const PERSONAL = /@|sarah|keller|3920042|ana owner/i;
/** In the console when an edit came too late. */
export const TOO_LATE = /status of 412/;
/** All that the browser keeps for the interface. */
const KEPT = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }])';

/** One server with the make-believe retailer and one browser, for all tests of the interface. */
export interface Stage {
  readonly shop: Shop;
  readonly browser: Browser;
  /** Calls the API as the owner; made by the first test. */
  owner: Caller;
  /** The cookie of the owner. */
  session(): Promise<{ readonly name: string; readonly value: string; readonly url: string }>;
  /** A page of somebody new; its pages keep a list of what went wrong and of the hosts they asked. */
  visit(how?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** How somebody looks at the interface. */
export interface VisitOptions {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  readonly locale?: string;
  /** Signed in as the owner, which is usual. */
  readonly isSignedIn?: boolean;
}

/** Somebody who looks at the interface. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Mistakes and warnings in the console, requests that left our server, addresses that name somebody. */
  readonly faults: string[];
  /** Opens a path and waits until nothing loads any more. */
  open(path: string): Promise<void>;
  /** Ends the visit, which must have been without faults, but for what was `meant`, and may have left nothing of anybody in the browser. */
  close(meant?: RegExp): Promise<void>;
}

/** Starts everything; `close` it and nothing is left. */
export async function openStage(): Promise<Stage> {
  execFileSync(process.execPath, [BUILD]);
  const folder = mkdtempSync(join(tmpdir(), 'rapport-interface-'));
  const shop = await openShop();
  await fill(shop, folder);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const nobody = callerWith(shop);
  const stage: Stage = {
    shop,
    browser,
    owner: nobody,
    session: sessionOf(shop),
    visit: (how = {}) => visit(stage, how),
    async close() {
      await browser.close();
      await shop.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return stage;
}

async function fill(shop: Shop, folder: string): Promise<void> {
  const now = Math.floor(Date.now() / 60_000) * 60_000;
  const remote = openRemote(shop.url);
  const options = demoOptions({ now, people: PEOPLE, days: DAYS, historyDays: 60, seed: 7 });
  await bringUp({ remote, options, deliveredUntil: 0, until: now, folder, now: () => Date.now() });
  await putPurposes(remote);
  await putAudiences(
    remote,
    readAudienceFiles().filter(({ id }) => AUDIENCES.includes(id)),
  );
  await putWorkspaces(remote);
  await shop.settled();
}

async function visit(stage: Stage, how: VisitOptions): Promise<Visit> {
  const { width = 1440, scheme = 'light', locale = 'en-GB', isSignedIn = true } = how;
  const context = await stage.browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    locale,
    reducedMotion: 'reduce',
    baseURL: stage.shop.url,
  });
  if (isSignedIn) await context.addCookies([await stage.session()]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // A refused sign-in, and a draft that cannot be counted yet, are shown to the reader; the browser notes them too.
    if (/^(error|warning)$/.test(message.type()) && !/status of 4(0[0-9]|22)/.test(message.text()))
      faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(stage.shop.url))
      faults.push(`asked ${request.url()}`);
    if (PERSONAL.test(decodeURIComponent(request.url())))
      faults.push(`somebody is named in ${request.url()}`);
  });
  page.on('framenavigated', (frame) => {
    if (PERSONAL.test(decodeURIComponent(frame.url()))) faults.push(`somebody is named in ${frame.url()}`);
  });
  return {
    page,
    context,
    faults,
    async open(path) {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      // While something loads for the first time its shape stands for it.
      await expect.poll(() => page.locator('.mantine-Skeleton-root').count(), { timeout: 30_000 }).toBe(0);
    },
    async close(meant) {
      if (page.url().startsWith('http')) expect(await page.evaluate<string>(KEPT)).not.toMatch(PERSONAL);
      expect(faults.filter((fault) => !meant?.test(fault))).toEqual([]);
      await context.close();
    },
  };
}

/** Signs the owner in once: an address that signs in over and over again is asked for patience. */
function sessionOf(shop: Shop): Stage['session'] {
  let cookie: ReturnType<Stage['session']> | undefined;
  const signIn = async () => {
    const { email, password } = OWNER;
    const answer = await callerWith(shop).call('POST', '/api/session', { email, password });
    const [pair = ''] = (answer.headers.get('set-cookie') ?? '').split(';', 1);
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: shop.url };
  };
  return () => {
    cookie ??= signIn();
    return cookie;
  };
}
