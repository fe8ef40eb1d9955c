import { describe, expect, test } from 'vitest';
import { imported, NOW } from '../import.fixture.ts';

const MAP = {
  preset: 'order-lines',
  order: 'no',
  time: 'at',
  identities: [{ namespace: 'crm', value: 'customer' }],
  product: { product_id: 'sku', name: 'title' },
  quantity: 'qty',
  price: 'price',
  currency: { constant: 'GBP' },
  properties: { country: 'country', 'store.city': 'city' },
};
const HEADER = 'no,at,customer,sku,title,qty,price,country,city\n';
const line = (no: string, customer: string, sku: string, qty: number, price: number | string) =>
  `${no},2011-07-01 10:00:00,${customer},${sku},Title of ${sku},${qty},${price},UK,York\n`;
const outcomeOf = async (text: string, more: object = {}) => {
  const { outcome, rejects, events } = await imported(HEADER + text, { ...MAP, ...more });
  const { rejected, dropped } = outcome.progress.totals;
  return { events: events(), rejects, rejected, dropped };
};
const shape = (events: { name: string; properties: object }[]) =>
  events.map(({ name, properties }) => {
    const { order_id, total, products } = properties as {
      order_id: string;
      total: number;
      products: { product_id: string }[];
    };
    return [name, order_id, total, products.map((product) => product.product_id).join('+')];
  });

describe('order lines', () => {
  test('the lines of an order become one Order Completed', async () => {
    const { events } = await outcomeOf(
      line('1', '17850.0', 'A', 6, 2.55) + line('1', '17850.0', 'B', 2, 0.125),
      {
        timeZone: 'Europe/London',
      },
    );
    expect(events).toEqual([
      {
        ordinal: 0,
        id: expect.stringMatching(/^order:1:[\w-]{22}$/),
        type: 'track',
        name: 'Order Completed',
        time: Date.UTC(2011, 6, 1, 9),
        received: NOW,
        source: 'shop',
        channel: 'order',
        identities: [{ namespace: 'crm', value: '17850' }],
        properties: {
          order_id: '1',
          country: 'UK',
          store: { city: 'York' },
          revenue: 15.55,
          total: 15.55,
          currency: 'GBP',
          products: [
            { product_id: 'A', name: 'Title of A', price: 2.55, quantity: 6 },
            { product_id: 'B', name: 'Title of B', price: 0.125, quantity: 2 },
          ],
        },
        context: {},
      },
    ]);
  });

  test('lines of one order that others stand between come together, as tills write them', async () => {
    const { events } = await outcomeOf(
      line('1', 'x', 'A', 1, 1) + line('2', 'y', 'B', 1, 1) + line('1', 'x', 'C', 1, 1),
    );
    expect(shape(events)).toEqual([
      ['Order Completed', '2', 1, 'B'],
      ['Order Completed', '1', 2, 'A+C'],
    ]);
  });

  test('money does not drift: a thousand lines of 0.1 are 100', async () => {
    const { events } = await outcomeOf(line('1', 'x', 'A', 1, 0.1).repeat(1_000));
    expect(events[0]!.properties['revenue']).toBe(100);
  });

  test('the total of a line counts where the file has it, and the price follows', async () => {
    const { events } = await outcomeOf(line('1', 'x', 'A', 3, 10), { price: undefined, lineTotal: 'price' });
    expect(events[0]!.properties).toMatchObject({ revenue: 10, products: [{ price: 3.3333, quantity: 3 }] });
  });

  test.each([
    [
      'refund',
      [
        ['Order Completed', '1', 1, 'A'],
        ['Order Refunded', '1', 2, 'B'],
        ['Order Refunded', 'C2', 12, 'A'],
      ],
      {},
      {},
    ],
    ['drop', [['Order Completed', '1', 1, 'A']], {}, { 'line.cancelled': 2 }],
    ['quarantine', [['Order Completed', '1', 1, 'A']], { 'line.cancelled': 2 }, {}],
  ])('cancellations and returned lines: %s', async (cancelled, expected, rejected, dropped) => {
    const text = line('1', 'x', 'A', 1, 1) + line('1', 'x', 'B', -2, 1) + line('C2', 'x', 'A', -3, 4);
    const outcome = await outcomeOf(text, { cancelled, cancelledPrefix: 'C' });
    expect(shape(outcome.events)).toEqual(expected);
    expect(outcome.rejected).toEqual(rejected);
    expect(outcome.dropped).toEqual(dropped);
  });

  test.each([
    ['anonymous', [{ namespace: 'receipt', value: '1' }], {}, {}],
    ['drop', undefined, {}, { 'order.without-customer': 2 }],
    ['quarantine', undefined, { 'order.without-customer': 2 }, {}],
  ])('orders without a customer: %s', async (withoutCustomer, identities, rejected, dropped) => {
    const outcome = await outcomeOf(line('1', '', 'A', 1, 1).repeat(2), { withoutCustomer });
    expect(outcome.events[0]?.identities).toEqual(identities);
    expect([outcome.rejected, outcome.dropped]).toEqual([rejected, dropped]);
  });

  test('the customer may stand on another line of the order than the first', async () => {
    const { events } = await outcomeOf(line('1', '', 'A', 1, 1) + line('1', 'x', 'B', 1, 1));
    expect(events.map((event) => event.identities)).toEqual([[{ namespace: 'crm', value: 'x' }]]);
  });

  test.each([
    ['keep', 'A+B+C', {}, {}],
    ['drop', 'A', {}, { 'line.not-positive': 2 }],
    ['quarantine', 'A', { 'line.not-positive': 2 }, {}],
  ])('lines of nothing: %s', async (notPositive, products, rejected, dropped) => {
    const text = line('1', 'x', 'A', 1, 1) + line('1', 'x', 'B', 0, 1) + line('1', 'x', 'C', 1, 0);
    const outcome = await outcomeOf(text, { notPositive });
    expect(shape(outcome.events)).toEqual([['Order Completed', '1', 1, products]]);
    expect([outcome.rejected, outcome.dropped]).toEqual([rejected, dropped]);
  });

  test('an order with an unreadable line waits whole, each line with its reason', async () => {
    const { events, rejects } = await outcomeOf(
      line('1', 'x', 'A', 1, 1) + line('1', 'x', 'B', 1, 'cheap') + line('2', 'x', 'A', 1, 1),
    );
    expect(shape(events)).toEqual([['Order Completed', '2', 1, 'A']]);
    expect(rejects).toEqual([
      {
        file: 'orders.csv',
        line: 2,
        code: 'order.has-broken-line',
        column: 'price',
        row: line('1', 'x', 'A', 1, 1).trim(),
      },
      {
        file: 'orders.csv',
        line: 3,
        code: 'value.not-a-number',
        column: 'price',
        row: line('1', 'x', 'B', 1, 'cheap').trim(),
      },
    ]);
  });

  test('a line without an order number, and a row of another width, go to the quarantine', async () => {
    const { rejects } = await outcomeOf(`${line('', 'x', 'A', 1, 1)}too,short\n`);
    expect(rejects.map(({ line, code }) => [line, code])).toEqual([
      [2, 'order.without-number'],
      [3, 'row.cell-count'],
    ]);
  });

  test('a column that is the same everywhere is not taken for an order number', async () => {
    const { events, rejected } = await outcomeOf(line('1', 'x', 'A', 1, 1).repeat(5_001));
    expect([events.length, rejected]).toEqual([0, { 'order.too-many-lines': 5_001 }]);
  });

  test('times before 1990 and after the import are refused', async () => {
    const at = (time: string) => line('1', 'x', 'A', 1, 1).replace('2011-07-01', time);
    const { rejected } = await outcomeOf(at('1970-01-01') + at('2026-05-06').replace('1,', '2,'));
    expect(rejected).toEqual({ 'event.time-too-early': 1, 'event.time-in-future': 1 });
  });

  test('the same lines give the same message id, other lines another one', async () => {
    const ids = async (text: string) => (await outcomeOf(text)).events.map((event) => event.id);
    const [first] = await ids(line('1', 'x', 'A', 1, 1));
    expect(await ids(line('7', 'x', 'A', 1, 1) + line('1', 'x', 'A', 1, 1))).toContain(first);
    expect(await ids(line('1', 'x', 'A', 2, 1))).not.toContain(first);
  });
});
