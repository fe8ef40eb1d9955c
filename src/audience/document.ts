import {
  type AudienceDefinition,
  type AudienceResolver,
  audiencesOf,
  type Condition,
  checkCondition,
} from '../core/condition/index.ts';
import { isObject } from '../core/index.ts';
import type { Definitions } from '../definition/index.ts';
import { type AudienceSet, conditionOfSet, partsOf, type Rank, type Split, wholeOf } from './set.ts';

/** The definitions of audiences have keys that start like this. */
export const AUDIENCE_KEY = 'audience/';

export type AudiencePhase = 'draft' | 'live' | 'paused' | 'archived';

/** What somebody set up: a condition with a name, or (`list`) people who are put on it and taken off it; or a part of such a one. */
export interface AudienceDocument {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly state: AudiencePhase;
  readonly version: number;
  readonly condition?: Condition;
  readonly list?: true;
  /** The first of whom the list is made, now and then. */
  readonly ranking?: Ranking;
  /** The audience that this is a part of. */
  readonly partOf?: string;
  /** What is wrong with the condition. */
  readonly problem?: string;
  /** The audiences that the condition names. */
  readonly names?: readonly string[];
}

/** Of whom a ranking takes how many, by what. */
export interface Ranking {
  readonly of: Condition;
  readonly rank: Rank;
}

/** A document of an audience that fits the schema. */
export interface AudienceContent {
  readonly name: string;
  readonly description?: string;
  readonly condition?: Condition;
  readonly list?: true | { readonly snapshotOf: string; readonly at: number };
  readonly set?: AudienceSet;
  readonly rank?: Rank;
  readonly split?: Split;
}

/**
 * The definition of an audience as it stands: the document that is live, or, where none is, only that it is a draft, paused or
 * archived; with a document for each part of a live one that is split. Empty when there is none.
 */
export function readDocuments(
  id: string,
  definitions: Pick<Definitions, 'get' | 'head'>,
): AudienceDocument[] {
  const key = `${AUDIENCE_KEY}${id}`;
  const head = definitions.head(key);
  const value = definitions.get(key);
  if (!isObject(value)) {
    if (!head) return [];
    const problem = head.reason ? { problem: head.reason.message } : {};
    const state = head.state === 'live' ? 'draft' : head.state;
    return [{ id, name: id, state, version: head.version, ...problem }];
  }
  const content = value as unknown as AudienceContent;
  const { description, split } = content;
  const version = head?.published ?? 1;
  const whole: AudienceDocument = {
    id,
    name: typeof content.name === 'string' ? content.name : id,
    ...(description === undefined ? {} : { description }),
    state: 'live',
    version,
    ...meaningOf(content),
  };
  const parts = split ? partsOf(id, split) : [];
  return [
    whole,
    ...parts.map(({ id: part, name, condition }): AudienceDocument => {
      const partName = `${whole.name}: ${name}`;
      return {
        id: `${id}/${part}`,
        name: partName,
        state: 'live',
        version,
        partOf: id,
        ...askingWhether(condition),
      };
    }),
  ];
}

function meaningOf(
  content: AudienceContent,
): Pick<AudienceDocument, 'condition' | 'names' | 'list' | 'ranking' | 'problem'> {
  if (content.list !== undefined) return { list: true };
  const condition = conditionOf(content);
  if (condition === undefined) return { problem: 'it has no condition' };
  const [problem] = checkCondition(condition);
  if (problem) return { problem: `at ${problem.pointer || 'the condition'}: ${problem.message}` };
  const { rank } = content;
  return rank
    ? { list: true, ranking: { of: condition as Condition, rank } }
    : askingWhether(condition as Condition);
}

function askingWhether(condition: Condition): Pick<AudienceDocument, 'condition' | 'names'> {
  return { condition, names: [...new Set(audiencesOf(condition))] };
}

/** The condition that a document says, as one or as a set; undefined for a list. */
export function conditionOf({ condition, set }: AudienceContent): unknown {
  return set === undefined ? condition : conditionOfSet(set);
}

/** What conditions that name audiences, or parts of them, find among the live documents of definitions. */
export function audiencesAmong(documentOf: (key: string) => unknown): AudienceResolver {
  return (member) => definitionOf(member, documentOf(AUDIENCE_KEY + wholeOf(member)));
}

function definitionOf(member: string, document: unknown): AudienceDefinition | undefined {
  if (!isObject(document)) return undefined;
  const content = document as unknown as AudienceContent;
  const whole = wholeOf(member);
  if (member !== whole) {
    const part = content.split && partsOf(whole, content.split).find(({ id }) => `${whole}/${id}` === member);
    return part && { condition: part.condition };
  }
  if (content.list !== undefined || content.rank) return { list: true };
  return { condition: conditionOf(content) as Condition };
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
  if (document.list) return { member: document.id };
  if (!document.condition) return { unevaluable: document.problem ?? 'it has no condition' };
  return inlined(document.condition, documents);
}

/** A condition with those of the audiences that it names in their place, as `resolved`. */
export function inlined(
  condition: Condition,
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
    if (named?.list && named.state === 'live') return condition;
    if (named?.condition && named.state === 'live') return visit(named.condition, depth + 1);
    unevaluable = `it names the audience ${condition.member}, which is not live`;
    return condition;
  };
  const whole = visit(condition, 0);
  return unevaluable === undefined ? whole : { unevaluable };
}
