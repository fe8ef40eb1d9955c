import { canonical, stableText } from '../canonical.ts';
import type { Condition } from '../condition.ts';
import { checkParts } from './claims.ts';
import type { Place } from './problem.ts';

/** Checks that the parts of a group do not speak against each other. */
export function checkGroup(kind: 'all' | 'any', parts: readonly Condition[], place: Place): undefined {
  let isOpposed = false;
  const texts = parts.map((part) => stableText(canonical(part)));
  for (const [i, part] of parts.entries()) {
    const opposite = stableText(canonical({ not: part }));
    const j = texts.indexOf(opposite);
    if (j <= i) continue;
    isOpposed = true;
    if (kind === 'all')
      place
        .down(kind, j)
        .problem('condition.contradiction', `Is the opposite of part ${i + 1}; both together never hold.`);
    else
      place
        .down(kind, j)
        .problem('condition.always-true', `Is the opposite of part ${i + 1}; one of the two always holds.`);
  }
  if (kind === 'all' && !isOpposed) checkParts(parts, place.down(kind));
}
