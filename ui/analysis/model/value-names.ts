import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import type { paths } from '../../api/schema.d.ts';

type Answered = paths['/api/analytics/table']['post']['responses'][200]['content']['application/json'];
/** What the catalogue calls values of dimensions: by dimension, then by value. */
export type ValueNames = NonNullable<Answered['names']>;

/** What answers have called values so far. It is never asked for itself: every answer brings the names of what it speaks of. */
export const valueNamesQuery = queryOptions<ValueNames>({
  queryKey: ['analysis', 'value names'],
  queryFn: skipToken,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

/** Keeps the names of an answer, the newest where something was called otherwise before. What is known already draws nothing anew. */
export function learnNames(client: QueryClient, learned: ValueNames | undefined): void {
  const known = client.getQueryData<ValueNames>(valueNamesQuery.queryKey) ?? {};
  const fresh = Object.entries(learned ?? {}).filter(([dimension, names]) =>
    Object.entries(names).some(([value, name]) => known[dimension]?.[value] !== name),
  );
  if (fresh.length === 0) return;
  const added = fresh.map(([dimension, names]) => [dimension, { ...known[dimension], ...names }]);
  client.setQueryData(valueNamesQuery.queryKey, { ...known, ...Object.fromEntries(added) });
}
