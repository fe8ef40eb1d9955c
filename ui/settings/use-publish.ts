import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';
import { useWords } from '../language/speech.tsx';

/** A document to publish, and the version that its author looked at; 0 when there was none. */
export interface Publication {
  readonly document: unknown;
  readonly version: number;
}

/** Publishes the one definition of a kind. Refused (`definition.changed`) when somebody else was quicker. */
export function usePublish(kind: string): UseMutationResult<unknown, Error, Publication> {
  const words = useWords().settings;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ document, version }: Publication) =>
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
