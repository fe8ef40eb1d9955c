import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

/** An audience in the list. */
export type Audience = Answer<'/api/audiences'>['audiences'][number];
/** An audience with what it says. */
export type AudienceDetail = Answer<'/api/audiences/{id}'>;
/** How all audiences moved. */
export type Trends = Answer<'/api/audience-trends'>;
/** Entries, exits and size of a day. */
export type DayOfMoves = Answer<'/api/audiences/{id}/history'>['days'][number];
/** Somebody in an audience. */
export type Member = Answer<'/api/audiences/{id}/members'>['members'][number];
/** A change of a definition. */
export type Version = Answer<'/api/definitions/{kind}/{id}/versions'>['versions'][number];

/** Moves of audiences are looked at by the day. */
export const TREND_DAYS = 30;
const LIST_MS = 30_000;
/** While the past is read people watch. */
const FILLING_MS = 2_000;
const MEMBERS_A_PAGE = 100;
const VERSIONS_MAX = 200;

/** All audiences. */
export const audiencesQuery = queryOptions({
  queryKey: ['audiences', 'list'],
  queryFn: async ({ signal }) => (await must(api.GET('/api/audiences', { signal }))).audiences,
  refetchInterval: ({ state }) => (state.data?.some(({ progress }) => progress) ? FILLING_MS : LIST_MS),
});

/** How all of them moved in the last days. */
export const trendsQuery = queryOptions({
  queryKey: ['audiences', 'trends'],
  queryFn: ({ signal }) =>
    must(api.GET('/api/audience-trends', { params: { query: { days: TREND_DAYS } }, signal })),
  staleTime: 60_000,
});

/** One audience. */
export function audienceQuery(id: string) {
  return queryOptions({
    queryKey: ['audiences', 'one', id],
    queryFn: ({ signal }) => must(api.GET('/api/audiences/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.progress ? FILLING_MS : LIST_MS),
  });
}

/** Its definition: where it stands, and the documents that are published and worked on. */
export function definitionQuery(id: string) {
  return queryOptions({
    queryKey: ['audiences', 'definition', id],
    queryFn: ({ signal }) =>
      must(api.GET('/api/definitions/{kind}/{id}', { params: { path: { kind: 'audience', id } }, signal })),
  });
}

/** Its days, those on which nothing happened left out. */
export function historyQuery(id: string, days: number) {
  return queryOptions({
    queryKey: ['audiences', 'history', id, days],
    queryFn: async ({ signal }) =>
      (
        await must(
          api.GET('/api/audiences/{id}/history', { params: { path: { id }, query: { days } }, signal }),
        )
      ).days,
    staleTime: 60_000,
  });
}

/** What members are called by: shops name the same thing differently. */
export const SHOWN_ATTRIBUTES = ['firstName', 'first_name', 'lastName', 'last_name', 'name', 'email'];

/** Its members, who entered last first, a page at a time. */
export function membersQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['audiences', 'members', id],
    queryFn: ({ pageParam, signal }) =>
      must(
        api.GET('/api/audiences/{id}/members', {
          params: {
            path: { id },
            query: {
              order: 'entered',
              limit: MEMBERS_A_PAGE,
              attribute: SHOWN_ATTRIBUTES,
              ...(pageParam === undefined ? {} : { after: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page): string | undefined => page.next,
  });
}

/** How many people are in which of two or three. */
export function overlapQuery(ids: readonly string[]) {
  return queryOptions({
    queryKey: ['audiences', 'overlap', ids],
    queryFn: async ({ signal }) =>
      (await must(api.GET('/api/audiences/overlap', { params: { query: { id: [...ids] } }, signal }))).parts,
    enabled: ids.length > 1,
    staleTime: 60_000,
    placeholderData: () => undefined,
  });
}

/** The changes of its definition, newest first. */
export function versionsQuery(id: string) {
  return queryOptions({
    queryKey: ['audiences', 'versions', id],
    queryFn: async ({ signal }) =>
      (
        await must(
          api.GET('/api/definitions/{kind}/{id}/versions', {
            params: { path: { kind: 'audience', id }, query: { limit: VERSIONS_MAX } },
            signal,
          }),
        )
      ).versions,
  });
}

/** One of the changes, with its document. */
export function versionQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['audiences', 'version', id, version],
    queryFn: ({ signal }) =>
      must(
        api.GET('/api/definitions/{kind}/{id}/versions/{version}', {
          params: { path: { kind: 'audience', id, version } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
