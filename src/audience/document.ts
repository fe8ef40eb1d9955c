import { type Condition, checkCondition } from '../core/condition/index.ts';
import { isObject } from '../core/index.ts';
import type { Definitions } from '../definition/index.ts';

/** The definitions of audiences have keys that start like this. */
export const AUDIENCE_KEY = 'audience/';

export type AudiencePhase = 'draft' | 'live' | 'paused' | 'archived';

/** What somebody set up: a condition with a name, or (`list`) people who come and go by events. */
export interface AudienceDocument {
  readonly id: string;
  readonly name: string;
  readonly state: AudiencePhase;
  readonly version: number;
  readonly condition?: Condition;
  readonly list?: true;
  /** What is wrong with the condition. */
  readonly problem?: string;
}

/**
 * The definition of an audience as it stands: the document that is live, or, where none is, only that it is a draft, paused or
 * archived. Undefined when there is none.
 */
export function readDocument(
  id: string,
  definitions: Pick<Definitions, 'get' | 'head'>,
): AudienceDocument | undefined {
  const key = `${AUDIENCE_KEY}${id}`;
  const head = definitions.head(key);
  const value = definitions.get(key);
  if (!isObject(value)) {
    if (!head) return undefined;
    const { reason } = head;
    const problem = reason ? { problem: `${reason.message}` } : {};
    return {
      id,
      name: id,
      state: head.state === 'live' ? 'draft' : head.state,
      version: head.version,
      ...problem,
    };
  }
  const { name, condition, list } = value;
  return {
    id,
    name: typeof name === 'string' ? name : id,
    state: 'live',
    version: head?.published ?? 1,
    ...(list === true ? { list } : conditionOf(condition)),
  };
}

function conditionOf(condition: unknown): Pick<AudienceDocument, 'condition' | 'problem'> {
  if (condition === undefined) return { problem: 'it has no condition' };
  const [problem] = checkCondition(condition);
  if (!problem) return { condition: condition as Condition };
  return { problem: `at ${problem.pointer || 'the condition'}: ${problem.message}` };
}

/** Members within members are followed this far; the check of a definition refuses circles, a foreign log may hold one. */
const MEMBER_DEPTH_MAX = 20;

/**
 * The condition with the conditions of the audiences that it names in their place, so that it needs nobody else. Lists stay
 * membership. What cannot be evaluated comes back as the reason.
 */
export function resolved(
  document: AudienceDocument,
  documents: (id: string) => AudienceDocument | undefined,
): Condition | { readonly unevaluable: string } {
  let unevaluable: string | undefined;
  const visit = (condition: Condition, depth: number): Condition => {
    if (depth > MEMBER_DEPTH_MAX) unevaluable = 'the audiences that it names come back to it';
    if (unevaluable !== undefined) return condition;
    if ('all' in condition) return { all: condition.all.map((part) => visit(part, depth)) };
    if ('any' in condition) return { any: condition.any.map((part) => visit(part, depth)) };
    if ('not' in condition) return { not: visit(condition.not, depth) };
    if (!('member' in condition)) return condition;
    const named = documents(condition.member);
    if (named?.list) return condition;
    if (named?.condition && named.state === 'live') return visit(named.condition, depth + 1);
    unevaluable = `it names the audience ${condition.member}, which is not live`;
    return condition;
  };
  if (!document.condition) return { unevaluable: document.problem ?? 'it is a list' };
  const whole = visit(document.condition, 0);
  return unevaluable === undefined ? whole : { unevaluable };
}
