import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import type { Range } from '../api-types.ts';
import { learnNames } from '../model/value-names.ts';

const VALUES_MAX = 60;
const FRESH_MS = 60_000;

/** A value of a dimension, with how many people have it. */
export interface Known {
  readonly value: string;
  readonly people: number;
}

/** The values of a dimension, those of the most people first; of those that hold a text, where there is one. */
export function valuesQuery(dimension: string, range: Range, text: string) {
  const filters =
    text === '' ? {} : { filters: [{ dimension, text: { contains: text, ignoreCase: true as const } }] };
  return queryOptions({
    queryKey: ['analysis', 'values', dimension, range, text],
    queryFn: async ({ client, signal }): Promise<Known[]> => {
      const { answer, names } = await must(
        api.POST('/api/analytics/table', {
          body: {
            range,
            levels: [{ dimension, limit: VALUES_MAX }],
            columns: [{ metric: 'people' }],
            ...filters,
          },
          signal,
        }),
      );
      learnNames(client, names);
      return answer.rows
        .map(({ path, values }) => ({ value: path[0] ?? '', people: values[0] ?? 0 }))
        .filter(({ value }) => value !== '');
    },
    staleTime: FRESH_MS,
  });
}
