import type { Calendar, CalendarUnit } from './calendar.ts';
import { lastMark } from './since.ts';

/** A stretch of time that is asked about, as a rule. */
export type Window =
  | { readonly kind: 'ever' }
  /** The time up to now of this length; what happened exactly that long ago is outside. */
  | { readonly kind: 'last'; readonly ms: number }
  /** From a moment on, up to but without another. */
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  /** The calendar unit that holds now (`back` 0), or the one so many units before. */
  | { readonly kind: 'calendar'; readonly unit: CalendarUnit; readonly back: number; readonly zone: string }
  /** After the last of these marks. */
  | { readonly kind: 'since'; readonly marks: readonly number[] };

/** Times in a window at a moment: `from <= time < to`. Both only grow as time goes on. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** What the window holds at a moment. Nothing of the future is ever inside. */
export function boundsOf(window: Window, at: number, calendar: Calendar): Bounds {
  const now = at + 1;
  switch (window.kind) {
    case 'ever':
      return { from: Number.NEGATIVE_INFINITY, to: now };
    case 'last':
      return { from: now - window.ms, to: now };
    case 'between':
      return { from: window.from, to: Math.min(window.to, now) };
    case 'calendar': {
      const { zone, unit, back } = window;
      const to = back === 0 ? now : calendar.unitStart(zone, unit, at, 1 - back);
      return { from: calendar.unitStart(zone, unit, at, -back), to };
    }
    case 'since': {
      const mark = lastMark(window.marks, at);
      return { from: mark === undefined ? now : mark + 1, to: now };
    }
  }
}

/** When something that happens or happened at `time` comes into the window; undefined when never. */
export function entersAt(window: Window, time: number, calendar: Calendar): number | undefined {
  if (window.kind === 'between') return time >= window.from && time < window.to ? time : undefined;
  if (window.kind !== 'calendar' || window.back === 0) return time;
  return calendar.unitStart(window.zone, window.unit, time, window.back);
}

/** When something that is in the window at `at` leaves it; undefined when never. */
export function leavesAt(window: Window, time: number, at: number, calendar: Calendar): number | undefined {
  switch (window.kind) {
    case 'ever':
    case 'between':
      return undefined;
    case 'last':
      return time + window.ms;
    case 'calendar':
      return calendar.unitStart(window.zone, window.unit, time, window.back + 1);
    case 'since':
      return window.marks.find((mark) => mark > at);
  }
}
