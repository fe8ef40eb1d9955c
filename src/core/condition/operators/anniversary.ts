import { civilOf, DAY_MS } from '../../trait/index.ts';
import type { LeapDay } from './date.ts';

/** 29 February is kept on this day in years without it, where a condition does not say. */
export const LEAP_DAY_DEFAULT: LeapDay = '02-28';

/** The day on which a day comes round in a year. */
export function occurrenceIn(year: number, day: number, leapDay: LeapDay): number {
  const { month, date } = civilOf(day);
  if (month === 2 && date === 29 && !isLeap(year))
    return leapDay === '02-28' ? dayNumber(year, 2, 28) : dayNumber(year, 3, 1);
  return dayNumber(year, month, date);
}

/** Whether a day comes round between two days, both included, in a year after its own. */
export function comesRound(day: number, first: number, last: number, leapDay: LeapDay): boolean {
  const origin = civilOf(day).year;
  for (let year = Math.max(civilOf(first).year, origin + 1); year <= civilOf(last).year; year++) {
    const occurrence = occurrenceIn(year, day, leapDay);
    if (occurrence >= first && occurrence <= last) return true;
  }
  return false;
}

/** Whole years from a day to today; undefined while the day is still to come. */
export function fullYearsTo(today: number, day: number, leapDay: LeapDay): number | undefined {
  if (day > today) return undefined;
  const { year } = civilOf(today);
  return year - civilOf(day).year - (occurrenceIn(year, day, leapDay) > today ? 1 : 0);
}

/**
 * The days of the year (`MM-DD`) whose anniversary falls between two days, each with the last year in which it does:
 * what SQL looks up.
 */
export function anniversariesBetween(first: number, last: number, leapDay: LeapDay): Map<string, number> {
  const years = new Map<string, number>();
  for (let day = first; day <= last; day++) {
    const { year } = civilOf(day);
    const written = new Date(day * DAY_MS).toISOString().slice(5, 10);
    years.set(written, year);
    if (written === leapDay && !isLeap(year)) years.set('02-29', year);
  }
  return years;
}

export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function dayNumber(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / DAY_MS;
}
