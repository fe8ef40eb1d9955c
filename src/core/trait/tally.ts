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
import { compareText } from './text-order.ts';

/** How often a value came, and when last. */
export interface Tick {
  count: number;
  lastTime: number;
}

export type Ticks = Map<string, Tick>;

/** A trait that counts per value: for distinct counts and the most frequent value over windows without a moving start. */
export interface Tally {
  ticks: Ticks;
  pending: Entries;
  /** The value that came most often, once somebody asked: each tick can only put its own value in its place. */
  top?: string | undefined;
}

/** Counts per value over everything that happened. Values are texts. */
export const tallyOfEntries: Monoid<Tally> = {
  empty: () => ({ ticks: new Map(), pending: noEntries() }),
  add(state, entry, at = Number.NEGATIVE_INFINITY) {
    if (entry.time > at) insertEntry(state.pending, entry);
    else tickOne(state, String(entry.value), entry.time);
  },
  merge(a, b) {
    const ticks = copyOf(a.ticks);
    for (const [value, { count, lastTime }] of b.ticks) tick(ticks, value, count, lastTime);
    return { ticks, pending: mergeEntries(a.pending, b.pending) };
  },
  settle(state, at) {
    const count = firstAtOrAfter(state.pending.times, at + 1);
    const { times, values } = state.pending;
    for (let i = 0; i < count; i++) tickOne(state, String(values[i]), times[i]!);
    return dropFirst(state.pending, count);
  },
  isEmpty: (state) => state.ticks.size === 0 && state.pending.times.length === 0,
  encode: (state) => JSON.stringify(write(state)),
  decode: (text) => read(JSON.parse(text)),
};

/** The counts as they stand at a moment. */
export function ticksAt(state: Tally, at: number): Ticks {
  const count = firstAtOrAfter(state.pending.times, at + 1);
  if (count === 0) return state.ticks;
  const ticks = copyOf(state.ticks);
  const { times, values } = state.pending;
  for (let i = 0; i < count; i++) tick(ticks, String(values[i]), 1, times[i]!);
  return ticks;
}

/** The value that came most often; of several the one that came last, then the first by its text. */
export function mostFrequent(ticks: Ticks): string | undefined {
  let best: string | undefined;
  let most: Tick = { count: 0, lastTime: 0 };
  for (const [value, tick] of ticks) {
    if (best !== undefined && !isMore(value, tick, best, most)) continue;
    best = value;
    most = tick;
  }
  return best;
}

function isMore(value: string, tick: Tick, than: string, most: Tick): boolean {
  return (tick.count - most.count || tick.lastTime - most.lastTime || compareText(than, value)) > 0;
}

/** The value that came most often up to a moment. */
export function topAt(state: Tally, at: number): string | undefined {
  const ticks = ticksAt(state, at);
  if (ticks !== state.ticks) return mostFrequent(ticks);
  state.top ??= mostFrequent(ticks);
  return state.top;
}

/** How often the value came that came most often; 0 where there is none. */
export function mostRepeated(ticks: Ticks): number {
  let most = 0;
  for (const { count } of ticks.values()) if (count > most) most = count;
  return most;
}

function copyOf(ticks: Ticks): Ticks {
  return new Map([...ticks].map(([value, tick]) => [value, { ...tick }]));
}

function tickOne(state: Tally, value: string, time: number): void {
  const now = tick(state.ticks, value, 1, time);
  if (state.top !== undefined && isMore(value, now, state.top, state.ticks.get(state.top)!))
    state.top = value;
}

function tick(ticks: Ticks, value: string, count: number, lastTime: number): Tick {
  const known = ticks.get(value);
  if (known) {
    known.count += count;
    known.lastTime = Math.max(known.lastTime, lastTime);
    return known;
  }
  const first = { count, lastTime };
  ticks.set(value, first);
  return first;
}

type Written = [values: string[], counts: number[], lastTimes: number[], pending?: WrittenEntries];

function write({ ticks, pending }: Tally): Written {
  const sorted = [...ticks].sort(([a], [b]) => compareText(a, b));
  const written: Written = [
    sorted.map(([value]) => value),
    sorted.map(([, { count }]) => count),
    sorted.map(([, { lastTime }]) => lastTime),
  ];
  if (pending.times.length > 0) written.push(writeEntries(pending));
  return written;
}

function read([values, counts, lastTimes, pending]: Written): Tally {
  return {
    ticks: new Map(values.map((value, i) => [value, { count: counts[i]!, lastTime: lastTimes[i]! }])),
    pending: pending ? readEntries(pending) : noEntries(),
  };
}
