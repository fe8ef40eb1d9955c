import { type Static, Type } from 'typebox';
import { CALENDAR_UNITS } from '../trait/index.ts';
import { Matcher } from './matcher.ts';
import { Bound, Duration, TimeZone } from './operators/date.ts';

const CALENDAR_BACK_MAX = 60;

/** The time up to now. What happened exactly that long ago is outside. */
export const LastWindow = Type.Object(
  { last: Duration },
  { additionalProperties: false, title: 'The last …' },
);

/** Between two dates. A day begins and ends in the time zone and is included; an instant `to` is not. */
export const BetweenWindow = Type.Object(
  { from: Type.Optional(Bound), to: Type.Optional(Bound), timeZone: Type.Optional(TimeZone) },
  { additionalProperties: false, minProperties: 1, title: 'Between dates' },
);

/** This calendar day, week (from Monday), month … in the time zone; `back` 1 is the one before. */
export const CalendarWindow = Type.Object(
  {
    calendar: Type.Enum(CALENDAR_UNITS),
    back: Type.Optional(Type.Integer({ minimum: 0, maximum: CALENDAR_BACK_MAX })),
    timeZone: Type.Optional(TimeZone),
  },
  { additionalProperties: false, title: 'Calendar' },
);

/** After the last time that such an event happened; empty while none has. */
export const SinceWindow = Type.Object({ since: Matcher }, { additionalProperties: false, title: 'Since' });

/** The stretch of time that counts. Without one: ever. */
export const ConditionWindow = Type.Union([LastWindow, BetweenWindow, CalendarWindow, SinceWindow]);
export type ConditionWindow = Static<typeof ConditionWindow>;

/** Windows that a sequence can be held to. */
export const SequenceWindow = Type.Union([LastWindow, BetweenWindow, CalendarWindow]);
export type SequenceWindow = Static<typeof SequenceWindow>;
