import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Workspace } from '../document.ts';
import type { Change } from '../edit.ts';
import { stable } from '../inherit.ts';
import { type Kept, readDraft } from '../queries.ts';
import { type Keeping, useKeeping } from './use-keeping.ts';

/** How many changes can be taken back. */
const STEPS_MAX = 100;

/** What is worked on and not saved. The server keeps it for its author alone. */
export interface Draft {
  readonly workspace: Workspace;
  readonly isDirty: boolean;
  /** The version that it began from: somebody else may have saved a newer one. */
  readonly version: number;
  readonly keeping: Keeping;
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
  /** The version that the first of them began from; undefined while nothing was changed. */
  readonly version: number | undefined;
  /** When the server was given it last (ms since the epoch), as far as it was read from there. */
  readonly at: number | undefined;
}

const UNTOUCHED: Steps = { past: [], present: undefined, future: [], version: undefined, at: undefined };

/** What the reader has changed, as it was kept; nothing for those who may change nothing. */
export function draftQuery(id: string, isFixed: boolean) {
  return queryOptions({
    queryKey: ['analysis', 'draft', id, isFixed],
    queryFn: async ({ signal }): Promise<Steps> => {
      const kept = isFixed ? undefined : await readDraft(id, signal);
      if (!kept) return UNTOUCHED;
      const { document, version, at } = kept;
      return { ...UNTOUCHED, present: document, version, at };
    },
    // From here on it is this tab that knows.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** The private draft of a workspace: nobody else sees it until it is saved. */
export function useDraft(id: string, kept: Kept, isFixed: boolean): Draft {
  const queries = useQueryClient();
  const { queryKey } = useMemo(() => draftQuery(id, isFixed), [id, isFixed]);
  const { data: steps = UNTOUCHED } = useQuery(draftQuery(id, isFixed));
  const saved = kept.document;
  const { version = kept.version } = steps;
  const set = useCallback(
    (next: (steps: Steps) => Partial<Steps>) =>
      queries.setQueryData<Steps>(queryKey, (old = UNTOUCHED) => ({ ...old, ...next(old) })),
    [queries, queryKey],
  );
  const change = useCallback(
    (next: Change) =>
      set(({ past, present = saved }) => {
        const made = next(present);
        if (made === present) return { future: [] };
        return { past: [...past, present].slice(-STEPS_MAX), present: made, future: [], version };
      }),
    [set, saved, version],
  );
  const undo = useCallback(
    () =>
      set(({ past, present = saved, future }) => {
        const before = past.at(-1);
        return before ? { past: past.slice(0, -1), present: before, future: [present, ...future] } : {};
      }),
    [set, saved],
  );
  const redo = useCallback(
    () =>
      set(({ past, present = saved, future }) => {
        const [after, ...rest] = future;
        return after ? { past: [...past, present], present: after, future: rest } : {};
      }),
    [set, saved],
  );
  const revert = useCallback(() => set(() => UNTOUCHED), [set]);
  const isDirty = useMemo(
    () => steps.present !== undefined && stable(steps.present) !== stable(saved),
    [steps.present, saved],
  );
  const keeping = useKeeping(id, isDirty ? steps.present : undefined, version, steps.at);
  return {
    workspace: steps.present ?? saved,
    isDirty,
    version,
    keeping,
    change,
    undo: steps.past.length > 0 ? undo : undefined,
    redo: steps.future.length > 0 ? redo : undefined,
    revert,
  };
}
