import {
  dropBefore,
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

/** Entries since the last mark: an event that starts the window anew. */
export interface SinceMark {
  /** Times of marks, oldest first; once settled, one and those of the future. */
  marks: number[];
  entries: Entries;
}

/** What happened after the last mark. Entries carry values as in a list; marks are added with `addMark`. */
export const sinceMark: Monoid<SinceMark> = {
  empty: () => ({ marks: [], entries: noEntries() }),
  add: (state, entry) => insertEntry(state.entries, entry),
  merge: (a, b) => ({
    marks: [...a.marks, ...b.marks].sort((x, y) => x - y),
    entries: mergeEntries(a.entries, b.entries),
  }),
  settle(state, at) {
    const passed = firstAtOrAfter(state.marks, at + 1);
    if (passed === 0) return false;
    const last = state.marks[passed - 1]!;
    if (passed > 1) state.marks.splice(0, passed - 1);
    return dropBefore(state.entries, last + 1) || passed > 1;
  },
  isEmpty: (state) => state.marks.length === 0 && state.entries.times.length === 0,
  encode: ({ marks, entries }) => JSON.stringify([marks, ...writeEntries(entries)]),
  decode(text) {
    const [marks, ...entries] = JSON.parse(text) as [number[], ...WrittenEntries];
    return { marks, entries: readEntries(entries) };
  },
};

/** Notes that the window starts anew. */
export function addMark(state: SinceMark, time: number): void {
  state.marks.splice(firstAtOrAfter(state.marks, time), 0, time);
}

/** When the window that is open at a moment began; undefined when nothing has started it. */
export function lastMark(marks: readonly number[], at: number): number | undefined {
  return marks[firstAtOrAfter(marks, at + 1) - 1];
}
