import { api, must } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

/** A number and the question that knows it. */
export interface NumberPlace {
  readonly question: string;
  readonly query: object;
  readonly cell: object;
}

type People = Body<'/api/analytics/table/people'>;
type Events = Body<'/api/analytics/table/events'>;
/** What an audience of a number would be, or is. */
export type Published = Body<'/api/analytics/table/publish'>;
/** An event behind a number. */
export type BehindEvent = Events['events'][number];

type Body<Path extends keyof paths> = paths[Path] extends {
  post: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

/** People shown first, and with each step further. */
export const SHOWN = 100;

/** Somebody behind a number, with what the reader may see of her. */
export type BehindPerson = Body<'/api/people/brief'>['people'][number];

/** A page of the people behind a number. */
export async function peopleBehind(
  { question, query, cell }: NumberPlace,
  after: number | undefined,
  signal: AbortSignal,
): Promise<Omit<People, 'people'> & { readonly people: readonly BehindPerson[] }> {
  const path = `/api/analytics/${question}/people` as '/api/analytics/table/people';
  const body = { query, cell, limit: SHOWN, ...(after === undefined ? {} : { after }) } as never;
  const { people: ids, ...page } = await must(api.POST(path, { body, signal }));
  if (ids.length === 0) return { ...page, people: [] };
  const { people } = await must(api.POST('/api/people/brief', { body: { ids }, signal }));
  return { ...page, people };
}

/** What a number means: a condition that is true of the people behind it, or why there is none. */
export function meaningOf({
  question,
  query,
  cell,
}: NumberPlace): Promise<Body<'/api/analytics/table/meaning'>> {
  const path = `/api/analytics/${question}/meaning` as '/api/analytics/table/meaning';
  return must(api.POST(path, { body: { query, cell } as never }));
}

/** A page of the events behind a number, newest first. */
export function eventsBehind(
  { question, query, cell }: NumberPlace,
  last: BehindEvent | undefined,
  signal: AbortSignal,
): Promise<Events> {
  const path = `/api/analytics/${question}/events` as '/api/analytics/table/events';
  const after = last && { time: last.time, place: last.place, derived: last.derived };
  return must(
    api.POST(path, { body: { query, cell, limit: SHOWN, ...(after ? { after } : {}) } as never, signal }),
  );
}

/** Makes an audience of the people behind a number, or with `dryRun` says what it would be. */
export function publishNumber(
  { question, query, cell }: NumberPlace,
  audience: { readonly id: string; readonly name: string; readonly dryRun?: true },
  signal?: AbortSignal,
): Promise<Published> {
  const path = `/api/analytics/${question}/publish` as '/api/analytics/table/publish';
  const { id, name, dryRun } = audience;
  return must(
    api.POST(path, {
      body: { query, cell, audience: id, name, ...(dryRun ? { dryRun } : {}) } as never,
      ...(signal ? { signal } : {}),
    }),
  );
}
