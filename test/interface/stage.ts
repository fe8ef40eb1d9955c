import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  type Answers,
  bringUp,
  demoOptions,
  openRemote,
  putAudiences,
  putPurposes,
  putWorkspaces,
  readAudienceFiles,
} from '../../demo/index.ts';
import type { Role } from '../../src/access/index.ts';
import { openShop, type Shop } from '../app.ts';
import { type Caller, callerOf, callerWith, cookieOf, PASSWORD, secretOf } from '../callers.ts';

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
/** In the console when live definitions would have been paused. */
export const IN_USE = /status of 409/;
/** All that the browser keeps for the interface. */
const KEPT = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }])';

/** Who looks: a role, or nobody that is known. The admin is the owner. */
export type Who = Role | 'nobody';

/** One server with the make-believe retailer and one browser, for all tests of the interface. */
export interface Stage {
  readonly shop: Shop;
  readonly browser: Browser;
  /** What is true of the retailer until the moment `now` of the sheet; read it before a test adds orders. */
  readonly answers: Answers;
  /** Calls the API as the owner; made by the first test. */
  owner: Caller;
  /** Addresses that tests opened to act there, beside those who only looked. */
  readonly used: Set<string>;
  /** A page of somebody new; its pages keep a list of what went wrong and of the hosts they asked. */
  visit(how?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** How somebody looks at the interface. */
export interface VisitOptions {
  readonly width?: number;
  readonly locale?: string;
  /** The owner, which is usual. */
  readonly who?: Who;
  /** In a browser that keeps nothing of earlier visits. */
  readonly isFirst?: boolean;
  /** She looks and does nothing. */
  readonly isLook?: boolean;
}

/** Somebody who looks at the interface. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Mistakes and warnings in the console, requests that left our server, addresses that name somebody. */
  readonly faults: string[];
  /** Opens a path and waits until nothing loads any more. */
  open(path: string): Promise<void>;
  /** Waits until nothing stands any more for what loads for the first time. */
  shaped(): Promise<void>;
  /** Ends the visit, which must have been without faults, but for what was `meant`, and may have left nothing of anybody in the browser. */
  close(meant?: RegExp): Promise<void>;
}

/** Starts everything; `close` it and nothing is left. */
export async function openStage(): Promise<Stage> {
  execFileSync(process.execPath, [BUILD]);
  const folder = mkdtempSync(join(tmpdir(), 'rapport-interface-'));
  const shop = await openShop();
  const answers = await fill(shop, folder);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const contextOf = contextsOf(browser, shop);
  const stage: Stage = {
    shop,
    browser,
    answers,
    owner: callerWith(shop),
    used: new Set(),
    visit: async (how = {}) => visit(stage, how, await contextOf(stage, how)),
    async close() {
      await browser.close();
      await shop.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return stage;
}

async function fill(shop: Shop, folder: string): Promise<Answers> {
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
  return JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as Answers;
}

/** A context, and whether the visit ends it. */
interface Entered {
  readonly context: BrowserContext;
  readonly isOwn: boolean;
}

/** Whoever comes again as the same one has in her cache what she loaded before; strangers and other languages begin anew. */
function contextsOf(browser: Browser, shop: Shop): (stage: Stage, how: VisitOptions) => Promise<Entered> {
  const kept = new Map<Who, Promise<BrowserContext>>();
  const session = sessionsOf(shop);
  const open = async (stage: Stage, { locale = 'en-GB', who = 'admin' }: VisitOptions) => {
    const context = await browser.newContext({ locale, reducedMotion: 'reduce', baseURL: shop.url });
    if (who !== 'nobody') await context.addCookies([await session(stage, who)]);
    return context;
  };
  return async (stage, how) => {
    const { who = 'admin', locale, isFirst = false } = how;
    if (isFirst || locale !== undefined || who === 'nobody')
      return { context: await open(stage, how), isOwn: true };
    const context = kept.get(who) ?? open(stage, how);
    kept.set(who, context);
    return { context: await context, isOwn: false };
  };
}

async function visit(
  stage: Stage,
  { width = 1440, isLook = false }: VisitOptions,
  { context, isOwn }: Entered,
): Promise<Visit> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
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
  const shaped = () =>
    expect.poll(() => page.locator('.mantine-Skeleton-root').count(), { timeout: 30_000 }).toBe(0);
  return {
    page,
    context,
    faults,
    shaped,
    async open(path) {
      if (!isLook) stage.used.add(path);
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      await shaped();
    },
    async close(meant) {
      if (page.url().startsWith('http')) expect(await page.evaluate<string>(KEPT)).not.toMatch(PERSONAL);
      expect(faults.filter((fault) => !meant?.test(fault))).toEqual([]);
      await (isOwn ? context.close() : page.close());
    },
  };
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}

/** Signs everybody in once: an address that signs in over and over again is asked for patience. */
function sessionsOf(shop: Shop): (stage: Stage, who: Role) => Promise<Cookie> {
  const cookies = new Map<Role, Promise<Cookie>>();
  const nobody = callerWith(shop);
  const password = OWNER.password;
  const redeem = (path: string, more: object) =>
    nobody.call('POST', '/api/links/redeem', { secret: secretOf(path), password, ...more });
  const signIn = async (stage: Stage, who: Role): Promise<Cookie> => {
    const { name, email } = OWNER;
    // When a single test is run, nobody has claimed the shop before it.
    const claim = who === 'admin' ? await shop.app.access.ownerLink() : undefined;
    let answer: { readonly headers: Headers };
    if (claim) {
      answer = await redeem(claim.path, { name, email });
      stage.owner = callerOf(shop, answer);
    } else if (who === 'admin') answer = await nobody.call('POST', '/api/session', { email, password });
    else {
      const order = { email: `${who}@shop.example`, name: `The ${who}`, role: who };
      const invited = await stage.owner.call<{ link: { path: string } }>('POST', '/api/users', order);
      answer = await redeem(invited.body.link.path, {});
    }
    return { ...cookieOf(answer), url: shop.url };
  };
  return (stage, who) => {
    const cookie = cookies.get(who) ?? signIn(stage, who);
    cookies.set(who, cookie);
    return cookie;
  };
}
