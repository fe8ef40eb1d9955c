import { durationMs } from '../../trait/index.ts';
import { canonical, canonicalMatcher, stableText } from '../canonical.ts';
import type { BehaviourCondition, Condition } from '../condition.ts';
import type { EventFilter, ProductFilter } from '../matcher.ts';
import { measureKey } from '../measure-keys.ts';
import { VALUE_TEST_KINDS, type ValueTest } from '../operators/kinds.ts';
import { type Comparison, countComparisons, numberComparisons } from '../operators/number.ts';
import type { Place } from './problem.ts';
import { isEmptyRange } from './tests.ts';

/** All else in a filter names its field. */
const TESTS: readonly string[] = VALUE_TEST_KINDS;

/** What a part says about a subject. */
interface Claim {
  readonly subject: string;
  readonly comparisons: readonly Comparison[];
  /** The texts that it can be; undefined for any. */
  readonly texts: readonly string[] | undefined;
}

/** Parts that must all hold must leave something over of what they are about. */
export function checkParts(parts: readonly Condition[], place: Place): undefined {
  checkClaims(parts.map(claimOf), place);
  checkCounts(parts, place);
  checkPresence(parts, place);
}

/** Tests of one event, or of one product line, must leave something over as well. */
export function checkFilters(filters: readonly (EventFilter | ProductFilter)[], place: Place): undefined {
  checkClaims(
    filters.map((filter) => {
      const field = Object.entries(filter).filter(([key]) => !TESTS.includes(key));
      return claimOfTest(stableText(Object.fromEntries(field)), filter as ValueTest);
    }),
    place,
  );
}

function checkClaims(claims: readonly (Claim | undefined)[], place: Place): undefined {
  const known = new Map<string, Claim>();
  for (const [i, claim] of claims.entries()) {
    if (!claim) continue;
    const other = known.get(claim.subject);
    const together: Claim = other
      ? {
          ...claim,
          comparisons: [...other.comparisons, ...claim.comparisons],
          texts: common(other.texts, claim.texts),
        }
      : claim;
    known.set(claim.subject, together);
    if (other && (together.texts?.length === 0 || isEmptyRange(together.comparisons)))
      place
        .down(i)
        .problem(
          'condition.contradiction',
          'Nothing can be this and what a part before it asks for; correct one of them.',
        );
  }
}

function common(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  return a && b ? a.filter((text) => b.includes(text)) : (a ?? b);
}

function claimOf(part: Condition): Claim | undefined {
  if ('attribute' in part) return claimOfTest(`attribute ${part.attribute}`, part);
  if ('trait' in part && part.number)
    return {
      subject: `trait ${stableText(part.trait)}`,
      comparisons: numberComparisons(part.number),
      texts: undefined,
    };
  if ('score' in part)
    return { subject: `score ${part.score}`, comparisons: numberComparisons(part.number), texts: undefined };
  if ('consent' in part) return { subject: stableText(part.consent), comparisons: [], texts: [part.is] };
  if (!('did' in part)) return undefined;
  const key = measureKey(part);
  if (key !== 'sum' && key !== 'average' && key !== 'minimum' && key !== 'maximum') return undefined;
  const { of, ...test } = part[key]!;
  const subject = stableText([canonical({ did: part.did, ...(part.in && { in: part.in }) }), key, of]);
  return { subject, comparisons: numberComparisons(test), texts: undefined };
}

function claimOfTest(subject: string, { text, number }: ValueTest): Claim | undefined {
  if (number)
    return { subject: `${subject} number`, comparisons: numberComparisons(number), texts: undefined };
  if (!text || text.ignoreCase) return undefined;
  return {
    subject: `${subject} text`,
    comparisons: [],
    texts: common(text.anyOf, text.is === undefined ? undefined : [text.is]),
  };
}

/** How often something must have been, within a stretch of time that ends now, or within another window. */
interface Counted {
  readonly subject: string;
  readonly window: string;
  readonly lengthMs: number | undefined;
  readonly comparisons: readonly Comparison[];
}

/** What was not in a long time was not in a shorter one that ends with it: “not in 365 days” and “in the last 90”. */
function checkCounts(parts: readonly Condition[], place: Place): undefined {
  const before: Counted[] = [];
  for (const [i, part] of parts.entries()) {
    const counted = countedOf(part);
    if (!counted) continue;
    if (before.some((other) => excludeEachOther(other, counted) || excludeEachOther(counted, other)))
      place
        .down(i)
        .problem(
          'condition.contradiction',
          'It cannot be so often and as often as a part before it says; correct one of them.',
        );
    before.push(counted);
  }
}

const FLOORS: readonly string[] = ['=', '>', '>='];
const CEILINGS: readonly string[] = ['=', '<', '<='];

function excludeEachOther(inner: Counted, outer: Counted): boolean {
  if (inner.subject !== outer.subject) return false;
  const isWithin =
    inner.window === outer.window ||
    outer.lengthMs === Number.POSITIVE_INFINITY ||
    (inner.lengthMs !== undefined && outer.lengthMs !== undefined && inner.lengthMs <= outer.lengthMs);
  if (!isWithin) return false;
  return isEmptyRange([
    ...inner.comparisons
      .filter(([operator]) => FLOORS.includes(operator))
      .map(([operator, bound]): Comparison => [operator === '>' ? '>' : '>=', bound]),
    ...outer.comparisons
      .filter(([operator]) => CEILINGS.includes(operator))
      .map(([operator, bound]): Comparison => [operator === '<' ? '<' : '<=', bound]),
  ]);
}

function countedOf(part: Condition): Counted | undefined {
  if ('not' in part) {
    const counted = countedOf(part.not);
    const [only, second] = counted?.comparisons ?? [];
    if (!counted || !only || second) return undefined;
    const [operator, bound] = only;
    if (operator === '>=') return { ...counted, comparisons: [['<=', bound - 1]] };
    return operator === '<=' ? { ...counted, comparisons: [['>=', bound + 1]] } : undefined;
  }
  if (!('did' in part)) return undefined;
  const key = measureKey(part);
  if (key !== 'times' && key !== 'lines') return undefined;
  return {
    subject: stableText([canonicalMatcher(part.did), key]),
    window: stableText(part.in ?? {}),
    lengthMs: lengthOf(part),
    comparisons: countComparisons(part[key] ?? { atLeast: 1 }),
  };
}

/** How long the window is that ends now; undefined for one that does not. */
function lengthOf({ in: window }: BehaviourCondition): number | undefined {
  if (!window) return Number.POSITIVE_INFINITY;
  return 'last' in window ? durationMs(window.last) : undefined;
}

/** What is not known is nothing. */
function checkPresence(parts: readonly Condition[], place: Place): undefined {
  const mustBeMissing = new Set<string>();
  const mustBeThere = new Set<string>();
  for (const [i, part] of parts.entries()) {
    const [inner, isNot] = 'not' in part ? [part.not, true] : [part, false];
    if (!('attribute' in inner)) continue;
    const path = inner.attribute;
    if (inner.exists !== undefined) (inner.exists === isNot ? mustBeMissing : mustBeThere).add(path);
    else if (!isNot && needsValue(inner)) mustBeThere.add(path);
    else continue;
    if (mustBeMissing.has(path) && mustBeThere.has(path)) {
      place
        .down(i)
        .problem(
          'condition.contradiction',
          `“${path}” cannot be missing and be what another part asks for; take one of the two away.`,
        );
      return;
    }
  }
}

/** Whether a test holds of something that is there only. */
function needsValue({ text, number, date, list, truth }: ValueTest): boolean {
  if (text)
    return [text.is, text.anyOf, text.starts, text.ends, text.contains, text.like].some(
      (x) => x !== undefined,
    );
  if (number) return Object.keys(number).some((key) => key !== 'isNot');
  if (list) return (list.includes ?? list.includesAll) !== undefined || (list.sizeAtLeast ?? 0) > 0;
  return date !== undefined || truth !== undefined;
}
