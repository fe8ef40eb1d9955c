import { type Static, Type } from 'typebox';
import type { Catalogue } from './catalogue.ts';
import { fieldsOf, type Product } from './product.ts';

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
  find(filter: ProductFilter): { products: Product[]; next?: string };
  categories(): readonly Category[];
}

const WORDS_MAX = 10;
const CATEGORIES_MAX = 10_000;

/** Opens the assortment for looking around. */
export function createBrowser(catalogue: Catalogue): Browser {
  let ids: string[] = [];
  let tree: { readonly generation: number; readonly categories: readonly Category[] } | undefined;

  const sortedIds = (): string[] => {
    // Products are never taken out, so the list is complete when it is long enough.
    if (ids.length !== catalogue.productCount) ids = [...catalogue.products()].map(({ id }) => id).sort();
    return ids;
  };
  return {
    find(filter) {
      const { after, limit } = filter;
      const wants = wantedBy(filter);
      const all = sortedIds();
      const products: Product[] = [];
      for (let i = after === undefined ? 0 : firstAfter(all, after); i < all.length; i++) {
        const product = catalogue.product(all[i]!)!;
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
    if (!words.every((word) => product.words.includes(word))) return false;
    if (path !== undefined && !`${product.view.category ?? ''}/`.startsWith(path)) return false;
    if (brand !== undefined && product.view.brand !== brand) return false;
    return removed === true || fieldsOf(product).removed !== true;
  };
}

function firstAfter(ids: readonly string[], id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countCategories(catalogue: Catalogue): Category[] {
  const counts = new Map<string, { path: string[]; products: number }>();
  for (const product of catalogue.products()) {
    const { category, removed } = fieldsOf(product);
    if (!category || removed === true) continue;
    for (let depth = 1; depth <= category.length; depth++) {
      const path = category.slice(0, depth);
      const key = path.join('\0');
      const known = counts.get(key);
      if (known) known.products++;
      else if (counts.size < CATEGORIES_MAX) counts.set(key, { path, products: 1 });
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, category]) => category);
}
