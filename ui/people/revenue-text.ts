import type { Format } from '../language/format.ts';

/** Revenue in one currency or in several, which are not added up. */
export function revenueText(revenue: Readonly<Record<string, number>>, format: Format): string {
  const parts = Object.entries(revenue).map(([currency, amount]) => format.money(amount, currency));
  return parts.length === 0 ? format.money(0) : parts.join(' + ');
}
