import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';
import { SESSION_KEY } from '../api/query-client.ts';
import type { paths } from '../api/schema.d.ts';

/** Whether somebody is signed in here, who, and what she may do. */
export type Standing = paths['/api/session']['get']['responses'][200]['content']['application/json'];
/** Who is signed in. */
export type Me = NonNullable<Standing['me']>;
/** One of the things that somebody can be allowed to do. */
export type Permission = Me['permissions'][number];

/** Who is signed in. Asked once, and again when the window comes back, for another tab may have signed out, or a call was refused. */
export const standingQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: ({ signal }) => must(api.GET('/api/session', { signal })),
  staleTime: 5 * 60_000,
  refetchOnWindowFocus: 'always',
});

/** The names of everybody who works here, for whoever is signed in. */
export const userNamesQuery = queryOptions({
  queryKey: ['users', 'names'],
  queryFn: async ({ signal }) => (await must(api.GET('/api/users/names', { signal }))).users,
  staleTime: 60_000,
});
