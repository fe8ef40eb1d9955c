import {
  audiencesTurned,
  type LiveAudience,
  type Move,
  productsHeld,
  type Qualifier,
} from '../audience/index.ts';
import type { Catalogue, ProductMove } from '../catalog/index.ts';
import { placeOf } from '../core/index.ts';
import type { Profile } from '../profile/index.ts';
import { isAbout } from './shoppers.ts';
import type { WorkingSet } from './working-set.ts';

/** What moves of products need of the fold that they are part of. */
export interface ProductMoveOptions {
  readonly catalogue: Pick<Catalogue, 'isAsked' | 'foldAgainAt' | 'onMove'>;
  readonly set: WorkingSet;
  /** Places up to this one were folded by an earlier run. */
  readonly recoverUntil: number;
}

/** The audiences, as far as moves of products go. */
export interface Asked {
  readonly qualifier: Qualifier;
  /** She was asked again, and is another than before. */
  lookedAt(person: Profile, dueBefore: number | undefined, moves: readonly Move[], place: number): void;
  readonly timers: { readonly catchUp: (person: Profile, place: number) => void };
}

/** People who are looked at before other work of the process gets its turn. */
const SLICE_PEOPLE_MAX = 500;
const NOTES_AT_ONCE = 200;

/** What a change of the catalogue changes for people, and what they see of it while they are folded again. */
export class ProductMoves {
  private readonly options: ProductMoveOptions;
  private waiting: ProductMove | undefined;
  private isAgain = true;

  constructor(options: ProductMoveOptions) {
    this.options = options;
    const { catalogue } = options;
    catalogue.onMove((move) => {
      if (catalogue.isAsked) this.waiting = move;
    });
  }

  /** Whether conditions ask about products from now on. */
  ask(isAsked: boolean): void {
    this.options.catalogue.isAsked = isAsked;
  }

  /** Conditions see the products of this place while it is folded again, and those of now from then on. */
  foldAgainAt(place: number): void {
    if (!this.isAgain) return;
    const { catalogue, recoverUntil } = this.options;
    this.isAgain = place <= recoverUntil;
    catalogue.foldAgainAt(this.isAgain ? place : undefined);
  }

  /** A record is folded: when it was the last of an earlier run, conditions see the products of now. */
  passed(position: number): void {
    this.foldAgainAt(placeOf(position + 1, 0));
  }

  /** The change folded last is one that conditions may ask about. */
  get isWaiting(): boolean {
    return this.waiting !== undefined;
  }

  /**
   * Looks at the people who have the product in a trait for which its change matters, in the order of their ids. Nothing is stored
   * meanwhile, so that the change and what came of it are stored together.
   */
  async settle(place: number, audiences: Asked, at: number): Promise<void> {
    if (!this.waiting) return;
    const { product, before, after } = this.waiting;
    this.waiting = undefined;
    const turned = audiences.qualifier.current.turnedBy(before, after);
    if (turned.size === 0) return;
    const { set } = this.options;
    const noted = await set.shoppers.of(product);
    const holders = new Set<number>();
    for (const slice of slicesOf(noted)) {
      await set.loadPeople(slice);
      for (const id of slice) holders.add(set.follow(id)?.id ?? id);
    }
    const had = new Set<number>();
    for (const slice of slicesOf([...holders].sort((a, b) => a - b))) {
      await set.loadPeople(slice);
      set.at(place);
      for (const id of slice) {
        const person: Profile | undefined = set.graph.person(id);
        if (person && lookAt(person, product, { turned, place, at }, audiences)) had.add(id);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const id of noted) if (!had.delete(id)) set.shoppers.remove(product, id);
    for (const id of had) set.shoppers.add(product, id);
  }

  /**
   * Looks through some of the notes of who has which product, and forgets those that are true no more: of products that change
   * never again they would stay for ever. Nothing of people depends on when it is called.
   */
  async forgetSome({ qualifier }: Pick<Asked, 'qualifier'>): Promise<void> {
    const { set } = this.options;
    for (const note of await set.shoppers.someNotes(NOTES_AT_ONCE)) {
      const read = await set.readPerson(note.person);
      // She may have come to hand while she was read, and have done something.
      const person = read && (set.peekPerson(read.id) ?? read);
      if (!person || !isAbout(note, productsHeld(person, qualifier.current))) set.shoppers.forget(note);
    }
  }
}

interface Turn {
  readonly turned: ReadonlyMap<string, readonly LiveAudience[]>;
  readonly place: number;
  readonly at: number;
}

/** Asks the audiences for which it matters about a person; false when she does not have the product. */
function lookAt(person: Profile, product: string, { turned, place, at }: Turn, audiences: Asked): boolean {
  const { qualifier, timers } = audiences;
  timers.catchUp(person, place);
  const asked = audiencesTurned(person, product, turned, qualifier.current);
  if (!asked) return false;
  const moves: Move[] = [];
  const due = person.due;
  if (qualifier.askAgain(person, asked, at, moves)) audiences.lookedAt(person, due, moves, place);
  return true;
}

function* slicesOf(ids: readonly number[]): Iterable<readonly number[]> {
  for (let from = 0; from < ids.length; from += SLICE_PEOPLE_MAX)
    yield ids.slice(from, from + SLICE_PEOPLE_MAX);
}
