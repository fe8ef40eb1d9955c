import {
  AUDIENCE_KEY,
  BEGUN,
  type FilledBody,
  type ListBody,
  type Move,
  Qualifier,
  type SweepBody,
  TRAIT_KEY,
  type TraitsBody,
} from '../audience/index.ts';
import { placeOf, type Settings } from '../core/index.ts';
import type { Fragment, Profile } from '../profile/index.ts';
import type { AudienceFoldOptions } from './audience-fold-options.ts';
import { ChangedPeople } from './changed-people.ts';
import { ListFold } from './list-fold.ts';
import type { Looking } from './look.ts';
import { DerivedNumbers, moveEvent, rowOf } from './moves.ts';
import type { CarriedOut } from './order.ts';
import { foldSweep } from './sweep-fold.ts';
import { TimerFold } from './timer-fold.ts';
import { foldTraits } from './traits-fold.ts';

/** The part of the fold that is about audiences: what comes of them, and records about the past. */
export class AudienceFold {
  private readonly asker: Qualifier;
  /** Counts who enters and leaves. */
  readonly counts: Pick<Qualifier, 'roll'>;
  /** The settings to make the program anew by, before anybody is asked: definitions may change a thousand at a time. */
  private changedTo: Settings | undefined;
  readonly lists: ListFold;
  readonly timers: TimerFold;
  /** Who changed since people began to be asked on the way through their past. */
  readonly changed: ChangedPeople;
  private readonly options: AudienceFoldOptions;
  /** Of all rows that follow from a place. */
  readonly numbers = new DerivedNumbers();

  constructor(options: AudienceFoldOptions, settings: Settings) {
    this.options = options;
    const { book, set } = options;
    this.asker = new Qualifier(settings.attributePolicy, book.sizes, (product, person) =>
      set.shoppers.add(product, person),
    );
    this.counts = this.asker;
    this.changed = new ChangedPeople(set.people);
    this.use(settings);
    this.lists = new ListFold({
      ...options,
      qualifier: this.asker,
      dueAnew: (person, before) => this.timers.dueAnew(person, before),
      moved: this.moved,
    });
    const { recoveredFiring: recovered } = options;
    const derivedCount = recovered?.fired[2];
    if (recovered && derivedCount !== undefined)
      this.numbers.goOn(placeOf(recovered.position, 0), derivedCount);
    const { numbers, moved } = this;
    this.timers = new TimerFold({ ...options, numbers, moved, recovered, qualifier: () => this.qualifier });
  }

  /** The settings or the audiences changed. */
  use(settings: Settings): void {
    this.changedTo = settings;
    if (!this.options.book.isAsking) this.changed.forget();
  }

  /** Asks people what the audiences say, as the book has them now. */
  get qualifier(): Qualifier {
    if (this.changedTo) {
      const program = this.options.book.program();
      this.asker.use(program, this.changedTo.attributePolicy);
      this.options.products.ask(program.asksCatalogue);
      this.changedTo = undefined;
    }
    return this.asker;
  }

  /** What counts of an attribute is another than before: whoever is in audiences that ask for one is looked at again. */
  policyChanged(position: number, settings: Settings): void {
    const { book } = this.options;
    const asking = [...this.qualifier.current.audiences.values()].filter(
      ({ compiled }) => compiled.attributes.size > 0,
    );
    book.lookAgain(
      asking.map(({ id }) => id),
      position,
    );
    // Nor does what people were asked on the way through their past count any more.
    this.changed.forget();
    this.use(settings);
  }

  /** Rows of what came of something, and whoever is due anew. */
  readonly moved = (person: Profile, fragment: Fragment, moves: readonly Move[], place: number): void => {
    if (moves.length === 0) return;
    if (fragment.written.at(-1) !== person.id) fragment.written.push(person.id);
    if (place <= this.options.recoverUntil) return;
    for (const move of moves) {
      const derived = this.numbers.next(place);
      const event = moveEvent(move, place, derived, this.options.time.at);
      this.options.committer.fact(rowOf(event, person, fragment, place, derived), place);
      this.options.happened(event, person, place);
    }
  };

  /** She was asked again for a reason that is not folded again: she is stored with the next commit. */
  lookedAt(person: Profile, dueBefore: number | undefined, moves: readonly Move[], place: number): void {
    this.timers.dueAnew(person, dueBefore);
    this.options.set.graph.touch(person);
    if (person.fragments[0]) this.moved(person, person.fragments[0], moves, place);
  }

  /** The definition of an audience or of a trait changed. */
  define(key: string, position: number, settings: Settings): void {
    const { book, time, definitions } = this.options;
    if (key.startsWith(AUDIENCE_KEY)) {
      const id = key.slice(AUDIENCE_KEY.length);
      book.define(id, definitions, position, time.at);
      const document = book.documents.get(id);
      if (!document?.list && document?.state !== 'paused')
        for (const change of book.waiting.forget(id)) this.options.committer.add(change);
    } else book.defineTrait(key.slice(TRAIT_KEY.length), definitions, position, time.at);
    this.use(settings);
  }

  /** An operator made two people one, or parted them. */
  carriedOut({ joined, parted }: CarriedOut, place: number): void {
    const { time, book, set } = this.options;
    if (joined) {
      const { person, from, fragments } = joined;
      const [before, moves] = [person.due, [] as Move[]];
      this.qualifier.absorbed(person, from, fragments);
      this.qualifier.settleAffected(person, time.at, moves);
      this.timers.dueAnew(person, before);
      this.moved(person, person.fragments[0]!, moves, place);
    }
    for (const person of parted?.people ?? []) {
      const [before, moves] = [person.due, [] as Move[]];
      this.qualifier.parted(person, time.at, moves);
      set.markPerson(person);
      this.timers.dueAnew(person, before);
      if (person.fragments[0]) this.moved(person, person.fragments[0], moves, place);
    }
    if (!parted || book.fills.size === 0) return;
    const [, other] = parted.people;
    const moved = Object.fromEntries(parted.fragments.map((id) => [id, other.id]));
    for (const fill of book.fills.values()) fill.moved = { ...fill.moved, ...moved };
  }

  /** A record about the past of audiences, or about lists. */
  async record(
    kind: 'traits' | 'filled' | 'sweep' | 'listed',
    text: string,
    position: number,
    settings: Settings,
  ) {
    const body: unknown = JSON.parse(text);
    const place = placeOf(position, 0);
    if (kind === 'filled') {
      this.options.book.filled((body as FilledBody).fill, position);
      return this.use(settings);
    }
    const qualifier = this.qualifier; // Made anew where it has to be, for lists too.
    if (kind === 'listed') return this.lists.fold(body as ListBody, position, settings);
    const found: Looking['found'] = (person, before, moves) => this.lookedAt(person, before, moves, place);
    const { book, set, time } = this.options;
    const looking = { book, set, time, qualifier, changed: this.changed, found };
    if (kind === 'traits') {
      // Before people are asked on the way everybody is stored: whom the state does not list changed since.
      if ((body as TraitsBody).upTo === BEGUN) await this.options.committer.storePeople();
      return foldTraits(looking, body as TraitsBody, place);
    }
    if ((body as SweepBody).upTo === null) await this.options.committer.flush();
    await foldSweep(looking, body as SweepBody, place);
    if ((body as SweepBody).upTo === null) this.use(settings);
  }
}
