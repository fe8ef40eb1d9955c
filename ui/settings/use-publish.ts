import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';
import { useWords } from '../language/speech.tsx';

/**
 * Publishes the one definition of a kind, in place of the version that its author looked at (0 when there was none).
 * Refused (`definition.changed`) when somebody else was quicker.
 */
export function usePublish(kind: string, version: number): UseMutationResult<unknown, Error, unknown> {
  const words = useWords().settings;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (document: unknown) =>
      must(
        api.POST('/api/definitions/{kind}/{id}/publish', {
          params: {
            path: { kind, id: kind },
            header: version === 0 ? {} : { 'if-match': `"${version}"` },
          },
          body: { document },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['single', kind] });
      notifications.show({ title: words.saved, message: words.savedText });
    },
  });
}
