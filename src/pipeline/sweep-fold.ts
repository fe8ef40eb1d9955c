import type { SweepBody } from '../audience/index.ts';
import type { Profile } from '../profile/index.ts';
import { type Looking, look } from './look.ts';

/** Looks at some people for audiences that came into force. */
export async function foldSweep(looking: Looking, body: SweepBody, place: number): Promise<void> {
  const { book, set, qualifier } = looking;
  const sweep = book.sweeps.get(body.sweep);
  if (!sweep || (body.upTo !== null && body.upTo <= sweep.upTo)) return;
  const guests = set.people.missing(body.people);
  await set.loadPeople(body.people);
  set.at(place);
  const audiences = sweep.audiences.flatMap((id) => qualifier.current.audiences.get(id) ?? []);
  for (const id of body.people) {
    const person: Profile | undefined = set.graph.person(id);
    if (!person || person.into !== undefined) continue;
    // Stored together with how far the look has come: folded again by that, her events would be about somebody it has passed.
    if (!look(person, audiences, looking) && set.people.isChanged(id)) set.graph.touch(person);
  }
  book.swept(body.sweep, body.upTo ?? undefined);
  // Those whom events are about stay at hand.
  set.people.letGo(guests);
}
