import { type Language, LOCALES } from './language.ts';

/** What decides how figures and times are written. */
export interface FormatSettings {
  readonly language: Language;
  /** IANA name of the workspace; never that of the browser. */
  readonly timeZone: string;
  /** ISO 4217 */
  readonly currency: string;
}

/** Writes figures and times for a reader. Nothing is an em dash, zero is 0. */
export interface Format {
  readonly timeZone: string;
  /** That of the workspace, ISO 4217. */
  readonly currency: string;
  /** 1,234 */
  number(value: number | null | undefined): string;
  /** 1.2m; below 1,000 in full, without decimals */
  compact(value: number | null | undefined): string;
  /** Of a share 0-1: 12.3% */
  percent(share: number | null | undefined, digits?: number): string;
  /** €12.50; without cents from 1,000, unless digits are said */
  money(amount: number | null | undefined, currency?: string, digits?: number): string;
  /** €48.2k */
  compactMoney(amount: number | null | undefined, currency?: string): string;
  /** 22 Nov 2026, 14:05 */
  moment(time: number | null | undefined): string;
  /** 14:05:09 */
  clock(time: number): string;
  /** 14:05 */
  minute(time: number): string;
  /** 22 November 2026 */
  day(time: number): string;
  /** 22 Nov */
  shortDay(time: number): string;
  /** Sunday */
  dayName(time: number): string;
  /** Sunday, 22 November 2026 */
  weekday(time: number): string;
  /** 3 days ago */
  ago(time: number, now: number): string;
  /** 12 ms, 1.4 s, 3 min */
  duration(ms: number): string;
  /** 1.4 GB */
  bytes(count: number): string;
}

const NOTHING = '—';
const SECOND = 1_000;
const STEPS = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Makes the formats of one reader; Intl objects are dear to make, so do it once a setting. */
export function createFormat({ language, timeZone, currency: base }: FormatSettings): Format {
  const locale = LOCALES[language];
  const formats = numberFormats(locale);
  const times = timeFormats(locale, timeZone);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const or = <T>(value: T | null | undefined, write: (value: T) => string): string =>
    value === null || value === undefined ? NOTHING : write(value);
  return {
    timeZone,
    currency: base,
    ...times,
    number: (value) => or(value, (n) => formats.whole.format(n)),
    compact: (value) =>
      or(value, (n) =>
        Math.abs(n) < 1_000 ? formats.whole.format(Math.round(n)) : formats.compact.format(n),
      ),
    percent: (share, digits = 1) => or(share, (n) => formats.percent(digits).format(n)),
    money: (amount, currency = base, digits) =>
      or(amount, (n) => formats.money(currency, digits ?? (Math.abs(n) >= 1_000 ? 0 : 2)).format(n)),
    compactMoney: (amount, currency = base) =>
      or(amount, (n) =>
        Math.abs(n) < 1_000 ? formats.money(currency, 2).format(n) : formats.compactMoney(currency).format(n),
      ),
    moment: (time) => or(time, times.moment),
    ago(time, now) {
      const distance = time - now;
      for (const [unit, ms] of STEPS)
        if (Math.abs(distance) >= ms) return relative.format(Math.trunc(distance / ms), unit);
      return relative.format(Math.trunc(distance / SECOND), 'second');
    },
    duration: (ms) => durationOf(ms, formats.unit),
    bytes: (count) => bytesOf(count, formats.unit),
  };
}

function numberFormats(locale: string) {
  const kept = new Map<string, Intl.NumberFormat>();
  const format = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const known = kept.get(key) ?? new Intl.NumberFormat(locale, options);
    kept.set(key, known);
    return known;
  };
  return {
    whole: format({ maximumFractionDigits: 2 }),
    compact: format({ notation: 'compact', maximumFractionDigits: 1 }),
    percent: (digits: number) =>
      format({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
    money: (currency: string, digits: number) =>
      format({ style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }),
    compactMoney: (currency: string) =>
      format({ style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 }),
    unit: (unit: string, digits: number) =>
      format({ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }),
  };
}

function timeFormats(locale: string, timeZone: string) {
  const format = (options: Intl.DateTimeFormatOptions): ((time: number) => string) => {
    const made = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (time) => made.format(time);
  };
  return {
    moment: format({ dateStyle: 'medium', timeStyle: 'short' }),
    clock: format({ timeStyle: 'medium' }),
    minute: format({ timeStyle: 'short' }),
    day: format({ dateStyle: 'long' }),
    dayName: format({ weekday: 'long' }),
    shortDay: format({ day: 'numeric', month: 'short' }),
    weekday: format({ dateStyle: 'full' }),
  };
}

type WriteUnit = (unit: string, digits: number) => Intl.NumberFormat;

function durationOf(ms: number, unit: WriteUnit): string {
  if (ms < SECOND) return unit('millisecond', 0).format(ms);
  if (ms < 60 * SECOND) return unit('second', ms < 10 * SECOND ? 1 : 0).format(ms / SECOND);
  if (ms < 3_600 * SECOND) return unit('minute', 0).format(ms / 60_000);
  if (ms < 86_400 * SECOND) return unit('hour', 1).format(ms / 3_600_000);
  return unit('day', 0).format(ms / 86_400_000);
}

function bytesOf(count: number, unit: WriteUnit): string {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const step = count < 1_000 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log10(count) / 3));
  return unit(steps[step]!, 1).format(count / 1_000 ** step);
}
