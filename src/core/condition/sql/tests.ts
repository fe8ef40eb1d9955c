import { civilOf, durationMs, momentOf } from '../../trait/index.ts';
import { anniversariesBetween, isLeap, LEAP_DAY_DEFAULT } from '../operators/anniversary.ts';
import type { DateTest } from '../operators/date.ts';
import { testKind, type ValueTest } from '../operators/kinds.ts';
import type { ListTest } from '../operators/list.ts';
import { type Comparison, countComparisons, numberComparisons } from '../operators/number.ts';
import { patternOf, type TextTest } from '../operators/text.ts';
import { and, type Keep, type Query } from './query.ts';
import {
  isPresentRaw,
  listOfRaw,
  momentOfText,
  numberOfRaw,
  type SqlMoment,
  textOfRaw,
  writtenText,
} from './read.ts';

/** A test of a raw JSON value. Never null: 0 or 1. */
export function testOfRaw(query: Query, test: ValueTest, raw: string, keep: Keep): string {
  switch (testKind(test)) {
    case 'text':
      return testOfText(query, test.text!, keep(textOfRaw(raw)));
    case 'number':
      return testOfNumber(query, numberComparisons(test.number!), keep(numberOfRaw(raw, keep)));
    case 'date':
      return testOfMoment(query, test.date!, momentOfText(query, keep(writtenText(raw)), keep));
    case 'list':
      return testOfList(query, test.list!, keep(listOfRaw(raw)));
    case 'truth':
      return `${textOfRaw(raw)} = '${test.truth}'`;
    case 'exists':
      return test.exists ? isPresentRaw(raw) : `not (${isPresentRaw(raw)})`;
  }
}

/** A test of a text that is '' where it is missing. */
export function testOfText(query: Query, test: TextTest, given: string): string {
  const text = test.ignoreCase ? `lowerUTF8(${given})` : given;
  const one = (value: string): string => query.bind('String', test.ignoreCase ? value.toLowerCase() : value);
  const many = (values: readonly string[]): string =>
    query.bind('Array(String)', test.ignoreCase ? values.map((value) => value.toLowerCase()) : values);
  const { is, isNot, anyOf, noneOf, starts, ends, contains, lacks, like } = test;
  const checks: string[] = [];
  if (is !== undefined) checks.push(`${text} = ${one(is)}`);
  if (isNot !== undefined) checks.push(`${text} != ${one(isNot)}`);
  if (anyOf) checks.push(`${text} in ${many(anyOf)}`);
  if (noneOf) checks.push(`${text} not in ${many(noneOf)}`);
  if (starts !== undefined) checks.push(`startsWith(${text}, ${one(starts)})`);
  if (ends !== undefined) checks.push(`endsWith(${text}, ${one(ends)})`);
  if (contains !== undefined) checks.push(`position(${text}, ${one(contains)}) > 0`);
  if (lacks !== undefined) checks.push(`position(${text}, ${one(lacks)}) = 0`);
  if (like !== undefined) {
    const pattern = query.bind('String', `(?s)${patternOf(test.ignoreCase ? like.toLowerCase() : like)}`);
    checks.push(`${text} != '' and match(${text}, ${pattern})`);
  }
  return and(...checks);
}

/** A test of a number, null where it is missing. Bounds are whole numbers: counts, or ten-thousandths. */
export function testOfNumber(query: Query, comparisons: readonly Comparison[], number: string): string {
  return and(
    ...comparisons.map(([operator, bound]) => {
      const missing = operator === '!=' ? 1 : 0;
      return `ifNull(${number} ${operator} ${query.bind('Int64', bound)}, ${missing})`;
    }),
  );
}

/** A test of an array of texts. */
export function testOfList(query: Query, test: ListTest, list: string): string {
  const { includes, includesAll, includesNone, sizeAtLeast, sizeAtMost } = test;
  const many = (values: readonly string[]): string => query.bind('Array(String)', values);
  const checks: string[] = [];
  if (includes) checks.push(`hasAny(${list}, ${many(includes)})`);
  if (includesAll) checks.push(`hasAll(${list}, ${many(includesAll)})`);
  if (includesNone) checks.push(`not hasAny(${list}, ${many(includesNone)})`);
  if (sizeAtLeast !== undefined) checks.push(`length(${list}) >= ${query.bind('Int64', sizeAtLeast)}`);
  if (sizeAtMost !== undefined) checks.push(`length(${list}) <= ${query.bind('Int64', sizeAtMost)}`);
  return and(...checks);
}

/** A test of a date; 0 where it is missing. All reckoning with time zones is done here and bound. */
export function testOfMoment(query: Query, test: DateTest, { day, ms }: SqlMoment): string {
  const { at, calendar } = query;
  const zoned = (numberIn: (zone: string) => number): string => query.zoneNumber(test.timeZone, numberIn);
  const number = (value: number): string => query.bind('Int64', value);
  const checks: string[] = [];
  /** One operator: what it asks of days, and what of instants. */
  const check = (ofDay: string, ofInstant: string): void => {
    checks.push(day === 'null' ? ofInstant : `if(isNull(${ms}), ${ofDay}, ${ofInstant})`);
  };
  const fixed = (bound: string): { first: string; end: string; day: string; nextDay: string } => {
    const { day, ms } = momentOf(bound) ?? { day: 0, ms: 0 };
    const dayIn = (zone: string): number => (ms === undefined ? day : calendar.localDay(zone, ms));
    return {
      first: ms === undefined ? zoned((zone) => calendar.startOfDay(zone, day)) : number(ms),
      end: ms === undefined ? zoned((zone) => calendar.startOfDay(zone, day + 1)) : number(ms + 1),
      day: ms === undefined ? number(day) : zoned(dayIn),
      nextDay: ms === undefined ? number(day + 1) : zoned((zone) => dayIn(zone) + 1),
    };
  };
  const dayAt = (moment: number): string => zoned((zone) => calendar.localDay(zone, moment));
  const { before, after, on, withinLast, longerAgo, withinNext, furtherAhead, anniversary, fullYears } = test;
  if (before !== undefined) check(`${day} < ${fixed(before).day}`, `${ms} < ${fixed(before).first}`);
  if (after !== undefined) check(`${day} >= ${fixed(after).nextDay}`, `${ms} >= ${fixed(after).end}`);
  if (on !== undefined) {
    const { first, end, day: onDay } = fixed(on);
    check(`${day} = ${onDay}`, `${ms} >= ${first} and ${ms} < ${end}`);
  }
  if (withinLast !== undefined) {
    const start = at - durationMs(withinLast);
    check(
      `${day} > ${dayAt(start)} and ${day} <= ${dayAt(at)}`,
      `${ms} > ${number(start)} and ${ms} <= ${number(at)}`,
    );
  }
  if (longerAgo !== undefined) {
    const start = at - durationMs(longerAgo);
    check(`${day} <= ${dayAt(start)}`, `${ms} <= ${number(start)}`);
  }
  if (withinNext !== undefined) {
    const end = at + durationMs(withinNext);
    check(
      `${day} >= ${dayAt(at)} and ${day} <= ${dayAt(end)}`,
      `${ms} > ${number(at)} and ${ms} <= ${number(end)}`,
    );
  }
  if (furtherAhead !== undefined) {
    const end = at + durationMs(furtherAhead);
    check(`${day} > ${dayAt(end)}`, `${ms} > ${number(end)}`);
  }
  if (anniversary) checks.push(anniversaryTest(query, test, day, anniversary));
  if (fullYears) checks.push(fullYearsTest(query, test, day, countComparisons(fullYears)));
  return `ifNull(${and(...checks)}, 0)`;
}

/**
 * The days of the year that qualify are worked out for the local today, of which there are at most three in the world at a moment;
 * the zone of the person picks one of the three tables.
 */
function anniversaryTest(
  query: Query,
  test: DateTest,
  day: string,
  { next = 0, last = 0 }: NonNullable<DateTest['anniversary']>,
): string {
  const { at, calendar, bind } = query;
  const today = calendar.localDay('UTC', at);
  const written = `formatDateTime(toDate32(${day}), '%m-%d')`;
  const yearIn = (local: number): string => {
    const years = anniversariesBetween(local - last, local + next, test.leapDay ?? LEAP_DAY_DEFAULT);
    const days = bind('Array(String)', [...years.keys()]);
    return `transform(${written}, ${days}, ${bind('Array(Int64)', [...years.values()])}, toInt64(0))`;
  };
  const shift = query.zoneNumber(test.timeZone, (zone) => calendar.localDay(zone, at) - today);
  const year = `multiIf(${shift} < 0, ${yearIn(today - 1)}, ${shift} > 0, ${yearIn(today + 1)}, ${yearIn(today)})`;
  return `${year} > toYear(toDate32(${day}))`;
}

function fullYearsTest(
  query: Query,
  test: DateTest,
  day: string,
  comparisons: readonly Comparison[],
): string {
  const { at, calendar } = query;
  const leapDay = (test.leapDay ?? LEAP_DAY_DEFAULT) === '02-28' ? 228 : 301;
  const today = (zone: string) => civilOf(calendar.localDay(zone, at));
  const year = query.zoneNumber(test.timeZone, (zone) => today(zone).year);
  const inYear = query.zoneNumber(test.timeZone, (zone) => today(zone).month * 100 + today(zone).date);
  const leap = query.zoneNumber(test.timeZone, (zone) => (isLeap(today(zone).year) ? 1 : 0));
  const born = `toDate32(${day})`;
  const bornInYear = `(toMonth(${born}) * 100 + toDayOfMonth(${born}))`;
  const kept = `if(${bornInYear} = 229 and ${leap} = 0, ${leapDay}, ${bornInYear})`;
  const years = `(${year} - toYear(${born}) - if(${kept} > ${inYear}, 1, 0))`;
  const localToday = query.zoneNumber(test.timeZone, (zone) => calendar.localDay(zone, at));
  return and(`${day} <= ${localToday}`, testOfNumber(query, comparisons, years));
}
