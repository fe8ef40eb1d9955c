import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../../../api/client.ts';
import type { paths } from '../../../api/schema.d.ts';

/** A rule of marketing channels. */
export type Rule =
  paths['/api/analytics/channels']['get']['responses'][200]['content']['application/json']['rules'][number];

/** The rules that count now: those of the workspace, or those that everybody begins with. */
export const channelsQuery = queryOptions({
  queryKey: ['analysis', 'channels'],
  queryFn: ({ signal }) => must(api.GET('/api/analytics/channels', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
});
