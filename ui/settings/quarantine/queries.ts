import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

type Page = paths['/api/quarantine']['get']['responses'][200]['content']['application/json'];
/** A refused event. */
export type Entry = Page['entries'][number];

/** What narrows the list. */
export interface QuarantineFilter {
  readonly reason: string;
  readonly source: string;
}

const PAGE = 50;

/** Refused events, newest first, a page at a time. */
export function quarantineQuery({ reason, source }: QuarantineFilter) {
  return infiniteQueryOptions({
    queryKey: ['quarantine', 'list', reason, source],
    queryFn: ({ pageParam, signal }) =>
      must(
        api.GET('/api/quarantine', {
          params: {
            query: {
              limit: PAGE,
              ...(reason ? { reason } : {}),
              ...(source ? { source } : {}),
              ...(pageParam === undefined ? {} : { below: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page): string | undefined => page.next,
  });
}
