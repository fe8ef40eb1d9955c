import type { CatalogueProduct } from '../core/condition/index.ts';
import { fromMoney, type Json, type Money } from '../core/index.ts';
import type { CatalogueChange } from './change.ts';
import type { ProductFields } from './fields.ts';
import { type Latest, present, state, timeOf } from './latest.ts';
import { addRun, type Run } from './runs.ts';

/** What a product cost. */
export interface PricePoint {
  readonly price: Money;
  readonly listPrice: Money | undefined;
  readonly currency: string | undefined;
}

/** How many are in a store, and since when that is said. */
export interface StoreStock {
  readonly quantity: number | null;
  readonly time: number;
}

/** A product as the fold keeps it. */
export interface Product {
  readonly id: string;
  fields: Latest | undefined;
  attributes: Latest | undefined;
  prices: Run<PricePoint>[];
  readonly stock: Map<string, StoreStock>;
  /** The total over all stores. */
  stockRuns: Run<number>[];
  /** What conditions see; made anew with every change. */
  view: CatalogueProduct;
  /** Lower case, for finding it by its words. */
  words: string;
}

/** Attributes of one product. */
const ATTRIBUTES_MAX = 200;
/** Stores that may say how many of one product they have. */
const STORES_PER_PRODUCT_MAX = 10_000;

/** A product of which nothing was said yet. */
export function newProduct(id: string): Product {
  const none = { fields: undefined, attributes: undefined, prices: [], stockRuns: [] };
  return { id, ...none, stock: new Map(), view: {}, words: id.toLowerCase() };
}

/** Why a change cannot be taken by this product; undefined when it can. */
export function limitOf(
  product: Product | undefined,
  { attributes, stock }: CatalogueChange & { kind: 'product' },
): string | undefined {
  const known = product?.attributes?.values ?? {};
  const count = Object.keys({ ...known, ...attributes }).length;
  if (count > ATTRIBUTES_MAX) return `A product has at most ${ATTRIBUTES_MAX} attributes.`;
  if (stock && product && !product.stock.has(stock.store) && product.stock.size >= STORES_PER_PRODUCT_MAX)
    return `A product is in at most ${STORES_PER_PRODUCT_MAX} stores.`;
  return undefined;
}

/** What of a product changed, and so must be stored. */
export interface Changed {
  readonly product: boolean;
  readonly stock: boolean;
}

/** Takes a change over. Of two statements about a field the one of the later event counts, in whatever order they come. */
export function applyToProduct(product: Product, change: CatalogueChange & { kind: 'product' }): Changed {
  const { fields, attributes, time } = change;
  const before = { fields: product.fields, attributes: product.attributes, prices: product.prices };
  if (Object.keys(fields).length > 0)
    product.fields = state(product.fields, fields as Record<string, Json>, time);
  if (Object.keys(attributes).length > 0) product.attributes = state(product.attributes, attributes, time);
  if (fields.price !== undefined && fields.price !== null) product.prices = withPrice(product, change);
  const stock = change.stock ? applyStock(product, change.stock, time) : false;
  const isChanged =
    before.fields !== product.fields ||
    before.attributes !== product.attributes ||
    before.prices !== product.prices;
  if (isChanged || stock) refresh(product);
  return { product: isChanged, stock };
}

/** Works out what follows from the rest of a product. */
export function refresh(product: Product): void {
  const { category, brand, price, name, removed } = fieldsOf(product);
  const isSold = removed !== true;
  product.view = {
    ...(category ? { category: category.join('/') } : {}),
    ...(brand === undefined ? {} : { brand }),
    // What is not sold any more has no price and cannot be had; what it was still says what people liked.
    ...(price === undefined || !isSold ? {} : { price: fromMoney(price) }),
    ...(isSold ? (product.stock.size > 0 ? { stock: totalOf(product) } : {}) : { stock: 0 }),
  };
  product.words = [product.id, name, brand, ...(category ?? [])].join(' ').toLowerCase();
}

/** The fields that are known. */
export function fieldsOf(product: Product): ProductFields {
  return present(product.fields) as ProductFields;
}

/** Whether it is not sold any more. */
export function isRemoved({ fields }: Product): boolean {
  return fields?.values['removed'] === true;
}

/** How many there are in all stores; less than none counts as none. */
export function totalOf({ stock }: Product): number {
  let total = 0;
  for (const { quantity } of stock.values()) total += Math.max(0, quantity ?? 0);
  return total;
}

/** The price history with what this change says; list price and currency are those known at the time. */
function withPrice(
  product: Product,
  { fields, time }: CatalogueChange & { kind: 'product' },
): Run<PricePoint>[] {
  const known = fieldsOf(product);
  const runs = product.prices;
  const around = runs.find(([from, to]) => from <= time && to >= time)?.[2];
  const isNewest = product.fields !== undefined && timeOf(product.fields, 'price') === time;
  const point: PricePoint = {
    price: fields.price!,
    listPrice: fields.listPrice ?? (isNewest ? known.listPrice : around?.listPrice),
    currency: fields.currency ?? known.currency,
  };
  return addRun(runs, time, point, samePrice);
}

function samePrice(a: PricePoint, b: PricePoint): boolean {
  return a.price === b.price && a.listPrice === b.listPrice && a.currency === b.currency;
}

function applyStock(
  product: Product,
  { store, quantity }: { readonly store: string; readonly quantity: number | null },
  time: number,
): boolean {
  const known = product.stock.get(store);
  if (known && known.time > time) return false;
  product.stock.set(store, { quantity, time });
  // The total of an older moment is not known: other stores have said something else since. The warehouse has it all.
  const last = product.stockRuns.at(-1);
  if (!last || time >= last[1])
    product.stockRuns = addRun(product.stockRuns, time, totalOf(product), (a, b) => a === b);
  return true;
}
