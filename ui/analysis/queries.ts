import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, must, mustDo } from '../api/client.ts';
import type { About } from './api-types.ts';
import type { Workspace } from './document.ts';
import { learnNames, type ValueNames } from './model/value-names.ts';

/** An answer with what it says of itself. */
export interface Answered {
  readonly answer: unknown;
  readonly about: About;
  readonly names?: ValueNames;
}

/** Asks a question of any kind; every kind has a route of its name. What it calls products and stores is kept for all who write them. */
export async function ask(
  client: QueryClient,
  question: string,
  query: object,
  signal?: AbortSignal,
): Promise<Answered> {
  const path = `/api/analytics/${question}` as '/api/analytics/table';
  const answered = await must(api.POST(path, { body: query as never, ...(signal ? { signal } : {}) }));
  learnNames(client, answered.names);
  return answered;
}

/** Workspaces that are shown to the reader. */
export const workspacesQuery = queryOptions({
  queryKey: ['analysis', 'workspaces'],
  queryFn: async ({ signal }) => (await must(api.GET('/api/analytics/workspaces', { signal }))).workspaces,
});

/** A workspace as it is kept, with the version that a change must name. */
export interface Kept {
  readonly document: Workspace;
  readonly version: number;
  readonly by: string;
  /** ms since the epoch. */
  readonly at: number;
}

/** The workspace of an id. */
export function workspaceQuery(id: string) {
  return queryOptions({
    queryKey: ['analysis', 'workspace', id],
    queryFn: async ({ signal }): Promise<Kept> => {
      const path = { kind: 'workspace', id };
      const { document, version, by, at } = await must(
        api.GET('/api/definitions/{kind}/{id}', { params: { path }, signal }),
      );
      return { document: document as Workspace, version, by, at };
    },
    // What somebody works on does not change under her hands; saving says when it was changed meanwhile.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What the reader has changed of a workspace and not saved, as the server keeps it for her alone. */
export interface KeptDraft {
  readonly document: Workspace;
  /** The version that it began from. */
  readonly version: number;
  /** ms since the epoch. */
  readonly at: number;
}

const DRAFT = '/api/analytics/workspaces/{id}/draft';

/** The draft that is kept of a workspace. */
export async function readDraft(id: string, signal: AbortSignal): Promise<KeptDraft | undefined> {
  const { draft } = await must(api.GET(DRAFT, { params: { path: { id } }, signal }));
  return draft as KeptDraft | undefined;
}

/** Keeps a draft, or forgets it with undefined. It goes on when the page is left meanwhile. */
export async function keepDraft(
  id: string,
  draft: Omit<KeptDraft, 'at'> | undefined,
): Promise<number | undefined> {
  const params = { path: { id } };
  if (draft === undefined) return void (await mustDo(api.DELETE(DRAFT, { params })));
  const body = draft as never;
  return (await must(api.PUT(DRAFT, { params, body }))).at;
}
