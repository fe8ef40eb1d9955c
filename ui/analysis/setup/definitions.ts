import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { paths } from '../../api/schema.d.ts';
import { readSingle } from '../../api/single-definition.ts';

/** Kinds of definitions that are set up here. */
export type SetupKind = 'metric' | 'dimension' | 'lookup' | 'segment' | 'channels';
/** What is wrong with a document, and where. */
export type Finding =
  paths['/api/definitions/{kind}/{id}/preflight']['post']['responses'][200]['content']['application/json']['findings'][number];
/** One change of a definition. */
export type Version =
  paths['/api/definitions/{kind}/{id}/versions']['get']['responses'][200]['content']['application/json']['versions'][number];

/** A definition as it stands: its document, and the version that a change must name. */
export interface Standing {
  readonly document: unknown;
  /** 0: there is none yet. */
  readonly version: number;
}

const LIST_MAX = 1_000;
const VERSIONS_MAX = 50;
const keyOf = (kind: SetupKind): readonly string[] => ['analysis', 'setup', kind];

/** Definitions of a kind that are in use. */
export function listQuery(kind: SetupKind) {
  return queryOptions({
    queryKey: [...keyOf(kind), 'list'],
    queryFn: async ({ signal }) => {
      const query = { kind, limit: LIST_MAX };
      const { definitions } = await must(api.GET('/api/definitions', { params: { query }, signal }));
      return definitions.filter(({ state }) => state === 'live' || state === 'draft');
    },
  });
}

/** One definition; of a kind of which there is only one, its id is the kind. */
export function standingQuery(kind: SetupKind, id: string) {
  return queryOptions({
    queryKey: [...keyOf(kind), 'standing', id],
    queryFn: async ({ signal }): Promise<Standing> => {
      if (kind === id) return (await readSingle(kind, signal)) ?? { document: undefined, version: 0 };
      try {
        const params = { path: { kind, id } };
        const { document, draftDocument, version } = await must(
          api.GET('/api/definitions/{kind}/{id}', { params, signal }),
        );
        return { document: document ?? draftDocument, version };
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return { document: undefined, version: 0 };
        throw error;
      }
    },
    // What somebody works on does not change under her hands.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}

/** Its changes, newest first. */
export function versionsQuery(kind: SetupKind, id: string) {
  return queryOptions({
    queryKey: [...keyOf(kind), 'versions', id],
    queryFn: async ({ signal }): Promise<Version[]> => {
      const params = { path: { kind, id }, query: { limit: VERSIONS_MAX } };
      return (await must(api.GET('/api/definitions/{kind}/{id}/versions', { params, signal }))).versions;
    },
  });
}

/** The document of an older version. */
export async function versionDocument(kind: SetupKind, id: string, version: number): Promise<unknown> {
  const params = { path: { kind, id, version } };
  return (await must(api.GET('/api/definitions/{kind}/{id}/versions/{version}', { params }))).document;
}

/** What is wrong with a document. */
export async function findingsOf(
  kind: SetupKind,
  id: string,
  document: object,
  signal: AbortSignal,
): Promise<Finding[]> {
  const { findings } = await must(
    api.POST('/api/definitions/{kind}/{id}/preflight', {
      params: { path: { kind, id } },
      body: { document },
      signal,
    }),
  );
  return findings;
}

function headerOf(version: number) {
  return version === 0 ? {} : { 'if-match': `"${version}"` };
}

/** Makes a document live. Refused with 412 when somebody else was quicker. */
export function publish(kind: SetupKind, id: string, document: object, version: number): Promise<unknown> {
  return must(
    api.POST('/api/definitions/{kind}/{id}/publish', {
      params: { path: { kind, id }, header: headerOf(version) },
      body: { document },
    }),
  );
}

/** Takes a definition out of use; its versions are kept. */
export function archive(kind: SetupKind, id: string, version: number): Promise<unknown> {
  return must(
    api.POST('/api/definitions/{kind}/{id}/archive', {
      params: { path: { kind, id }, header: headerOf(version) },
      body: {},
    }),
  );
}
