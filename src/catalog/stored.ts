import { newProduct, type Product, refresh } from './product.ts';
import type { Store } from './store.ts';

/** A product as text, without its stock. */
export function encodeProduct({ fields, attributes, prices }: Product): string {
  return JSON.stringify({ fields, attributes, prices });
}

/** The stock of a product as text: it changes much more often than the rest. */
export function encodeStock({ stock, stockRuns }: Product): string {
  const stores = [...stock].map(([store, { quantity, time }]) => [store, quantity, time]);
  return JSON.stringify({ stores, runs: stockRuns });
}

/** Reads what `encodeProduct` and `encodeStock` wrote. */
export function decodeProduct(id: string, text: string | undefined, stockText: string | undefined): Product {
  const product = newProduct(id);
  if (text !== undefined) Object.assign(product, JSON.parse(text));
  if (stockText !== undefined) {
    const { stores, runs } = JSON.parse(stockText) as {
      stores: [string, number | null, number][];
      runs: Product['stockRuns'];
    };
    for (const [store, quantity, time] of stores) product.stock.set(store, { quantity, time });
    product.stockRuns = runs;
  }
  refresh(product);
  return product;
}

/** A store as text, and read again. */
export function encodeStore({ place, attributes }: Store): string {
  return JSON.stringify({ place, attributes });
}

/** Reads what `encodeStore` wrote. */
export function decodeStore(id: string, text: string): Store {
  return { id, ...(JSON.parse(text) as Omit<Store, 'id'>) };
}
