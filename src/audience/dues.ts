import type { Profile } from '../profile/index.ts';

/** Notes when a part of conditions changes by itself for a person, and what comes first. Says whether that is another moment. */
export function setDue(person: Profile, part: string, moment: number | undefined): boolean {
  const before = person.dues?.[part];
  if (before === moment) return false;
  if (moment === undefined) delete person.dues![part];
  else {
    person.dues ??= {};
    person.dues[part] = moment;
    if (person.due === undefined || moment <= person.due) {
      person.due = moment;
      return true;
    }
  }
  // Only where the first went away somebody has to look which one is first now.
  if (before === person.due) noteFirst(person);
  return true;
}

function noteFirst(person: Profile): void {
  let first: number | undefined;
  for (const part in person.dues) {
    const due = person.dues[part]!;
    if (first === undefined || due < first) first = due;
  }
  if (first !== undefined) person.due = first;
  else {
    delete person.due;
    delete person.dues;
  }
}
