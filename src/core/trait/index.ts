/** Traits: what is remembered of behaviour so that conditions are answered at once. Pure; no event, no condition is known here. */
export {
  CALENDAR_UNITS,
  type Calendar,
  type CalendarUnit,
  createCalendar,
  ZONES,
} from './calendar.ts';
export {
  DAY_MS,
  DURATION_MS_MAX,
  DURATION_PATTERN,
  type DurationUnit,
  durationMs,
  durationParts,
  durationText,
} from './duration.ts';
export {
  type Entries,
  type Entry,
  firstAtOrAfter,
  noEntries,
  withProducts,
} from './entry.ts';
export { listOfEntries, newestOfEntries } from './list.ts';
export {
  isTallied,
  MEASURES,
  type Measure,
  type Measured,
  measureList,
  measureTally,
  measureTotal,
  NEWEST_MAX,
  type Slide,
  slideOver,
} from './measure.ts';
export { civilOf, dayOf, MOMENT_PATTERN, type Moment, momentOf } from './moment.ts';
export type { Monoid } from './monoid.ts';
export { addMark, type SinceMark, sinceMark } from './since.ts';
export { type Tally, tallyOfEntries } from './tally.ts';
export { compareText } from './text-order.ts';
export { type Total, totalOfEntries } from './total.ts';
export {
  isPresent,
  listOf,
  NUMBER_MAX,
  numberOf,
  SCALE,
  type Scaled,
  scale,
  textOf,
  truthOf,
  wordOf,
} from './value.ts';
export { type Bounds, boundsOf, entersAt, leavesAt, type Window } from './window.ts';
