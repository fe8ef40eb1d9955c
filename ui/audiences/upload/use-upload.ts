import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

/** What became of the rows of a file. */
export type UploadReport =
  paths['/api/audiences/{id}/uploads']['post']['responses'][200]['content']['application/json'];

/** A file, and how it is taken. */
export interface UploadOrder {
  readonly id: string;
  /** Of a new list: it is made first. */
  readonly name?: string;
  readonly file: File;
  /** What the identities are; told by the header unless given. */
  readonly namespace?: string;
  readonly mode?: 'add' | 'replace';
}

/** Puts the people of a CSV file on a list. The file is the body as it is, so that nobody holds it in memory. */
export function useUpload(): UseMutationResult<UploadReport, Error, UploadOrder> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, name, file, namespace, mode }: UploadOrder) => {
      if (name !== undefined)
        await must(
          api.POST('/api/definitions/{kind}/{id}/publish', {
            params: { path: { kind: 'audience', id } },
            body: { document: { name, list: true } },
          }),
        );
      return must(
        api.POST('/api/audiences/{id}/uploads', {
          params: {
            path: { id },
            query: { ...(namespace ? { namespace } : {}), ...(mode ? { mode } : {}) } as { mode: 'add' },
          },
          headers: { 'content-type': 'text/csv' },
          body: file as never,
          bodySerializer: () => file as never,
        }),
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['audiences'] }),
  });
}
