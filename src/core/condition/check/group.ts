import { canonical, stableText } from '../canonical.ts';
import type { Condition } from '../condition.ts';
import { measureKey } from '../measure-keys.ts';
import { type Comparison, countComparisons, numberComparisons } from '../operators/number.ts';
import type { Place } from './problem.ts';
import { isEmptyRange } from './tests.ts';

/** Checks that the parts of a group do not speak against each other. */
export function checkGroup(kind: 'all' | 'any', parts: readonly Condition[], place: Place): undefined {
  const texts = parts.map((part) => stableText(canonical(part)));
  for (const [i, part] of parts.entries()) {
    const opposite = stableText(canonical({ not: part }));
    const j = texts.indexOf(opposite);
    if (j <= i) continue;
    if (kind === 'all')
      place
        .down(kind, j)
        .problem('condition.contradiction', `Is the opposite of part ${i}; both together never hold.`);
    else
      place
        .down(kind, j)
        .problem('condition.always-true', `Is the opposite of part ${i}; one of the two always holds.`);
  }
  if (kind === 'all') checkClaims(parts, place);
}

/** What a part says about a subject. */
interface Claim {
  readonly subject: string;
  readonly comparisons: readonly Comparison[];
  /** The texts that it can be; undefined for any. */
  readonly texts: readonly string[] | undefined;
}

/** Parts of one `all` about the same subject must leave something over. */
function checkClaims(parts: readonly Condition[], place: Place): undefined {
  const known = new Map<string, Claim>();
  for (const [i, part] of parts.entries()) {
    const claim = claimOf(part);
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
        .down('all', i)
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
  if ('attribute' in part) {
    const { text, number } = part;
    const subject = `attribute ${part.attribute} ${text ? 'text' : 'number'}`;
    if (number) return { subject, comparisons: numberComparisons(number), texts: undefined };
    if (!text || text.ignoreCase) return undefined;
    return {
      subject,
      comparisons: [],
      texts: common(text.anyOf, text.is === undefined ? undefined : [text.is]),
    };
  }
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
  const subject = stableText([canonical({ did: part.did, ...(part.in ? { in: part.in } : {}) }), key]);
  if (key === 'times' || key === 'lines')
    return { subject, comparisons: countComparisons(part[key] ?? { atLeast: 1 }), texts: undefined };
  if (key !== 'sum' && key !== 'average' && key !== 'minimum' && key !== 'maximum') return undefined;
  const { of, ...test } = part[key]!;
  return { subject: subject + stableText(of), comparisons: numberComparisons(test), texts: undefined };
}
