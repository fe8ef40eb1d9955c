import { type Static, Type } from 'typebox';
import { DURATION_PATTERN } from '../../trait/index.ts';
import { CountTest } from './number.ts';

/** A length of time: `30min`, `24h`, `90d`, `2w`, `6mo` (of 30 days), `1y` (365 days). */
export const Duration = Type.String({
  pattern: DURATION_PATTERN,
  description: 'a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y',
});
/** A day or an instant. */
export const Bound = Type.String({
  description: 'a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z”',
  pattern:
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$',
});
const Day = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  description: 'a day such as “2026-05-03”',
});
const AnniversaryDays = Type.Integer({ minimum: 0, maximum: 180 });

/** An IANA name, or `person` for the zone of the person's attribute `timezone` (UTC where it is missing or unknown). */
export const TimeZone = Type.String({ minLength: 1, maxLength: 64 });

/**
 * What a date must be. Every operator given must hold, and none holds where there is no date. A date is a day, or an
 * instant; days are compared as calendar days in the time zone, instants as instants.
 */
export const DateTest = Type.Object(
  {
    before: Type.Optional(Bound),
    after: Type.Optional(Bound),
    on: Type.Optional(Day),
    withinLast: Type.Optional(Duration),
    /** At least this long ago. */
    longerAgo: Type.Optional(Duration),
    withinNext: Type.Optional(Duration),
    /** More than this far ahead. */
    furtherAhead: Type.Optional(Duration),
    /** The day comes round every year (from the year after it on) within so many days: `next` or `last`; 0 is today. */
    anniversary: Type.Optional(
      Type.Object(
        { next: Type.Optional(AnniversaryDays), last: Type.Optional(AnniversaryDays) },
        { additionalProperties: false, minProperties: 1, maxProperties: 1 },
      ),
    ),
    /** Whole years since the day: an age. */
    fullYears: Type.Optional(CountTest),
    /** The day on which 29 February is kept in other years; 28 February unless said. */
    leapDay: Type.Optional(Type.Union([Type.Literal('02-28'), Type.Literal('03-01')])),
    timeZone: Type.Optional(TimeZone),
  },
  { additionalProperties: false, minProperties: 1, title: 'Date' },
);
export type DateTest = Static<typeof DateTest>;

export type LeapDay = NonNullable<DateTest['leapDay']>;

/** What does not move with time, and so may filter events when they arrive. */
export const FIXED_DATE_OPERATORS = ['before', 'after', 'on'] as const;
/** What asks for a calendar day and cannot be asked of the time of an event. */
export const DAY_OPERATORS = ['anniversary', 'fullYears'] as const;
