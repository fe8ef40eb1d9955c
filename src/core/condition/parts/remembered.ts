import type { PersonView } from '../person-view.ts';
import type { Part } from './part.ts';

/**
 * A part that remembers what it answered last about a person who does not change meanwhile, at the moment that was asked about first:
 * audiences that share a part ask it one after the other.
 */
export function remembered(part: Part): Part {
  let holder: PersonView | undefined;
  let moment = 0;
  let holds: boolean | undefined;
  let next: number | undefined;
  let knowsNext = false;
  /** Whether the last answers are about this person and moment. */
  const isSame = (person: PersonView, at: number): boolean => {
    if (person.isFixed !== true) return false;
    if (person === holder) return at === moment;
    holder = person;
    moment = at;
    holds = undefined;
    knowsNext = false;
    return true;
  };
  // All parts of one hidden class: by spreading each had its own, and asking them was slow.
  return Object.assign({}, part, {
    holds(person: PersonView, at: number) {
      if (!isSame(person, at)) return part.holds(person, at);
      holds ??= part.holds(person, at);
      return holds;
    },
    nextChange(person: PersonView, at: number) {
      if (!isSame(person, at)) return part.nextChange(person, at);
      if (!knowsNext) next = part.nextChange(person, at, holds);
      knowsNext = true;
      return next;
    },
  });
}
