import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { useWords } from '../language/speech.tsx';
import { isOvertaken, type Saved } from '../versions/conflict.tsx';
import { THEIRS_KEY } from '../versions/queries.ts';
import type { Saving } from './setting-form.tsx';

/** What was chosen though live definitions would be paused by it. */
interface Forced extends Saved<unknown> {
  readonly isForced?: true;
}

/**
 * Publishes the one definition of a kind, in place of the version that its author looked at (0 when there was none).
 * Refused (`definition.changed`) when somebody else was quicker: then it may be saved over hers. Refused
 * (`definition.in-use`) when live definitions would be paused: then it may be forced.
 */
export function usePublish(kind: string, version: number): Saving<unknown> {
  const words = useWords().settings;
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: ({ document, base, isForced }: Forced) =>
      must(
        api.POST('/api/definitions/{kind}/{id}/publish', {
          params: {
            path: { kind, id: kind },
            header: base === 0 ? {} : { 'if-match': `"${base}"` },
          },
          body: { document, ...(isForced && { force: true }) },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['single', kind] });
      notifications.show({ title: words.saved, message: words.savedText });
    },
    onError: () => queries.invalidateQueries({ queryKey: THEIRS_KEY }),
  });
  const wouldPause = save.error instanceof ApiProblem && save.error.code === 'definition.in-use';
  return {
    ...{ isPending: save.isPending, error: save.error },
    mutate: (document) => save.mutate({ document, base: version }),
    over: {
      kind,
      base: version,
      isAsked: isOvertaken(save),
      save: (document, base) => save.mutate({ document, base, isOver: true }),
    },
    force: {
      isAsked: wouldPause || (save.isPending && save.variables?.isForced === true),
      save: (document) => save.mutate({ document, base: save.variables?.base ?? version, isForced: true }),
    },
  };
}
