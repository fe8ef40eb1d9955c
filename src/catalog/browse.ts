import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Static, Type } from 'typebox';
import type { Catalogue } from './catalogue.ts';
import { fieldsOf, isRemoved, type Product } from './product.ts';

/** A category with how many products are in it. */
export const CategorySchema = Type.Object({
  path: Type.Array(Type.String()),
  products: Type.Integer({
    description: 'In it and in what is below it; without those that are not sold any more',
  }),
});
export type Category = Static<typeof CategorySchema>;

/** Which products are wanted. */
export interface ProductFilter {
  /** All of these words stand in id, name, brand or category. */
  readonly text?: string | undefined;
  /** The path from the widest; what is below it is in it. */
  readonly category?: readonly string[] | undefined;
  readonly brand?: string | undefined;
  /** Also those that are not sold any more. */
  readonly removed?: boolean | undefined;
  /** Ids after this one. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Answers questions about the whole assortment. What takes a walk over all products is kept until one changes. */
export interface Browser {
  /** Lets other work of the process have its turn while it looks. */
  find(filter: ProductFilter): Promise<{ products: Product[]; next?: string }>;
  categories(): readonly Category[];
}

const WORDS_MAX = 10;
/** Products looked at before other work gets its turn: some milliseconds. */
const STEP_PRODUCTS = 10_000;
const CATEGORIES_MAX = 10_000;

/** Opens the assortment for looking around. */
export function createBrowser(catalogue: Catalogue): Browser {
  let sorted: readonly Product[] = [];
  let tree: { readonly generation: number; readonly categories: readonly Category[] } | undefined;

  const inOrder = (): readonly Product[] => {
    // Products are never taken out, and new ones come last; sorting what is mostly in order is cheap.
    if (sorted.length === catalogue.productCount) return sorted;
    let index = 0;
    const fresh: Product[] = [];
    for (const product of catalogue.products()) if (index++ >= sorted.length) fresh.push(product);
    // A new array, because somebody may be looking through the old one.
    sorted = [...sorted, ...fresh].sort((one, other) => (one.id < other.id ? -1 : 1));
    return sorted;
  };
  return {
    async find(filter) {
      const { after, limit } = filter;
      const wants = wantedBy(filter);
      const all = inOrder();
      const products: Product[] = [];
      for (let i = after === undefined ? 0 : firstAfter(all, after); i < all.length; i++) {
        if (i % STEP_PRODUCTS === STEP_PRODUCTS - 1) await nextTurn();
        const product = all[i]!;
        if (!wants(product)) continue;
        if (products.length === limit) return { products, next: products[limit - 1]!.id };
        products.push(product);
      }
      return { products };
    },
    categories() {
      const { generation } = catalogue;
      if (tree?.generation !== generation) tree = { generation, categories: countCategories(catalogue) };
      return tree.categories;
    },
  };
}

function wantedBy({ text, category, brand, removed }: ProductFilter): (product: Product) => boolean {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, WORDS_MAX);
  const path = category && `${category.join('/')}/`;
  return (product) => {
    if (brand !== undefined && product.view.brand !== brand) return false;
    if (path !== undefined && !`${product.view.category ?? ''}/`.startsWith(path)) return false;
    if (removed !== true && isRemoved(product)) return false;
    return words.every((word) => product.words.includes(word));
  };
}

function firstAfter(products: readonly Product[], id: string): number {
  let low = 0;
  let high = products.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (products[middle]!.id <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countCategories(catalogue: Catalogue): Category[] {
  // Products share few paths, so the paths are taken apart once each and not once a product.
  const byPath = new Map<string, { path: readonly string[]; products: number }>();
  for (const product of catalogue.products()) {
    const { category } = product.view;
    if (category === undefined || isRemoved(product)) continue;
    const known = byPath.get(category);
    if (known) known.products++;
    else byPath.set(category, { path: fieldsOf(product).category ?? [], products: 1 });
  }
  const counts = new Map<string, Category>();
  for (const { path, products } of byPath.values()) {
    for (let depth = 1; depth <= path.length; depth++) {
      const upper = path.slice(0, depth);
      const key = upper.join('\0');
      const known = counts.get(key);
      if (known) known.products += products;
      else if (counts.size < CATEGORIES_MAX) counts.set(key, { path: upper, products });
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, category]) => category);
}
