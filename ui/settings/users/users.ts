import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

/** Somebody who works with this Rapport. */
export type User =
  paths['/api/users']['get']['responses'][200]['content']['application/json']['users'][number];

/** The roles, the one that may most first. */
export const ROLES = ['admin', 'marketer', 'analyst', 'agent', 'viewer'] as const satisfies User['role'][];

/** Everybody who works here. */
export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: async ({ signal }) => (await must(api.GET('/api/users', { signal }))).users,
});
