import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Workspace } from '../document.ts';
import type { Change } from '../edit.ts';
import { stable } from '../inherit.ts';
import type { Kept } from '../queries.ts';

/** How many changes can be taken back. */
const STEPS_MAX = 100;

/** What is worked on and not saved. It stays while the reader looks at other pages. */
export interface Draft {
  readonly workspace: Workspace;
  readonly isDirty: boolean;
  readonly change: (change: Change) => void;
  /** Takes the last change back; undefined where there is none. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  readonly revert: () => void;
}

/** The draft and the way to it: older ones, and those that were taken back. */
interface Steps {
  readonly past: readonly Workspace[];
  readonly present: Workspace | undefined;
  readonly future: readonly Workspace[];
}

const UNTOUCHED: Steps = { past: [], present: undefined, future: [] };

/** The private draft of a workspace: nobody else sees it until it is saved. */
export function useDraft(id: string, kept: Kept): Draft {
  const queries = useQueryClient();
  const queryKey = useMemo(() => ['analysis', 'draft', id], [id]);
  const { data: steps = UNTOUCHED } = useQuery<Steps>({
    queryKey,
    queryFn: () => UNTOUCHED,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    initialData: UNTOUCHED,
  });
  const saved = kept.document;
  const set = useCallback(
    (next: (steps: Steps) => Steps) => queries.setQueryData<Steps>(queryKey, (old) => next(old ?? UNTOUCHED)),
    [queries, queryKey],
  );
  const change = useCallback(
    (next: Change) =>
      set(({ past, present = saved }) => {
        const made = next(present);
        if (made === present) return { past, present, future: [] };
        return { past: [...past, present].slice(-STEPS_MAX), present: made, future: [] };
      }),
    [set, saved],
  );
  const undo = useCallback(
    () =>
      set(({ past, present = saved, future }) => {
        const before = past.at(-1);
        return before
          ? { past: past.slice(0, -1), present: before, future: [present, ...future] }
          : { past, present, future };
      }),
    [set, saved],
  );
  const redo = useCallback(
    () =>
      set(({ past, present = saved, future }) => {
        const [after, ...rest] = future;
        return after ? { past: [...past, present], present: after, future: rest } : { past, present, future };
      }),
    [set, saved],
  );
  const revert = useCallback(() => set(() => UNTOUCHED), [set]);
  const isDirty = useMemo(
    () => steps.present !== undefined && stable(steps.present) !== stable(saved),
    [steps.present, saved],
  );
  return {
    workspace: steps.present ?? saved,
    isDirty,
    change,
    undo: steps.past.length > 0 ? undo : undefined,
    redo: steps.future.length > 0 ? redo : undefined,
    revert,
  };
}
