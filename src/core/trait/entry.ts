import { compareText, compareValues } from './text-order.ts';

/** What an event contributes to a trait: when, which value, and, for product lines, which product. */
export interface Entry {
  readonly time: number;
  readonly value?: number | string | undefined;
  readonly product?: string | undefined;
}

/**
 * Entries in the order of their time, then value, then product. Plain parallel arrays: half the memory of objects. `values`
 * and `products` are empty when the trait has none. The same entries give the same arrays whatever the order of arrival.
 */
export interface Entries {
  times: number[];
  values: (number | string)[];
  products: string[];
}

/** Entries of somebody who did nothing yet. */
export function noEntries(): Entries {
  return { times: [], values: [], products: [] };
}

/** Puts an entry at its place. Most arrive in order and go to the end. */
export function insertEntry(entries: Entries, entry: Entry): void {
  const { times, values, products } = entries;
  let at = firstAtOrAfter(times, entry.time);
  while (at < times.length && times[at] === entry.time && compareTie(entries, at, entry) < 0) at++;
  if (at === times.length) {
    times.push(entry.time);
    if (entry.value !== undefined) values.push(entry.value);
    if (entry.product !== undefined) products.push(entry.product);
    return;
  }
  times.splice(at, 0, entry.time);
  if (entry.value !== undefined) values.splice(at, 0, entry.value);
  if (entry.product !== undefined) products.splice(at, 0, entry.product);
}

/** Orders the entry at an index against another of the same time. */
function compareTie(entries: Entries, at: number, entry: Entry): number {
  const byValue = entry.value === undefined ? 0 : compareValues(entries.values[at]!, entry.value);
  if (byValue !== 0 || entry.product === undefined) return byValue;
  return compareText(entries.products[at]!, entry.product);
}

/** The entry at an index. */
export function entryAt(entries: Entries, at: number): Entry {
  return { time: entries.times[at]!, value: entries.values[at], product: entries.products[at] };
}

/** Index of the first time at or after a moment; the number of times when there is none. */
export function firstAtOrAfter(times: readonly number[], moment: number): number {
  let low = 0;
  let high = times.length;
  // The newest are asked for most.
  if (high > 0 && times[high - 1]! < moment) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Both in one order; neither is changed. */
export function mergeEntries(a: Entries, b: Entries): Entries {
  const [longer, shorter] = a.times.length >= b.times.length ? [a, b] : [b, a];
  const merged = { times: [...longer.times], values: [...longer.values], products: [...longer.products] };
  for (let i = 0; i < shorter.times.length; i++) insertEntry(merged, entryAt(shorter, i));
  return merged;
}

/** Forgets the entries before a moment. Says whether there were any. */
export function dropBefore(entries: Entries, moment: number): boolean {
  return dropFirst(entries, firstAtOrAfter(entries.times, moment));
}

/** Forgets so many of the oldest entries. Says whether there were any. */
export function dropFirst(entries: Entries, count: number): boolean {
  if (count <= 0) return false;
  entries.times.splice(0, count);
  if (entries.values.length > 0) entries.values.splice(0, count);
  if (entries.products.length > 0) entries.products.splice(0, count);
  return true;
}

/** The entries whose product fits, as a copy. */
export function withProducts(entries: Entries, fits: (product: string) => boolean): Entries {
  const kept = noEntries();
  for (let i = 0; i < entries.times.length; i++) {
    const product = entries.products[i]!;
    if (!fits(product)) continue;
    kept.times.push(entries.times[i]!);
    kept.products.push(product);
    if (entries.values.length > 0) kept.values.push(entries.values[i]!);
  }
  return kept;
}

/** Entries as JSON-ready arrays: times as differences, which are short. */
export type WrittenEntries = [gaps: number[], values?: (number | string)[], products?: string[]];

export function writeEntries({ times, values, products }: Entries): WrittenEntries {
  const gaps = times.map((time, i) => (i === 0 ? time : time - times[i - 1]!));
  if (products.length > 0) return [gaps, values, products];
  return values.length > 0 ? [gaps, values] : [gaps];
}

/** The text of `writeEntries`, without a detour: lists of times alone are what people have most of. */
export function entriesText(entries: Entries): string {
  const { times, values, products } = entries;
  if (values.length > 0 || products.length > 0) return JSON.stringify(writeEntries(entries));
  let gaps = times.length > 0 ? String(times[0]) : '';
  for (let i = 1; i < times.length; i++) gaps += `,${times[i]! - times[i - 1]!}`;
  return `[[${gaps}]]`;
}

export function readEntries([gaps, values = [], products = []]: WrittenEntries): Entries {
  let time = 0;
  const times = gaps.map((gap) => {
    time += gap;
    return time;
  });
  return { times, values, products };
}
