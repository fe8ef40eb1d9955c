import type {
  BehaviourCondition,
  Condition,
  MemberCondition,
  ReachableCondition,
  ScoreCondition,
} from '../condition.ts';
import { LIST_CHANGED, LISTED_FOR_EVER, NOT_LISTED, REACHABILITY_CHANGED, SCORE_COMPUTED } from '../facts.ts';
import { behaviourPart } from './behaviour.ts';
import type { Compiler, Part } from './part.ts';

/** What an audience is: a condition, or a list of people who are put on it and taken off it (an upload, a snapshot). */
export type AudienceDefinition = { readonly condition: Condition } | { readonly list: true };

/** Finds an audience by its id; undefined when there is none. */
export type AudienceResolver = (id: string) => AudienceDefinition | undefined;

/** Membership of a list as behaviour: the last of its changes reaches beyond now. */
export function listMembership({ member }: MemberCondition): BehaviourCondition {
  return {
    did: { event: LIST_CHANGED, where: [{ property: 'audience', text: { is: member } }] },
    // More than nothing ahead: a length that no document may say.
    last: { of: { property: 'until' }, date: { furtherAhead: '0min' } },
  };
}

const FOR_EVER_MS = Date.parse(LISTED_FOR_EVER);

/** Membership of a list, which for ever has no end: nobody waits for it, and nobody is told of it. */
export function listPart(condition: MemberCondition, compiler: Compiler): Part {
  const part = behaviourPart(listMembership(condition), compiler);
  return {
    holds: part.holds,
    nextChange(person, at, now) {
      const next = part.nextChange(person, at, now);
      return next === FOR_EVER_MS ? undefined : next;
    },
    found(person, at) {
      const found = part.found!(person, at);
      const isListed = found.kind === 'value' && found.value !== undefined && found.value !== NOT_LISTED;
      const isForEver = found.kind === 'value' && found.value === LISTED_FOR_EVER;
      return isListed && !isForEver ? found : { kind: 'value', value: isForEver };
    },
  };
}

/** Reachability as behaviour: what was stated last about the channel. */
export function reachability({ reachable }: ReachableCondition): BehaviourCondition {
  return {
    did: { event: REACHABILITY_CHANGED, where: [{ property: 'channel', text: { is: reachable } }] },
    last: { of: { property: 'reachable' }, truth: true },
  };
}

/** A score as behaviour: the last one that was computed. */
export function latestScore({ score, number }: ScoreCondition): BehaviourCondition {
  return {
    did: { event: SCORE_COMPUTED, where: [{ property: 'score', text: { is: score } }] },
    last: { of: { property: 'value' }, number },
  };
}
