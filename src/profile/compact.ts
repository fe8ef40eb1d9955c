import { mergeConsents } from '../privacy/index.ts';
import { noteAttributes } from './attributes.ts';
import { addEarlier, type Earlier, keepNewest } from './earlier-orders.ts';
import { ATTRIBUTE_CHARACTERS_MAX, FRAGMENTS_MAX, type Fragment, type Profile } from './fragment.ts';
import { keepNewestSessions } from './sessions.ts';
import type { TraitStates } from './trait-states.ts';
import { ordersOf } from './view.ts';

/** Beyond so many absorbed senders the oldest rows are found by person alone. */
const ALSO_MAX = 1_000;

/** Joins what several fragments remember for the traits of the program. */
export type JoinTraits = (all: readonly TraitStates[]) => TraitStates;

/**
 * Keeps the number of a person's fragments bounded: those that were silent longest become one, a tenth at a time. Their
 * ids live on in `also`, for the rows in the warehouse.
 */
export function compactFragments(person: Profile, joinTraits?: JoinTraits): void {
  if (person.fragments.length < FRAGMENTS_MAX) return;
  const byAge = [...person.fragments].sort((a, b) => a.last - b.last || a.id - b.id);
  const count = person.fragments.length - FRAGMENTS_MAX + Math.ceil(FRAGMENTS_MAX / 10);
  const leaving = new Set(byAge.slice(0, count));
  const joined = join([...leaving], joinTraits);
  person.fragments = [joined, ...person.fragments.filter((fragment) => !leaving.has(fragment))];
}

function join(fragments: readonly Fragment[], joinTraits: JoinTraits | undefined): Fragment {
  const newest = fragments[fragments.length - 1]!;
  const orders = Object.fromEntries(ordersOf(fragments));
  const sessions = joinSessions(fragments);
  const joined: Fragment = {
    id: newest.id,
    key: newest.key,
    written: newest.written,
    also: fragments
      .filter((fragment) => fragment !== newest || fragment.also)
      .flatMap((fragment) => [
        ...(fragment.also ?? []),
        ...(fragment === newest ? [] : [[fragment.id, ...fragment.written]]),
      ])
      .slice(-ALSO_MAX),
    count: fragments.reduce((sum, fragment) => sum + fragment.count, 0),
    first: Math.min(...fragments.map((fragment) => fragment.first)),
    last: newest.last,
    ...joinAttributes(fragments),
    consents: mergeConsents(fragments.map((fragment) => fragment.consents)),
    orders,
    sessions,
  };
  const earlier = keepNewest(orders, joinEarlier(fragments));
  if (earlier) joined.earlierOrders = earlier;
  const left = fragments.reduce((sum, fragment) => sum + (fragment.earlierSessions ?? 0), 0);
  const earlierSessions = left + keepNewestSessions(sessions);
  if (earlierSessions > 0) joined.earlierSessions = earlierSessions;
  const traits = fragments.flatMap((fragment) => fragment.traits ?? []);
  if (joinTraits && traits.length > 0) joined.traits = joinTraits(traits);
  return joined;
}

function joinEarlier(fragments: readonly Fragment[]): Earlier | undefined {
  let joined: Earlier | undefined;
  for (const { earlierOrders } of fragments)
    if (earlierOrders) joined = joined ? addEarlier(joined, earlierOrders) : earlierOrders;
  return joined;
}

/** The newest fragments first: when there is no room for all, the oldest statements are left out. */
function joinAttributes(
  fragments: readonly Fragment[],
): Pick<Fragment, 'attributes' | 'addresses' | 'attributeChars'> {
  const joined = { attributes: {}, addresses: {}, attributeChars: 0 };
  for (const fragment of fragments.toReversed())
    for (const what of ['attributes', 'addresses'] as const)
      for (const [name, statements] of Object.entries(fragment[what]))
        for (const [source, time, value] of statements) {
          const room = ATTRIBUTE_CHARACTERS_MAX - joined.attributeChars;
          joined.attributeChars += noteAttributes(joined[what], { [name]: value }, time, source, room);
        }
  return joined;
}

function joinSessions(fragments: readonly Fragment[]): number[] {
  const triples: number[][] = [];
  for (const { sessions } of fragments)
    for (let i = 0; i < sessions.length; i += 3) triples.push(sessions.slice(i, i + 3));
  return triples.sort((a, b) => a[0]! - b[0]!).flat();
}
