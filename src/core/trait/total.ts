import {
  dropBefore,
  type Entries,
  type Entry,
  entryAt,
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
  add: (state, entry) => insertEntry(state.pending, entry),
  merge(a, b) {
    const sums = { ...a.sums };
    addSums(sums, b.sums);
    return { sums, pending: mergeEntries(a.pending, b.pending) };
  },
  settle(state, at) {
    const { sums, pending } = state;
    const count = firstAtOrAfter(pending.times, at + 1);
    for (let i = 0; i < count; i++) addSums(sums, sumsOf(entryAt(pending, i)));
    return dropBefore(pending, at + 1);
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
  for (let i = 0; i < count; i++) addSums(sums, sumsOf(entryAt(state.pending, i)));
  return sums;
}

function sumsOf({ time, value }: Entry): Sums {
  const number = typeof value === 'number' ? value : undefined;
  return {
    count: 1,
    sum: number ?? 0,
    min: number ?? EMPTY.min,
    max: number ?? EMPTY.max,
    firstTime: time,
    firstValue: value,
    lastTime: time,
    lastValue: value,
  };
}

function addSums(to: Sums, from: Sums): void {
  if (from.count === 0) return;
  to.count += from.count;
  to.sum += from.sum;
  to.min = Math.min(to.min, from.min);
  to.max = Math.max(to.max, from.max);
  const firstOrder = from.firstTime - to.firstTime || order(from.firstValue, to.firstValue);
  if (firstOrder < 0) {
    to.firstTime = from.firstTime;
    to.firstValue = from.firstValue;
  }
  const lastOrder = from.lastTime - to.lastTime || order(from.lastValue, to.lastValue);
  if (lastOrder > 0) {
    to.lastTime = from.lastTime;
    to.lastValue = from.lastValue;
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
