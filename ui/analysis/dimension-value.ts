import type { Words } from '../language/dictionaries.ts';
import type { Format } from '../language/format.ts';
import { type Language, LOCALES } from '../language/language.ts';

const STEPS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric', weekday: 'short' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  quarter: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};
/** The first or last of a session or person is written as the value itself. */
export const FAMILY = /^(session|person)-(first|last):/;
/** A Monday, at noon. */
const MONDAY = Date.UTC(2026, 0, 5, 12);
const DAY_MS = 86_400_000;

/** In what words values are written. */
export interface Writing {
  readonly language: Language;
  readonly words: Words;
  readonly format: Format;
}

/** A value of a dimension as a reader writes it: days, months, channels and devices in her language, countries by their name. */
export function dimensionValue(of: string, value: string, { language, words, format }: Writing): string {
  const dimension = of.replace(FAMILY, '');
  const { none, devices, visits } = words.analysis;
  if (value === '') return none;
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    channel: words.people.channels,
    device: devices,
    'new-or-returning': visits,
  };
  const said = known[dimension]?.[value];
  if (said !== undefined) return said;
  const locale = LOCALES[language];
  const step = STEPS[dimension];
  if (step && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return writer(locale, step).format(Date.parse(`${value}T12:00:00Z`));
  if (dimension === 'hour') {
    const time = Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    return Number.isNaN(time) ? value : format.moment(time);
  }
  if (dimension === 'day-of-week')
    return writer(locale, { weekday: 'long' }).format(MONDAY + (Number(value) - 1) * DAY_MS);
  if (dimension === 'month-of-year')
    return writer(locale, { month: 'long' }).format(Date.UTC(2026, Number(value) - 1, 15));
  if (dimension.endsWith('country') && /^[A-Z]{2}$/.test(value)) return regions(locale).of(value) ?? value;
  return value;
}

const kept = new Map<string, Intl.DateTimeFormat>();
/** Dates without a time stand at noon UTC, so that they are the same day everywhere. */
function writer(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = kept.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  kept.set(key, made);
  return made;
}

const named = new Map<string, Intl.DisplayNames>();
function regions(locale: string): Intl.DisplayNames {
  const made = named.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' });
  named.set(locale, made);
  return made;
}
