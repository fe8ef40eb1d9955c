import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Event, type JsonObject, type Money, toMoney } from '../../core/index.ts';
import { imported, traced } from './import.fixture.ts';
import { openFile } from './read/file.ts';
import { runImport } from './run.ts';

/** Real data with known answers; not part of the project. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const DATA = join(process.env['RAPPORT_SHARED'] ?? join(ROOT, '../shared'), 'data');
const RETAIL = join(DATA, 'uci-online-retail/online-retail-2010-12_2011-08.csv.gz');
const CLICKS = join(DATA, 'retentioneering-ecom/ecom.csv.gz');

const RETAIL_MAP = {
  preset: 'order-lines',
  timeZone: 'Europe/London',
  order: 'InvoiceNo',
  time: 'InvoiceDate',
  identities: [{ namespace: 'crm', value: 'CustomerID' }],
  product: { product_id: 'StockCode', name: 'Description' },
  quantity: 'Quantity',
  price: 'UnitPrice',
  currency: { constant: 'GBP' },
  properties: { country: 'Country' },
  cancelledPrefix: 'C',
  cancelled: 'drop',
  withoutCustomer: 'drop',
  notPositive: 'drop',
};
const CLICKS_MAP = {
  preset: 'events',
  event: 'event',
  time: 'timestamp',
  identities: [
    { namespace: 'anonymous', value: { template: '{user_id}-{platform}' } },
    { namespace: 'user', value: 'user_id' },
  ],
  properties: { cohort: 'user_cohort', lifecycle: 'user_lifecycle', session_id: 'session_id' },
  context: { 'campaign.source': 'acquisition_channel', 'device.type': 'platform' },
};

async function importFile(path: string, map: object) {
  const file = await openFile(path);
  try {
    return await imported('', map, { file });
  } finally {
    await file.close();
  }
}
const productsOf = (event: Event) => event.properties['products'] as readonly JsonObject[];
const sumOf = (events: readonly Event[], key: string) =>
  events.reduce<Money>((sum, event) => sum + toMoney(event.properties[key])!, 0);
const peopleOf = (events: readonly Event[]) => new Set(events.map((event) => event.identities.at(-1)!.value));

describe.skipIf(!existsSync(RETAIL))(`Online Retail (skipped where ${RETAIL} is absent)`, () => {
  test('customers without cancellations: the orders, customers and revenue of the answer sheet', async () => {
    const { events, outcome, rejects } = await importFile(RETAIL, RETAIL_MAP);
    const orders = events();
    expect(orders).toHaveLength(11_413);
    expect(orders.reduce((sum, order) => sum + productsOf(order).length, 0)).toBe(226_467);
    expect(peopleOf(orders).size).toBe(3_317);
    // 5,239,240.562 in ten-thousandths: some unit prices have three decimals.
    expect(sumOf(orders, 'revenue')).toBe(52_392_405_620);
    expect(rejects).toEqual([]);
    const { rows, dropped } = outcome.progress.totals;
    expect(rows).toBe(320_705);
    expect(226_467 + Object.values(dropped).reduce((sum, count) => sum + count, 0)).toBe(rows);
  });

  test('with cancellations, every line is in an order, a refund or the quarantine, and money balances', async () => {
    const { events, outcome } = await importFile(RETAIL, {
      ...RETAIL_MAP,
      cancelled: 'refund',
      withoutCustomer: 'anonymous',
      notPositive: 'quarantine',
    });
    const { rows, rejected, dropped } = outcome.progress.totals;
    const lines = events().reduce((sum, event) => sum + productsOf(event).length, 0);
    expect(lines + (rejected['line.not-positive'] ?? 0)).toBe(rows);
    expect(dropped).toEqual({});
    const cancelled = new Set(
      events()
        .filter(
          (event) => event.name === 'Order Refunded' && String(event.properties['order_id']).startsWith('C'),
        )
        .map((event) => event.properties['order_id']),
    );
    expect(cancelled.size).toBe(2_554);
    for (const event of events().slice(0, 2_000)) {
      const sum = productsOf(event).reduce(
        (total, { price, quantity }) => total + toMoney(price)! * (quantity as number),
        0,
      );
      expect(sum).toBe(toMoney(event.properties['total']));
    }
  });

  test('stopped after every twentieth record and taken up again, it is the same import', async () => {
    const whole = await importFile(RETAIL, RETAIL_MAP);
    const file = await openFile(RETAIL);
    const { trace, options } = traced('', RETAIL_MAP, { file });
    let progress = {};
    for (let state = 'stopped'; state === 'stopped'; ) {
      const stopping = new AbortController();
      let appended = 0;
      const outcome = await runImport({
        ...options,
        ...progress,
        signal: stopping.signal,
        append: (header, body) => {
          if (++appended === 20) stopping.abort();
          return options.append(header, body);
        },
      });
      state = outcome.state;
      progress = { progress: outcome.progress };
    }
    await file.close();
    expect(trace.events().map((event) => event.id)).toEqual(whole.events().map((event) => event.id));
  });
});

describe.skipIf(!existsSync(CLICKS))(`Retentioneering shop (skipped where ${CLICKS} is absent)`, () => {
  test('600 people on 796 devices, every event of the file with an id of its own', async () => {
    const { events } = await importFile(CLICKS, CLICKS_MAP);
    expect(events()).toHaveLength(31_106);
    expect(new Set(events().map((event) => event.id)).size).toBe(31_106);
    expect(peopleOf(events()).size).toBe(600);
    expect(new Set(events().map((event) => event.identities[0]!.value)).size).toBe(796);
  });
});
