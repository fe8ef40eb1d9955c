import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Workspace } from '../document.ts';
import type { Change } from '../edit.ts';
import { stable } from '../inherit.ts';
import type { Kept } from '../queries.ts';

/** What is worked on and not saved. It stays while the reader looks at other pages. */
export interface Draft {
  readonly workspace: Workspace;
  readonly isDirty: boolean;
  readonly change: (change: Change) => void;
  readonly revert: () => void;
}

/** The private draft of a workspace: nobody else sees it until it is saved. */
export function useDraft(id: string, kept: Kept): Draft {
  const queries = useQueryClient();
  const queryKey = ['analysis', 'draft', id];
  const { data } = useQuery<Workspace | null>({
    queryKey,
    queryFn: () => null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    initialData: null,
  });
  const workspace = data ?? kept.document;
  const change = useCallback(
    (next: Change) =>
      queries.setQueryData<Workspace | null>(['analysis', 'draft', id], (draft) =>
        next(draft ?? kept.document),
      ),
    [queries, id, kept.document],
  );
  const revert = useCallback(() => queries.setQueryData(['analysis', 'draft', id], null), [queries, id]);
  return {
    workspace,
    isDirty: data !== null && stable(data) !== stable(kept.document),
    change,
    revert,
  };
}
