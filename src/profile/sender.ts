import { hash53 } from '../core/index.ts';
import type { IdentityKey } from '../identity/index.ts';
import { compactFragments, type JoinTraits } from './compact.ts';
import { FRAGMENTS_MAX, type Fragment, newFragment, type Profile } from './fragment.ts';

/** People whose ids begin alike. What is left of an id tells a trillion fragments of theirs apart. */
const BLOCK = 2 ** 40;

/** The person's fragment of a sender; made when it is the sender's first event for her. */
export function fragmentFor(person: Profile, key: IdentityKey, joinTraits?: JoinTraits): Fragment {
  for (let i = person.fragments.length - 1; i >= 0; i--)
    if (person.fragments[i]!.key === key) return person.fragments[i]!;
  // Before the new one is there, which has been silent longest of all.
  if (person.fragments.length >= FRAGMENTS_MAX) compactFragments(person, joinTraits);
  const fragment = newFragment(fragmentId(person.id, key), key);
  person.fragments.push(fragment);
  return fragment;
}

/**
 * Begins like the id of the person it is made for. Whoever goes through fragments in their order goes through people nearly in theirs,
 * so that those who stand together in the state are read and written together.
 */
function fragmentId(person: number, key: IdentityKey): number {
  return person - (person % BLOCK) + (hash53(`${key}@${person}`) % BLOCK);
}
