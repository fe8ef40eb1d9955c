import { createContext, use } from 'react';
import type { Workspace } from '../document.ts';
import type { Change } from '../edit.ts';

/** What can be built beside a workspace. */
export const BUILT = ['dimension', 'metric', 'segment'] as const;
/** Which one is: a definition of its id, or a new one. */
export interface Building {
  readonly kind: (typeof BUILT)[number];
  readonly id?: string;
}

/** What is worked on: the document as it is shown, and the way to change it. */
export interface Workbench {
  /** Its id; undefined in a shared view. */
  readonly id: string | undefined;
  readonly workspace: Workspace;
  /** To look at only. */
  readonly isFixed: boolean;
  readonly change: (change: Change) => void;
  /** Makes an id that no panel or part has. */
  readonly newId: () => string;
  /** The chosen part, `panel/part`, as the address says it. */
  readonly chosen: string | undefined;
  /** Opens the builder; undefined where nothing may be built. */
  readonly build: ((building: Building) => void) | undefined;
}

export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

/** The workbench around a panel or part. */
export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext);
  if (!workbench) throw new Error('useWorkbench outside of a workspace');
  return workbench;
}
