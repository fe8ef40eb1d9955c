import type { AudienceBook, LiveAudience, Move, Qualifier } from '../audience/index.ts';
import type { Profile } from '../profile/index.ts';
import type { ChangedPeople } from './changed-people.ts';
import type { LogTime } from './log-time.ts';
import type { WorkingSet } from './working-set.ts';

/** What people are looked at with. */
export interface Looking {
  readonly book: AudienceBook;
  readonly set: WorkingSet;
  readonly time: LogTime;
  readonly qualifier: Qualifier;
  readonly changed: ChangedPeople;
  /** Told whom a look found otherwise than before, when she was due until then, and what she entered and left. */
  readonly found: (person: Profile, dueBefore: number | undefined, moves: readonly Move[]) => void;
}

/** Asks some audiences about a person for the first time. Says whether anything about her is another than before. */
export function look(
  person: Profile,
  audiences: readonly LiveAudience[],
  { qualifier, time, found }: Looking,
): boolean {
  const [before, moves] = [person.due, [] as Move[]];
  const isChanged = qualifier.sweep(person, audiences, time.at, moves);
  if (isChanged) found(person, before, moves);
  return isChanged;
}
