import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { isConflict } from '../../versions/conflict.tsx';
import { saveDraft, standingQuery } from './queries.ts';
import type { Draft } from './use-draft.ts';

/** Saves the draft; when somebody else was quicker, that is asked about. */
export function useSave(id: string, draft: Draft, isNew: boolean) {
  const words = useWords().audienceEdit;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isOvertaken, setConflict] = useState(false);
  const { document, version } = draft;
  const mutation = useMutation({
    mutationFn: () => saveDraft(id, document, version),
    onSuccess: async (head) => {
      draft.saved(head.version, document);
      notifications.show({ title: document.name, message: words.saved });
      await queries.invalidateQueries({ queryKey: ['audiences'], predicate: isOther(id) });
      if (isNew)
        await navigate({
          to: `/audiences/${encodeURIComponent(id)}/edit` as string,
          replace: true,
          ignoreBlocker: true,
        });
      else await queries.refetchQueries({ queryKey: standingQuery(id).queryKey });
    },
    onError: (error) => {
      if (isConflict(error)) setConflict(true);
      else notifications.show({ title: words.notSaved, message: error.message, color: 'red' });
    },
  });
  return {
    save: () => {
      if (document.name !== '' && id !== '' && !mutation.isPending) mutation.mutate();
    },
    isSaving: mutation.isPending,
    isConflict: isOvertaken,
    conflict: () => setConflict(true),
    settle: () => setConflict(false),
  };
}

function isOther(id: string): (query: { readonly queryKey: readonly unknown[] }) => boolean {
  const own = JSON.stringify(standingQuery(id).queryKey);
  return ({ queryKey }) =>
    JSON.stringify(queryKey) !== own && queryKey[1] !== 'estimate' && queryKey[1] !== 'preflight';
}
