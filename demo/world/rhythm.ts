import { dayOfMonth, isWithin, weekday } from '../time.ts';
import type { AdCampaign } from './campaigns.ts';
import type { Country } from './countries.ts';
import { type Incident, incidentAt } from './incidents.ts';

// Monday to Sunday; the mean is 1. Browsing peaks on Sunday evening, shopping in town on Saturday.
const WEB_WEEK = [1.05, 1.0, 0.97, 0.95, 0.88, 0.97, 1.18];
const STORE_WEEK = [0.75, 0.8, 0.85, 0.95, 1.25, 2.0];

// Midnight to 23 o'clock, local time.
const WEB_HOURS = [14, 8, 5, 3, 3, 6, 15, 28, 36, 42, 48, 52, 56, 50, 46, 46, 50, 56, 66, 80, 92, 88, 62, 32];
const STORE_HOURS = [0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 8, 10, 12, 11, 10, 10, 12, 14, 12, 6, 0, 0, 0, 0];
const CALL_HOURS = [0, 0, 0, 0, 0, 0, 0, 0, 6, 10, 12, 11, 9, 9, 10, 10, 8, 6, 3, 1, 0, 0, 0, 0];

/** The hour of the day as running sums, to draw from with one number. */
export type Hours = Float64Array;

export const WEB_DAY = sums(WEB_HOURS);
export const STORE_DAY = sums(STORE_HOURS);
export const CALL_DAY = sums(CALL_HOURS);

/** A moment of a day: an hour by the curve, then anywhere within it. Takes a number in [0, 1). */
export function momentOfDay(hours: Hours, share: number): number {
  const target = share * hours[23]!;
  let hour = 0;
  while (hour < 23 && hours[hour]! <= target) hour++;
  const before = hour === 0 ? 0 : hours[hour - 1]!;
  return (hour + (target - before) / (hours[hour]! - before)) * 3_600_000;
}

/** How busy a day is on the web, 1 being usual: weekday and payday. */
export function webFactor(day: number): number {
  return WEB_WEEK[weekday(day)]! * paydayFactor(day);
}

/** How busy a day is in the stores of a country. */
export function storeFactor(day: number, country: Country): number {
  const weekdayIndex = weekday(day);
  const share = weekdayIndex === 6 ? country.sundayShare * 7 : STORE_WEEK[weekdayIndex]!;
  return share * paydayFactor(day);
}

/** People buy more when the salary has come. */
export function paydayFactor(day: number): number {
  const date = dayOfMonth(day);
  return date >= 25 && date <= 28 ? 1.18 : date <= 3 ? 1.08 : 0.97;
}

/** How many more strangers come because campaigns run and posts go round. */
export function strangerFactor(
  day: number,
  ads: readonly AdCampaign[],
  incidents: readonly Incident[],
): number {
  let factor = 1;
  for (const campaign of ads) if (isWithin(campaign, day)) factor += 0.12 * campaign.lift * campaign.weight;
  const noon = day + 12 * 3_600_000;
  const viral = incidentAt(incidents, 'viral-post', noon);
  return viral ? factor + viral.effect : factor;
}

function sums(hours: readonly number[]): Hours {
  const running = new Float64Array(24);
  let sum = 0;
  for (let hour = 0; hour < 24; hour++) running[hour] = sum += hours[hour]!;
  return running;
}
