import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';

const FRESH_MS = 60_000;

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

/** Names of events and attributes, by use. */
export type Vocabulary = Answer<'/api/vocabulary'>;
/** A field of people or events, with values that several share. */
export type Field = Vocabulary['attributes'][number];
/** Fields of events of some names. */
export type EventFields = Answer<'/api/vocabulary/fields'>;
/** An audience as a condition may name it. */
export type NamedAudience = Answer<'/api/audiences'>['audiences'][number];
/** A trait that people defined. */
export type NamedTrait = Answer<'/api/traits'>['traits'][number];

/** The names that conditions are made of. */
export const vocabularyQuery = queryOptions({
  queryKey: ['vocabulary'],
  queryFn: ({ signal }) => must(api.GET('/api/vocabulary', { signal })),
  staleTime: FRESH_MS,
});

/** The fields of events, `*` for those of any. */
export function fieldsQuery(events: readonly string[]) {
  const event = events.filter((name) => name !== '');
  return queryOptions({
    queryKey: ['vocabulary', 'fields', ...event],
    queryFn: ({ signal }) =>
      must(api.GET('/api/vocabulary/fields', { params: { query: { event } }, signal })),
    enabled: event.length > 0,
    staleTime: FRESH_MS,
  });
}

/** All audiences, for membership. */
export const audiencesQuery = queryOptions({
  queryKey: ['audiences'],
  queryFn: async ({ signal }) => (await must(api.GET('/api/audiences', { signal }))).audiences,
  staleTime: FRESH_MS,
});

/** The traits that people defined. */
export const traitsQuery = queryOptions({
  queryKey: ['traits'],
  queryFn: async ({ signal }) => (await must(api.GET('/api/traits', { signal }))).traits,
  staleTime: FRESH_MS,
});

/** The words of conditions. They come once. */
export const speakerQuery = queryOptions({
  queryKey: ['condition-words'],
  queryFn: () => import('./say.ts'),
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});
