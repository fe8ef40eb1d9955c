import type { Json } from '../json.ts';
import { DAY_MS } from './duration.ts';

/** A date as it was written: the calendar day, and the instant when a time with its offset stood beside it. */
export interface Moment {
  /** Days since 1970-01-01 of the calendar day as written, whatever the zone. */
  readonly day: number;
  /** ms since the epoch; undefined when only a day was written. */
  readonly ms: number | undefined;
}

/** Days and instants as conditions read them: ISO 8601, a day alone or a time with its zone. Shared with the SQL reading. */
export const MOMENT_PATTERN =
  '^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:\\.([0-9]{1,9}))?)?(Z|[+-][01][0-9]:[0-5][0-9]))?$';

const MOMENT = new RegExp(MOMENT_PATTERN);

/** Years that the warehouse's days hold. */
const YEAR_MIN = 1900;
const YEAR_MAX = 2299;

/**
 * Reads `2026-05-03` or `2026-05-03T10:00:00Z` (seconds and fraction optional, an offset or Z needed beside a time).
 * Everything else is missing: numbers too, because nobody can tell seconds from milliseconds.
 */
export function momentOf(value: Json | undefined): Moment | undefined {
  if (typeof value !== 'string') return undefined;
  const parts = MOMENT.exec(value);
  if (!parts) return undefined;
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day === undefined) return undefined;
  const zone = parts[8];
  if (zone === undefined) return { day, ms: undefined };
  const clock = Number(parts[4]) * 3_600_000 + Number(parts[5]) * 60_000 + Number(parts[6] ?? 0) * 1_000;
  const fraction = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
  return { day, ms: day * DAY_MS + clock + fraction - offsetOf(zone) };
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** Days since 1970-01-01 of a calendar day; undefined when there is no such day between 1900 and 2299. */
export function dayOf(year: number, month: number, day: number): number | undefined {
  if (year < YEAR_MIN || year > YEAR_MAX) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / DAY_MS : undefined;
}

/** Year, month (1-12) and day of the month of a day number. */
export function civilOf(day: number): {
  readonly year: number;
  readonly month: number;
  readonly date: number;
} {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}
