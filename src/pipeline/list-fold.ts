import type { AudienceBook, ListBody, ListEntry, Move, Qualifier } from '../audience/index.ts';
import { placeOf, type Settings } from '../core/index.ts';
import { type Fragment, fold as foldEvent, type Profile } from '../profile/index.ts';
import type { Committer } from './committer.ts';
import { listEvent } from './list-event.ts';
import type { LogTime } from './log-time.ts';
import { rowOf } from './moves.ts';
import type { Outputs } from './step.ts';
import type { WorkingSet } from './working-set.ts';

/** What folding lists needs of the fold that it is part of. */
interface ListFoldOptions {
  readonly set: WorkingSet;
  readonly time: LogTime;
  readonly committer: Committer;
  readonly book: AudienceBook;
  readonly happened: Outputs['happened'];
  readonly qualifier: Qualifier;
  readonly dueAnew: (person: Profile, before: number | undefined) => void;
  readonly moved: (person: Profile, fragment: Fragment, moves: readonly Move[], place: number) => void;
}

/** The part of the fold that is about lists: who is put on them, who is taken off, and who waits for them. */
export class ListFold {
  private readonly options: ListFoldOptions;

  constructor(options: ListFoldOptions) {
    this.options = options;
  }

  /** Puts people on a list, or takes them off it: each by an event of her own. */
  async fold(body: ListBody, position: number, settings: Settings): Promise<void> {
    const { book, set, time, committer, qualifier, happened } = this.options;
    await committer.room();
    await set.loadPeople(body.entries.map(([id]) => id));
    const entries = [...body.entries, ...(await this.found(body))];
    for (const [i, entry] of entries.entries()) {
      const person = set.follow(entry[0]);
      const fragment = person?.fragments[0];
      if (!person || !fragment) continue;
      const place = placeOf(position, i);
      set.at(place);
      const event = listEvent(body, entry, place, time.at);
      const [before, moves] = [person.due, [] as Move[]];
      qualifier.beforeEvent(person, time.at, moves);
      if (fragment.written.at(-1) !== person.id) fragment.written.push(person.id);
      foldEvent(fragment, event, place, settings);
      qualifier.afterEvent(person, fragment, event, time.at, false, moves, body);
      this.options.dueAnew(person, before);
      person.place = place;
      set.graph.touch(person);
      committer.fact(rowOf(event, person, fragment, place, 0), place);
      happened(event, person, place);
      this.options.moved(person, fragment, moves, place);
    }
    if (!body.ranked) return;
    book.rankings.set(body.list, body.ranked);
  }

  /** Who has the identities of a list; those that nobody has yet wait. */
  private async found({ list, keys = [] }: ListBody): Promise<ListEntry[]> {
    if (keys.length === 0) return [];
    const { book, set, committer } = this.options;
    await set.loadKeys(new Set(keys.map(([key]) => key)));
    const entries: ListEntry[] = [];
    for (const [key, until] of keys) {
      const person = set.graph.node(key)?.person ?? 0;
      if (person !== 0) entries.push([person, until]);
      const isWaiting = person === 0 && until !== 0;
      const change = isWaiting ? book.waiting.add(key, list, until) : book.waiting.remove(key, list);
      if (change) committer.add(change);
    }
    return entries;
  }

  /** Notes that somebody has identities that lists wait for. */
  appeared(keys: readonly { readonly key: string }[]): void {
    const { waiting, appeared } = this.options.book;
    if (waiting.size === 0) return;
    for (const { key } of keys) if (waiting.listsOf(key)) appeared.add(key);
  }
}
