interface Note<K> {
  readonly key: K;
  readonly place: number;
}

const QUEUE_WASTE_MAX = 10_000;

/**
 * A bounded cache of records with write-back: what was changed stays until it is stored. All reads of the fold are
 * synchronous, so a batch first loads what it needs; asking for a key that was never loaded is our own mistake.
 */
export class Shelf<K, V> {
  private readonly recordsMax: number;
  // Two generations: when the young one is full it becomes the old one, and what was not used in between is dropped.
  private young = new Map<K, V | null>();
  private old = new Map<K, V | null>();
  private readonly changed = new Map<K, number>();
  private readonly taken = new Set<K>();
  // The changes in order of their places. The Map alone would do, but after deletions at its front every look at its first
  // entry skips all the holes (a sixth of an import, measured); entries that `changed` no longer agrees with are stale.
  private queue: Note<K>[] = [];
  private head = 0;

  /** @param recordsMax about so many records are kept at hand, changed ones always */
  constructor(recordsMax: number) {
    this.recordsMax = recordsMax;
  }

  /** The record, or undefined when there is none. Throws when the key was not loaded. */
  get(key: K): V | undefined {
    const value = this.peek(key);
    if (value === undefined) throw new Error(`record ${String(key)} was not loaded`);
    return value ?? undefined;
  }

  /** The record when it is at hand: null when there is none, `undefined` says nothing about the store. */
  peek(key: K): V | null | undefined {
    const hit = this.young.get(key);
    if (hit !== undefined) return hit;
    const aged = this.old.get(key);
    if (aged !== undefined) this.keep(key, aged);
    return aged;
  }

  /** Sets a record and notes that it changed at this place. */
  set(key: K, value: V, place: number): void {
    this.keep(key, value);
    this.mark(key, place);
  }

  /** Notes that a record was changed in place. */
  mark(key: K, place: number): void {
    if (this.changed.has(key)) return;
    this.changed.set(key, place);
    this.queue.push({ key, place });
  }

  /** Which of the keys are not at hand. */
  missing(keys: Iterable<K>): K[] {
    const missing: K[] = [];
    for (const key of keys) if (this.peek(key) === undefined) missing.push(key);
    return missing;
  }

  /** Puts a loaded record at hand; null for a key that the store does not have. */
  put(key: K, value: V | null): void {
    if (this.peek(key) === undefined) this.keep(key, value);
  }

  /** Takes the oldest changes out of the list of changes; they stay at hand at least until `stored`. */
  take(countMax: number): [K, V][] {
    const records: [K, V][] = [];
    while (records.length < countMax) {
      const note = this.oldest();
      if (!note) break;
      records.push(this.takeOne(note.key));
    }
    return records;
  }

  /** Takes the named records that changed. */
  takeNamed(keys: Iterable<K>): [K, V][] {
    const records: [K, V][] = [];
    for (const key of keys) if (this.changed.has(key)) records.push(this.takeOne(key));
    return records;
  }

  /** The changes taken last are stored. */
  stored(): void {
    this.taken.clear();
  }

  /** The place of the oldest change that is not taken; undefined when there is none. */
  oldestChange(): number | undefined {
    return this.oldest()?.place;
  }

  /** The records that are changed or on their way into the store. */
  *unstored(): Iterable<V> {
    for (const keys of [this.changed.keys(), this.taken])
      for (const key of keys) {
        const value = this.peek(key);
        if (value != null) yield value;
      }
  }

  get changedCount(): number {
    return this.changed.size;
  }

  get size(): number {
    return this.young.size + this.old.size;
  }

  /**
   * When the young generation is full, it becomes the old one. Called between two slices only: what a slice loaded stays
   * at hand until it is folded, however much it is.
   */
  turn(): void {
    if (this.young.size * 2 < this.recordsMax) return;
    const dropped = this.old;
    this.old = this.young;
    this.young = new Map();
    for (const pinned of [this.changed.keys(), this.taken])
      for (const key of pinned) {
        const value = dropped.get(key);
        if (value !== undefined && !this.old.has(key)) this.young.set(key, value);
      }
  }

  private keep(key: K, value: V | null): void {
    this.young.set(key, value);
  }

  private oldest(): Note<K> | undefined {
    for (; this.head < this.queue.length; this.head++) {
      const note = this.queue[this.head]!;
      if (this.changed.get(note.key) === note.place) return note;
    }
    this.queue = [];
    this.head = 0;
    return undefined;
  }

  private takeOne(key: K): [K, V] {
    this.changed.delete(key);
    this.taken.add(key);
    if (this.head > QUEUE_WASTE_MAX && this.head * 2 > this.queue.length) {
      this.queue = this.queue.slice(this.head);
      this.head = 0;
    }
    const value = this.peek(key);
    if (value === undefined || value === null) throw new Error('a changed record is not at hand');
    return [key, value];
  }
}
