import type { DayOfMoves } from '../queries.ts';

const DAY_MS = 86_400_000;

/** The day of a moment in a time zone, as the API writes days. */
export function dayOf(time: number, timeZone: string): string {
  // The Swedish way to write a date is ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(time);
}

/** The last days without a gap, oldest first: a day on which nothing happened has the size of the one before. */
export function everyDay(
  moved: readonly DayOfMoves[],
  today: string,
  count: number,
  sizeNow: number,
): DayOfMoves[] {
  const known = new Map(moved.map((day) => [day.day, day]));
  const last = Date.parse(today);
  let size = sizeNow;
  const days = Array.from({ length: count }, (_, i) => {
    const day = new Date(last - i * DAY_MS).toISOString().slice(0, 10);
    const found = known.get(day) ?? { day, entered: 0, left: 0, enteredBy: {}, leftBy: {}, size };
    const shown = { ...found, size };
    size = Math.max(0, size - found.entered + found.left);
    return shown;
  });
  return days.reverse();
}
