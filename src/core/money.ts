/**
 * An amount of money as an integer count of ten-thousandths of the currency unit (4.99 is 49900).
 * Unit prices of wholesalers have three and four decimals; cents would lose them, floats would drift.
 */
export type Money = number;

export const MONEY_SCALE = 10_000;

/** The largest amount that is taken seriously: beyond it sums leave the safe integers after a few thousand additions. */
const MONEY_MAX = 100_000_000_000 * MONEY_SCALE;

/** Reads an amount from a number or a numeric text (`"12.50"`); undefined when it is neither or out of bounds. */
export function toMoney(value: unknown): Money | undefined {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : Number.NaN;
  if (!Number.isFinite(number)) return undefined;
  const amount = Math.round(number * MONEY_SCALE);
  return Math.abs(amount) <= MONEY_MAX ? amount : undefined;
}

/** The amount as a decimal number of currency units, for people and for JSON answers. */
export function fromMoney(amount: Money): number {
  return amount / MONEY_SCALE;
}
