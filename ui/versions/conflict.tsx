import { lazy, type ReactNode, Suspense } from 'react';
import { ApiProblem } from '../api/problem.ts';

const OpenedConflict = lazy(async () => ({
  default: (await import('./opened-conflict.tsx')).OpenedConflict,
}));

/** A definition that was to be saved, and what can be done about somebody who was quicker. */
export interface ConflictProps {
  readonly kind: string;
  readonly id: string;
  /** The version that the reader's changes began from; 0 where there was none. */
  readonly base: number;
  readonly isBusy: boolean;
  /** Saves the reader's document in place of this version, which stays in the history. */
  readonly onKeep: (version: number) => void;
  /** Forgets the reader's changes and shows what there is now. */
  readonly onTake: () => void;
}

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
