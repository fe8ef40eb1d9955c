import { useWords } from '../language/speech.tsx';
import { type GroupNode, isNegated } from './model/tree.ts';

/** The four ways to join parts. */
export const JOINS = ['all', 'any', 'notAny', 'notAll'] as const;
export type JoinName = (typeof JOINS)[number];

/** Which of them a group is. */
export function joinOf(group: GroupNode): JoinName {
  if (!isNegated(group)) return group.join;
  return group.join === 'all' ? 'notAll' : 'notAny';
}

/** What a group is called. */
export function useJoinName(): (group: GroupNode) => string {
  const { joins } = useWords().conditions;
  return (group) => joins[joinOf(group)];
}
