import type { Profile } from '../profile/index.ts';

/** Notes when an audience is to be asked again about a person, and what comes first. */
export function setDue(person: Profile, audience: string, moment: number | undefined): void {
  if (person.dues?.[audience] === moment) return;
  if (moment !== undefined) {
    person.dues ??= {};
    person.dues[audience] = moment;
  } else delete person.dues![audience];
  let first: number | undefined;
  for (const id in person.dues) {
    const due = person.dues[id]!;
    if (first === undefined || due < first) first = due;
  }
  if (first !== undefined) person.due = first;
  else {
    delete person.due;
    delete person.dues;
  }
}
