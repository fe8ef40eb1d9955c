/** The milliseconds in the digits behind the decimal mark; further digits are cut off. */
export function fraction(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(digits.slice(0, 3).padEnd(3, '0'));
}

/** `Z`, `UTC`, `+02`, `+0200`, `+02:00` in milliseconds. */
export function offsetMs(text: string): number {
  const sign = text[0] === '-' ? -1 : text[0] === '+' ? 1 : 0;
  const digits = text.replaceAll(/\D/g, '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4) || 0)) * 60_000;
}

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const YEAR_MIN = 1900;
const YEAR_MAX = 2299;

/** A local time as if it were UTC; undefined when the calendar or the clock has no such time. The years are those of the warehouse. */
export function localTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
): number | undefined {
  if (
    year < YEAR_MIN ||
    year > YEAR_MAX ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > DAYS_IN_MONTH[month - 1]!
  )
    return undefined;
  if (month === 2 && day === 29 && !isLeap(year)) return undefined;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second + ms > 0)) return undefined;
  // A leap second is the last moment of its minute: no day of ours has 86,401 seconds.
  return Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59), ms);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
