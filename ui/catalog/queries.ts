import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { CatalogSearch } from './address.ts';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

/** A product in the list. */
export type Product = Answer<'/api/catalog/products'>['products'][number];
/** A product with everything that is known of it. */
export type ProductDetail = Answer<'/api/catalog/products/{id}'>;
/** A branch where people can go. */
export type Store = Answer<'/api/catalog/stores'>['stores'][number];

const A_PAGE = 50;
const STORES_MAX = 1_000;

/** Products by words and category, a page at a time. */
export function productsQuery({ text, category, removed: alsoRemoved }: CatalogSearch) {
  const removed = alsoRemoved === true;
  return infiniteQueryOptions({
    queryKey: ['catalog', 'products', text ?? '', category ?? '', removed],
    queryFn: ({ pageParam, signal }) =>
      must(
        api.GET('/api/catalog/products', {
          params: {
            query: {
              limit: A_PAGE,
              removed,
              ...(text ? { text } : {}),
              ...(category ? { category } : {}),
              ...(pageParam === undefined ? {} : { after: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page): string | undefined => page.next,
  });
}

/** Products by their ids, for pictures beside what names them. */
export function productsById(ids: readonly string[]) {
  return queryOptions({
    queryKey: ['catalog', 'ids', ...ids],
    queryFn: async ({ signal }) => {
      const query = { id: [...ids], limit: ids.length, removed: true };
      return (await must(api.GET('/api/catalog/products', { params: { query }, signal }))).products;
    },
    enabled: ids.length > 0,
    staleTime: 10 * 60_000,
  });
}

/** One product. */
export function productQuery(id: string) {
  return queryOptions({
    queryKey: ['catalog', 'product', id],
    queryFn: ({ signal }) =>
      must(api.GET('/api/catalog/products/{id}', { params: { path: { id } }, signal })),
  });
}

/** The first products that have some words, for the search over everything. */
export function productSearch(text: string, limit: number) {
  return queryOptions({
    queryKey: ['catalog', 'search', text, limit],
    queryFn: async ({ signal }) =>
      (await must(api.POST('/api/catalog/products/search', { body: { text, limit }, signal }))).products,
    gcTime: 60_000,
  });
}

/** The tree of categories with how many products are in each. */
export const categoriesQuery = queryOptions({
  queryKey: ['catalog', 'categories'],
  queryFn: async ({ signal }) => (await must(api.GET('/api/catalog/categories', { signal }))).categories,
  staleTime: 60_000,
});

/** All stores. */
export const storesQuery = queryOptions({
  queryKey: ['catalog', 'stores'],
  queryFn: async ({ signal }) =>
    (await must(api.GET('/api/catalog/stores', { params: { query: { limit: STORES_MAX } }, signal }))).stores,
  staleTime: 60_000,
});
