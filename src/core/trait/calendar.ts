import { DAY_MS } from './duration.ts';
import { civilOf } from './moment.ts';

export const CALENDAR_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

/** Local days and their starts in the time zones of the world. Remembers what it worked out, so make one and keep it. */
export interface Calendar {
  /** Days since 1970-01-01 of the local calendar day at an instant. */
  localDay(zone: string, at: number): number;
  /** The first instant of a local day (the first after it, where the zone skipped the day). */
  startOfDay(zone: string, day: number): number;
  /** The start of the calendar unit that holds the instant, moved by whole units (-1 is the one before). Weeks start on Monday. */
  unitStart(zone: string, unit: CalendarUnit, at: number, shift: number): number;
}

/** Names that Intl leaves out of its list though everybody uses them, and both names of zones that were renamed. */
const MORE_ZONES = [
  'UTC',
  'GMT',
  'Etc/UTC',
  'Etc/GMT',
  'Asia/Calcutta',
  'Asia/Kolkata',
  'Asia/Saigon',
  'Asia/Ho_Chi_Minh',
  'Asia/Katmandu',
  'Asia/Kathmandu',
  'Asia/Rangoon',
  'Asia/Yangon',
  'Europe/Kiev',
  'Europe/Kyiv',
  'America/Buenos_Aires',
  'America/Argentina/Buenos_Aires',
  'US/Eastern',
  'US/Central',
  'US/Mountain',
  'US/Pacific',
];

/** The time zones that conditions know; a person whose zone is none of them is taken to live in the fallback zone. */
export const ZONES: ReadonlySet<string> = new Set(
  [...Intl.supportedValuesOf('timeZone'), ...MORE_ZONES].filter(isZone),
);

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // Older builds of ICU do not know the newest names.
    return false;
  }
}

/** Offsets change on quarters of an hour. */
const QUARTER_MS = 900_000;
const REMEMBERED_MAX = 20_000;
/** No zone is further from UTC than this. */
const OFFSET_MS_MAX = 16 * 3_600_000;

/** Makes a calendar over the time zones of the JavaScript engine (ICU). */
export function createCalendar(): Calendar {
  const formats = new Map<string, Intl.DateTimeFormat>();
  const offsets = new Map<string, number>();
  const starts = new Map<string, number>();

  const offsetAt = (zone: string, at: number): number => {
    if (zone === 'UTC') return 0;
    const quarter = Math.floor(at / QUARTER_MS);
    return remember(offsets, `${zone} ${quarter}`, () => {
      const format = remember(formats, zone, () => newFormat(zone));
      return readOffset(format, quarter * QUARTER_MS);
    });
  };
  const localDay = (zone: string, at: number): number => Math.floor((at + offsetAt(zone, at)) / DAY_MS);
  const startOfDay = (zone: string, day: number): number =>
    zone === 'UTC'
      ? day * DAY_MS
      : remember(starts, `${zone} ${day}`, () => {
          let before = day * DAY_MS - OFFSET_MS_MAX;
          let within = day * DAY_MS + OFFSET_MS_MAX;
          while (within - before > 1) {
            const middle = Math.floor((before + within) / 2);
            if (localDay(zone, middle) >= day) within = middle;
            else before = middle;
          }
          return within;
        });

  return {
    localDay,
    startOfDay,
    unitStart: (zone, unit, at, shift) => startOfDay(zone, firstDay(unit, localDay(zone, at), shift)),
  };
}

function remember<V>(known: Map<string, V>, key: string, find: () => V): V {
  const value = known.get(key);
  if (value !== undefined) return value;
  const found = find();
  if (known.size >= REMEMBERED_MAX) known.clear();
  known.set(key, found);
  return found;
}

function newFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

function readOffset(format: Intl.DateTimeFormat, at: number): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}

/** The first day of the unit that holds a day, moved by whole units. */
function firstDay(unit: CalendarUnit, day: number, shift: number): number {
  const { year, month } = civilOf(day);
  switch (unit) {
    case 'day':
      return day + shift;
    case 'week':
      // 1970-01-01 was a Thursday, the fourth day of its week.
      return Math.floor((day + 3) / 7) * 7 - 3 + shift * 7;
    case 'month':
      return Date.UTC(year, month - 1 + shift, 1) / DAY_MS;
    case 'quarter':
      return Date.UTC(year, Math.floor((month - 1) / 3) * 3 + shift * 3, 1) / DAY_MS;
    case 'year':
      return Date.UTC(year + shift, 0, 1) / DAY_MS;
  }
}
