import type { Random } from '../random.ts';
import { DAY_MS, type Span } from '../time.ts';

/** A price that differs from the first one for a while: a sale, or (until the end of time) a new price. */
export interface PriceStep extends Span {
  readonly factor: number;
  readonly reason: 'sale' | 'new price';
}

const SALE_SHARE = 0.3;
const NEW_PRICE_SHARE = 0.15;

/** The price changes of one product in a stretch of time. */
export function priceSteps(random: Random, { from: start, until }: Span): PriceStep[] {
  const steps: PriceStep[] = [];
  const days = Math.floor((until - start) / DAY_MS);
  if (random.chance(SALE_SHARE)) {
    const from = start + random.below(Math.max(1, days - 3)) * DAY_MS + 6 * 3_600_000;
    const factor = random.pick([0.85, 0.8, 0.75, 0.7, 0.6]);
    steps.push({ from, until: from + (4 + random.below(11)) * DAY_MS, factor, reason: 'sale' });
  }
  if (random.chance(NEW_PRICE_SHARE)) {
    const from = start + random.below(Math.max(1, days)) * DAY_MS + 5 * 3_600_000;
    const factor = random.pick([0.9, 0.95, 1.05, 1.08, 1.1]);
    steps.push({ from, until: Number.MAX_SAFE_INTEGER, factor, reason: 'new price' });
  }
  return steps;
}

/**
 * The price at a moment in cents of a currency, rounded to five cents as shops do.
 * @param rate units of the currency for one euro
 */
export function priceAt(
  product: { readonly priceCents: number; readonly priceSteps: readonly PriceStep[] },
  time: number,
  rate = 1,
): number {
  let cents = product.priceCents * rate;
  for (const step of product.priceSteps) if (time >= step.from && time < step.until) cents *= step.factor;
  return Math.max(5, Math.round(cents / 5) * 5);
}
