import type { Json } from '../../json.ts';
import {
  type Calendar,
  isPresent,
  listOf,
  type Measured,
  momentOf,
  numberOf,
  textOf,
  truthOf,
} from '../../trait/index.ts';
import type { DateTest } from './date.ts';
import { dateCheck, momentAt } from './date-check.ts';
import { testKind, type ValueTest } from './kinds.ts';
import { listHolds } from './list.ts';
import { type Comparison, compares, numberComparisons } from './number.ts';
import { textHolds } from './text.ts';

/** A compiled test of something: whether it holds, and when that changes by itself though the value stays. */
export interface Check<Value> {
  holds(value: Value, at: number, personZone: string): boolean;
  nextChange(value: Value, at: number, personZone: string): number | undefined;
}

const never = (): undefined => undefined;

/** Compiles a test of a JSON value. */
export function valueCheck(test: ValueTest, calendar: Calendar): Check<Json | undefined> {
  switch (testKind(test)) {
    case 'text': {
      const holds = textHolds(test.text!);
      return { holds: (value) => holds(textOf(value)), nextChange: never };
    }
    case 'number': {
      const comparisons = numberComparisons(test.number!);
      return { holds: (value) => compares(comparisons, numberOf(value)), nextChange: never };
    }
    case 'date': {
      const check = dateCheck(test.date!, calendar);
      return {
        holds: (value, at, zone) => check.holds(momentOf(value), at, zone),
        nextChange: (value, at, zone) => check.nextChange(momentOf(value), at, zone),
      };
    }
    case 'list':
      return { holds: (value) => listHolds(test.list!, listOf(value)), nextChange: never };
    case 'truth':
      return { holds: (value) => truthOf(value) === test.truth, nextChange: never };
    case 'exists':
      return { holds: (value) => isPresent(value) === test.exists, nextChange: never };
  }
}

/** Compiles comparisons of a measured number. */
export function numberCheck(comparisons: readonly Comparison[]): Check<Measured> {
  return {
    holds: (value) => compares(comparisons, typeof value === 'number' ? value : undefined),
    nextChange: never,
  };
}

/** Compiles a test of when something happened. */
export function timeCheck(test: DateTest, calendar: Calendar): Check<Measured> {
  const check = dateCheck(test, calendar);
  const moment = (value: Measured) => (typeof value === 'number' ? momentAt(value) : undefined);
  return {
    holds: (value, at, zone) => check.holds(moment(value), at, zone),
    nextChange: (value, at, zone) => check.nextChange(moment(value), at, zone),
  };
}
