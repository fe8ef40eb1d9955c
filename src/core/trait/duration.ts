const UNITS = {
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  mo: 30 * 86_400_000,
  y: 365 * 86_400_000,
} as const;

/** The letter behind the number of a duration. */
export type DurationUnit = keyof typeof UNITS;

export const DAY_MS = 86_400_000;

/** How a duration is written: a whole number and a unit, `90d`. A month is 30 days and a year is 365. */
export const DURATION_PATTERN = '^[1-9][0-9]{0,5}(min|h|d|w|mo|y)$';

/** Longest duration: ten years. */
export const DURATION_MS_MAX = 3_650 * DAY_MS;

/** The parts of a written duration. Assumes that it fits DURATION_PATTERN. */
export function durationParts(text: string): { readonly count: number; readonly unit: DurationUnit } {
  const unit = text.replace(/^[0-9]+/, '') as DurationUnit;
  return { count: Number.parseInt(text, 10), unit };
}

/** A written duration in ms: `90d` is 7,776,000,000. Assumes that it fits DURATION_PATTERN. */
export function durationMs(text: string): number {
  const { count, unit } = durationParts(text);
  return count * UNITS[unit];
}

/** The shortest way to write a duration of whole minutes, in the largest unit that divides it: 7,776,000,000 is `90d`. */
export function durationText(ms: number): string {
  const exact = (['w', 'd', 'h', 'min'] as const).find((unit) => ms % UNITS[unit] === 0) ?? 'min';
  return `${Math.round(ms / UNITS[exact])}${exact}`;
}
