import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Happened, happened } from './history.fixture.ts';
import { cohort } from './questions/cohort/cohort.ts';
import type { CohortAnswer } from './questions/cohort/query.ts';
import { fallout } from './questions/fallout/fallout.ts';
import type { FalloutAnswer } from './questions/fallout/query.ts';
import { flow } from './questions/flow/flow.ts';
import type { FlowAnswer } from './questions/flow/query.ts';
import type { TableAnswer, TableQuery } from './questions/table/query.ts';
import { table } from './questions/table/table.ts';
import { useTestWarehouse } from './warehouse.fixture.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DATA = join(process.env['RAPPORT_SHARED'] ?? join(ROOT, '../shared'), 'data');
const SHOP = join(DATA, 'retentioneering-ecom/ecom.csv.gz');
const WHOLESALER = join(DATA, 'uci-online-retail');

type Line = Readonly<Record<string, string>>;
const linesOf = (bytes: Buffer): Line[] => parse(bytes, { columns: true }) as Line[];

const test = useTestWarehouse();

const ask = async (query: TableQuery): Promise<TableAnswer> =>
  (await table.ask(
    query,
    await test.asking({ at: Date.parse('2030-01-01'), currency: 'GBP' }),
  )) as TableAnswer;

describe.skipIf(!existsSync(SHOP))('the clickstream of a shop', () => {
  beforeAll(() => {
    const people = new Map<string, number>();
    const sessions = new Map<string, number>();
    const numbered = (known: Map<string, number>, name: string): number => {
      if (!known.has(name)) known.set(name, known.size + 1);
      return known.get(name)!;
    };
    return test.fill(
      linesOf(gunzipSync(readFileSync(SHOP))).map((line, i) =>
        happened({
          place: (i + 1) * 4096,
          time: Date.parse(`${line.timestamp!.replace(' ', 'T')}Z`),
          person: numbered(people, line.user_id!),
          session: numbered(sessions, line.session_id!),
          name: line.event!,
          properties: { platform: line.platform! },
        }),
      ),
    );
  });

  it('has 600 people who come to the catalogue, of whom 511, 431 and 225 go on to the cart and the purchase', async () => {
    const steps = ['catalog', 'add_to_cart', 'cart', 'purchase'].map((event) => ({ any: [{ event }] }));
    const { groups } = (await fallout.ask(
      // Its times are whole seconds, and its events stand in their order.
      { range: { from: '2024-01-01' }, steps, simultaneous: 'in-order' },
      await test.asking({ at: Date.parse('2030-01-01') }),
    )) as FalloutAnswer;
    expect(groups[0]!.steps.map(({ count }) => count)).toEqual([600, 511, 431, 225]);
  });

  it('has 31,106 events of 600 people in 3,605 sessions', async () => {
    const columns = ['events', 'people', 'sessions'].map((metric) => ({ metric }));
    const { total } = await ask({ range: { from: '2024-01-01' }, levels: [], columns });
    expect(total.values).toEqual([31_106, 600, 3_605]);
  });

  const wholePaths = async (): Promise<FlowAnswer> =>
    (await flow.ask(
      {
        range: { from: '2024-01-01' },
        dimension: 'event',
        within: 'person',
        after: 500,
        items: 100,
        repeats: true,
      },
      await test.asking({ at: Date.parse('2030-01-01') }),
    )) as FlowAnswer;

  it('goes from each event to the next as often as documented', async () => {
    const { links, steps } = await wholePaths();
    const counts = new Map<string, number>();
    const add = (from: string, to: string, paths: number): void =>
      void counts.set(`${from} > ${to}`, (counts.get(`${from} > ${to}`) ?? 0) + paths);
    for (const { from, to, paths } of links) add(from!, to!, paths);
    for (const { value, entries } of steps[0]!.nodes) add('path_start', value!, entries);
    const documented = printed('tm.iloc[:8, :8]', 2);
    expect(documented.size).toBe(64);
    for (const [key, count] of documented) expect([key, counts.get(key) ?? 0]).toEqual([key, count]);
  });

  it('has the shares of events at each step of a path that are documented', async () => {
    const { steps, pathCount } = await wholePaths();
    const documented = printed('step_matrix_data.round(3)', 1);
    expect(pathCount).toBe(600);
    for (const [key, share] of documented) {
      const [event, step] = key.split(' > ') as [string, string];
      if (step === '0' || event.startsWith('path_')) continue;
      const node = steps[Number(step) - 1]!.nodes.find(({ value }) => value === event);
      expect([key, Math.round(((node?.paths ?? 0) / pathCount) * 1000) / 1000]).toEqual([key, share]);
    }
  });
});

describe.skipIf(!existsSync(WHOLESALER))('the invoices of a wholesaler', () => {
  beforeAll(() => test.fill(invoices()), 120_000);

  const expected = (name: string): Line[] => linesOf(readFileSync(join(WHOLESALER, 'expected', name)));
  const cents = (value: number | null): number => Math.round((value ?? 0) * 100);
  const columns = ['orders', 'people', 'revenue'].map((metric) => ({ metric }));

  it('give the orders, customers and revenue of each month', async () => {
    const { rows, total } = await ask({
      range: { from: '2010-12-01', to: '2011-08-31' },
      levels: [{ dimension: 'month' }],
      columns,
    });
    expect(
      rows.map(({ path, values: [orders, people, revenue] }) => [
        path[0]!.slice(0, 7),
        orders,
        people,
        cents(revenue!),
      ]),
    ).toEqual(
      expected('monthly.csv').map(({ month, orders, customers, revenue }) => [
        month,
        Number(orders),
        Number(customers),
        cents(Number(revenue)),
      ]),
    );
    expect([total.values[0], total.values[1], cents(total.values[2]!)]).toEqual([11_413, 3_317, 523_924_056]);
  });

  it('give the cohorts of customers by the month of their first order', async () => {
    const { rows } = (await cohort.ask(
      { range: { from: '2010-12-01', to: '2011-08-31' }, unit: 'month', inclusion: [{ metric: 'orders' }] },
      await test.asking({ at: Date.parse('2030-01-01') }),
    )) as CohortAnswer;
    const found = rows.map(({ cohort: first, size, cells }) => [
      first.slice(0, 7),
      size,
      ...Array.from({ length: 8 }, (_, i) => cells.find(({ offset }) => offset === i + 1)?.people ?? 0),
    ]);
    expect(found).toEqual(
      expected('cohort_customers_by_month.csv').map(({ first_month, ...months }) => [
        first_month,
        ...Object.values(months).map(Number),
      ]),
    );
  });

  it('give the revenue of each country, and of the fifty products that bring most', async () => {
    const byCountry = await ask({
      range: { from: '2010-12-01', to: '2011-08-31' },
      levels: [{ dimension: 'country', limit: 100 }],
      columns,
    });
    const countries = new Map(byCountry.rows.map(({ path, values }) => [path[0], cents(values[2]!)]));
    for (const line of expected('by_country.csv')) {
      const [country, revenue] = [line.Country ?? line.country, line.revenue ?? line.Revenue];
      expect(countries.get(country), country).toBe(cents(Number(revenue)));
    }
    const byProduct = await ask({
      range: { from: '2010-12-01', to: '2011-08-31' },
      levels: [{ dimension: 'product', limit: 50, sortBy: 0 }],
      columns: [{ metric: 'revenue' }],
    });
    const top = expected('top50_products_by_revenue.csv');
    expect(byProduct.rows.map(({ path, values }) => [path[0], cents(values[0]!)])).toEqual(
      top.map((line) => [
        line.StockCode ?? line.product ?? line.stock_code,
        cents(Number(line.revenue ?? line.Revenue)),
      ]),
    );
  });
});

/** A table as it is printed after some words, in so many blocks beside each other: numbers by `row > column`. */
function printed(after: string, blocks: number): Map<string, number> {
  const text = readFileSync(join(DATA, 'retentioneering-ecom/expected/api_showcase.outputs.txt'), 'utf8');
  const parts = text.slice(text.indexOf(after) + after.length).split(/\n\s*\n/);
  const cells = new Map<string, number>();
  for (const part of parts.slice(0, blocks)) {
    const lines = part
      .trim()
      .split('\n')
      .map((line) => line.replace('\\', '').trim().split(/\s+/));
    const columns = lines[0]!.slice(1);
    for (const [row, ...values] of lines.slice(2))
      for (const [i, value] of values.entries()) cells.set(`${row} > ${columns[i]}`, Number(value));
  }
  return cells;
}

/** Lines that are sales to a customer, an order an invoice. */
function invoices(): Happened[] {
  const orders = new Map<string, { first: Line; lines: Line[] }>();
  for (const line of linesOf(
    gunzipSync(readFileSync(join(WHOLESALER, 'online-retail-2010-12_2011-08.csv.gz'))),
  )) {
    if (line.CustomerID === '' || Number(line.Quantity) <= 0 || Number(line.UnitPrice) <= 0) continue;
    const order = orders.get(line.InvoiceNo!) ?? { first: line, lines: [] };
    order.lines.push(line);
    orders.set(line.InvoiceNo!, order);
  }
  return [...orders].map(([orderId, { first, lines }], i) =>
    happened({
      place: (i + 1) * 4096,
      time: Date.parse(`${first.InvoiceDate!.replace(' ', 'T')}Z`),
      person: Number(first.CustomerID),
      name: 'Order Completed',
      channel: 'order',
      country: first.Country!,
      orderId,
      revenue:
        lines.reduce(
          (sum, { Quantity, UnitPrice }) => sum + Math.round(Number(Quantity) * Number(UnitPrice) * 1e4),
          0,
        ) / 1e4,
      currency: 'GBP',
      lines: lines.map(({ StockCode, UnitPrice, Quantity }) => ({
        product: StockCode!,
        category: '',
        price: Number(UnitPrice),
        quantity: Number(Quantity),
      })),
    }),
  );
}
