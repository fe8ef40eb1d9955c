import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event, JsonObject } from '../core/index.ts';
import { migrateWarehouse, openEmbeddedWarehouse, type Warehouse } from '../engine/warehouse/index.ts';
import { FACT_COLUMNS, type FactFrame, factLine, plainLine } from './fact.ts';

const RUNS = Number(process.env.RAPPORT_TEST_RUNS ?? 40);
/** A run takes 0.1 s, and more when other tests run beside it. */
const RUNS_MS_MAX = 30_000 + RUNS * 1_000;
const NOON = Date.UTC(2026, 4, 3, 12);

let folder: string;
let warehouse: Warehouse;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-fact-'));
  warehouse = await openEmbeddedWarehouse({ folder });
  await migrateWarehouse(warehouse, fileURLToPath(new URL('../../migrations/warehouse', import.meta.url)));
});
afterAll(async () => {
  await warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

/** Every fact has a place of its own. */
const places = { next: 0 };

type Row = { readonly [column: string]: unknown };

/** Writes events as facts and reads their rows back, in the order of the events. */
async function written(
  events: readonly Partial<Event>[],
  frame: Partial<FactFrame> = {},
  columns = '*',
): Promise<Row[]> {
  const from = places.next;
  places.next += events.length;
  const lines = events.map((given, i) => {
    const event: Event = {
      id: `m${i}`,
      type: 'track',
      name: 'Product Viewed',
      time: NOON,
      received: NOON,
      source: 'web',
      channel: 'web',
      identities: [],
      properties: {},
      context: {},
      ...given,
    };
    const whole = {
      person: 7,
      fragment: 8,
      revenue: 0,
      orderCount: 0,
      isOrder: false,
      currency: '',
      keys: [],
      ...frame,
    };
    return factLine(event, { ...whole, place: from + i, folded: { session: 9, absorbedSession: 0 } });
  });
  await warehouse.insert('events', FACT_COLUMNS, lines);
  const { rows } = await warehouse.query<Row>(
    `select ${columns}\nfrom events\nwhere place >= {from:UInt64}\norder by place`,
    { from },
  );
  return rows;
}

const readProperties = async (properties: JsonObject, columns: string): Promise<Row> =>
  (await written([{ properties }], {}, columns))[0]!;

describe('a fact', () => {
  it('of the program itself is the line that every event has', () => {
    const event: Event = {
      id: 'vip:4096.1',
      type: 'track',
      name: 'Audience Entered',
      time: NOON,
      received: NOON + 1,
      source: 'audience',
      channel: 'system',
      identities: [],
      properties: { audience: 'vip\t"1"', version: 3, how: 'live' },
      context: {},
    };
    const frame = {
      place: 4_096,
      derived: 1,
      person: 7,
      fragment: 8,
      folded: { session: 0, absorbedSession: 0 },
    };
    const rest = { revenue: 0, orderCount: 0, isOrder: false, currency: '', keys: [] } as const;
    expect(plainLine(event, frame)).toBe(factLine(event, { ...frame, ...rest }));
  });

  it('is written with every column that its event fills', async () => {
    const [row] = await written(
      [
        {
          id: 'm1',
          name: 'Order Completed',
          properties: {
            order_id: 'o1',
            store_id: 's1',
            currency: 'EUR',
            coupon: 'MAY',
            products: [
              { product_id: 'p1', category: 'shoes', brand: 'Acme', price: '12.50', quantity: 2 },
              { sku: 'p2', price: 4.995 },
            ],
          },
          context: {
            campaign: { source: 'news', medium: 'email', name: 'may', term: 't', content: 'c' },
            page: { path: '/cart', referrer: 'https://Shop.example:443/x?y' },
            userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148',
            location: { country: 'DE', city: 'Köln' },
          },
        },
      ],
      { revenue: 299_950, orderCount: 1, isOrder: true, currency: 'EUR', keys: ['anonymous:a', 'user:u1'] },
    );
    const { place, properties, properties_text, context_text, ...plain } = row!;
    expect(place).toBe(0);
    expect(plain).toEqual({
      derived: 0,
      time: '2026-05-03 12:00:00.000',
      received: '2026-05-03 12:00:00.000',
      fragment: 8,
      person: 7,
      session: 9,
      id: 'm1',
      type: 'track',
      name: 'Order Completed',
      source: 'web',
      channel: 'web',
      identities: ['anonymous:a', 'user:u1'],
      utm_source: 'news',
      utm_medium: 'email',
      utm_campaign: 'may',
      utm_term: 't',
      utm_content: 'c',
      path: '/cart',
      referrer_host: 'shop.example',
      device: 'mobile',
      platform: 'ios',
      browser: '',
      country: 'DE',
      city: 'Köln',
      store: 's1',
      order_id: 'o1',
      revenue: 29.995,
      order_count: 1,
      currency: 'EUR',
      product_ids: ['p1', 'p2'],
      product_categories: ['shoes', ''],
      product_brands: ['Acme', ''],
      product_prices: [12.5, 4.995],
      product_quantities: [2, 1],
    });
    expect(properties).toMatchObject({ order_id: 'o1', coupon: 'MAY' });
    expect(JSON.parse(properties_text as string)).toMatchObject({ currency: 'EUR' });
    expect(JSON.parse(context_text as string)).toMatchObject({ location: { city: 'Köln' } });
  });

  it('keeps texts as they are, whatever separators and escapes they hold', async () => {
    const hostile = `tab\t newline\n return\r back\\slash \\N \\' "quotes' \`\` {} [] null 😀 \u0001\u2028`;
    const [row] = await written(
      [
        {
          id: hostile,
          name: hostile,
          source: hostile,
          properties: { name: hostile, [hostile]: [hostile], store_id: hostile, sku: hostile },
          context: { campaign: { source: hostile }, page: { path: hostile } },
        },
      ],
      { keys: [hostile], currency: "'\\\t" },
    );
    const { identities, product_ids, ...columns } = row!;
    for (const name of ['id', 'name', 'source', 'utm_source', 'path', 'store'])
      expect(columns[name]).toBe(hostile);
    expect([identities, product_ids, columns.currency]).toEqual([[hostile], [hostile], "'\\\t"]);
    expect(JSON.parse(columns.properties_text as string)[hostile]).toEqual([hostile]);
    expect(columns.properties).toMatchObject({ name: hostile });
  });

  it('reads texts as numbers and numbers as texts where the table has a type, and leaves out what is neither', async () => {
    const columns = 'properties.name as name, properties.price as price, properties.quantity as quantity';
    expect(await readProperties({ name: 5, price: '12.90', quantity: ' 3 ' }, columns)).toEqual({
      name: '5',
      price: 12.9,
      quantity: 3,
    });
    expect(await readProperties({ name: { first: 'x' }, price: '12,90', quantity: true }, columns)).toEqual({
      name: '',
      price: 0,
      quantity: 0,
    });
    expect(await readProperties({ name: null, price: '', quantity: [4] }, columns)).toEqual({
      name: '',
      price: 0,
      quantity: 0,
    });
  });

  it('takes numbers that are too large for an integer, and halves of characters', async () => {
    const row = await readProperties(
      { price: 123456789012345680000, big: [-1e20, 2 ** 64], half: 'a\ud800', escaped: '\\ud800', n: 1e300 },
      'properties.price as price, properties.big as big, properties.half as half, properties.escaped as escaped, properties.n as n',
    );
    expect(row).toEqual({
      price: 123456789012345680000,
      big: [-1e20, 2 ** 64],
      half: 'a\ufffd',
      escaped: '\\ud800',
      n: 1e300,
    });
  });

  it('takes two keys that are one path, of which the first counts', async () => {
    const properties = { 'a.b': 1, a: { b: 2, c: 3 }, list: [{ x: { y: 1 }, 'x.y': 2 }] };
    const row = await readProperties(properties, 'properties.a.b as b, properties.a.c as c, properties_text');
    expect(row).toEqual({ b: 1, c: 3, properties_text: JSON.stringify(properties) });
  });

  it('counts products of which nothing can be read as nothing, and the others as they are', async () => {
    const products = [
      'junk',
      null,
      7,
      ['p0'],
      { product_id: 12, price: '12,90', quantity: 'many' },
      { product_id: 'p2', price: 1e300, quantity: 1e300, category: { a: 1 } },
      { product_id: 'p3', price: {}, quantity: '', brand: ['x'] },
      { product_id: 'p4', price: -4.99, quantity: -1.5 },
    ];
    const columns = 'product_ids, product_categories, product_brands, product_prices, product_quantities';
    expect(await readProperties({ products }, columns)).toEqual({
      product_ids: ['12', 'p2', 'p3', 'p4'],
      product_categories: ['', '', '', ''],
      product_brands: ['', '', '', ''],
      product_prices: [0, 0, 0, -4.99],
      product_quantities: [1, 1, 1, -1.5],
    });
    expect(await readProperties({ products: { product_id: 'p1' } }, columns)).toMatchObject({
      product_ids: [],
    });
  });

  it('may have happened in 1997 or 2099, and a lost clock does no harm', async () => {
    const times = [Date.UTC(1997, 0, 1), Date.UTC(2099, 11, 31), 0, -1, 8.64e15];
    const rows = await written(
      times.map((time) => ({ time })),
      {},
      'toString(time) as time',
    );
    expect(rows.map((row) => row.time)).toEqual([
      '1997-01-01 00:00:00.000',
      '2099-12-31 00:00:00.000',
      '1973-03-03 09:46:40.000',
      '1973-03-03 09:46:40.000',
      '2286-11-20 17:46:39.999',
    ]);
  });

  it('may come with history of more than a hundred months', async () => {
    const times = Array.from({ length: 101 }, (_, month) => ({ time: Date.UTC(2015, month, 1) }));
    expect(await written(times, {}, 'place')).toHaveLength(101);
  });

  it('holds any revenue', async () => {
    for (const [revenue, kept] of [
      [1, 0.0001],
      [-1e15, -1e11],
      [1e30, 900719925474.0991],
      [Number.NaN, 0],
      [Number.POSITIVE_INFINITY, 0],
    ] as const)
      expect((await written([{}], { revenue }, 'revenue'))[0]).toEqual({ revenue: kept });
  });
});

/** Texts of any UTF-16 units, halves of pairs included, beside those that a format may take for its own. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.nat(0xffff), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '',
    '\\N',
    'null',
    'NaN',
    '12,90',
    '1e999',
    '2026-05-03',
    '2026-99-99 10:00',
    '\ud83d',
    '{}',
    "['",
  ),
);
const key = fc.oneof(
  text,
  fc.constantFrom('name', 'price', 'value', 'product_id', 'sku', 'quantity', 'products', 'category', 'brand'),
  fc.constantFrom('a', 'b', 'a.b', 'a.', '.a', 'name.a', 'price.b', 'products.a', '', '.'),
);
const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }).map(Number),
  fc.constantFrom(2 ** 63, -(2 ** 63), 2 ** 64, 1e21, 0.0000010000000000000002, 5e-324, 1.7e308),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    number,
    fc.constantFrom(null, true, false),
    fc.array(tie('json'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(key, tie('json'), { maxKeys: 6 }),
}));
const properties = fc
  .dictionary(key, json, { maxKeys: 10 })
  .map((object) => JSON.parse(JSON.stringify(object)) as JsonObject);

describe('a property of facts', () => {
  it(
    'there is no event that the warehouse refuses, and its properties come back as they were',
    async () => {
      const event = fc.record({
        properties,
        context: properties,
        id: text,
        name: text,
        source: text,
        time: fc.oneof(
          fc.integer({ min: NOON - 86_400_000, max: NOON }),
          fc.constantFrom(Date.UTC(1990, 0), NOON + 0.5),
        ),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 40 }), text, async (events, word) => {
          const rows = await written(
            events,
            { keys: [word], currency: word },
            'properties_text, context_text',
          );
          expect(rows.map((row) => JSON.parse(row.properties_text as string))).toEqual(
            events.map((each) => each.properties),
          );
          expect(rows.map((row) => JSON.parse(row.context_text as string))).toEqual(
            events.map((each) => each.context),
          );
        }),
        { numRuns: RUNS },
      );
    },
    RUNS_MS_MAX,
  );
});
