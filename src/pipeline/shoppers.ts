import { hash53 } from '../core/index.ts';
import type { Change, State } from '../engine/state/index.ts';
import { personKey } from './keys.ts';

const PREFIX = 'asked/';
const PAGE = 5_000;
const RADIX = 36;
/** Notes that are known to be stored; beyond so many they are written again. */
const KNOWN_MAX = 100_000;

/** That a person may have a product. */
export interface Note {
  readonly key: string;
  readonly person: number;
}

/** By the beginning of the keys of a product: of whom it is noted, and of whom no more. */
type Notes = Map<string, Map<number, boolean>>;

/**
 * Who may have a product in a trait whose readings ask the catalogue, so that a change of the product finds them without looking at
 * everybody. It never names too few: who left or was absorbed stays until a change of the product comes by, or until the notes are
 * looked through. Stored with every commit.
 */
export class Shoppers {
  private readonly state: State;
  private readonly known = new Set<string>();
  private pending: Notes = new Map();
  private taken: Notes = new Map();
  /** Where `someNotes` goes on. */
  private cursor = PREFIX;

  constructor(state: State) {
    this.state = state;
  }

  /** A person has a product now. */
  add(product: string, person: number): void {
    const key = keyOf(product, person);
    if (this.known.has(key)) return;
    if (this.known.size >= KNOWN_MAX) this.known.clear();
    this.known.add(key);
    this.note(key, person, true);
  }

  /** A person has the product no more. */
  remove(product: string, person: number): void {
    this.forget({ key: keyOf(product, person), person });
  }

  /** A note says nothing true any more. */
  forget({ key, person }: Note): void {
    this.known.delete(key);
    this.note(key, person, false);
  }

  /** Ids of the people who may have a product, each once, some of them absorbed by others since. */
  async of(product: string): Promise<number[]> {
    const prefix = keyOf(product);
    const people = new Set<number>();
    // Looked at before the state is read: what is stored in between is in both.
    const unstored = [...(this.taken.get(prefix) ?? []), ...(this.pending.get(prefix) ?? [])];
    for (let from = prefix; ; ) {
      const page = await this.state.range('catalogue', { from, to: `${prefix}\u{10ffff}`, limit: PAGE });
      for (const [key] of page) people.add(personOf(key));
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      from = `${last[0]}\0`;
    }
    for (const [person, has] of unstored)
      if (has) people.add(person);
      else people.delete(person);
    return [...people];
  }

  /** Stored notes, the next ones with each call, round and round. */
  async someNotes(limit: number): Promise<Note[]> {
    const page = await this.state.range('catalogue', { from: this.cursor, to: `${PREFIX}\u{10ffff}`, limit });
    const last = page.at(-1);
    this.cursor = last && page.length === limit ? `${last[0]}\0` : PREFIX;
    return page.map(([key]) => ({ key, person: personOf(key) }));
  }

  get isDirty(): boolean {
    return this.pending.size > 0;
  }

  /** What changed since the last call; `stored` follows once it is durable. */
  takeChanges(): Change[] {
    this.taken = this.pending;
    this.pending = new Map();
    const changes: Change[] = [];
    for (const [prefix, people] of this.taken)
      for (const [person, has] of people)
        changes.push({
          collection: 'catalogue',
          key: prefix + personKey(person),
          value: has ? '' : undefined,
        });
    return changes;
  }

  stored(): void {
    this.taken = new Map();
  }

  private note(key: string, person: number, has: boolean): void {
    const prefix = key.slice(0, key.lastIndexOf('/') + 1);
    const people = this.pending.get(prefix);
    if (people) people.set(person, has);
    else this.pending.set(prefix, new Map([[person, has]]));
  }
}

/** Whether a note says of one of these products that the person has it. */
export function isAbout({ key }: Note, products: Iterable<string>): boolean {
  for (const product of products) if (key.startsWith(keyOf(product))) return true;
  return false;
}

/** Products are told apart by a hash: of two that share one, people of the other are looked at too, in vain. */
function keyOf(product: string, person?: number): string {
  return `${PREFIX}${hash53(product).toString(RADIX)}/${person === undefined ? '' : personKey(person)}`;
}

function personOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('/') + 1));
}
