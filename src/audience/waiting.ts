import type { Change, State } from '../engine/state/index.ts';
import type { IdentityKey } from '../identity/index.ts';

const PREFIX = 'waiting/';
const PAGE = 1_000;

/** Identities kept waiting together; each takes some 150 bytes of memory. */
export const WAITING_MAX = 1_000_000;

/** Identities on lists that nobody has yet: when somebody has one, she is put on the list. As of a position of the log. */
export class Waiting {
  private readonly known = new Map<IdentityKey, Map<string, number | null>>();
  private readonly counts = new Map<string, number>();
  private total = 0;

  /** Reads what was stored. */
  static async load(state: State): Promise<Waiting> {
    const waiting = new Waiting();
    for (let from = PREFIX; ; ) {
      const entries = await state.range('meta', { from, to: `${PREFIX}\uffff`, limit: PAGE });
      for (const [key, text] of entries) {
        const [identity, list] = JSON.parse(key.slice(PREFIX.length)) as [IdentityKey, string];
        waiting.set(identity, list, JSON.parse(text) as number | null);
      }
      const last = entries.at(-1);
      if (!last || entries.length < PAGE) return waiting;
      from = `${last[0]}\0`;
    }
  }

  /** How many entries wait, each an identity for a list. */
  get size(): number {
    return this.total;
  }

  /** How many identities wait for a list. */
  countOf(list: string): number {
    return this.counts.get(list) ?? 0;
  }

  /** The lists that wait for an identity, each with the moment until when (ms, null for ever). */
  listsOf(key: IdentityKey): ReadonlyMap<string, number | null> | undefined {
    return this.known.get(key);
  }

  /** All identities that wait. */
  keys(): Iterable<IdentityKey> {
    return this.known.keys();
  }

  /** The identities that wait for one list. */
  *of(list: string): Iterable<IdentityKey> {
    for (const [key, lists] of this.known) if (lists.has(list)) yield key;
  }

  /** An identity waits for a list from now on. Gives what is to be stored. */
  add(key: IdentityKey, list: string, until: number | null): Change {
    this.set(key, list, until);
    return { collection: 'meta', key: storedKey(key, list), value: JSON.stringify(until) };
  }

  /** An identity waits for a list no more; undefined when it did not. */
  remove(key: IdentityKey, list: string): Change | undefined {
    const lists = this.known.get(key);
    if (!lists?.delete(list)) return undefined;
    this.counted(list, -1);
    if (lists.size === 0) this.known.delete(key);
    return { collection: 'meta', key: storedKey(key, list), value: undefined };
  }

  /** Nobody waits for a list any more: it is out of use. Gives what is to be stored. */
  forget(list: string): Change[] {
    return this.countOf(list) === 0 ? [] : [...this.of(list)].flatMap((key) => this.remove(key, list) ?? []);
  }

  private set(key: IdentityKey, list: string, until: number | null): void {
    const lists = this.known.get(key) ?? new Map<string, number | null>();
    if (!lists.has(list)) this.counted(list, 1);
    this.known.set(key, lists.set(list, until));
  }

  private counted(list: string, change: number): void {
    this.total += change;
    this.counts.set(list, this.countOf(list) + change);
  }
}

function storedKey(key: IdentityKey, list: string): string {
  return PREFIX + JSON.stringify([key, list]);
}
