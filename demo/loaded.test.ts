import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Condition, conditionSql, type SqlBindings } from '../src/core/condition/index.ts';
import { type CurrentPerson, countOverrides, currentPerson } from '../src/engine/warehouse/index.ts';
import { openShop, type Shop } from '../test/app.ts';
import type { Answers, OrderAnswer } from './answers.ts';
import { readAudienceFiles } from './definitions/audience-files.ts';
import { type BroughtUp, bringUp } from './delivery/bring-up.ts';
import { putAudiences } from './delivery/put-audiences.ts';
import { openRemote } from './delivery/remote.ts';
import { demoOptions } from './options.ts';
import { DAY_MS } from './time.ts';
import { priceAt } from './world/prices.ts';
import { isInAssortment, shelfStock, storeOutages } from './world/stock.ts';
import { STORES } from './world/stores.ts';

interface ClickToBrickAnswer {
  readonly total: {
    readonly orders: number;
    readonly storeOrders: number;
    readonly medianDays: number | null;
  };
}
interface AttributionAnswer {
  readonly metrics: readonly { readonly total: number; readonly withoutTouch: number }[];
  readonly rows: readonly { readonly value: string; readonly credits: readonly (readonly number[])[] }[];
}
interface FalloutAnswer {
  readonly groups: readonly { readonly steps: readonly { readonly count: number }[] }[];
}

const NOW = Date.UTC(2026, 2, 31, 10);
/** 500 people are 45,000 events; DEMO_TEST_PEOPLE=6000 takes the whole demo. */
const PEOPLE = Number(process.env['DEMO_TEST_PEOPLE'] ?? 500);
const LOOK_EVERY_MS = 100;
/** Seconds on a quiet machine; a busy one may stand still for minutes. */
const LOAD_MS_MAX = 300_000 + PEOPLE * 60;

/** The answer of a table, as far as it is read here. */
interface TableTotal {
  readonly total: { readonly values: readonly number[] };
}

describe('the whole program, loaded as a retailer would load it,', { timeout: LOAD_MS_MAX }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-demo-'));
  let shop: Shop;
  let up: BroughtUp;
  let answers: Answers;
  let current: CurrentPerson;

  beforeAll(async () => {
    shop = await openShop(NOW);
    // Some audiences are there before anybody comes, the others are to be filled from history.
    await putAudiences(
      openRemote(shop.url),
      readAudienceFiles().filter((_, i) => i % 2 === 0),
    );
    const began = performance.now();
    up = await bringUp({
      remote: openRemote(shop.url),
      options: demoOptions({ now: NOW, people: PEOPLE, seed: 7 }),
      deliveredUntil: 0,
      until: NOW,
      folder,
      now: () => Date.now(),
    });
    const delivered = performance.now();
    await shop.settled();
    answers = up.retailer.answers();
    current = currentPerson(await countOverrides(shop.app.warehouse));
    const seconds = (ms: number): string => (ms / 1000).toFixed(1);
    console.log(
      `${PEOPLE} people: ${up.figures.messages} messages in ${up.figures.requests} requests, delivered in ${seconds(delivered - began)} s, in the warehouse after ${seconds(performance.now() - began)} s`,
    );
  }, LOAD_MS_MAX);
  afterAll(async () => {
    await shop.close();
    rmSync(folder, { recursive: true });
  });

  const rows = async <Row>(sql: string, bindings: SqlBindings = {}): Promise<Row[]> =>
    (await shop.app.warehouse.query<Row>(sql, bindings)).rows;
  /** The person who has an identity; 0 for nobody. */
  const personOf = async (key: string): Promise<number> =>
    (await shop.app.partition.workingSet.readNode(key))?.person ?? 0;

  /** The people of whom a condition is true at a moment, by the warehouse. */
  const membersAt = async (condition: Condition, at: number): Promise<Set<number>> => {
    const { sql, bindings } = conditionSql(condition, at, { events: current });
    return new Set((await rows<{ person: number }>(sql, bindings)).map(({ person }) => person));
  };
  /** The members of an audience by the answer sheet: keys by person. */
  const toldMembers = async (id: string): Promise<Map<number, string>> => {
    const told = answers.audiences.find((audience) => audience.id === id)!.members;
    return new Map(await Promise.all(told.map(async (key) => [await personOf(key), key] as const)));
  };

  it.each(readAudienceFiles())('finds exactly the members of $id', async ({ id, condition }) => {
    const found = await membersAt(condition, NOW);
    const told = await toldMembers(id);
    const missing = [...told].filter(([person]) => !found.has(person)).map(([, key]) => key);
    const surplus = [...found].filter((person) => !told.has(person));
    expect({ id, missing, surplus }).toEqual({ id, missing: [], surplus: [] });
    if (PEOPLE >= 500) expect(found.size).toBeGreaterThan(0);
  });

  it(
    'has the same members in its live audiences, whether they were set up before the history came or after',
    async () => {
      const remote = openRemote(shop.url);
      const began = performance.now();
      const late = readAudienceFiles().filter((_, i) => i % 2 === 1);
      expect(await putAudiences(remote, late)).toBe(late.length);
      let audiences: readonly { readonly size: number; readonly progress?: unknown }[] = [];
      do {
        expect(performance.now() - began).toBeLessThan(LOAD_MS_MAX);
        await sleep(LOOK_EVERY_MS);
        ({ audiences } = (await shop.get<{ audiences: typeof audiences }>('/api/audiences')).body);
      } while (audiences.some(({ progress }) => progress !== undefined));
      // Members are listed by what the warehouse says of them.
      await shop.settled();
      console.log(
        `${audiences.length} audiences with ${audiences.reduce((sum, { size }) => sum + size, 0)} memberships, filled in ${((performance.now() - began) / 1000).toFixed(1)} s`,
      );
      for (const { id, condition } of readAudienceFiles()) {
        const told = await toldMembers(id);
        const live = await liveMembers(id);
        // The clock goes on while this runs; whom that moves, the warehouse says as well.
        const now = await membersAt(condition, Date.now() + shop.clock.offsetMs);
        const isStill = (person: number): boolean => told.has(person) === now.has(person);
        const missing = [...told]
          .filter(([person]) => isStill(person) && !live.has(person))
          .map(([, key]) => key);
        const surplus = [...live].filter((person) => isStill(person) && !told.has(person));
        expect({ id, missing, surplus }).toEqual({ id, missing: [], surplus: [] });
      }
    },
    LOAD_MS_MAX,
  );

  const liveMembers = async (id: string): Promise<Set<number>> => {
    const members = new Set<number>();
    for (let after: string | undefined = '0:0'; after !== undefined; ) {
      const page: { members: { person: number }[]; next?: string } = (
        await shop.get<{ members: { person: number }[]; next?: string }>(
          `/api/audiences/${id}/members?limit=1000&after=${after}`,
        )
      ).body;
      for (const { person } of page.members) members.add(person);
      after = page.next;
    }
    return members;
  };

  it('knows every product with its price of today, and the stores', async () => {
    const { products } = up.retailer.world;
    for (const product of products) {
      const { body } = await shop.get<{ price: number; category: string[] }>(
        `/api/catalog/products/${product.id}`,
      );
      expect([product.id, body.price, body.category]).toEqual([
        product.id,
        priceAt(product, NOW) / 100,
        [product.kind.department, product.kind.name],
      ]);
    }
    const { body } = await shop.get<{ stores: unknown[] }>('/api/catalog/stores?limit=100');
    expect(body.stores.length).toBe(STORES.length);
  });

  it('answers for everybody with exactly the identities, the orders and the revenue that are hers', async () => {
    const orders = new Map<string, OrderAnswer[]>();
    for (const order of answers.orders)
      orders.set(order.person, [...(orders.get(order.person) ?? []), order]);
    const figures = { joined: 0, right: 0, true: 0 };
    for (const { key, identities, strays } of answers.people) {
      const view = await shop.person(key);
      const keys = view.identities.map(({ namespace, value }) => `${namespace}:${value}`);
      expect(keys.toSorted(), key).toEqual([...identities].sort());
      const truth = new Set([...identities, ...strays.map((stray) => `anonymous:${stray}`)]);
      figures.joined += keys.length;
      figures.right += keys.filter((each) => truth.has(each)).length;
      figures.true += truth.size;
      const kept = (orders.get(key) ?? []).filter(({ isCancelled }) => !isCancelled);
      expect(view.purchases.count, key).toBe(kept.length);
      const revenue = Object.values(view.purchases.revenue).reduce((sum, amount) => sum + amount, 0);
      expect(revenue, key).toBeCloseTo(
        kept.reduce((sum, order) => sum + order.revenue - order.refunded, 0),
        2,
      );
    }
    const { joined, right } = figures;
    console.log(
      `${answers.people.length} known people: precision ${(right / joined).toFixed(4)}, recall ${(right / figures.true).toFixed(4)}`,
    );
  });

  it('has every order in the warehouse, with its buyer, its moment and what is left of its revenue', async () => {
    const found = await rows<{ id: string; person: number; at: number; revenue: number }>(
      `select order_id as id, any(${current.person}) as person, round(toFloat64(sum(revenue)), 2) as revenue,
        toUnixTimestamp64Milli(minIf(time, name = 'Order Completed')) as at
      from ${current.from}
      where order_id != ''
      group by order_id
      having countIf(name = 'Order Completed') > 0
      order by order_id`,
    );
    const told = answers.orders.map(async ({ id, person, at, revenue, refunded, isCancelled }) => ({
      id,
      person: await personOf(person),
      at: Date.parse(at),
      revenue: isCancelled ? 0 : Math.round((revenue - refunded) * 100) / 100,
    }));
    const byId = (await Promise.all(told)).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(found).toEqual(byId.map(({ id, person, revenue, at }) => ({ id, person, revenue, at })));
  });

  it('counts the sessions of the window', async () => {
    const [counted] = await rows<{ sessions: number }>(
      `select uniqExact(session) as sessions
      from events
      where session != 0 and time >= fromUnixTimestamp64Milli({start:Int64})`,
      { start: Date.parse(answers.start) },
    );
    expect(counted!.sessions).toBe(answers.sessionCount);
  });

  it('counts sessions and orders of the window in its analysis as the answer sheet has them', async () => {
    const { status, body } = await shop.post<{ answer: TableTotal }>('/api/analytics/table', {
      range: { from: answers.start, to: answers.now },
      levels: [],
      columns: [{ metric: 'sessions' }, { metric: 'orders' }],
    });
    const orders = answers.orders.filter(({ at, isCancelled }) => at >= answers.start && !isCancelled);
    expect([status, body.answer.total.values]).toEqual([200, [answers.sessionCount, orders.length]]);
  });

  it('counts the steps of every funnel', async () => {
    for (const { counts, id, within, steps } of answers.funnels) {
      const query = {
        range: { from: answers.start },
        container: within,
        steps: steps.map(({ event, channels }) => ({
          any: [
            { event, ...(channels ? { where: [{ origin: 'channel', text: { anyOf: channels } }] } : {}) },
          ],
        })),
      };
      const { body } = await shop.post<{ answer: FalloutAnswer }>('/api/analytics/fallout', query);
      expect({ id, counts: body.answer.groups[0]?.steps.map(({ count }) => count) }).toEqual({ id, counts });
    }
  });

  it('counts every order once in a table, whoever reports it, and none that was cancelled', async () => {
    const query = { range: { from: '2000-01-01' }, levels: [], columns: [{ metric: 'orders' }] };
    const { body } = await shop.post<{ answer: TableTotal }>('/api/analytics/table', query);
    expect(body.answer.total.values).toEqual([answers.orders.filter((order) => !order.isCancelled).length]);
  });

  it('knows what each store has of its assortment, as it was said last', async () => {
    const { seed, rounds, start, products } = up.retailer.world;
    for (const product of products.filter(({ index }) => index % 50 === 0)) {
      const { body } = await shop.get<{ stores: { store: string; quantity: number }[] }>(
        `/api/catalog/products/${product.id}`,
      );
      const told = STORES.filter((store) => isInAssortment(seed, product, store.index)).map((store) => {
        const outages = storeOutages(seed, product.index, store.index, rounds);
        const moments = outages.flatMap(({ from, until }) => [from, until]).filter((at) => at <= NOW);
        const at = Math.max(start - DAY_MS, ...moments);
        return [store.id, shelfStock(seed, product.index, store.index, outages, at)];
      });
      const found = body.stores.filter(({ store }) => store !== '');
      expect(found.map(({ store, quantity }) => [store, quantity]).toSorted()).toEqual(told.toSorted());
    }
  });

  it('counts nothing twice when everything is sent again', async () => {
    const before = await rows('select count() as events, sum(revenue) as revenue from events');
    await bringUp({
      remote: openRemote(shop.url),
      options: up.retailer.world.options,
      deliveredUntil: NOW - 7 * DAY_MS,
      until: NOW,
      folder,
      now: () => Date.now(),
    });
    await shop.settled();
    expect(await rows('select count() as events, sum(revenue) as revenue from events')).toEqual(before);
  });

  const ask = async <A>(kind: string, query: object): Promise<A> =>
    (await shop.post<{ answer: A }>(`/api/analytics/${kind}`, { range: { last: '90d' }, ...query })).body
      .answer;

  it('finds the orders of stores to which visits online led, among those of people who looked anyway', async () => {
    const { total } = await ask<ClickToBrickAnswer>('click-to-brick', { days: 8 });
    const planted = Object.values(answers.clickToBrick).reduce((sum, { orders }) => sum + orders, 0);
    console.log(
      `Click to brick: ${planted} orders of stores planted, ${total.orders} of ${total.storeOrders} found after a visit, median ${total.medianDays?.toFixed(1)} days`,
    );
    expect(total.storeOrders).toBeGreaterThanOrEqual(planted);
    // Visits on devices that nothing joins to their person cannot be seen.
    expect(total.orders).toBeGreaterThanOrEqual(planted * 0.6);
  });

  it('credits channels side by side with what they truly did', async () => {
    const models = ['last', 'first', 'linear', 'time-decay', 'data-driven', 'markov'];
    const { metrics, rows } = await ask<AttributionAnswer>('attribution', {
      metrics: ['orders'],
      filters: [{ dimension: 'channel', text: { anyOf: ['web', 'app'] } }],
      models: models.map((model) => ({ model })),
    });
    const touched = metrics[0]!.total - metrics[0]!.withoutTouch;
    const lines = rows.map(({ value, credits }) =>
      [value, ...credits[0]!.map((credit) => `${((100 * credit) / touched).toFixed(1)} %`)].join(' · '),
    );
    const truth = Object.entries(answers.attribution).map(
      ([channel, { orderShare }]) => `${channel} ${(100 * orderShare).toFixed(1)} %`,
    );
    console.log(`Attribution by ${models.join(', ')}:\n${lines.join('\n')}\nTruth: ${truth.join(' · ')}`);
    for (const i of models.keys())
      expect(rows.reduce((sum, { credits }) => sum + credits[0]![i]!, 0)).toBeCloseTo(touched, 6);
  });
});
