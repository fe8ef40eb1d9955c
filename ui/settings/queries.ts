import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';

/** The rules of the workspace: namespaces, linking, time zone, currency. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => must(api.GET('/api/settings', { signal })),
  staleTime: 60_000,
});

/** Where events come from, with their write keys. */
export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: async ({ signal }) => (await must(api.GET('/api/sources', { signal }))).sources,
});

/** What programs call the API with. */
export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) => (await must(api.GET('/api/tokens', { signal }))).tokens,
});

/** What each role may do. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async ({ signal }) => (await must(api.GET('/api/roles', { signal }))).roles,
  staleTime: Number.POSITIVE_INFINITY,
});
