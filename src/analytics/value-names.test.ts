import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type Shop } from '../../test/app.ts';
import { type Caller, callerWith, claim, join } from '../../test/callers.ts';

const START = Date.parse('2026-04-10T12:00:00Z');
const MINUTE = 60_000;
const range = { last: '7d' };
const columns = [{ metric: 'people' }];
const EXPORT = '/api/analytics/table/export';

const act = (minutesAgo: number, name: string, properties: object) => ({
  name,
  time: START - minutesAgo * MINUTE,
  identities: { loyalty: 'L-1' },
  properties,
});

let shop: Shop;
let owner: Caller;
let feed: string;
beforeAll(async () => {
  shop = await openShop(START);
  const till = await shop.addSource('till', 'store');
  feed = await shop.addSource('feed', 'catalogue');
  const line = (product_id: string) => ({ product_id, price: 20, quantity: 1 });
  await shop.send([
    act(5, 'Product Viewed', { product_id: 'P-1' }),
    act(4, 'Product Viewed', { product_id: 'P-2' }),
    act(3, 'Product Viewed', { product_id: 'P-unnamed' }),
  ]);
  await shop.send(
    [
      act(2, 'Order Completed', {
        order_id: 'A1',
        revenue: 20,
        currency: 'EUR',
        store_id: 's-3',
        products: [line('P-1')],
      }),
    ],
    till,
  );
  owner = await claim(shop);
  await write('products/P-1', { name: 'Yoga mat' });
  await write('products/P-2', { name: 'Running shoe' });
  await write('stores/s-3', { name: 'Zürich' });
});
afterAll(() => shop.close());

async function write(path: string, body: object): Promise<void> {
  const { status } = await owner.call('PUT', `/api/catalog/${path}`, body);
  expect(status).toBeLessThan(300);
  await shop.settled();
}

interface Answered {
  readonly answer: { readonly rows: { readonly path: readonly string[] }[] };
  readonly names?: object;
  readonly about: { readonly isCached: boolean };
}

async function ask(question: string, query: object, caller = owner): Promise<Answered> {
  const { status, body } = await caller.call<Answered>('POST', `/api/analytics/${question}`, {
    range,
    ...query,
  });
  expect([status, body]).toEqual([200, body]);
  return body;
}

/** Somebody who may ask questions and not read the catalogue. */
async function withoutCatalogue(): Promise<Caller> {
  const order = { name: 'figures', role: 'viewer', scopes: ['analytics.read'] };
  const { body } = await owner.call<{ secret: string }>('POST', '/api/tokens', order);
  return callerWith(shop, { authorization: `Bearer ${body.secret}` });
}

const table = (...dimensions: string[]) => ({
  levels: dimensions.map((dimension) => ({ dimension })),
  columns,
});
const MATS = { 'P-1': 'Yoga mat', 'P-2': 'Running shoe' };

it('an answer brings the names of the products and stores in it, by the dimension that says their ids', async () => {
  const { answer, names } = await ask('table', table('store', 'product'));
  // Ids are what rows say, also of what nobody named.
  expect(answer.rows.map(({ path }) => path.at(-1))).toContain('P-unnamed');
  expect(names).toEqual({ store: { 's-3': 'Zürich' }, product: MATS });
  expect((await ask('table', table('session-first:product'))).names).toEqual({
    'session-first:product': expect.objectContaining({ 'P-1': 'Yoga mat' }),
  });
});

it('an answer that is kept says what a product is called now', async () => {
  const query = { levels: [{ dimension: 'product', limit: 7 }], columns };
  expect((await ask('table', query)).names).toEqual({ product: MATS });
  await write('products/P-2', { name: 'Trail shoe' });
  const again = await ask('table', query);
  expect(again.names).toEqual({ product: { ...MATS, 'P-2': 'Trail shoe' } });
  await write('products/P-2', { name: 'Running shoe' });
});

it('an answer without products and stores brings no names, and one with a filter those that it names', async () => {
  expect(await ask('table', table('channel'))).not.toHaveProperty('names');
  expect(await ask('table', table())).not.toHaveProperty('names');
  const filters = [{ dimension: 'product', text: { anyOf: ['P-2', 'P-unnamed'] } }];
  expect((await ask('scorecard', { tiles: columns, filters })).names).toEqual({
    product: { 'P-2': 'Running shoe' },
  });
});

it('ways, neighbours, touches, stores, cohorts and what people did instead have names', async () => {
  const namesOf = async (question: string, query: object) => (await ask(question, query)).names;
  expect(await namesOf('flow', { dimension: 'product' })).toEqual({ product: MATS });
  expect(await namesOf('neighbours', { dimension: 'product', value: 'P-1' })).toEqual({ product: MATS });
  expect(await namesOf('click-to-brick', {})).toEqual({ store: { 's-3': 'Zürich' } });
  expect(await namesOf('click-to-brick', { by: 'session-last:product' })).toMatchObject({
    store: { 's-3': 'Zürich' },
  });
  const touched = await namesOf('attribution', {
    dimension: 'product',
    metrics: ['orders'],
    models: [{ model: 'linear' }],
  });
  expect(touched).toEqual({ product: MATS });
  const by = { dimension: 'store' };
  expect(await namesOf('cohort', { inclusion: [{ metric: 'orders' }], unit: 'day', by })).toEqual({
    store: { 's-3': 'Zürich' },
  });
  const steps = [{ any: [{ dimension: 'product', text: { is: 'P-1' } }] }, { any: [{ event: 'Nothing' }] }];
  expect(
    await namesOf('fallout', { steps, instead: { step: 1, dimension: 'property:product_id' } }),
  ).toMatchObject({
    product: { 'P-1': 'Yoga mat' },
  });
});

it('a derived dimension that hands on a product hands on its name; one that makes a text of it does not', async () => {
  const define = async (id: string, value: object): Promise<string> => {
    const publish = `/api/definitions/dimension/${id}/publish`;
    const document = { name: id, value };
    const { status } = await owner.call('POST', publish, { document }, { 'if-match': '*' });
    expect(status).toBeLessThan(300);
    return `derived:${id}`;
  };
  const next = await define('next', { next: { dimension: 'property:product_id' }, within: 'person' });
  const first = { summarize: { dimension: 'property:product_id' }, within: 'person', by: 'first' };
  const preview = await owner.call<Answered>('POST', '/api/analytics/preview', {
    range,
    of: { dimension: first },
  });
  expect(preview.body.names).toEqual({ 'derived:preview': { 'P-1': 'Yoga mat' } });
  const lower = await define('lower', { lower: { dimension: 'product' } });
  expect((await ask('table', table(next))).names).toEqual({
    [next]: expect.objectContaining({ 'P-2': 'Running shoe' }),
  });
  expect(await ask('table', table(lower))).not.toHaveProperty('names');
});

it('a view that is shared by a link has the names of then', async () => {
  const parts = [{ id: 'a', question: 'table', query: table('store') }];
  const document = { name: 'Stores', range, panels: [{ id: 'p', parts }] };
  const publish = '/api/definitions/workspace/stores/publish';
  expect((await owner.call('POST', publish, { document }, { 'if-match': '*' })).status).toBe(200);
  const { body } = await owner.call<{ path: string }>('POST', '/api/analytics/workspaces/stores/share', {});
  const view = await callerWith(shop).call<{ answers: object }>('GET', body.path);
  expect(view.body.answers).toMatchObject({ 'p/a': { names: { store: { 's-3': 'Zürich' } } } });
});

it('somebody who may not read the catalogue is given no names, and what is hidden is refused as before', async () => {
  const figures = await withoutCatalogue();
  expect(await ask('table', table('product'), figures)).not.toHaveProperty('names');
  const analyst = await join(shop, owner, 'analyst');
  expect((await ask('table', table('product'), analyst)).names).toEqual({ product: MATS });
  const hidden = { range, ...table('product', 'property:email') };
  expect((await analyst.call('POST', '/api/analytics/table', hidden)).status).toBe(403);
});

it('an export has beside each id the name that counts now, for those who may read the catalogue', async () => {
  const say = (minutesAgo: number, properties: object) => ({
    name: 'Product Updated',
    time: START - minutesAgo * MINUTE,
    identities: {},
    properties,
  });
  await shop.send(
    [
      say(5, { product_id: 'P-2', name: 'An older name that comes late' }),
      say(4, { product_id: 'P-3', name: 'Gone' }),
      say(3, { product_id: 'P-3', name: null }),
      say(3, { product_id: 'P-4', title: ' Shoe "Trail", \\42 ' }),
      say(3, { product_id: 'P-5', name: 1984, category: 'Books' }),
    ],
    feed,
  );
  const ids = ['P-1', 'P-2', 'P-3', 'P-4', 'P-5', 'P-unnamed'];
  await shop.send(ids.map((product_id) => act(1, 'Product Viewed', { product_id })));
  const query = { range, columns, levels: [{ dimension: 'product' }, { dimension: 'store' }] };
  const exported = async (format: string, caller = owner): Promise<string> => {
    const answer = await caller.send('POST', EXPORT, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, format }),
    });
    expect(answer.status).toBe(200);
    return answer.text();
  };
  expect((await exported('csv')).trim().split('\n')).toEqual([
    '"product","product_name","store","store_name","people"',
    '"P-1","Yoga mat","","",1',
    '"P-1","Yoga mat","s-3","Zürich",1',
    '"P-2","Running shoe","","",1',
    '"P-3","","","",1',
    '"P-4","Shoe ""Trail"", \\42","","",1',
    '"P-5","1984","","",1',
    '"P-unnamed","","","",1',
  ]);
  // The same names as beside an answer, which come from the catalogue itself.
  expect((await ask('table', table('product'))).names).toEqual({
    product: { ...MATS, 'P-4': 'Shoe "Trail", \\42', 'P-5': '1984' },
  });
  expect(JSON.parse((await exported('json')).split('\n')[1]!)).toMatchObject({ store_name: 'Zürich' });
  expect(await exported('parquet')).toMatch(/^PAR1/);
  expect((await exported('csv', await withoutCatalogue())).split('\n')[0]).toBe('"product","store","people"');
});
