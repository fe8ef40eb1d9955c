import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';

/** Every question about what somebody else made of a definition. */
export const THEIRS_KEY = ['versions', 'theirs'] as const;

/** A definition as it stands now, asked anew each time somebody was quicker. */
export function theirsQuery(kind: string, id: string) {
  return queryOptions({
    queryKey: [...THEIRS_KEY, kind, id],
    queryFn: ({ signal }) =>
      must(api.GET('/api/definitions/{kind}/{id}', { params: { path: { kind, id } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
}

/** Where the documents of two versions differ. */
export function differencesQuery(kind: string, id: string, from: number, to: number) {
  return queryOptions({
    queryKey: ['versions', 'differences', kind, id, from, to],
    queryFn: async ({ signal }) => {
      const params = { path: { kind, id }, query: { from, to } };
      return (await must(api.GET('/api/definitions/{kind}/{id}/diff', { params, signal }))).differences;
    },
  });
}
