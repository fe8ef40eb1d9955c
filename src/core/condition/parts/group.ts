import type { Part } from './part.ts';

/**
 * Beyond this a group does not look for the moment at which it changes: the timer asks again then. Anniversaries come back for
 * ever, and two that never fall together would be looked for for ever.
 */
export const LOOK_AHEAD_MS = 2 * 365 * 86_400_000;

/** All parts hold. */
export function allOf(parts: readonly Part[]): Part {
  return group(parts, true);
}

/** At least one part holds. */
export function anyOf(parts: readonly Part[]): Part {
  return group(parts, false);
}

/** The part does not hold. */
export function notOf(part: Part): Part {
  return {
    holds: (person, at) => !part.holds(person, at),
    nextChange: (person, at) => part.nextChange(person, at),
    parts: [part],
  };
}

/**
 * `all` (decided by a part that fails) and `any` (decided by a part that holds) are mirror images: a part whose answer is not
 * `neutral` decides the group.
 */
function group(parts: readonly Part[], neutral: boolean): Part {
  const holds: Part['holds'] = (person, at) => {
    for (const part of parts) if (part.holds(person, at) !== neutral) return !neutral;
    return neutral;
  };
  return {
    holds,
    parts,
    nextChange(person, at) {
      const now = holds(person, at);
      let from = at;
      while (from - at < LOOK_AHEAD_MS) {
        const next = now === neutral ? soonest(parts) : latest(parts);
        if (next === undefined) return undefined;
        if (holds(person, next) !== now) return next;
        from = next;
      }
      return from;

      function soonest(parts: readonly Part[]): number | undefined {
        let first: number | undefined;
        for (const part of parts) {
          const next = part.nextChange(person, from);
          if (next !== undefined && (first === undefined || next < first)) first = next;
        }
        return first;
      }

      // While one part decides, the others do not matter: nothing changes before the last deciding part does.
      function latest(parts: readonly Part[]): number | undefined {
        let last = from;
        for (const part of parts) {
          if (part.holds(person, from) === neutral) continue;
          const next = part.nextChange(person, from);
          if (next === undefined) return undefined;
          last = Math.max(last, next);
        }
        return last;
      }
    },
  };
}
