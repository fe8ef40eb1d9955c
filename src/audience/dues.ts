import type { Profile } from '../profile/index.ts';

/** Notes when a part of conditions changes by itself for a person, and what comes first. Says whether that is another moment. */
export function setDue(person: Profile, part: string, moment: number | undefined): boolean {
  const { dues } = person;
  const place = dues ? dues.parts.indexOf(part) : -1;
  const before = place < 0 ? undefined : dues!.moments[place];
  if (before === moment) return false;
  if (moment === undefined) remove(dues!, place);
  else {
    if (place >= 0) dues!.moments[place] = moment;
    else add(person, part, moment);
    if (person.due === undefined || moment <= person.due) {
      person.due = moment;
      return true;
    }
  }
  // Only where the first went away somebody has to look which one is first now.
  if (before === person.due) noteFirst(person);
  return true;
}

/** The parts that are due by a moment. */
export function dueBy({ dues }: Profile, moment: number): string[] {
  return dues ? dues.parts.filter((_part, i) => dues.moments[i]! <= moment) : [];
}

/** The moment up to which her memberships say what is true at `at`: whoever is due and waits for her turn is as she was until then. */
export function standsUntil({ due = Number.POSITIVE_INFINITY }: Profile, at: number): number {
  return Math.min(at, due - 1);
}

function add(person: Profile, part: string, moment: number): void {
  person.dues ??= { parts: [], moments: [] };
  person.dues.parts.push(part);
  person.dues.moments.push(moment);
}

function remove({ parts, moments }: NonNullable<Profile['dues']>, place: number): void {
  const [part, moment] = [parts.pop()!, moments.pop()!];
  if (place === parts.length) return;
  parts[place] = part;
  moments[place] = moment;
}

function noteFirst(person: Profile): void {
  const moments = person.dues?.moments ?? [];
  let first = moments[0];
  for (const moment of moments) if (moment < first!) first = moment;
  if (first !== undefined) person.due = first;
  else {
    delete person.due;
    delete person.dues;
  }
}
