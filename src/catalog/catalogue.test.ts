import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../core/index.ts';
import { emptyMemory, openMemoryState } from '../engine/state/index.ts';
import { type Catalogue, loadCatalogue, readCatalogueEvent } from './index.ts';
import { addRun, type Run } from './runs.ts';

const empty = async (): Promise<Catalogue> => loadCatalogue(await openMemoryState(emptyMemory()));
const NOW = Date.UTC(2026, 4, 3);

function say(catalogue: Catalogue, name: string, properties: JsonObject, time = NOW): void {
  const change = readCatalogueEvent({ name, properties, time, received: NOW });
  if ('refused' in change) throw new Error(`${change.refused}: ${change.message}`);
  catalogue.apply(change, 0);
}

function codeOf(name: string, properties: JsonObject): string | undefined {
  const change = readCatalogueEvent({ name, properties, time: NOW, received: NOW });
  return 'refused' in change ? change.refused : undefined;
}

describe('reading an event', () => {
  test('takes the names that feeds use', () => {
    const properties = {
      sku: 7,
      title: 'Shorts',
      category: 'Women > Yoga > Shorts',
      compare_at_price: '59.90',
      price: 49.9,
      currency: 'eur',
      image_url: 'https://shop.example/7.jpg',
      stock: '12',
      colour: 'black',
      attributes: { size: ['S', 'M'] },
    };
    expect(readCatalogueEvent({ name: 'Product Updated', properties, time: NOW + 5, received: NOW })).toEqual(
      {
        kind: 'product',
        time: NOW,
        product: '7',
        fields: {
          name: 'Shorts',
          category: ['Women', 'Yoga', 'Shorts'],
          listPrice: 599_000,
          price: 499_000,
          currency: 'EUR',
          image: 'https://shop.example/7.jpg',
          removed: false,
        },
        attributes: { colour: 'black', size: ['S', 'M'] },
        stock: { store: '', quantity: 12 },
      },
    );
  });

  test.each([
    ['a negative price', 'catalogue.bad-value', { price: -1 }],
    ['a price of words', 'catalogue.bad-value', { price: 'free' }],
    ['a currency that there is not', 'catalogue.bad-value', { currency: 'XYZ' }],
    ['a script for an address', 'catalogue.bad-value', { url: 'javascript:alert(1)' }],
    ['data of another host for a path', 'catalogue.bad-value', { image: '//evil.example/x.png' }],
    ['a description of a megabyte', 'catalogue.bad-value', { description: 'x'.repeat(1_000_000) }],
    ['an attribute of a megabyte', 'catalogue.bad-value', { colour: 'x'.repeat(1_000_000) }],
    ['an attribute called __proto__', 'catalogue.bad-value', { attributes: JSON.parse('{"__proto__":1}') }],
    ['a category without end', 'catalogue.bad-value', { category: 'a/b/c/d/e/f/g/h/i/j/k' }],
    ['a stock of words', 'catalogue.bad-value', { stock: 'plenty' }],
    ['an id with a control character', 'catalogue.without-id', { product_id: 'a\u0000b' }],
    ['half a character in the id', 'catalogue.without-id', { product_id: '\ud800' }],
    ['an id of a megabyte', 'catalogue.without-id', { product_id: 'x'.repeat(1_000_000) }],
  ])('refuses %s', (_what, code, properties) => {
    expect(codeOf('Product Updated', { product_id: 'p', ...properties })).toBe(code);
  });

  test('refuses names it does not know, and changes that say nothing', () => {
    expect(codeOf('Product Updatd', { product_id: 'p' })).toBe('catalogue.unknown-event');
    expect(codeOf('Price Changed', { product_id: 'p' })).toBe('catalogue.bad-value');
    expect(codeOf('Stock Changed', { product_id: 'p' })).toBe('catalogue.bad-value');
    expect(codeOf('Store Updated', { store_id: 's', latitude: 91 })).toBe('catalogue.bad-value');
    expect(codeOf('Product Removed', {})).toBe('catalogue.without-id');
  });
});

describe('the catalogue', () => {
  test('gives conditions category, brand, price and the stock of all stores', async () => {
    const catalogue = await empty();
    say(catalogue, 'Product Updated', { product_id: 'p', category: 'A/B', brand: 'Luma', price: 5 });
    expect(catalogue.lookup('p')).toEqual({ category: 'A/B', brand: 'Luma', price: 5 });
    say(catalogue, 'Stock Changed', { product_id: 'p', store_id: 's1', quantity: 3 });
    say(catalogue, 'Stock Changed', { product_id: 'p', store_id: 's2', quantity: -2 });
    expect(catalogue.lookup('p')).toMatchObject({ stock: 3 });
    say(catalogue, 'Product Removed', { product_id: 'p' });
    expect(catalogue.lookup('p')).toEqual({ category: 'A/B', brand: 'Luma', stock: 0 });
    expect(catalogue.lookup('__proto__')).toBeUndefined();
    expect(catalogue.lookup('constructor')).toBeUndefined();
  });

  test('a late statement changes only what nobody said later', async () => {
    const catalogue = await empty();
    say(catalogue, 'Product Updated', { product_id: 'p', name: 'New', price: 8 }, NOW - 100);
    say(catalogue, 'Price Changed', { product_id: 'p', price: 5 }, NOW);
    say(catalogue, 'Product Updated', { product_id: 'p', name: 'Old', brand: 'Luma', price: 9 }, NOW - 200);
    say(catalogue, 'Price Changed', { product_id: 'p', price: 7 }, NOW - 50);
    expect(catalogue.lookup('p')).toEqual({ brand: 'Luma', price: 5 });
    expect(catalogue.product('p')!.prices.map(([from, , { price }]) => [from - NOW, price / 10_000])).toEqual(
      [
        [-200, 9],
        [-100, 8],
        [-50, 7],
        [0, 5],
      ],
    );
  });

  test('a value that was taken away is not brought back by an older statement', async () => {
    const catalogue = await empty();
    say(catalogue, 'Product Updated', { product_id: 'p', brand: null, stock: null }, NOW);
    say(catalogue, 'Product Updated', { product_id: 'p', brand: 'Luma', stock: 4 }, NOW - 1);
    expect(catalogue.lookup('p')).toEqual({ stock: 0 });
  });

  test('tells of moves once each, with before and after', async () => {
    const catalogue = await empty();
    const moves: unknown[] = [];
    say(catalogue, 'Product Updated', { product_id: 'p', price: 8, stock: 0 });
    catalogue.onMove((move) => moves.push(move));
    say(catalogue, 'Stock Changed', { product_id: 'p', quantity: 4 });
    say(catalogue, 'Stock Changed', { product_id: 'p', quantity: 4 });
    say(catalogue, 'Product Updated', { product_id: 'p', name: 'Shorts' });
    say(catalogue, 'Price Changed', { product_id: 'p', price: 6 });
    expect(moves).toEqual([
      { product: 'p', before: { price: 8, stock: 0 }, after: { price: 8, stock: 4 } },
      { product: 'p', before: { price: 8, stock: 4 }, after: { price: 6, stock: 4 } },
    ]);
  });

  test('keeps the attributes of a product within a limit, and says so', async () => {
    const catalogue = await empty();
    const many = (prefix: string) =>
      Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`${prefix}${i}`, i]));
    say(catalogue, 'Product Updated', { product_id: 'p', ...many('a') });
    const change = readCatalogueEvent({
      name: 'Product Updated',
      properties: { product_id: 'p', ...many('b') },
      time: NOW,
      received: NOW,
    });
    expect('refused' in change || catalogue.apply(change, 0)).toBe('A product has at most 200 attributes.');
  });
});

const fields = fc.record(
  {
    name: fc.constantFrom('a', 'b', null),
    brand: fc.constantFrom('x', 'y', null),
    price: fc.constantFrom(1, 2, 3, null),
    stock: fc.constantFrom(0, 5, null),
    store_id: fc.constantFrom('s1', 's2'),
    colour: fc.constantFrom('red', 'blue', null),
  },
  { requiredKeys: [] },
);
const statement = fc.record({
  name: fc.constantFrom('Product Updated', 'Product Updated', 'Product Removed'),
  product: fc.constantFrom('p', 'q', '__proto__'),
  properties: fields,
});

test('the order of arrival does not matter, nor does a restart on the way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(statement, { maxLength: 25 }).chain((statements) => {
        // Each at a moment of its own: of two statements at one moment the log decides.
        const timed = statements.map((each, i) => ({ ...each, time: NOW - 1_000 + i }));
        return fc.tuple(
          fc.constant(timed),
          fc.shuffledSubarray(timed, { minLength: timed.length }),
          fc.nat({ max: timed.length }),
        );
      }),
      async ([inOrder, shuffled, restartAt]) => {
        const one = await empty();
        const memory = emptyMemory();
        const state = await openMemoryState(memory);
        let other = await loadCatalogue(state);
        for (const { name, product, properties, time } of inOrder)
          say(one, name, { ...properties, product_id: product }, time);
        for (const [i, { name, product, properties, time }] of shuffled.entries()) {
          if (i === restartAt) {
            await state.commit(other.takeChanges(0));
            other = await loadCatalogue(state);
          }
          say(other, name, { ...properties, product_id: product }, time);
        }
        for (const { id, fields: latest, attributes, view, prices } of one.products()) {
          const again = other.product(id)!;
          expect(again.view).toEqual(view);
          expect(again.fields?.values).toEqual(latest?.values);
          expect(again.attributes?.values).toEqual(attributes?.values);
          expect(again.prices.at(-1)?.[2].price).toEqual(prices.at(-1)?.[2].price);
        }
        expect(other.productCount).toBe(one.productCount);
        await state.commit(other.takeChanges(0));
        const reloaded = await loadCatalogue(state);
        for (const product of other.products()) expect(reloaded.product(product.id)).toEqual(product);
      },
    ),
    { numRuns: 300 },
  );
});

test('the runs of a history are in order, and both ends of each were stated so', () => {
  const moments = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.constantFrom('a', 'b', 'c')), { maxLength: 40 });
  fc.assert(
    fc.property(moments, (statements) => {
      let runs: Run<string>[] = [];
      const truth = new Map<number, string>();
      for (const [at, value] of statements) {
        runs = addRun(runs, at, value, (a, b) => a === b);
        truth.set(at, value);
      }
      for (const [i, [from, to, value]] of runs.entries()) {
        expect(from).toBeLessThanOrEqual(to);
        if (i > 0) expect(runs[i - 1]![1]).toBeLessThan(from);
        if (i > 0) expect(runs[i - 1]![2]).not.toBe(value);
        expect([truth.get(from), truth.get(to)]).toEqual([value, value]);
      }
      const latest = Math.max(...truth.keys());
      if (truth.size > 0) expect(runs.at(-1)?.slice(1)).toEqual([latest, truth.get(latest)]);
    }),
    { numRuns: 500 },
  );
});
