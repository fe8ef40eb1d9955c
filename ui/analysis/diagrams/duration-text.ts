import { type Language, LOCALES } from '../../language/language.ts';

const UNITS: Readonly<Record<string, string>> = {
  min: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
  y: 'year',
};

/** A written duration in words: `7d` is 7 days. What is no duration stays as it is. */
export function durationText(duration: string, language: Language): string {
  const [, count, unit] = /^(\d+)(min|h|d|w|mo|y)$/.exec(duration) ?? [];
  const name = unit === undefined ? undefined : UNITS[unit];
  if (count === undefined || name === undefined) return duration;
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit: name, unitDisplay: 'long' }).format(
    Number(count),
  );
}
