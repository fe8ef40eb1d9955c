import { DURATION_MS_MAX, durationMs, momentOf, SCALE, ZONES } from '../../trait/index.ts';
import { DAY_OPERATORS, type DateTest, FIXED_DATE_OPERATORS } from '../operators/date.ts';
import type { ValueTest } from '../operators/kinds.ts';
import type { ListTest } from '../operators/list.ts';
import {
  type Comparison,
  type CountTest,
  countComparisons,
  type NumberTest,
  numberComparisons,
} from '../operators/number.ts';
import { type TextTest, textHolds } from '../operators/text.ts';
import type { Place } from './problem.ts';

/** Checks a test of a value for what its schema cannot say. */
export function checkValueTest(test: ValueTest, place: Place): undefined {
  if (test.text) checkTextTest(test.text, place.down('text'));
  if (test.number) checkNumberTest(test.number, place.down('number'));
  if (test.date) checkDateTest(test.date, place.down('date'));
  if (test.list) checkListTest(test.list, place.down('list'));
}

export function checkTextTest(test: TextTest, place: Place): undefined {
  const { ignoreCase, ...operators } = test;
  if (Object.keys(operators).length === 0)
    return place.problem('condition.incomplete', 'Needs an operator, such as “is” or “contains”.');
  const { is, anyOf, starts, ends, contains, lacks } = operators;
  const wanted = anyOf ?? (is === undefined ? undefined : [is]);
  const holds = textHolds(test);
  const same = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const isRefused =
    lacks !== undefined &&
    [starts, ends, contains].some((part) => part !== undefined && same(part).includes(same(lacks)));
  if (isRefused || (wanted && !wanted.some(holds)))
    place.problem(
      'condition.contradiction',
      'What is wanted is excluded at the same time; take one of the two away.',
    );
}

export function checkNumberTest(test: NumberTest, place: Place): undefined {
  for (const [operator, bound] of Object.entries(test))
    if (typeof bound === 'number' && Math.round(bound * SCALE) / SCALE !== bound)
      place.down(operator).problem('condition.out-of-bounds', 'Has more than four decimals; round it.');
  checkRange(numberComparisons(test), place);
}

export function checkCountTest(test: CountTest, place: Place): undefined {
  checkRange(countComparisons(test), place);
  const { exactly, atLeast, atMost } = test;
  if (atLeast === 0 && exactly === undefined && atMost === undefined)
    place.problem(
      'condition.always-true',
      'Every count is at least 0; ask for at least 1, or for exactly 0.',
    );
}

function checkRange(comparisons: readonly Comparison[], place: Place): undefined {
  if (isEmptyRange(comparisons))
    place.problem('condition.contradiction', 'No number is in these bounds; correct one of them.');
}

/** Whether no number passes all comparisons. */
export function isEmptyRange(comparisons: readonly Comparison[]): boolean {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const excluded: number[] = [];
  for (const [operator, bound] of comparisons) {
    if (operator === '!=') excluded.push(bound);
    if (operator === '>') low = Math.max(low, bound + 1e-6);
    if (operator === '>=' || operator === '=') low = Math.max(low, bound);
    if (operator === '<') high = Math.min(high, bound - 1e-6);
    if (operator === '<=' || operator === '=') high = Math.min(high, bound);
  }
  return low > high || (low === high && excluded.includes(low));
}

export function checkListTest(test: ListTest, place: Place): undefined {
  const { includes, includesAll, includesNone = [], sizeAtMost } = test;
  const isRefused = (value: string): boolean => includesNone.includes(value);
  if (includes?.every(isRefused) || includesAll?.some(isRefused))
    place.problem(
      'condition.contradiction',
      'What is wanted is excluded at the same time; take one of the two away.',
    );
  const least = leastSizeOf(test);
  if (sizeAtMost !== undefined && least > sizeAtMost)
    place.problem(
      'condition.contradiction',
      `The list would have to hold ${least} and at most ${sizeAtMost}.`,
    );
  if (test.sizeAtLeast === 0 && Object.keys(test).length === 1)
    place.problem('condition.always-true', 'Every list has at least 0 values; ask for at least 1.');
}

/** How many values a list must have at least to pass. */
export function leastSizeOf({ includes, includesAll, sizeAtLeast = 0 }: ListTest): number {
  return Math.max(sizeAtLeast, includes ? 1 : 0, new Set(includesAll).size);
}

/** Dates lie between 1900 and 2299. */
const FULL_YEARS_MAX = 399;

const MODIFIERS: readonly string[] = ['timeZone', 'leapDay'];

export function checkDateTest(test: DateTest, place: Place): undefined {
  if (Object.keys(test).every((key) => MODIFIERS.includes(key)))
    return place.problem('condition.incomplete', 'Needs an operator, such as “before” or “withinLast”.');
  for (const key of FIXED_DATE_OPERATORS) {
    const bound = test[key];
    if (bound !== undefined) checkMoment(bound, place.down(key));
  }
  for (const key of ['withinLast', 'longerAgo', 'withinNext', 'furtherAhead'] as const) {
    const length = test[key];
    if (length !== undefined) checkDuration(length, place.down(key));
  }
  checkTimeZone(test.timeZone, place, true);
  if (test.fullYears) {
    checkCountTest(test.fullYears, place.down('fullYears'));
    for (const [key, years] of Object.entries(test.fullYears))
      if (years > FULL_YEARS_MAX)
        place
          .down('fullYears', key)
          .problem('condition.out-of-bounds', `Must be between 0 and ${FULL_YEARS_MAX}.`);
  }
  if (isImpossible(test))
    place.problem('condition.contradiction', 'No date fits all of this; correct one of the bounds.');
}

function isImpossible({
  before,
  after,
  on,
  withinLast,
  longerAgo,
  withinNext,
  furtherAhead,
}: DateTest): boolean {
  const ms = (text: string | undefined): number =>
    text === undefined ? Number.POSITIVE_INFINITY : durationMs(text);
  return (
    isLater(after, before, 1) ||
    isLater(on, before, 0) ||
    isLater(after, on, 0) ||
    (longerAgo !== undefined &&
      (ms(withinLast) <= ms(longerAgo) || withinNext !== undefined || furtherAhead !== undefined)) ||
    (furtherAhead !== undefined && (ms(withinNext) <= ms(furtherAhead) || withinLast !== undefined))
  );
}

/** Whether the later of two bounds is not behind the earlier one, with so many whole days between where both are days. */
function isLater(earlier: string | undefined, later: string | undefined, daysBetween: number): boolean {
  const [from, to] = [momentOf(earlier), momentOf(later)];
  if (!from || !to) return false;
  if (from.ms !== undefined && to.ms !== undefined) return from.ms >= to.ms;
  // A day and an instant: which day the instant lies in depends on the time zone.
  if (from.ms !== undefined || to.ms !== undefined) return from.day > to.day;
  return from.day + daysBetween >= to.day;
}

/** Checks that there is such a day. */
export function checkMoment(text: string, place: Place): undefined {
  if (momentOf(text) === undefined)
    place.problem('condition.wrong-type', `There is no day or time “${text}” between 1900 and 2299.`);
}

export function checkDuration(text: string, place: Place): undefined {
  if (durationMs(text) > DURATION_MS_MAX)
    place.problem(
      'condition.out-of-bounds',
      `“${text}” is more than ten years; leave the window away to ask for ever.`,
    );
}

export function checkTimeZone(zone: string | undefined, place: Place, mayBePersons: boolean): undefined {
  if (zone === undefined || ZONES.has(zone) || (zone === 'person' && mayBePersons)) return;
  place
    .down('timeZone')
    .problem(
      'condition.unknown-time-zone',
      zone === 'person'
        ? 'A fixed stretch of time is the same for everybody; name an IANA time zone.'
        : `“${zone}” is no IANA time zone; write one such as “Europe/Zurich”${mayBePersons ? ', or “person”' : ''}.`,
    );
}

/** Checks that a test of an event's value does not move with time: it is applied once, when the event arrives. */
export function checkFilterTest(test: ValueTest, place: Place): undefined {
  checkValueTest(test, place);
  const { date } = test;
  if (!date) return;
  for (const key of Object.keys(date) as (keyof DateTest)[])
    if (!(FIXED_DATE_OPERATORS as readonly string[]).includes(key) && !MODIFIERS.includes(key))
      place
        .down('date', key)
        .problem(
          'condition.moving-filter',
          'Moves with time, but events are filtered once; ask it of “first” or “last” instead.',
        );
  if (date.timeZone === 'person')
    place
      .down('date', 'timeZone')
      .problem('condition.moving-filter', 'Events are filtered in a fixed time zone; name one.');
}

/** Checks a test of when something happened. */
export function checkTimeTest(test: DateTest, place: Place): undefined {
  checkDateTest(test, place);
  for (const key of DAY_OPERATORS)
    if (test[key] !== undefined)
      place
        .down(key)
        .problem('condition.wrong-type', 'Asks for a written day; the time of an event has none.');
  for (const key of ['withinNext', 'furtherAhead'] as const)
    if (test[key] !== undefined)
      place.down(key).problem('condition.contradiction', 'What has happened never lies ahead.');
}
