import { addPast, type Fill, isBegun, type TraitsBody } from '../audience/index.ts';
import { fragmentIds, type Profile } from '../profile/index.ts';
import { type Looking, look } from './look.ts';

/**
 * Traits of history join those that were collected since. Whose past is there now is asked about the audiences that wait for it, so that
 * she is read and stored once; who changes after that, or whose past is not all there yet, is asked again at the end.
 */
export async function foldTraits(looking: Looking, body: TraitsBody, place: number): Promise<void> {
  const { book, set, changed } = looking;
  const fill = book.fills.get(body.fill);
  if (!fill || body.upTo <= fill.upTo) return;
  if (!isBegun(fill)) {
    book.begin(fill);
    changed.begin(fill.since);
    return;
  }
  const { people = [] } = body;
  const holders = body.entries.map(([fragment, person]) => fill.moved[fragment] ?? person);
  const all = new Set([...people, ...holders]);
  const guests = set.people.missing(all);
  await set.loadPeople(all);
  set.at(place);
  addEntries(looking, fill, body);
  const audiences = book.asked(fill);
  for (const id of people) {
    const person: Profile | undefined = set.graph.person(id);
    if (!person || person.into !== undefined) continue;
    if (fragmentIds(person).some((fragment) => fragment > body.upTo)) changed.add(id);
    else {
      look(person, audiences, looking);
      changed.remove(id);
    }
  }
  fill.upTo = body.upTo;
  // Those whom events are about stay at hand.
  set.people.letGo(guests);
}

function addEntries({ book, set, time, qualifier }: Looking, fill: Fill, { entries }: TraitsBody): void {
  for (const [id, written, states] of entries) {
    const person = set.follow(fill.moved[id] ?? written);
    const fragment = person?.fragments.find(
      (each) => each.id === id || each.also?.some(([also]) => also === id),
    );
    if (!person || !fragment) continue;
    for (const [key, text] of Object.entries(states)) {
      const kept = qualifier.current.traits.get(key);
      if (kept && book.waitsFor(fill, key)) addPast(fragment, kept, text, time.at);
    }
    qualifier.mindOf(person).forget();
    qualifier.noteProducts(person);
    // Stored with the next commit, so that a restart does not have to add them again.
    set.graph.touch(person);
  }
}
