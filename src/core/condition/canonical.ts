import { hash53 } from '../id.ts';
import { compareText, durationMs, durationText } from '../trait/index.ts';
import type { ComputedTrait } from './computed-schema.ts';
import type { BehaviourCondition, Condition, SequenceCondition, SequenceStep } from './condition.ts';
import type { Matcher } from './matcher.ts';

/** JSON text with the keys of every object in order: equal documents give equal texts. */
export function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).filter((key) => value[key as keyof typeof value] !== undefined);
  return `{${keys
    .sort(compareText)
    .map((key) => `${JSON.stringify(key)}:${stableText(value[key as keyof typeof value])}`)
    .join(',')}}`;
}

/** A short name of a question: equal questions have equal keys, whatever order they were written in. */
export function keyOf(question: unknown): string {
  return hash53(stableText(question)).toString(36);
}

/**
 * The condition in its one stable form: nested groups of the same kind are joined, double negations fall away, parts, names and
 * values stand in order and once, durations in their largest unit. The meaning stays.
 */
export function canonical(condition: Condition): Condition {
  if ('all' in condition) return group('all', condition.all);
  if ('any' in condition) return group('any', condition.any);
  if ('not' in condition) {
    const part = canonical(condition.not);
    return 'not' in part ? part.not : { not: part };
  }
  if ('did' in condition) return canonicalBehaviour(condition);
  if ('sequence' in condition) return canonicalSequence(condition);
  if ('trait' in condition && typeof condition.trait === 'object') {
    const { trait, ...test } = canonicalLeaf(condition) as { readonly trait: ComputedTrait };
    return { trait: { ...trait, did: canonicalMatcher(trait.did) }, ...test };
  }
  return canonicalLeaf(condition) as Condition;
}

function group(kind: 'all' | 'any', parts: readonly Condition[]): Condition {
  const flat = parts
    .map(canonical)
    .flatMap((part) => (kind in part ? (part as Record<typeof kind, Condition[]>)[kind] : [part]));
  const sorted = sortedOnce(flat);
  if (sorted.length === 1) return sorted[0]!;
  return kind === 'all' ? { all: sorted } : { any: sorted };
}

function canonicalBehaviour(condition: BehaviourCondition): BehaviourCondition {
  const { did, times, ...rest } = canonicalLeaf(condition) as BehaviourCondition;
  const isDefault = times?.atLeast === 1 && Object.keys(times).length === 1;
  return { did: canonicalMatcher(did), ...rest, ...(times && !isDefault ? { times } : {}) };
}

function canonicalSequence(condition: SequenceCondition): SequenceCondition {
  const { sequence, afterwards, ...rest } = canonicalLeaf(condition) as SequenceCondition;
  const steps = sequence.map((step): SequenceStep => {
    const { did, without, ...bounds } = step;
    return {
      did: canonicalMatcher(did),
      ...bounds,
      ...(without ? { without: sortedOnce(without.map(canonicalMatcher)) } : {}),
    };
  });
  if (!afterwards) return { sequence: steps, ...rest };
  const without = sortedOnce(afterwards.without.map(canonicalMatcher));
  return { sequence: steps, afterwards: { ...afterwards, without }, ...rest };
}

/** A matcher in its stable form. */
export function canonicalMatcher(matcher: Matcher): Matcher {
  const { event, where, products } = canonicalLeaf(matcher) as Matcher;
  const names = typeof event === 'string' ? [event] : [...new Set(event)].sort(compareText);
  return {
    event: names.length === 1 ? names[0]! : names,
    ...(where ? { where: sortedOnce(where) } : {}),
    ...(products ? { products: sortedOnce(products) } : {}),
  };
}

function sortedOnce<T>(items: readonly T[]): T[] {
  const byText = new Map(items.map((item) => [stableText(item), item]));
  return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, item]) => item);
}

const DURATION_KEYS: ReadonlySet<string> = new Set([
  'last',
  'within',
  'after',
  'for',
  'withinLast',
  'longerAgo',
  'withinNext',
  'furtherAhead',
]);
const SET_KEYS: ReadonlySet<string> = new Set(['anyOf', 'noneOf', 'includes', 'includesAll', 'includesNone']);
const DURATION = /^[1-9][0-9]{0,5}(min|h|d|w|mo|y)$/;

/** Writes durations and sets of values in one way, all the way down; other values stay as they are. */
function canonicalLeaf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalLeaf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (inner === undefined) return [];
      if (typeof inner === 'string' && DURATION_KEYS.has(key) && DURATION.test(inner))
        return [[key, durationText(durationMs(inner))]];
      if (SET_KEYS.has(key) && Array.isArray(inner)) return [[key, [...new Set(inner)].sort(compareText)]];
      return [[key, canonicalLeaf(inner)]];
    }),
  );
}
