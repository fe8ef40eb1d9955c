import {
  dropBefore,
  dropFirst,
  type Entries,
  entriesText,
  firstAtOrAfter,
  insertEntry,
  mergeEntries,
  noEntries,
  readEntries,
} from './entry.ts';
import type { Monoid } from './monoid.ts';

/**
 * A trait that keeps its entries one by one: for windows that move. Those that no window reaches any more are forgotten:
 * `keptMs` is the longest window, undefined keeps them for ever.
 */
export function listOfEntries(keptMs: number | undefined): Monoid<Entries> {
  return {
    empty: noEntries,
    add: insertEntry,
    merge: mergeEntries,
    // A window of that length holds what happened after `at - keptMs`, not at it.
    settle: (state, at) => keptMs !== undefined && dropBefore(state, at - keptMs + 1),
    isEmpty: (state) => state.times.length === 0,
    encode: entriesText,
    decode: (text) => readEntries(JSON.parse(text)),
  };
}

/** A trait that keeps so many entries, the newest by their time, and those of the future until it has come. */
export function newestOfEntries(keptCount: number): Monoid<Entries> {
  return {
    ...listOfEntries(undefined),
    settle: (state, at) => dropFirst(state, firstAtOrAfter(state.times, at + 1) - keptCount),
  };
}
