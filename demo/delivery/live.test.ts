import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../../test/app.ts';
import type { Answers } from '../answers.ts';
import { demoOptions, startOf } from '../options.ts';
import { MINUTE_MS, SECOND_MS } from '../time.ts';
import { type BringUpOptions, type BroughtUp, bringUp } from './bring-up.ts';
import { live } from './live.ts';
import type { Parcel } from './post.ts';
import { openRemote } from './remote.ts';
import { streamOf } from './stream.ts';

const NOW = Date.UTC(2026, 2, 31, 10);
const OPTIONS = demoOptions({ now: NOW, people: 300, days: 20, aheadDays: 5 });
const START = startOf(OPTIONS);
/** A day of the shop in four seconds. */
const SPEED = 20_000;
const MESSAGES = 40;
/** A busy machine may stand still for a while. */
const WAIT_MS_MAX = 120_000;
const TEST_MS_MAX = 300_000;

const NO_FIGURES = { requests: 0, messages: 0, rejected: 0 };

let shop: Shop;
const folder = mkdtempSync(join(tmpdir(), 'rapport-live-'));
const now = (): number => Date.now();

beforeAll(async () => {
  shop = await openShop(NOW);
}, TEST_MS_MAX);
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true });
});

const bring = (deliveredUntil: number, more: Partial<BringUpOptions> = {}): Promise<BroughtUp> =>
  bringUp({
    remote: openRemote(shop.url),
    options: OPTIONS,
    deliveredUntil,
    until: Math.max(NOW, deliveredUntil),
    folder,
    now,
    ...more,
  });

/** Lets the shop live until so many messages have been sent; gives the moment up to which all were. */
async function liveOn({ stream, post }: BroughtUp, from: number): Promise<number> {
  const stopping = new AbortController();
  const [enough, deadline] = [post.figures.messages + MESSAGES, now() + WAIT_MS_MAX];
  let reached = from;
  const life = live({
    stream,
    post,
    from,
    speed: SPEED,
    now,
    signal: stopping.signal,
    onDelivered(until) {
      reached = until;
      if (post.figures.messages >= enough || now() > deadline) stopping.abort();
    },
  });
  await life;
  await shop.settled();
  expect(post.figures.messages).toBeGreaterThanOrEqual(enough);
  return reached;
}

interface Counted {
  readonly events: number;
  readonly ids: number;
  readonly orders: number;
  readonly newest: number;
}

const counted = async (): Promise<Counted> => {
  const { rows } = await shop.app.warehouse.query<Counted>(
    `select count() as events, uniqExact(id) as ids, countIf(name = 'Order Completed') as orders,
      toUnixTimestamp64Milli(max(time)) as newest
    from events`,
  );
  return rows[0]!;
};

describe('a shop whose history is loaded', { timeout: TEST_MS_MAX }, () => {
  it('goes on where it was interrupted, and has everything once in the end', async () => {
    const stopping = new AbortController();
    let reached = 0;
    const onDelivered = (until: number): void => {
      reached = until;
      if (until > START) stopping.abort();
    };
    await bring(0, { signal: stopping.signal, onDelivered });
    expect([reached > START, reached < NOW]).toEqual([true, true]);
    expect(existsSync(join(folder, 'answers.json'))).toBe(false);

    await bring(reached);
    await shop.settled();
    const whole = await counted();
    const { orders } = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as Answers;
    expect(whole.orders).toBe(orders.length);

    await bring(0);
    await shop.settled();
    expect(await counted()).toEqual(whole);
  });
});

describe('a shop that lives on', { timeout: TEST_MS_MAX }, () => {
  it('sends what happens as it happens, by the clock of the server however far it runs ahead', async () => {
    const up = await bring(NOW);
    const before = await counted();
    expect(before.newest).toBeLessThanOrEqual(NOW);
    const reached = await liveOn(up, NOW);
    expect(reached).toBeGreaterThan(NOW);
    const after = await counted();
    expect(after.events).toBeGreaterThan(before.events + MESSAGES / 2);
    expect(after.newest).toBeLessThanOrEqual(now() + shop.clock.offsetMs);
    expect(after.newest).toBeGreaterThan(NOW);

    // A second start goes on from there; what both runs sent counts once.
    await liveOn(await bring(reached), reached);
    const last = await counted();
    expect(last.events).toBeGreaterThan(after.events);
    expect(last.ids).toBe(last.events);
  });

  it('lets a device with a wrong clock write and send by that clock, so that the server can take it off', async () => {
    const page = { type: 'page', messageId: 'm', anonymousId: 'd', context: {} } as const;
    const times = { timestamp: '2026-03-31T10:00:00.000Z', originalTimestamp: '2021-04-01T10:00:00.000Z' };
    const item = { source: 'web', at: NOW, fact: undefined, message: { ...page, ...times } } as const;
    const sent: Parcel[] = [];
    const stopping = new AbortController();
    const post = { send: async (parcel: Parcel) => void sent.push(parcel), figures: NO_FIGURES };
    const stream = streamOf([item].values());
    const common = { stream, post, from: NOW, speed: 1, now, signal: stopping.signal };
    await live({ ...common, onDelivered: () => stopping.abort() });
    expect(sent).toEqual([
      {
        source: 'web',
        sentAt: Date.UTC(2021, 3, 1, 10),
        messages: [JSON.stringify({ ...page, timestamp: '2021-04-01T10:00:00.000Z' })],
      },
    ]);
  });

  it('stops at once when it is told to', async () => {
    const up = await bring(NOW + MINUTE_MS);
    const stopping = new AbortController();
    const life = live({
      stream: up.stream,
      post: up.post,
      from: NOW + MINUTE_MS,
      speed: 1,
      now,
      signal: stopping.signal,
      onDelivered: () => stopping.abort(),
    });
    const isLate = sleep(30 * SECOND_MS, 'late', { ref: false });
    expect(await Promise.race([life, isLate])).toBe(undefined);
  });
});
