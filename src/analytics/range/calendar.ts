import { type CalendarUnit, DAY_MS } from '../../core/trait/index.ts';
import type { Frame } from '../frame.ts';
import type { Span, TimeUnit } from './span.ts';

type Clock = Pick<Frame, 'zone' | 'weekStart' | 'calendar'>;
const HOUR_MS = 3_600_000;

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

/** The names of all steps of time in a span, oldest first, as the dimensions of time write them. */
export function stepsIn(frame: Clock, unit: TimeUnit, span: Span): string[] {
  const { calendar, zone } = frame;
  const steps: string[] = [];
  if (unit === 'hour') {
    for (let at = hourStart(frame, span.from); at < span.to; at += HOUR_MS) steps.push(hourName(frame, at));
    return steps;
  }
  for (let at = startOfUnit(frame, unit, span.from, 0); at < span.to; at = startOfUnit(frame, unit, at, 1))
    steps.push(dayName(calendar.localDay(zone, at)));
  return steps;
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
function hourName({ calendar, zone }: Clock, at: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', '').replace(':', '') || '+0000';
  return `${dayName(calendar.localDay(zone, at))}T${part('hour')}:${part('minute')}${offset}`;
}

function dayName(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
