import { isObject } from '../json.ts';
import { refusal } from '../refusal.ts';
import { checkBehaviour, checkSequence } from './check/behaviour.ts';
import { checkTrait } from './check/computed.ts';
import { checkGroup } from './check/group.ts';
import { type Place, type Problem, placeAt } from './check/problem.ts';
import { checkShape } from './check/shape.ts';
import { checkNumberTest, checkValueTest, isEmptyRange } from './check/tests.ts';
import {
  type Condition,
  DEPTH_MAX,
  SIZE_MAX,
  type SplitCondition,
  type TraitCondition,
} from './condition.ts';
import { testKind, type ValueTestKind } from './operators/kinds.ts';
import { type NumberTest, numberComparisons } from './operators/number.ts';
import type { AudienceResolver } from './parts/member.ts';
import { bucketsOf, SPLIT_BUCKETS } from './parts/split.ts';
import { isCount, type TraitResolver, testsOf } from './trait-question.ts';

/** What a check may know of the world around; what is left out is not checked. */
export interface CheckOptions {
  /** The audiences that there are. */
  readonly audiences?: AudienceResolver;
  /** The traits that people defined. */
  readonly traits?: TraitResolver;
  /** The id of the audience that the condition is for, so that it cannot come to depend on itself. */
  readonly audience?: string;
  /** The kind of value that an attribute holds, by its path; undefined when there is no such attribute. */
  readonly attributes?: (path: string) => ValueTestKind | undefined;
}

/** Refused documents are not read further than this many problems. */
const PROBLEMS_MAX = 50;

/** Everything that is wrong with a document that should be a condition; nothing when it can be compiled. */
export function checkCondition(document: unknown, options: CheckOptions = {}): Problem[] {
  const problems: Problem[] = [];
  const top = placeAt(problems);
  checkSize(document, top);
  if (problems.length === 0) checkShape(document, top);
  if (problems.length === 0) checkMeaning(document as Condition, top, options);
  return problems.slice(0, PROBLEMS_MAX);
}

/**
 * The document as a condition. Refusal: `condition.invalid` (422), whose detail holds the problems with their places, the first
 * of which is in the message.
 */
export function parseCondition(document: unknown, options: CheckOptions = {}): Condition {
  const problems = checkCondition(document, options);
  const [first] = problems;
  if (!first) return document as Condition;
  const where = first.pointer === '' ? 'the condition' : first.pointer;
  throw refusal('condition.invalid', 422, `At ${where}: ${first.message}`, { detail: { problems } });
}

/** Counts levels and parts before anything else looks at the document, without recursion: it may be a thousand levels deep. */
function checkSize(document: unknown, place: Place): undefined {
  let parts = 0;
  const waiting: { value: unknown; depth: number; place: Place }[] = [{ value: document, depth: 1, place }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth, place } = next;
    if (++parts > SIZE_MAX)
      return place.problem(
        'condition.too-large',
        `Has more than ${SIZE_MAX} parts; make audiences of some and ask for membership.`,
      );
    if (depth > DEPTH_MAX)
      return place.problem(
        'condition.too-deep',
        `Stands more than ${DEPTH_MAX} levels deep; make an audience of it and ask for membership.`,
      );
    if (!isObject(value)) continue;
    for (const key of ['all', 'any'] as const) {
      const inner = value[key];
      if (Array.isArray(inner))
        for (const [i, part] of inner.entries())
          waiting.push({ value: part, depth: depth + 1, place: place.down(key, i) });
    }
    if (value.not !== undefined)
      waiting.push({ value: value.not, depth: depth + 1, place: place.down('not') });
  }
}

function checkMeaning(condition: Condition, place: Place, options: CheckOptions): undefined {
  if ('all' in condition || 'any' in condition) {
    const [kind, parts] =
      'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
    for (const [i, part] of parts.entries()) checkMeaning(part, place.down(kind, i), options);
    checkGroup(kind, parts, place);
  } else if ('not' in condition) checkMeaning(condition.not, place.down('not'), options);
  else if ('attribute' in condition) {
    checkValueTest(condition, place);
    checkAttribute(condition.attribute, testKind(condition), place, options);
  } else if ('did' in condition) checkBehaviour(condition, place);
  else if ('sequence' in condition) checkSequence(condition, place);
  else if ('score' in condition) checkNumberTest(condition.number, place.down('number'));
  else if ('split' in condition) checkSplit(condition, place);
  else if ('member' in condition) checkMember(condition.member, place.down('member'), options);
  else if ('trait' in condition) checkTraitTest(condition, place, options);
}

function checkAttribute(
  path: string,
  kind: ValueTestKind,
  place: Place,
  { attributes }: CheckOptions,
): undefined {
  if (!attributes) return;
  const holds = attributes(path);
  if (holds === undefined)
    place
      .down('attribute')
      .problem('condition.unknown-attribute', `There is no attribute “${path}”; choose one that there is.`);
  // Anything can be there or not, and a single value is a list of one.
  else if (holds !== kind && kind !== 'exists' && !(kind === 'text' && holds !== 'list') && kind !== 'list')
    place.down(kind).problem('condition.wrong-type', `“${path}” holds a ${holds}; test it with “${holds}”.`);
}

function checkSplit(condition: SplitCondition, place: Place): undefined {
  const [first, end] = bucketsOf(condition);
  if (first >= end)
    return place
      .down('to')
      .problem(
        'condition.contradiction',
        'Nobody falls into an empty stretch; make “to” greater than “from”, by 0.0001 at least.',
      );
  if (first === 0 && end === SPLIT_BUCKETS)
    place.problem('condition.always-true', 'Everybody falls into the whole of a split; take this part out.');
}

/** A trait that is written out is checked here; one that is named was when it was defined. */
function checkTraitTest(condition: TraitCondition, place: Place, { traits }: CheckOptions): undefined {
  checkValueTest(condition, place);
  const { trait } = condition;
  if (typeof trait === 'object') checkTrait(trait, place.down('trait'));
  const found = typeof trait === 'object' ? trait : traits?.(trait);
  if (!found && traits)
    return place
      .down('trait')
      .problem('condition.unknown-trait', `There is no trait “${trait}”; choose one that there is.`);
  const kind = testKind(condition);
  if (found && !testsOf(found).includes(kind))
    place
      .down(kind)
      .problem('condition.wrong-type', `The trait's value can be tested with: ${testsOf(found).join(', ')}.`);
  else if (found && isCount(found.measure) && condition.number)
    checkCounted(condition.number, place.down('number'));
}

/** A count is never less than nothing. */
function checkCounted(test: NumberTest, place: Place): undefined {
  const comparisons = numberComparisons(test);
  if (!isEmptyRange(comparisons) && isEmptyRange([...comparisons, ['>=', 0]]))
    place.problem('condition.contradiction', 'A count is never less than 0; correct the bounds.');
  if (comparisons.every(([operator, bound]) => operator === '>=' && bound <= 0))
    place.problem(
      'condition.always-true',
      'Every count is at least 0; ask for at least 1, or for exactly 0.',
    );
}

/** Follows membership through the audiences that are conditions themselves. */
function checkMember(id: string, place: Place, { audiences, audience }: CheckOptions): undefined {
  if (id === audience) return place.problem('condition.cycle', 'The audience would be part of itself.');
  if (!audiences) return;
  if (!audiences(id))
    return place.problem(
      'condition.unknown-audience',
      `There is no audience “${id}”; choose one that there is.`,
    );
  const way = wayBack(id, audience, audiences);
  if (way) place.problem('condition.cycle', `The audience would depend on itself: ${way.join(' → ')}.`);
}

/** A chain of audiences from one to itself or to a second; undefined when there is none. */
function wayBack(from: string, to: string | undefined, audiences: AudienceResolver): string[] | undefined {
  const seen = new Set<string>();
  const visit = (id: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(id) || (id === to && way.length > 0)) return [...way, id];
    if (seen.has(id)) return undefined;
    seen.add(id);
    const definition = audiences(id);
    if (!definition || 'list' in definition) return undefined;
    for (const next of audiencesOf(definition.condition)) {
      const found = visit(next, [...way, id]);
      if (found) return found;
    }
    return undefined;
  };
  return visit(from, []);
}

/** The audiences that a condition names, each once. */
export function audiencesOf(condition: Condition): string[] {
  if ('member' in condition) return [condition.member];
  const parts =
    'all' in condition
      ? condition.all
      : 'any' in condition
        ? condition.any
        : 'not' in condition
          ? [condition.not]
          : [];
  return [...new Set(parts.flatMap(audiencesOf))];
}

/** The traits that a condition names, each once. */
export function traitsOf(condition: Condition): string[] {
  if ('trait' in condition) return typeof condition.trait === 'string' ? [condition.trait] : [];
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  return [...new Set([...parts, ...('not' in condition ? [condition.not] : [])].flatMap(traitsOf))];
}
