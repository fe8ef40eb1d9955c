import type { Profile } from '../profile/index.ts';
import type { Shelf } from './shelf.ts';

/** More are not remembered: some 50 MB. */
const CHANGED_MAX = 1_000_000;

/**
 * Who changed since people began to be asked on the way through their past, and has to be asked once more at its end. Known to one run of
 * the program only, and not after a start: then everybody is asked once more.
 */
export class ChangedPeople {
  private readonly people: Shelf<number, Profile>;
  private since: number | undefined;

  constructor(people: Shelf<number, Profile>) {
    this.people = people;
  }

  /** From now on changes are noted, for this fill. Everything before is stored. */
  begin(since: number): void {
    this.since = since;
    this.people.watched = new Set();
  }

  /** What was asked until now counts no more. */
  forget(): void {
    this.since = undefined;
    this.people.watched = undefined;
  }

  /** Her past is not all there yet. */
  add(person: number): void {
    this.people.watched?.add(person);
  }

  /** She was asked, with all her past, as she is now. */
  remove(person: number): void {
    this.people.watched?.delete(person);
    if ((this.people.watched?.size ?? 0) > CHANGED_MAX) this.forget();
  }

  /** In the order of their ids; undefined where nobody knows. */
  changedSince(fill: number): readonly number[] | undefined {
    return this.since === fill ? [...this.people.watched!].sort((a, b) => a - b) : undefined;
  }
}
