import type { AudienceBook, Move, Qualifier, SweepBody } from '../audience/index.ts';
import type { Profile } from '../profile/index.ts';
import type { LogTime } from './log-time.ts';
import type { WorkingSet } from './working-set.ts';

interface SweepFoldOptions {
  readonly book: AudienceBook;
  readonly set: WorkingSet;
  readonly time: LogTime;
}

/** Looks at some people for audiences that came into force. `lookedAt` is told whom it found otherwise than before. */
export async function foldSweep(
  { book, set, time }: SweepFoldOptions,
  qualifier: Qualifier,
  body: SweepBody,
  place: number,
  lookedAt: (person: Profile, dueBefore: number | undefined, moves: readonly Move[]) => void,
): Promise<void> {
  const sweep = book.sweeps.get(body.sweep);
  if (!sweep || (body.upTo !== null && body.upTo <= sweep.upTo)) return;
  await set.loadPeople(body.people);
  set.at(place);
  for (const id of body.people) {
    const person: Profile | undefined = set.graph.person(id);
    if (!person || person.into !== undefined) continue;
    const [before, moves] = [person.due, [] as Move[]];
    const isChanged = qualifier.sweep(person, sweep.audiences, time.at, moves);
    if (isChanged) lookedAt(person, before, moves);
    // Stored together with how far the look has come: folded again by that, her events would be about somebody it has passed.
    else if (set.people.isChanged(id)) set.graph.touch(person);
  }
  book.swept(body.sweep, body.upTo ?? undefined);
}
