import {
  dropFirst,
  type Entries,
  firstAtOrAfter,
  insertEntry,
  mergeEntries,
  noEntries,
  readEntries,
  type WrittenEntries,
  writeEntries,
} from './entry.ts';
import type { Monoid } from './monoid.ts';
import { compareValues } from './text-order.ts';

/** Sums over all entries up to a moment. `sum`, `min` and `max` mean something only where values are numbers. */
export interface Sums {
  count: number;
  sum: number;
  min: number;
  max: number;
  /** Time and value of the first entry; at the same time the least value. */
  firstTime: number;
  firstValue: number | string | undefined;
  /** Time and value of the last entry; at the same time the greatest value. */
  lastTime: number;
  lastValue: number | string | undefined;
}

/** A trait that needs no single entries: for windows without a moving start. Entries of the future wait in `pending`. */
export interface Total {
  sums: Sums;
  pending: Entries;
}

const EMPTY: Sums = {
  count: 0,
  sum: 0,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
  firstTime: Number.POSITIVE_INFINITY,
  firstValue: undefined,
  lastTime: Number.NEGATIVE_INFINITY,
  lastValue: undefined,
};

/** Counts, sums, bounds, first and last over everything that happened. */
export const totalOfEntries: Monoid<Total> = {
  empty: () => ({ sums: { ...EMPTY }, pending: noEntries() }),
  add(state, entry, at = Number.NEGATIVE_INFINITY) {
    if (entry.time <= at) addOne(state.sums, entry.time, entry.value);
    else insertEntry(state.pending, entry);
  },
  merge(a, b) {
    const sums = { ...a.sums };
    addSums(sums, b.sums);
    return { sums, pending: mergeEntries(a.pending, b.pending) };
  },
  settle({ sums, pending }, at) {
    const count = firstAtOrAfter(pending.times, at + 1);
    for (let i = 0; i < count; i++) addOne(sums, pending.times[i]!, pending.values[i]);
    return dropFirst(pending, count);
  },
  isEmpty: (state) => state.sums.count === 0 && state.pending.times.length === 0,
  encode: (state) => JSON.stringify(write(state)),
  decode: (text) => read(JSON.parse(text)),
};

/** The sums as they stand at a moment: the settled ones and what was pending until then. */
export function sumsAt(state: Total, at: number): Sums {
  const count = firstAtOrAfter(state.pending.times, at + 1);
  if (count === 0) return state.sums;
  const sums = { ...state.sums };
  const { times, values } = state.pending;
  for (let i = 0; i < count; i++) addOne(sums, times[i]!, values[i]);
  return sums;
}

function addOne(sums: Sums, time: number, value: number | string | undefined): void {
  sums.count++;
  if (typeof value === 'number') {
    sums.sum += value;
    if (value < sums.min) sums.min = value;
    if (value > sums.max) sums.max = value;
  }
  noteBounds(sums, time, value, time, value);
}

function addSums(to: Sums, from: Sums): void {
  if (from.count === 0) return;
  to.count += from.count;
  to.sum += from.sum;
  to.min = Math.min(to.min, from.min);
  to.max = Math.max(to.max, from.max);
  noteBounds(to, from.firstTime, from.firstValue, from.lastTime, from.lastValue);
}

/** What came first and what came last, if it was before, or after, all that is known. */
function noteBounds(
  sums: Sums,
  firstTime: number,
  firstValue: number | string | undefined,
  lastTime: number,
  lastValue: number | string | undefined,
): void {
  if ((firstTime - sums.firstTime || order(firstValue, sums.firstValue)) < 0) {
    sums.firstTime = firstTime;
    sums.firstValue = firstValue;
  }
  if ((lastTime - sums.lastTime || order(lastValue, sums.lastValue)) > 0) {
    sums.lastTime = lastTime;
    sums.lastValue = lastValue;
  }
}

function order(a: number | string | undefined, b: number | string | undefined): number {
  return a === undefined || b === undefined ? 0 : compareValues(a, b);
}

type Written = [
  count: number,
  firstTime: number,
  lastTime: number,
  pending: WrittenEntries | 0,
  firstValue?: number | string,
  lastValue?: number | string,
  sum?: number,
  min?: number,
  max?: number,
];

function write({ sums, pending }: Total): Written {
  const waiting = pending.times.length > 0 ? writeEntries(pending) : 0;
  if (sums.count === 0) return [0, 0, 0, waiting];
  const { count, firstTime, firstValue, lastTime, lastValue, sum, min, max } = sums;
  if (firstValue === undefined || lastValue === undefined) return [count, firstTime, lastTime, waiting];
  if (typeof firstValue === 'string') return [count, firstTime, lastTime, waiting, firstValue, lastValue];
  return [count, firstTime, lastTime, waiting, firstValue, lastValue, sum, min, max];
}

function read(written: Written): Total {
  const [count, firstTime, lastTime, waiting, firstValue, lastValue, sum, min, max] = written;
  const pending = waiting === 0 ? noEntries() : readEntries(waiting);
  if (count === 0) return { sums: { ...EMPTY }, pending };
  const values = { firstValue, lastValue, sum: sum ?? 0, min: min ?? EMPTY.min, max: max ?? EMPTY.max };
  return { sums: { count, firstTime, lastTime, ...values }, pending };
}
