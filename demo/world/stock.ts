import { type Random, randomOf, shareOf } from '../random.ts';
import { DAY_MS, isWithin, midnight, type Span } from '../time.ts';

/** A stretch without stock, of the web warehouse or of one store. */
export type Outage = Span;

const WEB_OUTAGE_SHARE = 0.12;
/** Chance that a store runs out of a product at some time of the window. */
const STORE_OUTAGE_SHARE = 0.03;
const SHELF_MAX = 24;
const WAREHOUSE_MAX = 900;

/** When the web warehouse has none of a product. Stock hangs on the seed alone, so that people stay independent. */
export function webOutages(random: Random, start: number, now: number): Outage[] {
  if (!random.chance(WEB_OUTAGE_SHARE)) return [];
  const days = Math.floor((now - start) / DAY_MS);
  const from = start + random.below(Math.max(1, days)) * DAY_MS + random.below(24) * 3_600_000;
  return [{ from, until: from + (2 + random.below(6)) * DAY_MS }];
}

/** When a store has none of a product; undefined when it never runs out in the window. */
export function storeOutage(
  seed: number,
  product: number,
  store: number,
  start: number,
  now: number,
): Outage | undefined {
  if (shareOf(seed, 'store outage', product, store) >= STORE_OUTAGE_SHARE) return undefined;
  const random = randomOf(seed, 'store outage', product, store);
  const days = Math.floor((now - start) / DAY_MS);
  const from = start + random.below(Math.max(1, days)) * DAY_MS + 8 * 3_600_000;
  return { from, until: from + (1 + random.below(8)) * DAY_MS };
}

/** Pieces in the web warehouse at a moment. */
export function warehouseStock(
  seed: number,
  product: { readonly index: number; readonly outages: readonly Outage[] },
  time: number,
): number {
  if (product.outages.some((outage) => isWithin(outage, time))) return 0;
  return 1 + Math.floor(shareOf(seed, 'warehouse', product.index, midnight(time) / DAY_MS) * WAREHOUSE_MAX);
}

/** Pieces on the shelf of a store at a moment. */
export function shelfStock(
  seed: number,
  product: number,
  store: number,
  start: number,
  now: number,
  time: number,
): number {
  const outage = storeOutage(seed, product, store, start, now);
  if (outage && isWithin(outage, time)) return 0;
  return 1 + Math.floor(shareOf(seed, 'shelf', product * 64 + store, midnight(time) / DAY_MS) * SHELF_MAX);
}
