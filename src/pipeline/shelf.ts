import { Stretches } from './stretches.ts';

/** A record at hand, and what is known of its changes. One object for all of it: each look into a great table misses the cache of the processor. */
interface Slot<K, V> {
  readonly key: K;
  /** Null when the store has no such record. */
  value: V | null;
  /** Where it changed; UNCHANGED when the store has it as it is, or is about to get it. */
  place: number;
  /** The store is about to get it: until it has, it would give what was before. */
  isTaken: boolean;
  /** Nobody needs it at hand: it makes room as soon as the store has it. */
  isLeaving: boolean;
}

const UNCHANGED = -1;

/**
 * A bounded cache of records with write-back: what was changed stays until it is stored. All reads of the fold are
 * synchronous, so a batch first loads what it needs; asking for a key that was never loaded is our own mistake.
 */
export class Shelf<K extends string | number, V> {
  private readonly recordsMax: number;
  // Two generations: when the young one is full it becomes the old one, and what was not used in between is dropped.
  private young = new Map<K, Slot<K, V>>();
  private old = new Map<K, Slot<K, V>>();
  private changes = 0;
  private taken: Slot<K, V>[] = [];
  private readonly waiting = new Stretches<K, Slot<K, V>>();
  /** The keys of whatever changes, for as long as somebody wants to know. */
  watched: Set<K> | undefined;

  /** @param recordsMax about so many records are kept at hand, changed ones always */
  constructor(recordsMax: number) {
    this.recordsMax = recordsMax;
  }

  /** The record, or undefined when there is none. Throws when the key was not loaded. */
  get(key: K): V | undefined {
    const slot = this.find(key);
    if (slot === undefined) throw new Error(`record ${String(key)} was not loaded`);
    return slot.value ?? undefined;
  }

  /** The record when it is at hand: null when there is none, `undefined` says nothing about the store. */
  peek(key: K): V | null | undefined {
    return this.find(key)?.value;
  }

  /** Sets a record and notes that it changed at this place. */
  set(key: K, value: V, place: number): void {
    const slot = this.find(key);
    if (slot) slot.value = value;
    this.note(slot ?? this.keep(key, value), place);
  }

  /** Notes that a record was changed in place. Throws when the key was not loaded. */
  mark(key: K, place: number): void {
    const slot = this.find(key);
    if (slot === undefined) throw new Error(`record ${String(key)} was not loaded`);
    this.note(slot, place);
  }

  /** Whether a record was changed since it was taken to be stored. */
  isChanged(key: K): boolean {
    return (this.slotOf(key)?.place ?? UNCHANGED) !== UNCHANGED;
  }

  /** These are not needed at hand any more, unless somebody asks for them: each makes room once the store has it. */
  letGo(keys: Iterable<K>): void {
    for (const key of keys) {
      const slot = this.slotOf(key);
      if (!slot) continue;
      slot.isLeaving = true;
      this.leave(slot);
    }
  }

  /** Which of the keys are not at hand. */
  missing(keys: Iterable<K>): K[] {
    const missing: K[] = [];
    for (const key of keys) if (this.find(key) === undefined) missing.push(key);
    return missing;
  }

  /** Puts a loaded record at hand; null for a key that the store does not have. */
  put(key: K, value: V | null): void {
    if (this.find(key) === undefined) this.keep(key, value);
  }

  /** Takes those changes whose turn it is out of the list of changes; they stay at hand at least until `stored`. */
  take(countMax: number): [K, V][] {
    const records: [K, V][] = [];
    while (records.length < countMax) {
      const slot = this.waiting.take();
      if (!slot) break;
      records.push(this.takeOne(slot));
    }
    return records;
  }

  /** Takes the named records that changed. */
  takeNamed(keys: Iterable<K>): [K, V][] {
    const records: [K, V][] = [];
    for (const key of keys) if (this.isChanged(key)) records.push(this.takeOne(this.slotOf(key)!));
    return records;
  }

  /** The changes taken last are stored. */
  stored(): void {
    for (const slot of this.taken) {
      slot.isTaken = false;
      this.leave(slot);
    }
    this.taken = [];
  }

  /** The place of the oldest change that is not taken; undefined when there is none. */
  oldestChange(): number | undefined {
    return this.waiting.oldest();
  }

  /** The records that are changed or on their way into the store. */
  *unstored(): Iterable<V> {
    for (const { value } of this.pinned()) if (value !== null) yield value;
  }

  get changedCount(): number {
    return this.changes;
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
    this.old = this.young;
    this.young = new Map();
    for (const slot of this.pinned()) if (!this.old.has(slot.key)) this.young.set(slot.key, slot);
  }

  private slotOf(key: K): Slot<K, V> | undefined {
    return this.young.get(key) ?? this.old.get(key);
  }

  /** The slot, for somebody who needs it from now on. */
  private find(key: K): Slot<K, V> | undefined {
    const hit = this.young.get(key);
    if (hit !== undefined) {
      if (hit.isLeaving) hit.isLeaving = false;
      return hit;
    }
    const aged = this.old.get(key);
    if (aged === undefined) return undefined;
    if (aged.isLeaving) aged.isLeaving = false;
    this.young.set(key, aged);
    return aged;
  }

  private leave({ key, place, isTaken, isLeaving }: Slot<K, V>): void {
    if (!isLeaving || isTaken || place !== UNCHANGED) return;
    this.young.delete(key);
    this.old.delete(key);
  }

  private keep(key: K, value: V | null): Slot<K, V> {
    const slot = { key, value, place: UNCHANGED, isTaken: false, isLeaving: false };
    this.young.set(key, slot);
    return slot;
  }

  private note(slot: Slot<K, V>, place: number): void {
    this.watched?.add(slot.key);
    if (slot.place !== UNCHANGED) return;
    slot.place = place;
    this.changes++;
    this.waiting.add(slot);
  }

  /** The slots that are changed or on their way into the store. */
  private *pinned(): Iterable<Slot<K, V>> {
    yield* this.waiting;
    yield* this.taken;
  }

  private takeOne(slot: Slot<K, V>): [K, V] {
    slot.place = UNCHANGED;
    slot.isTaken = true;
    this.changes--;
    this.taken.push(slot);
    if (slot.value === null) throw new Error('a changed record is not there');
    return [slot.key, slot.value];
  }
}
