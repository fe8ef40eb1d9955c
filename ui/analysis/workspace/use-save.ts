import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { isConflict, type Saved } from '../../versions/conflict.tsx';
import { THEIRS_KEY } from '../../versions/queries.ts';
import type { Workspace } from '../document.ts';
import { workspaceQuery } from '../queries.ts';

/** Saves a workspace for everybody. Refused where somebody else was quicker than the version that it is to replace. */
export function useSave(
  id: string,
  onSaved: () => void,
): UseMutationResult<unknown, Error, Saved<Workspace>> {
  const words = useWords().analysis;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ document, base }: Saved<Workspace>) => publish(id, document, base),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: workspaceQuery(id).queryKey });
      await queries.invalidateQueries({ queryKey: ['analysis', 'workspaces'] });
      onSaved();
      notifications.show({ message: words.saved });
    },
    onError: (error) =>
      isConflict(error)
        ? queries.invalidateQueries({ queryKey: THEIRS_KEY })
        : notifications.show({ color: 'red', title: words.notSaved, message: error.message }),
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
