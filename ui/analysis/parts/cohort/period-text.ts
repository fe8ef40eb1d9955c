import { type Language, LOCALES } from '../../../language/language.ts';
import type { CohortQuery } from './query.ts';

const OPTIONS: Readonly<Record<CohortQuery['unit'], Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  quarter: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};

/** A period by its first day, `2026-10-05`: 5 Oct 2026, Oct 2026, 2026. Days are words of the server, so no time zone is asked. */
export function periodText(day: string, unit: CohortQuery['unit'], language: Language): string {
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time)) return day;
  return new Intl.DateTimeFormat(LOCALES[language], { ...OPTIONS[unit], timeZone: 'UTC' }).format(time);
}
