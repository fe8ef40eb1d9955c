import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCommand } from '../../src/ingest/index.ts';
import { openShop, type Shop } from '../app.ts';
import { CLICK_CONDITIONS, CLICKS_AS_OF } from './click-conditions.ts';
import { retailCustomers, shopVisitors } from './real-people.ts';
import { type Asked, RETAIL_AS_OF, RETAIL_CONDITIONS } from './retail-conditions.ts';

/** Real data with known answers; not part of the project. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DATA = join(process.env['RAPPORT_SHARED'] ?? join(ROOT, '../shared'), 'data');
const RETAIL = join(DATA, 'uci-online-retail');
const CLICKS = join(DATA, 'retentioneering-ecom');

async function load(shop: Shop, file: string, map: string): Promise<void> {
  const said: string[] = [];
  const code = await importCommand([file, '--map', map, '--server', shop.url], {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    isTerminal: false,
    columns: 80,
    fetch,
    now: () => Date.now(),
    wait: (ms) => delay(ms),
    env: {},
  });
  if (code !== 0) throw new Error(said.join(''));
  await shop.settled();
}

/**
 * Sets conditions up as live audiences, every other one before the file is loaded (the live fold) and the rest after it (the past),
 * and holds the sizes of both and the answers of SQL to a plain count.
 */
async function holdToPlainCount<Row>(
  shop: Shop,
  asked: Readonly<Record<string, Asked<Row>>>,
  people: readonly (readonly Row[])[],
  load: () => Promise<void>,
): Promise<void> {
  const setUp = async (isFirst: boolean): Promise<void> => {
    for (const [i, [id, { condition }]] of Object.entries(asked).entries()) {
      if ((i % 2 === 0) !== isFirst) continue;
      const { status, body } = await shop.put(`/api/audiences/${id}`, { name: id, condition });
      if (status !== 200) throw new Error(JSON.stringify(body));
    }
    for (;;) {
      const { body } = await shop.get<{ audiences: { evaluated: string; progress?: object }[] }>(
        '/api/audiences',
      );
      if (body.audiences.every(({ evaluated, progress }) => evaluated === 'live' && !progress)) return;
      await delay(50);
    }
  };
  await setUp(true);
  await load();
  await setUp(false);
  const found: Record<string, object> = {};
  const expected: Record<string, object> = {};
  for (const [id, { condition, plainly }] of Object.entries(asked)) {
    const count = people.filter(plainly).length;
    const live = (await shop.get<{ size: number }>(`/api/audiences/${id}`)).body.size;
    const estimate = await shop.post<{ people: number }>('/api/audiences/estimate', {
      condition,
      mode: 'exact',
    });
    found[id] = { live, sql: estimate.body.people };
    expected[id] = { live: count, sql: count };
    // A condition that is true of nobody or of everybody would show nothing.
    if (count === 0 || count === people.length) throw new Error(`${id} is true of ${count}`);
  }
  expect(found).toEqual(expected);
}

async function rows<Row>(shop: Shop, sql: string): Promise<Row[]> {
  return (await shop.app.warehouse.query<Row>(sql)).rows;
}

function csv(path: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = head!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i]!, value])));
}

describe.skipIf(!existsSync(RETAIL))(
  `Online Retail through the whole program (skipped where ${RETAIL} is absent)`,
  () => {
    let shop: Shop;
    beforeAll(async () => {
      shop = await openShop(RETAIL_AS_OF);
    }, 180_000);
    afterAll(() => shop.close());

    it('has the same people in 13 written conditions by live fold, by SQL and by a plain count', async () => {
      const map = fileURLToPath(new URL('./online-retail.map.json', import.meta.url));
      const file = join(RETAIL, 'online-retail-2010-12_2011-08.csv.gz');
      const customers = retailCustomers(file);
      expect(customers).toHaveLength(3_317);
      await holdToPlainCount(shop, RETAIL_CONDITIONS, customers, () => load(shop, file, map));
    }, 240_000);

    it('gives exactly the people, orders and revenue of the answer sheet', async () => {
      const [sums] = await rows(
        shop,
        `select uniqExact(person) as customers, uniqExact(order_id) as orders, toFloat64(round(sum(revenue), 2)) as revenue,
        toUInt64(sum(length(product_ids))) as lines
       from events where derived = 0`,
      );
      const expected = JSON.parse(readFileSync(join(RETAIL, 'expected/summary.json'), 'utf8'));
      expect(sums).toEqual({
        customers: expected.customers,
        orders: expected.orders,
        revenue: expected.revenue,
        lines: expected.clean_rows,
      });
      expect(await shop.app.state.count('people')).toBe(expected.customers);
    });

    it('gives them by month', async () => {
      const months = await rows<{
        month: string;
        lines: number;
        orders: number;
        customers: number;
        revenue: number;
      }>(
        shop,
        `select formatDateTime(time, '%Y-%m') as month, toUInt64(sum(length(product_ids))) as lines, uniqExact(order_id) as orders,
        uniqExact(person) as customers, toFloat64(round(sum(revenue), 2)) as revenue
       from (select * replace (toTimeZone(time, 'Europe/London') as time) from events where derived = 0)
       group by month
       order by month`,
      );
      expect(months).toEqual(
        csv(join(RETAIL, 'expected/monthly.csv')).map((row) => ({
          month: row.month,
          lines: Number(row.lines),
          orders: Number(row.orders),
          customers: Number(row.customers),
          revenue: Number(row.revenue),
        })),
      );
    });

    it('gives them by country', async () => {
      const countries = await rows<{ country: string; customers: number; orders: number; revenue: number }>(
        shop,
        `select properties.country::String as country, uniqExact(person) as customers, uniqExact(order_id) as orders,
        toFloat64(round(sum(revenue), 2)) as revenue
       from events where derived = 0
       group by country
       order by revenue desc`,
      );
      expect(countries).toEqual(
        csv(join(RETAIL, 'expected/by_country.csv')).map((row) => ({
          country: row.country,
          customers: Number(row.customers),
          orders: Number(row.orders),
          revenue: Number(row.revenue),
        })),
      );
    });

    it('counts nothing twice when the same file is imported again', async () => {
      const map = fileURLToPath(new URL('./online-retail.map.json', import.meta.url));
      await load(shop, join(RETAIL, 'online-retail-2010-12_2011-08.csv.gz'), map);
      const [sums] = await rows(
        shop,
        'select count() as events, uniqExact(order_id) as orders from events where derived = 0',
      );
      expect(sums).toEqual({ events: 11_413, orders: 11_413 });
    }, 180_000);
  },
);

describe.skipIf(!existsSync(CLICKS))(
  `Clicks of a shop through the whole program (skipped where ${CLICKS} is absent)`,
  () => {
    let shop: Shop;
    beforeAll(async () => {
      shop = await openShop(CLICKS_AS_OF);
    }, 120_000);
    afterAll(() => shop.close());

    it('has the same people in 11 written conditions by live fold, by SQL and by a plain count', async () => {
      const map = fileURLToPath(new URL('./clicks.map.json', import.meta.url));
      const file = join(CLICKS, 'ecom.csv.gz');
      const visitors = shopVisitors(file);
      expect(visitors).toHaveLength(600);
      await holdToPlainCount(shop, CLICK_CONDITIONS, visitors, () => load(shop, file, map));
    }, 240_000);

    it('gives 600 people on several devices and 3,605 sessions', async () => {
      const [sums] = await rows(
        shop,
        'select count() as events, uniqExact(person) as people, uniqExact(fragment) as devices, uniqExact(fragment, session) as sessions from events where derived = 0',
      );
      expect(sums).toEqual({ events: 31_106, people: 600, devices: 796, sessions: 3_605 });
    });

    it('tells the same sessions as the shop itself', async () => {
      const [sums] = await rows(
        shop,
        `select uniqExact(session) as ours, uniqExact(properties.session_id::String) as theirs,
        uniqExact(session, properties.session_id::String) as pairs from events where derived = 0`,
      );
      expect(sums).toEqual({ ours: 3_605, theirs: 3_605, pairs: 3_605 });
    });
  },
);
