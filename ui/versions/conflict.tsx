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

/** Whether something was not saved because somebody else changed it since it was read. */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'definition.changed';
}
