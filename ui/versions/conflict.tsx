import { lazy, type ReactNode, Suspense } from 'react';
import { ApiProblem } from '../api/problem.ts';
import type { ConflictProps } from './opened-conflict.tsx';

const OpenedConflict = lazy(async () => ({
  default: (await import('./opened-conflict.tsx')).OpenedConflict,
}));

/** Shown where something was not saved because somebody else was quicker: what changed, and whose is to stay. */
export function Conflict(props: ConflictProps): ReactNode {
  return (
    <Suspense>
      <OpenedConflict {...props} />
    </Suspense>
  );
}

/** What is to be saved in place of a version. */
export interface Saved<T> {
  readonly document: T;
  /** The version that it takes the place of; 0 where there is none. */
  readonly base: number;
  /** It goes over what somebody else saved meanwhile: the reader chose so. */
  readonly isOver?: true;
}

/** Whether the choice is shown: from when saving was refused until what was chosen is done. */
export function isOvertaken(save: {
  readonly error: unknown;
  readonly isPending: boolean;
  readonly variables: Saved<unknown> | undefined;
}): boolean {
  return isConflict(save.error) || (save.isPending && save.variables?.isOver === true);
}

/** Whether something was not saved because somebody else changed it since it was read. */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'definition.changed';
}
