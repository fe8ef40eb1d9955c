import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import type { Range } from '../api-types.ts';
import { knownAs, learnNames } from '../model/value-names.ts';

const VALUES_MAX = 60;
const FRESH_MS = 60_000;
/** Products of the catalogue that are looked through for a name. */
const FOUND_MAX = 500;

/** A value of a dimension, with how many people have it. */
export interface Known {
  readonly value: string;
  readonly people: number;
}

/** The values of a dimension, those of the most people first; of those that hold a text or are called so, where there is one. */
export function valuesQuery(dimension: string, range: Range, text: string) {
  return queryOptions({
    queryKey: ['analysis', 'values', dimension, range, text],
    queryFn: async ({ client, signal }): Promise<Known[]> => {
      const read = async (only: object, filters: object): Promise<Known[]> => {
        const levels = [{ dimension, limit: VALUES_MAX, ...only }];
        const body = { range, levels, columns: [{ metric: 'people' }], ...filters };
        const { answer, names } = await must(api.POST('/api/analytics/table', { body, signal }));
        learnNames(client, names);
        return answer.rows
          .map(({ path, values }) => ({ value: path[0] ?? '', people: values[0] ?? 0 }))
          .filter(({ value }) => value !== '');
      };
      if (text === '') return read({}, {});
      const called = await valuesCalled(client, dimension, text, signal);
      const [named, holding] = await Promise.all([
        called.length > 0 ? read({ only: called }, {}) : [],
        read({}, { filters: [{ dimension, text: { contains: text, ignoreCase: true } }] }),
      ]);
      const ids = new Set(named.map(({ value }) => value));
      return [...named, ...holding.filter(({ value }) => !ids.has(value))].sort(
        (a, b) => b.people - a.people,
      );
    },
    staleTime: FRESH_MS,
  });
}

/** The ids of what is called by a text: those that an answer named, and products that the catalogue finds. */
async function valuesCalled(
  client: QueryClient,
  dimension: string,
  text: string,
  signal: AbortSignal,
): Promise<string[]> {
  const known = knownAs(client, dimension, text);
  if (!known) return [];
  if (dimension === 'store') return known;
  const body = { text, limit: FOUND_MAX };
  const { products } = await must(api.POST('/api/catalog/products/search', { body, signal }));
  return [...new Set([...known, ...products.map(({ id }) => id)])];
}
