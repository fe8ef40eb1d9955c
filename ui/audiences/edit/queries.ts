import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { paths } from '../../api/schema.d.ts';
import { isDoc } from '../../conditions/model/json.ts';
import type { AudienceDoc } from './document.ts';

type Shown = paths['/api/definitions/{kind}/{id}']['get']['responses'][200]['content']['application/json'];
/** What publishing would do. */
export type Preflight =
  paths['/api/definitions/{kind}/{id}/preflight']['post']['responses'][200]['content']['application/json'];

/** Where a definition stands, with what is live and what is worked on. */
export interface Standing {
  readonly version: number;
  readonly state: Shown['state'];
  readonly at: number;
  readonly by: string;
  readonly live: AudienceDoc | undefined;
  readonly draft: AudienceDoc | undefined;
}

/** Where the definition of an audience stands; null when there is none. */
export function standingQuery(id: string) {
  return queryOptions({
    queryKey: ['audiences', 'definition', id, 'standing'],
    queryFn: async ({ signal }): Promise<Standing | null> => {
      try {
        const params = { path: { kind: 'audience', id } };
        const shown = await must(api.GET('/api/definitions/{kind}/{id}', { params, signal }));
        const { version, state, at, by } = shown;
        return {
          ...{ version, state, at, by },
          live: documentIn(shown.document),
          draft: documentIn(shown.draftDocument),
        };
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
    // What is edited must not change under the hands: it is read anew when somebody asks.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

function documentIn(value: unknown): AudienceDoc | undefined {
  if (!isDoc(value)) return undefined;
  const name = typeof value['name'] === 'string' ? value['name'] : '';
  return { ...value, name } as AudienceDoc;
}

/** What publishing a document would do. */
export function preflight(id: string, document: AudienceDoc, signal?: AbortSignal): Promise<Preflight> {
  return must(
    api.POST('/api/definitions/{kind}/{id}/preflight', {
      params: { path: { kind: 'audience', id } },
      body: { document },
      ...(signal ? { signal } : {}),
    }),
  );
}

/** The version that a change was made from; 0 for one that there is not. */
function headers(version: number) {
  return version === 0 ? {} : { 'if-match': `"${version}"` };
}

/** Saves a draft. Refused with 412 when somebody else was quicker. */
export function saveDraft(id: string, document: AudienceDoc, version: number) {
  return must(
    api.PUT('/api/definitions/{kind}/{id}/draft', {
      params: { path: { kind: 'audience', id }, header: headers(version) },
      body: { document },
    }),
  );
}

/** Makes a document live. */
export function publish(
  id: string,
  document: AudienceDoc,
  version: number,
  how: { readonly note: string; readonly force: boolean },
) {
  return must(
    api.POST('/api/definitions/{kind}/{id}/publish', {
      params: { path: { kind: 'audience', id }, header: headers(version) },
      body: { document, force: how.force, ...(how.note === '' ? {} : { note: how.note }) },
    }),
  );
}
