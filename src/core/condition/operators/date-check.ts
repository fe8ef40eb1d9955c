import { type Calendar, civilOf, DAY_MS, durationMs, type Moment, momentOf } from '../../trait/index.ts';
import { comesRound, fullYearsTo, LEAP_DAY_DEFAULT, occurrenceIn } from './anniversary.ts';
import type { DateTest } from './date.ts';
import { compares, countComparisons } from './number.ts';

/** A compiled date test. The zone of the person is used where the test asks for it. */
export interface DateCheck {
  holds(moment: Moment | undefined, at: number, personZone: string): boolean;
  /** When the answer changes by itself; undefined when never. */
  nextChange(moment: Moment | undefined, at: number, personZone: string): number | undefined;
}

/** One operator: its answer, and the first moment after `at` at which that may change; NEVER when none. */
interface Rule {
  holds(moment: Moment, at: number, zone: string): boolean;
  next(moment: Moment, at: number, zone: string): number;
}

const NEVER = Number.POSITIVE_INFINITY;

/** The first of these moments that is after `at`. */
function firstAfter(at: number, moments: readonly number[]): number {
  let first = NEVER;
  for (const moment of moments) if (moment > at && moment < first) first = moment;
  return first;
}

/** More steps than this do not change an answer: every operator changes at most twice in a year. */
const STEPS_MAX = 40;

/** Compiles a date test. */
export function dateCheck(test: DateTest, calendar: Calendar): DateCheck {
  const rules = rulesOf(test, calendar);
  const zoneFor = (personZone: string): string =>
    test.timeZone === 'person' ? personZone : (test.timeZone ?? 'UTC');
  const holdsIn = (moment: Moment, at: number, zone: string): boolean =>
    rules.every((rule) => rule.holds(moment, at, zone));
  return {
    holds: (moment, at, personZone) => moment !== undefined && holdsIn(moment, at, zoneFor(personZone)),
    nextChange(moment, at, personZone) {
      if (!moment) return undefined;
      const zone = zoneFor(personZone);
      const now = holdsIn(moment, at, zone);
      let from = at;
      for (let i = 0; i < STEPS_MAX; i++) {
        let next = NEVER;
        for (const rule of rules) next = Math.min(next, rule.next(moment, from, zone));
        if (next === NEVER) return undefined;
        if (holdsIn(moment, next, zone) !== now) return next;
        from = next;
      }
      return undefined;
    },
  };
}

function rulesOf(test: DateTest, calendar: Calendar): Rule[] {
  const { before, after, on, withinLast, longerAgo, withinNext, furtherAhead, anniversary, fullYears } = test;
  const leapDay = test.leapDay ?? LEAP_DAY_DEFAULT;
  const rules: Rule[] = [];
  if (before !== undefined) rules.push(fixed(calendar, before, (side) => side < 0));
  if (after !== undefined) rules.push(fixed(calendar, after, (side) => side > 0));
  if (on !== undefined) rules.push(fixed(calendar, on, (side) => side === 0));
  if (withinLast !== undefined) rules.push(withinLastRule(calendar, durationMs(withinLast)));
  if (longerAgo !== undefined) rules.push(longerAgoRule(calendar, durationMs(longerAgo)));
  if (withinNext !== undefined) rules.push(withinNextRule(calendar, durationMs(withinNext)));
  if (furtherAhead !== undefined) rules.push(furtherAheadRule(calendar, durationMs(furtherAhead)));
  if (anniversary)
    rules.push(anniversaryRule(calendar, anniversary.next ?? 0, anniversary.last ?? 0, leapDay));
  if (fullYears) rules.push(fullYearsRule(calendar, fullYears, leapDay));
  return rules;
}

/** Before (-1), on (0) or after (1) a fixed day or instant; never changes by itself. */
function fixed(calendar: Calendar, bound: string, fits: (side: number) => boolean): Rule {
  const { day, ms } = momentOf(bound) ?? { day: 0, ms: 0 };
  const side = (value: number, first: number, end: number): number =>
    value < first ? -1 : value < end ? 0 : 1;
  return {
    next: () => NEVER,
    holds(moment, _at, zone) {
      if (moment.ms === undefined) {
        const boundDay = ms === undefined ? day : calendar.localDay(zone, ms);
        return fits(side(moment.day, boundDay, boundDay + 1));
      }
      if (ms !== undefined) return fits(side(moment.ms, ms, ms + 1));
      return fits(side(moment.ms, calendar.startOfDay(zone, day), calendar.startOfDay(zone, day + 1)));
    },
  };
}

function withinLastRule(calendar: Calendar, length: number): Rule {
  return {
    holds: ({ day, ms }, at, zone) =>
      ms === undefined
        ? day > calendar.localDay(zone, at - length) && day <= calendar.localDay(zone, at)
        : ms > at - length && ms <= at,
    next(moment, at, zone) {
      const start = startOf(calendar, moment, zone);
      return start > at ? start : start + length > at ? start + length : NEVER;
    },
  };
}

function longerAgoRule(calendar: Calendar, length: number): Rule {
  return {
    holds: ({ day, ms }, at, zone) =>
      ms === undefined ? day <= calendar.localDay(zone, at - length) : ms <= at - length,
    next(moment, at, zone) {
      const end = startOf(calendar, moment, zone) + length;
      return end > at ? end : NEVER;
    },
  };
}

function withinNextRule(calendar: Calendar, length: number): Rule {
  return {
    // A day counts until it is over, an instant until it has come.
    holds: ({ day, ms }, at, zone) =>
      ms === undefined
        ? day >= calendar.localDay(zone, at) && day <= calendar.localDay(zone, at + length)
        : ms > at && ms <= at + length,
    next(moment, at, zone) {
      const start = startOf(calendar, moment, zone);
      const end = moment.ms === undefined ? calendar.startOfDay(zone, moment.day + 1) : start;
      return firstAfter(at, [start - length, end]);
    },
  };
}

function furtherAheadRule(calendar: Calendar, length: number): Rule {
  return {
    holds: ({ day, ms }, at, zone) =>
      ms === undefined ? day > calendar.localDay(zone, at + length) : ms > at + length,
    next: (moment, at, zone) => firstAfter(at, [startOf(calendar, moment, zone) - length]),
  };
}

function anniversaryRule(calendar: Calendar, next: number, last: number, leapDay: '02-28' | '03-01'): Rule {
  return {
    holds({ day }, at, zone) {
      const today = calendar.localDay(zone, at);
      return comesRound(day, today - last, today + next, leapDay);
    },
    next({ day }, at, zone) {
      const { year } = civilOf(Math.max(day, calendar.localDay(zone, at)));
      const changes = [-1, 0, 1, 2].flatMap((shift) => {
        const occurrence = occurrenceIn(year + shift, day, leapDay);
        return [
          calendar.startOfDay(zone, occurrence - next),
          calendar.startOfDay(zone, occurrence + last + 1),
        ];
      });
      return firstAfter(at, changes);
    },
  };
}

function fullYearsRule(
  calendar: Calendar,
  test: NonNullable<DateTest['fullYears']>,
  leapDay: '02-28' | '03-01',
): Rule {
  const comparisons = countComparisons(test);
  const steps = [0, ...comparisons.flatMap(([, bound]) => [bound, bound + 1])];
  return {
    holds({ day }, at, zone) {
      const years = fullYearsTo(calendar.localDay(zone, at), day, leapDay);
      return years !== undefined && compares(comparisons, years);
    },
    next({ day }, at, zone) {
      const changes = steps.map((years) =>
        calendar.startOfDay(zone, occurrenceIn(civilOf(day).year + years, day, leapDay)),
      );
      return firstAfter(at, changes);
    },
  };
}

/** When a date begins: the instant itself, or the start of the day. */
function startOf(calendar: Calendar, { day, ms }: Moment, zone: string): number {
  return ms ?? calendar.startOfDay(zone, day);
}

/** The moment of an event, for date tests of when something happened. */
export function momentAt(ms: number): Moment {
  return { day: Math.floor(ms / DAY_MS), ms };
}
