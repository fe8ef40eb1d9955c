import { type Calendar, DAY_MS, durationMs, momentOf, type Window } from '../../trait/index.ts';
import { TIME_ZONE_DEFAULT } from '../facts.ts';
import { keptFor } from '../traits.ts';
import type { ConditionWindow } from '../window.ts';

const UNIT_DAYS_MAX = { day: 1, week: 7, month: 31, quarter: 92, year: 366 } as const;
/** Local days begin up to a day away from those of UTC, and a change of clocks moves them by an hour or two. */
const ZONE_SLACK_MS = 2 * DAY_MS;

/** A window as the traits know it, for a person in a time zone. `since` windows are bounded by the marks of their trait. */
export type WindowFor = (personZone: string, marks: readonly number[]) => Window;

/** Compiles a window, so that nothing is parsed when it is used. */
export function compileWindow(window: ConditionWindow | undefined, calendar: Calendar): WindowFor {
  if (window && 'since' in window) return (_zone, marks) => ({ kind: 'since', marks });
  if (window && 'calendar' in window && window.timeZone === 'person') {
    const { calendar: unit, back = 0 } = window;
    return (zone) => ({ kind: 'calendar', unit, back, zone });
  }
  const fixed = fixedWindow(window, calendar);
  return () => fixed;
}

function fixedWindow(
  window: Exclude<ConditionWindow, { since: unknown }> | undefined,
  calendar: Calendar,
): Window {
  if (!window) return { kind: 'ever' };
  if ('last' in window) return { kind: 'last', ms: durationMs(window.last) };
  if (!('calendar' in window)) return { kind: 'between', ...betweenBounds(window, calendar) };
  const { calendar: unit, back = 0, timeZone: zone = TIME_ZONE_DEFAULT } = window;
  return { kind: 'calendar', unit, back, zone };
}

/** Whether days of the person's own time zone bound the window. */
export function isInPersonZone(window: ConditionWindow | undefined): boolean {
  return window !== undefined && 'calendar' in window && window.timeZone === 'person';
}

/** The moments between which a fixed window lies: `from <= time < to`. */
export function betweenBounds(
  window: { from?: string; to?: string; timeZone?: string },
  calendar: Calendar,
): { from: number; to: number } {
  const zone = window.timeZone ?? TIME_ZONE_DEFAULT;
  const boundary = (text: string, daysLater: number): number => {
    const { day, ms } = momentOf(text) ?? { day: 0, ms: 0 };
    return ms ?? calendar.startOfDay(zone, day + daysLater);
  };
  return {
    from: window.from === undefined ? Number.NEGATIVE_INFINITY : boundary(window.from, 0),
    to: window.to === undefined ? Number.POSITIVE_INFINITY : boundary(window.to, 1),
  };
}

/** How long entries must be kept for a window that moves; undefined when for ever. */
export function keptForWindow(window: ConditionWindow | undefined): number | undefined {
  if (window && 'last' in window) return keptFor(durationMs(window.last));
  if (window && 'calendar' in window)
    return keptFor(((window.back ?? 0) + 1) * UNIT_DAYS_MAX[window.calendar] * DAY_MS + ZONE_SLACK_MS);
  return undefined;
}
