import { hash53 } from '../core/index.ts';
import type { Change, State } from '../engine/state/index.ts';
import { personKey } from './keys.ts';

const PREFIX = 'asked/';
const PAGE = 5_000;
const RADIX = 36;
/** Notes that are known to be stored; beyond so many they are written again. */
const KNOWN_MAX = 100_000;

/**
 * Who may have a product in a trait whose readings ask the catalogue, so that a change of the product finds them without looking at
 * everybody. It never names too few: who left or was absorbed stays until a change of the product comes by. Stored with every
 * commit.
 */
export class Shoppers {
  private readonly state: State;
  private readonly known = new Set<string>();
  private pending = new Map<string, boolean>();
  private taken = new Map<string, boolean>();

  constructor(state: State) {
    this.state = state;
  }

  /** A person has a product now. */
  add(product: string, person: number): void {
    const key = keyOf(product, person);
    if (this.known.has(key)) return;
    if (this.known.size >= KNOWN_MAX) this.known.clear();
    this.known.add(key);
    this.pending.set(key, true);
  }

  /** A person has the product no more. */
  remove(product: string, person: number): void {
    const key = keyOf(product, person);
    this.known.delete(key);
    this.pending.set(key, false);
  }

  /** Ids of the people who may have a product, each once, some of them absorbed by others since. */
  async of(product: string): Promise<number[]> {
    const prefix = keyOf(product);
    const people = new Set<number>();
    // Looked at before the state is read: what is stored in between is in both.
    const unstored = [...this.taken, ...this.pending].filter(([key]) => key.startsWith(prefix));
    for (let from = prefix; ; ) {
      const page = await this.state.range('catalogue', { from, to: `${prefix}\u{10ffff}`, limit: PAGE });
      for (const [key] of page) people.add(personOf(key));
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      from = `${last[0]}\0`;
    }
    for (const [key, has] of unstored)
      if (has) people.add(personOf(key));
      else people.delete(personOf(key));
    return [...people];
  }

  /** What changed since the last call; `stored` follows once it is durable. */
  takeChanges(): Change[] {
    this.taken = this.pending;
    this.pending = new Map();
    return [...this.taken].map(([key, has]) => ({
      collection: 'catalogue',
      key,
      value: has ? '' : undefined,
    }));
  }

  stored(): void {
    this.taken = new Map();
  }
}

/** Products are told apart by a hash: of two that share one, people of the other are looked at too, in vain. */
function keyOf(product: string, person?: number): string {
  return `${PREFIX}${hash53(product).toString(RADIX)}/${person === undefined ? '' : personKey(person)}`;
}

function personOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('/') + 1));
}
