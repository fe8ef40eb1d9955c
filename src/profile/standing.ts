import type { IdentityKey, MergeMark } from '../identity/index.ts';
import type { Profile } from './fragment.ts';

/** What of a person there was at a moment. */
export interface Standing {
  readonly id: number;
  readonly keys: readonly IdentityKey[];
  /** Ids of the fragments that were hers, those that became part of another included. */
  readonly fragments: readonly number[];
  readonly merges: MergeMark[];
}

/** Ids of all fragments whose rows are the person's. */
export function fragmentIds(person: Profile): number[] {
  return person.fragments.flatMap((fragment) => [fragment.id, ...(fragment.also ?? []).map(([id]) => id!)]);
}

/**
 * The person without those who joined her after the moment. When she is asked for by the id of one of them, it is that
 * one as she was before: everybody can be read as she stood, whoever has her history now.
 * @param at event time, ms
 */
export function standing(person: Profile, asked: number, at: number): Standing {
  const own = person.merges.find((mark) => mark.from === asked && mark.time > at);
  const before = own ? person.merges.slice(0, person.merges.indexOf(own)) : person.merges;
  const later = before.filter((mark) => mark.time > at && (!own || isPart(mark, own)));
  const foreignKeys = new Set(later.flatMap((mark) => mark.keys));
  const foreignFragments = new Set(later.flatMap((mark) => mark.fragments));
  const keys = own ? own.keys : Object.keys(person.links);
  const fragments = own ? own.fragments : fragmentIds(person);
  return {
    id: own ? asked : person.id,
    keys: keys.filter((key) => !foreignKeys.has(key) && (person.links[key]?.since ?? at) <= at),
    fragments: fragments.filter((id) => !foreignFragments.has(id)),
    merges: before.filter(
      (mark) => mark.time <= at && (!own || isPart(mark, own)) && !later.some((each) => isPart(mark, each)),
    ),
  };
}

/** Whether somebody had been absorbed by the one who was absorbed then. */
function isPart(mark: MergeMark, whole: MergeMark): boolean {
  return mark.fragments.length > 0 && mark.fragments.every((id) => whole.fragments.includes(id));
}
