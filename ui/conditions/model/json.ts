/** A JSON object of a condition, whatever it holds: the editor keeps what it does not know. */
export type Doc = Readonly<Record<string, unknown>>;

/** Whether a value is an object, and no list. */
export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The document with some keys set; those set to undefined are taken out. Keys keep their order. */
export function withKeys(doc: Doc, change: Doc): Doc {
  return Object.fromEntries(Object.entries({ ...doc, ...change }).filter(([, value]) => value !== undefined));
}

/** Whether two documents say the same, key for key in any order. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  if (!isDoc(a) || !isDoc(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}

/** A list without the entry at a place. */
export function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, i) => i !== at);
}

/** A list with another entry at a place. */
export function replaced<T>(list: readonly T[], at: number, entry: T): T[] {
  return list.map((each, i) => (i === at ? entry : each));
}

/** A list with an entry put in at a place. */
export function inserted<T>(list: readonly T[], at: number, entry: T): T[] {
  return [...list.slice(0, at), entry, ...list.slice(at)];
}
