import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useWords } from '../../language/speech.tsx';
import type { Workspace } from '../document.ts';
import { workspaceQuery } from '../queries.ts';

/** Saves a workspace for everybody. Somebody else's newer version is not overwritten: the reader is told. */
export function useSave(
  id: string,
  version: number,
  onSaved: () => void,
): UseMutationResult<unknown, Error, Workspace> {
  const words = useWords().analysis;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (document: Workspace) => publish(id, document, version),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: workspaceQuery(id).queryKey });
      await queries.invalidateQueries({ queryKey: ['analysis', 'workspaces'] });
      onSaved();
      notifications.show({ message: words.saved });
    },
    onError: (error) =>
      notifications.show({
        color: 'red',
        title: words.notSaved,
        message: error instanceof ApiProblem && error.status === 412 ? words.changedMeanwhile : error.message,
      }),
  });
}

/** Publishes a document; `version` is what its author looked at, undefined where it is new. */
export function publish(id: string, document: Workspace, version: number | undefined): Promise<unknown> {
  return must(
    api.POST('/api/definitions/{kind}/{id}/publish', {
      params: {
        path: { kind: 'workspace', id },
        header: version === undefined ? {} : { 'if-match': `"${version}"` },
      },
      body: { document: document as unknown as Record<string, never> },
    }),
  );
}
