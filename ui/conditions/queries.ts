import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { Language } from '../language/language.ts';

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

const SPEAKERS = {
  en: () => import('./say/en.ts'),
  de: () => import('./say/de.ts'),
  fr: () => import('./say/fr.ts'),
  es: () => import('./say/es.ts'),
  zh: () => import('./say/zh.ts'),
} as const satisfies Record<Language, unknown>;

/** The words of conditions in one language. They come once, after the first picture of a page. */
export function speakerQuery(language: Language) {
  return queryOptions({
    queryKey: ['condition-words', language],
    queryFn: () => SPEAKERS[language](),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}
