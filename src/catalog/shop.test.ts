import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from '../../test/app.ts';
import { CATALOGUE_COLUMNS, compileCondition, conditionSql } from '../core/condition/index.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const at = expect.any(Number);
const MANY = 100_000;
/** Ten times what it takes, for a machine that is busy with other tests. */
const SEARCH_MS_MAX = 500;
const must = async <T>(answer: Promise<{ status: number; body: T }>): Promise<T> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};

interface Listed {
  readonly products: { id: string; stock?: number; price?: number }[];
  readonly next?: string;
}

describe('the API of the catalogue', () => {
  test('a product is written, read with its history, found, and not sold any more', async () => {
    const product = {
      name: 'Yoga shorts',
      category: 'Women > Yoga',
      brand: 'Luma',
      price: 49.9,
      listPrice: 59.9,
      currency: 'EUR',
      url: 'https://shop.example/yoga-shorts',
      attributes: { colour: 'black' },
      stock: 10,
    };
    await must(shop.put('/api/catalog/products/p1', product));
    await must(shop.put('/api/catalog/products/p1', { price: 39.9, attributes: { size: 'M' } }));
    await must(shop.post('/api/catalog/stock', { stock: [{ product: 'p1', store: 'berlin', quantity: 2 }] }));
    expect(await must(shop.get('/api/catalog/products/p1'))).toEqual({
      id: 'p1',
      name: 'Yoga shorts',
      category: ['Women', 'Yoga'],
      brand: 'Luma',
      price: 39.9,
      listPrice: 59.9,
      currency: 'EUR',
      url: 'https://shop.example/yoga-shorts',
      stock: 12,
      removed: false,
      attributes: { colour: 'black', size: 'M' },
      variants: [],
      stores: [
        { store: '', quantity: 10, at },
        { store: 'berlin', quantity: 2, at },
      ],
      prices: [
        { from: at, to: at, price: 49.9, listPrice: 59.9, currency: 'EUR' },
        { from: at, to: at, price: 39.9, listPrice: 59.9, currency: 'EUR' },
      ],
      stocks: [
        { from: at, to: at, quantity: 10 },
        { from: at, to: at, quantity: 12 },
      ],
    });
    const found = async (query: string) =>
      (await must(shop.get<Listed>(`/api/catalog/products?${query}`))).products.map(({ id }) => id);
    expect(await found('text=shorts%20luma')).toEqual(['p1']);
    expect(await found('category=Women/Yoga&brand=Luma')).toEqual(['p1']);
    expect(await found('category=Wom')).toEqual([]);
    await must(shop.post('/api/catalog/prices', { prices: [{ product: 'p1', price: 35 }] }));
    expect(await must(shop.get('/api/catalog/categories'))).toEqual({
      categories: [
        { path: ['Women'], products: 1 },
        { path: ['Women', 'Yoga'], products: 1 },
      ],
    });
    const response = await fetch(`${shop.url}/api/catalog/products/p1`, { method: 'DELETE' });
    expect(await response.json()).toMatchObject({ removed: true, price: 35 });
    expect(await found('text=shorts')).toEqual([]);
    expect(await found('removed=true')).toEqual(['p1']);
  });

  test('a store has a place', async () => {
    const store = {
      name: 'Berlin Mitte',
      city: 'Berlin',
      hours: 'Mo-Sa 9-20',
      latitude: 52.52,
      longitude: 13.4,
    };
    expect(await must(shop.put('/api/catalog/stores/berlin', store))).toEqual({
      id: 'berlin',
      ...store,
      attributes: {},
    });
    expect(await must(shop.get('/api/catalog/stores'))).toMatchObject({ stores: [{ id: 'berlin' }] });
    expect((await shop.put('/api/catalog/stores/berlin', { latitude: 91 })).status).toBe(400);
    expect((await shop.get('/api/catalog/stores/nowhere')).status).toBe(404);
  });

  test('what is wrong is refused, and of many all or none are written', async () => {
    const write = (products: object[]) => shop.post<{ code: string }>('/api/catalog/products', { products });
    expect(await write([{ id: 'b1' }, { id: 'b2', price: -1 }])).toMatchObject({ status: 400 });
    expect(await write([{ id: 'b1' }, { id: 'b2', currency: 'XYZ' }])).toMatchObject({
      status: 422,
      body: { code: 'catalogue.not-valid', faults: [{ index: 1, code: 'catalogue.bad-value' }] },
    });
    expect(await write([{ id: 'b1', description: 'x'.repeat(1_000_000) }])).toMatchObject({ status: 400 });
    expect(await write([{ id: 'b1', attributes: { a: 'x'.repeat(30_000) } }])).toMatchObject({ status: 422 });
    expect(await write(Array.from({ length: 1_001 }, (_, i) => ({ id: `n${i}` })))).toMatchObject({
      status: 400,
    });
    // What decoding refuses, a feed finds in the quarantine; here it is told.
    const many = Array.from({ length: 300 }, (_, i) => ({ id: `n${i}`, ...(i === 299 ? { time: 0 } : {}) }));
    expect(await write(many)).toMatchObject({
      status: 422,
      body: { code: 'catalogue.not-valid', faults: [{ index: 299, code: 'event.bad-time' }] },
    });
    expect((await shop.get('/api/catalog/products/n0')).status).toBe(404);
    const crowded = { attributes: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`a${i}`, 1])) };
    expect(await shop.put('/api/catalog/products/b3', crowded)).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'catalogue.full' }] },
    });
    expect((await shop.put('/api/catalog/stores/berlin', { time: 0 })).status).toBe(422);
    expect((await shop.get('/api/catalog/products/b1')).status).toBe(404);
    expect((await write([{ id: '__proto__', name: 'Odd' }])).status).toBe(200);
    expect(await must(shop.get('/api/catalog/products/__proto__'))).toMatchObject({ name: 'Odd' });
    expect((await shop.get('/api/catalog/products/constructor')).status).toBe(404);
  });
});

describe('events of the catalogue', () => {
  test('change products and make no people, and what cannot be read is in the quarantine with its reason', async () => {
    const key = await shop.addSource('pim', 'catalogue');
    const people = await shop.app.state.count('people');
    await shop.send(
      [
        { name: 'Product Updated', identities: {}, properties: { product_id: 'e1', name: 'Mat', price: 20 } },
        // Libraries that always name somebody name their system.
        { name: 'Stock Changed', identities: { user: 'pim' }, properties: { product_id: 'e1', stock: 3 } },
        { name: 'Price Changed', identities: {}, properties: { product_id: 'e1', price: -3 } },
        { name: 'Product Praised', identities: {}, properties: { product_id: 'e1' } },
      ],
      key,
    );
    expect(await must(shop.get('/api/catalog/products/e1'))).toMatchObject({
      name: 'Mat',
      price: 20,
      stock: 3,
    });
    expect(await shop.app.state.count('people')).toBe(people);
    const { entries } = await must(shop.get<{ entries: { reason: string }[] }>('/api/quarantine?source=pim'));
    expect(entries.map(({ reason }) => reason)).toEqual(['catalogue.unknown-event', 'catalogue.bad-value']);
  });

  test('of the same names on another channel are about people and change nothing', async () => {
    await shop.send([
      { name: 'Product Removed', identities: { anonymous: 'a1' }, properties: { product_id: 'e1' } },
      { name: 'Price Changed', identities: { anonymous: 'a1' }, properties: { product_id: 'e1', price: 0 } },
    ]);
    expect(await must(shop.get('/api/catalog/products/e1'))).toMatchObject({ price: 20, removed: false });
    expect(await shop.person('anonymous:a1')).toMatchObject({ events: { count: 2 } });
  });

  test('a restart finds the same catalogue, and the warehouse says the same of now', async () => {
    await shop.settled();
    const before = await must(shop.get<Listed>('/api/catalog/products?removed=true'));
    const details = await must(shop.get('/api/catalog/products/p1'));
    await shop.restart();
    expect(await must(shop.get('/api/catalog/products?removed=true'))).toEqual(before);
    expect(await must(shop.get('/api/catalog/products/p1'))).toEqual(details);
    const { rows } = await shop.app.warehouse.query(
      'select product_id, category, brand, price, stock\nfrom catalogue\norder by product_id',
    );
    const { catalogue } = shop.app.partition;
    expect(rows).toEqual(
      before.products.map(({ id }) => {
        const { category = '', brand = '', price = null, stock = null } = catalogue.lookup(id)!;
        return { product_id: id, category, brand, price, stock };
      }),
    );
  });

  test('a condition asks it, of the fold and of the warehouse, what was bought', async () => {
    await must(
      shop.put('/api/catalog/products/bought', { brand: 'Luma', category: 'Sport > Yoga', price: 30 }),
    );
    const products = [{ product_id: 'bought', quantity: 1, price: 25 }];
    await shop.send([
      { name: 'Order Completed', identities: { user: 'buyer' }, properties: { order_id: 'o1', products } },
      {
        name: 'Order Completed',
        identities: { user: 'other' },
        properties: { order_id: 'o2', products: [] },
      },
    ]);
    const bought = [
      { catalogue: 'brand', text: { is: 'Luma' } },
      { catalogue: 'price', number: { atLeast: 30 } },
    ] as const;
    const condition = { did: { event: 'Order Completed', products: [...bought] } };
    const { sql, bindings } = conditionSql(condition, Date.now());
    const { rows } = await shop.app.warehouse.query<{ person: number }>(sql, bindings);
    expect(rows.map(({ person }) => person)).toEqual([(await shop.person('user:buyer')).id]);
    const { lookup } = shop.app.partition.catalogue;
    expect(compileCondition(condition, { catalogue: lookup }).catalogueTests).toHaveLength(1);
    expect(lookup('bought')).toEqual({ brand: 'Luma', category: 'Sport/Yoga', price: 30 });
  });

  test('a backup brings the view of the catalogue back with the rest', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-catalogue-'));
    const { warehouse } = shop.app;
    const ask = async () => (await warehouse.query('select * from catalogue order by product_id')).rows;
    const before = await ask();
    await warehouse.backup(join(folder, 'backup'));
    await warehouse.restore(join(folder, 'backup'));
    expect(await ask()).toEqual(before);
    expect(before.length).toBeGreaterThan(2);
    const { rows } = await warehouse.query<{ type: string }>(
      "select type from system.columns where table = 'catalogue' and name in {names:Array(String)} order by name",
      { names: Object.keys(CATALOGUE_COLUMNS) },
    );
    const types = Object.entries(CATALOGUE_COLUMNS).sort(([a], [b]) => (a < b ? -1 : 1));
    expect(rows.map(({ type }) => type)).toEqual(types.map(([, type]) => type));
    await rm(folder, { recursive: true });
  });

  test('a file of products is imported into the catalogue', async () => {
    await importProducts(
      'id,title,price,stock,brand,colour\nf1,Mat,19.90,4,Luma,blue\nf2,Ball,9,0,Luma,red\n',
    );
    expect(await must(shop.get('/api/catalog/products/f1'))).toMatchObject({
      name: 'Mat',
      price: 19.9,
      stock: 4,
      attributes: { colour: 'blue' },
    });
  });

  test('100,000 products of one file are all there, are found quickly, and outlive a restart', async () => {
    const rows = Array.from(
      { length: MANY },
      (_, i) => `m${i},Thing ${i},${i % 100},${i % 7},Brand ${i % 50},red`,
    );
    await importProducts(`id,title,price,stock,brand,colour\n${rows.join('\n')}\n`);
    const { catalogue } = shop.app.partition;
    expect(catalogue.lookup('m99999')).toEqual({ brand: 'Brand 49', price: 99, stock: 4 });
    // The first question sorts all ids, once.
    await must(shop.get('/api/catalog/products?limit=1'));
    const started = performance.now();
    const found = await must(shop.get<Listed>('/api/catalog/products?text=thing%2099999&brand=Brand%2049'));
    expect(found.products).toMatchObject([{ id: 'm99999', price: 99, stock: 4 }]);
    expect(performance.now() - started).toBeLessThan(SEARCH_MS_MAX);
    await shop.restart();
    expect(shop.app.partition.catalogue.productCount).toBe(catalogue.productCount);
    expect(shop.app.partition.catalogue.lookup('m99999')).toEqual(catalogue.lookup('m99999'));
  });
});

/** Sends a CSV of products and waits until the catalogue and the warehouse have it. */
async function importProducts(text: string): Promise<void> {
  const map = {
    preset: 'products',
    product_id: 'id',
    properties: {
      name: 'title',
      price: { column: 'price', as: 'number' },
      stock: { column: 'stock', as: 'number' },
      brand: 'brand',
      colour: 'colour',
    },
  };
  const file = Buffer.from(text);
  const order = { map, file: 'products.csv', sizeBytes: file.length, fingerprint: String(file.length) };
  const { id } = await must(shop.post<{ id: string }>('/api/imports', order));
  const sent = await fetch(`${shop.url}/api/imports/${id}/content`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'upload-offset': '0' },
    body: file,
  });
  expect(sent.status).toBeLessThan(300);
  await expect
    .poll(async () => (await shop.get(`/api/imports/${id}`)).body, { timeout: 50_000, interval: 100 })
    .toMatchObject({ status: { state: 'done' } });
  await shop.settled();
}
