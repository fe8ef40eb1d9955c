import { beforeEach, expect, test } from 'vitest';
import type { JsonObject } from '../core/index.ts';
import { openMemoryState } from '../engine/state/index.ts';
import { createBrowser } from './browse.ts';
import { type Catalogue, loadCatalogue, readCatalogueEvent } from './index.ts';

let catalogue: Catalogue;
beforeEach(async () => {
  catalogue = await loadCatalogue(await openMemoryState());
});

function update(product_id: string, properties: JsonObject): void {
  const event = { name: 'Product Updated', properties: { product_id, ...properties }, time: 1, received: 1 };
  const change = readCatalogueEvent(event);
  if (!('refused' in change)) catalogue.apply(change, 0);
}

test('pages hold every product once, in the order of the ids, also those that come while somebody turns them', async () => {
  const browser = createBrowser(catalogue);
  for (const id of ['d', 'b', 'f']) update(id, { name: id });
  const first = await browser.find({ limit: 2 });
  expect([first.products.map(({ id }) => id), first.next]).toEqual([['b', 'd'], 'd']);
  for (const id of ['a', 'e']) update(id, { name: id });
  const second = await browser.find({ limit: 2, after: 'd' });
  expect([second.products.map(({ id }) => id), second.next]).toEqual([['e', 'f'], undefined]);
});

test('words, brand and category narrow a list; a category holds what is below it and nothing beside it', async () => {
  update('1', { name: 'Yoga Mat', brand: 'Luma', category: 'Sport > Yoga' });
  update('2', { name: 'Mat', brand: 'Other', category: 'Sport > Yoga > Mats' });
  update('3', { name: 'Ball', brand: 'Luma', category: 'Sport > Yogatta' });
  const find = async (filter: object) => {
    const { products } = await createBrowser(catalogue).find({ limit: 9, ...filter });
    return products.map(({ id }) => id);
  };
  expect(await find({ text: 'MAT yoga' })).toEqual(['1', '2']);
  expect(await find({ text: 'mat', brand: 'Luma' })).toEqual(['1']);
  expect(await find({ category: ['Sport', 'Yoga'] })).toEqual(['1', '2']);
  expect(await find({ category: [] })).toEqual([]);
});

test('categories count what is in them and below, and are counted anew when something changes', () => {
  const browser = createBrowser(catalogue);
  update('1', { category: 'Sport > Yoga' });
  update('2', { category: ['Sport', 'Yoga', 'Mats'] });
  update('3', { name: 'of no category' });
  const expected = [
    { path: ['Sport'], products: 2 },
    { path: ['Sport', 'Yoga'], products: 2 },
    { path: ['Sport', 'Yoga', 'Mats'], products: 1 },
  ];
  expect(browser.categories()).toEqual(expected);
  expect(browser.categories()).toBe(browser.categories());
  update('4', { category: 'Garden' });
  expect(browser.categories()).toEqual([{ path: ['Garden'], products: 1 }, ...expected]);
});
