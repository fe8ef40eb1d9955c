/**
 * A bounded cache of records with write-back: what was changed stays until it is stored. All reads of the fold are
 * synchronous, so a batch first loads what it needs; asking for a key that was never loaded is our own mistake.
 */
export interface Shelf<K, V> {
  /** The record, or undefined when there is none. Throws when the key was not loaded. */
  get(key: K): V | undefined;
  /** The record when it is at hand: `undefined` says nothing about the store. */
  peek(key: K): V | null | undefined;
  /** Sets a record and notes that it changed at this place. */
  set(key: K, value: V, place: number): void;
  /** Notes that a record was changed in place. */
  mark(key: K, place: number): void;
  /** Which of the keys are not at hand. */
  missing(keys: Iterable<K>): K[];
  /** Puts loaded records at hand; null for a key that the store does not have. */
  put(key: K, value: V | null): void;
  /** Takes the oldest changes (or the named ones) out of the list of changes, until `stored` or `returned`. */
  take(countMax: number): [K, V][];
  takeNamed(keys: Iterable<K>): [K, V][];
  /** The changes taken last are stored. */
  stored(): void;
  /** The place of the oldest change that is not taken; undefined when there is none. */
  oldestChange(): number | undefined;
  readonly changedCount: number;
  readonly size: number;
}

/** @param recordsMax about so many records are kept at hand, changed ones always */
export function createShelf<K, V>(recordsMax: number): Shelf<K, V> {
  // Two generations: when the young one is full it becomes the old one, and what was not used in between is dropped.
  let young = new Map<K, V | null>();
  let old = new Map<K, V | null>();
  const changed = new Map<K, number>();
  const taken = new Set<K>();

  const find = (key: K): V | null | undefined => {
    const hit = young.get(key);
    if (hit !== undefined) return hit;
    const aged = old.get(key);
    if (aged !== undefined) keep(key, aged);
    return aged;
  };
  const keep = (key: K, value: V | null): void => {
    young.set(key, value);
    if (young.size * 2 < recordsMax) return;
    const dropped = old;
    old = young;
    young = new Map();
    for (const pinned of [changed.keys(), taken])
      for (const pin of pinned) {
        const value = dropped.get(pin);
        if (value !== undefined && !old.has(pin)) young.set(pin, value);
      }
  };
  const takeOne = (key: K): [K, V] => {
    changed.delete(key);
    taken.add(key);
    const value = find(key);
    if (value === undefined || value === null) throw new Error('a changed record is not at hand');
    return [key, value];
  };
  return {
    get(key) {
      const value = find(key);
      if (value === undefined) throw new Error(`record ${String(key)} was not loaded`);
      return value ?? undefined;
    },
    peek: find,
    set(key, value, place) {
      keep(key, value);
      if (!changed.has(key)) changed.set(key, place);
    },
    mark(key, place) {
      if (!changed.has(key)) changed.set(key, place);
    },
    missing(keys) {
      const missing: K[] = [];
      for (const key of keys) if (find(key) === undefined) missing.push(key);
      return missing;
    },
    put(key, value) {
      if (find(key) === undefined) keep(key, value);
    },
    take(countMax) {
      const records: [K, V][] = [];
      for (const key of changed.keys()) {
        if (records.length >= countMax) break;
        records.push(takeOne(key));
      }
      return records;
    },
    takeNamed(keys) {
      const records: [K, V][] = [];
      for (const key of keys) if (changed.has(key)) records.push(takeOne(key));
      return records;
    },
    stored() {
      taken.clear();
    },
    oldestChange() {
      return changed.values().next().value;
    },
    get changedCount() {
      return changed.size;
    },
    get size() {
      return young.size + old.size;
    },
  };
}
