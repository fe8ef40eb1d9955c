import { refusal } from '../../core/index.ts';
import { type CalendarUnit, DAY_MS } from '../../core/trait/index.ts';
import type { Frame } from '../frame.ts';
import type { Span, TimeUnit } from './span.ts';

type Clock = Pick<Frame, 'zone' | 'weekStart' | 'calendar'>;
const HOUR_MS = 3_600_000;
/** The shortest that each step may be, to know that there are too many before counting them. */
const LEAST_MS: Readonly<Record<TimeUnit, number>> = {
  hour: HOUR_MS,
  day: 22 * HOUR_MS,
  week: 6 * DAY_MS,
  month: 27 * DAY_MS,
  quarter: 89 * DAY_MS,
  year: 364 * DAY_MS,
};
/** More than anybody looks at: hours of a year, days of twenty-five. Naming so many takes 50 ms in which nothing else is done. */
const STEPS_MAX = 10_000;
/** Numbers of an answer over time: those of all its steps. */
const NUMBERS_MAX = 300_000;

/** The start of the calendar unit that holds an instant, moved by whole units. Weeks begin on the workspace's day. */
export function startOfUnit(frame: Clock, unit: CalendarUnit, at: number, shift: number): number {
  const { calendar, zone, weekStart } = frame;
  if (unit !== 'week') return calendar.unitStart(zone, unit, at, shift);
  return calendar.startOfDay(zone, firstOfWeek(calendar.localDay(zone, at), weekStart) + shift * 7);
}

function firstOfWeek(day: number, weekStart: number): number {
  // 1970-01-01 was a Thursday, the fourth day of a week that begins on Monday.
  return Math.floor((day + 4 - weekStart) / 7) * 7 - 4 + weekStart;
}

/**
 * The names of all steps of time in a span, oldest first, as the dimensions of time write them. Refusal: `analytics.too-many-steps` (422).
 */
export function stepsIn(frame: Clock, unit: TimeUnit, span: Span): string[] {
  const { calendar, zone } = frame;
  const steps: string[] = [];
  if ((span.to - span.from) / LEAST_MS[unit] > STEPS_MAX) throw tooManySteps();
  if (unit === 'hour') {
    const format = hourFormat(zone);
    for (let at = hourStart(frame, span.from); at < span.to; at += HOUR_MS)
      steps.push(hourName(frame, at, format));
    return steps;
  }
  for (let at = startOfUnit(frame, unit, span.from, 0); at < span.to; at = startOfUnit(frame, unit, at, 1))
    steps.push(dayName(calendar.localDay(zone, at)));
  return steps;
}

/** Refuses an answer of more numbers than can be put together in one go: `analytics.too-many-steps` (422). */
export function mustBeFew(numbers: number): void {
  if (numbers > NUMBERS_MAX) throw tooManySteps();
}

function tooManySteps() {
  return refusal(
    'analytics.too-many-steps',
    422,
    'These are very many steps of time; take longer ones, a shorter range or fewer rows, or export them.',
  );
}

/** When a step of time that a dimension named begins and ends. */
export function stepSpan(frame: Clock, unit: TimeUnit, name: string): Span {
  if (unit === 'hour') {
    const from = Date.parse(name.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    return { from, to: from + HOUR_MS };
  }
  const from = frame.calendar.startOfDay(frame.zone, Date.parse(`${name}T00:00Z`) / DAY_MS);
  return { from, to: startOfUnit(frame, unit, from, 1) };
}

function hourStart({ calendar, zone }: Clock, at: number): number {
  const midnight = calendar.startOfDay(zone, calendar.localDay(zone, at));
  return midnight + Math.floor((at - midnight) / HOUR_MS) * HOUR_MS;
}

/** `2026-10-25T02:00+0200`: the hour that comes twice when clocks go back has two names. */
function hourName({ calendar, zone }: Clock, at: number, format: Intl.DateTimeFormat): string {
  const parts = format.formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', '').replace(':', '') || '+0000';
  return `${dayName(calendar.localDay(zone, at))}T${part('hour')}:${part('minute')}${offset}`;
}

function hourFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'longOffset',
  });
}

function dayName(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
