import { type Mutation, useMutationState } from '@tanstack/react-query';
import type { Task } from './tasks.ts';

/** What the task centre calls something that a page asked for and that may take long; to be put into `meta` of its mutation. */
export interface PageTask {
  readonly kind: 'replay' | 'export';
  /** What it is about, of what the mutation was given. */
  readonly name: (given: unknown) => string;
}

/** What pages of this tab asked for, the newest first: kept some minutes after it is done, and lost with the tab. */
export function usePageTasks(): Task[] {
  return useMutationState({ filters: { predicate: (each) => taskOf(each) !== undefined }, select: toTask })
    .flatMap((task) => task ?? [])
    .toReversed();
}

function taskOf({ options }: Mutation): PageTask | undefined {
  return options.meta?.['task'] as PageTask | undefined;
}

function toTask(mutation: Mutation): Task | undefined {
  const task = taskOf(mutation);
  if (!task) return undefined;
  const { status, variables, error } = mutation.state;
  const isRunning = status === 'pending';
  return {
    id: `page ${mutation.mutationId}`,
    kind: task.kind,
    name: task.name(variables),
    state: isRunning ? 'running' : status === 'error' ? 'failed' : 'done',
    isRunning,
    ...(error ? { why: error.message } : {}),
  };
}
