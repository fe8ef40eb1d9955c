import type { Format } from '../language/format.ts';

const FULL_MAX = 999_999;
const SHORT_MAX = 99_999;
const MONEY_FULL_MAX = 9_999_999;

/** Writes a number of an answer by its format (count, number, amount, share, duration). `isShort` for tiles and edges. */
export function valueText(
  format: Format,
  kind: string,
  value: number | null | undefined,
  currency: string,
  isShort = false,
): string {
  if (value === null || value === undefined) return '—';
  switch (kind) {
    case 'amount':
      return Math.abs(value) > (isShort ? FULL_MAX : MONEY_FULL_MAX)
        ? format.compactMoney(value, currency)
        : format.money(value, currency);
    case 'share':
      return format.percent(value, Math.abs(value) < 0.1 ? 2 : 1);
    case 'duration':
      return format.duration(value * 1_000);
    default:
      return Math.abs(value) > (isShort ? SHORT_MAX : FULL_MAX)
        ? format.compact(value)
        : format.number(value);
  }
}

/** Writes a number at an axis whose steps are so far apart: with as many digits as tell two of them apart, the same for all. */
export function tickText(
  format: Format,
  kind: string,
  value: number,
  step: number,
  currency: string,
): string {
  if (kind === 'amount' && Math.abs(value) <= SHORT_MAX)
    return format.money(value, currency, step < 1 ? 2 : 0);
  if (kind === 'share') return format.percent(value, step >= 0.01 ? 0 : step >= 0.001 ? 1 : 2);
  return valueText(format, kind, value, currency, true);
}
