import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { TimelineFilter } from './address.ts';

/** A person among the results of a search. */
export type FoundPerson =
  paths['/api/people/search']['post']['responses'][200]['content']['application/json']['people'][number];

/** People by any identity, its beginning, or a name. The text travels in the body, never in an address. */
export function peopleSearch(text: string, limit: number) {
  return queryOptions({
    queryKey: ['people', 'search', text, limit],
    queryFn: async ({ signal }): Promise<FoundPerson[]> =>
      (await must(api.POST('/api/people/search', { body: { text, limit }, signal }))).people,
    gcTime: 60_000,
  });
}

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

/** A person as one document. */
export type Person = Answer<'/api/people/{id}'>;
/** An event of a person. */
export type TimelineEvent = Answer<'/api/people/{id}/timeline'>['events'][number];
/** What a merge or an un-merge would give. */
export type Preview = Extract<
  paths['/api/people/merge']['post']['responses'][200]['content']['application/json'],
  { before: unknown }
>;

/** A person now, or as she stood at a moment (ms). */
export function personQuery(id: number, at: number | undefined) {
  return queryOptions({
    queryKey: ['people', id, 'profile', at ?? 'now'],
    // openapi-fetch makes tuples to arrays; the consents of a person are tuples.
    queryFn: async ({ signal }) =>
      (await must(
        api.GET('/api/people/{id}', {
          params: { path: { id }, query: at === undefined ? {} : { at: new Date(at).toISOString() } },
          signal,
        }),
      )) as Person,
  });
}

const EVENTS_A_PAGE = 50;

/** What the filters of a timeline let through. */
const FILTERS: Readonly<Record<TimelineFilter, { readonly name?: string[]; readonly channel?: string[] }>> = {
  all: {},
  orders: { name: ['Order Completed', 'Order Updated', 'Order Refunded', 'Order Cancelled'] },
  messages: { channel: ['message'] },
  web: { channel: ['web', 'app'] },
  store: { channel: ['store'] },
  service: { channel: ['call'] },
};

/** A person's events, newest first, a page at a time, up to a moment (ms) when one is given. */
export function timelineQuery(id: number, show: TimelineFilter, until: number | undefined) {
  return infiniteQueryOptions({
    queryKey: ['people', id, 'timeline', show, until ?? 'now'],
    queryFn: ({ pageParam, signal }) =>
      must(
        api.GET('/api/people/{id}/timeline', {
          params: {
            path: { id },
            query: {
              limit: EVENTS_A_PAGE,
              ...FILTERS[show],
              ...(pageParam === undefined ? {} : { before: pageParam }),
            },
          },
          signal,
        }),
      ),
    // Everything up to a moment is what comes before the first place of the next one.
    initialPageParam: until === undefined ? undefined : `${until + 1}:0:0`,
    getNextPageParam: (page): string | undefined => page.next,
  });
}

/** The names that people gave the audiences, by id. */
export const audienceNamesQuery = queryOptions({
  queryKey: ['audiences', 'names'],
  queryFn: async ({ signal }) => {
    const { audiences } = await must(api.GET('/api/audiences', { signal }));
    return new Map(audiences.map(({ id, name }) => [id, name]));
  },
  staleTime: 60_000,
});
