import { type AudienceBook, addPast, type Qualifier, type TraitsBody } from '../audience/index.ts';
import type { LogTime } from './log-time.ts';
import type { WorkingSet } from './working-set.ts';

interface TraitsFoldOptions {
  readonly book: AudienceBook;
  readonly set: WorkingSet;
  readonly time: LogTime;
}

/** Traits of history join those that were collected since. */
export async function foldTraits(
  { book, set, time }: TraitsFoldOptions,
  qualifier: Qualifier,
  body: TraitsBody,
  place: number,
): Promise<void> {
  const fill = book.fills.get(body.fill);
  if (!fill || body.upTo <= fill.upTo) return;
  await set.loadPeople(body.entries.map(([fragment, person]) => fill.moved[fragment] ?? person));
  set.at(place);
  for (const [id, written, states] of body.entries) {
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
  fill.upTo = body.upTo;
}
