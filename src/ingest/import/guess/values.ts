import { readNumber } from '../map/number.ts';
import { timeReader } from '../map/time-format.ts';
import { timeZone } from '../map/time-zone.ts';

const DATES = [
  'D/M/YYYY',
  'M/D/YYYY',
  'D.M.YYYY',
  'D-M-YYYY',
  'M-D-YYYY',
  'D/M/YY',
  'M/D/YY',
  'D.M.YY',
  'YYYYMMDD',
  'D MMM YYYY',
  'D-MMM-YYYY',
  'D-MMM-YY',
  'MMM D, YYYY',
];
const CLOCKS = ['', ' H:mm', ' H:mm:ss', ' h:mm A', ' h:mm:ss A', ' HHmm'];

/** Formats that read all of these texts, the likeliest first; more than one when days and months cannot be told apart. */
export function fittingTimeFormats(texts: readonly string[]): string[] {
  const utc = timeZone('UTC')!;
  const formats = ['auto', ...DATES.flatMap((date) => CLOCKS.map((clock) => date + clock))];
  return formats.filter((format) => {
    const read = timeReader(format, utc)!;
    return texts.every((text) => read(text) !== undefined);
  });
}

/** Whether these numbers have a decimal comma: they cannot be read with a point. */
export function hasDecimalComma(texts: readonly string[]): boolean {
  const unreadable = texts.some((text) => readNumber(text, '.') === undefined);
  return unreadable && texts.every((text) => readNumber(text, ',') !== undefined);
}

/** The letters that some order numbers begin with where most are digits alone: `C` of `C536379`. */
export function cancelledPrefix(orders: readonly string[]): string | undefined {
  const digits = orders.filter((order) => /^\d+$/.test(order)).length;
  const prefixes = orders
    .map((order) => /^([A-Za-z]{1,3})\d+$/.exec(order)?.[1])
    .filter((prefix) => prefix !== undefined);
  const first = prefixes[0];
  return digits > prefixes.length && prefixes.every((prefix) => prefix === first) ? first : undefined;
}
