import { type Random, randomOf, shareOf } from '../random.ts';
import { DAY_MS, isWithin, midnight, type Span } from '../time.ts';

/** A stretch without stock, of the web warehouse or of one store. */
export type Outage = Span;

const WEB_OUTAGE_SHARE = 0.12;
/** Chance that a store runs out of a product at some time of a round. */
const STORE_OUTAGE_SHARE = 0.03;
/** A store has this share of all products, and more of those that everybody wants. */
const ASSORTMENT_SHARE = 0.3;
const ASSORTMENT_WANTED_SHARE = 0.6;

/** Pieces after a delivery: from, to. Then they go, until the next delivery after so many days: from, to. */
interface Deliveries {
  readonly kind: string;
  readonly pieces: readonly [number, number];
  readonly days: readonly [number, number];
}
const WAREHOUSE: Deliveries = { kind: 'warehouse', pieces: [150, 900], days: [14, 35] };
const SHELF: Deliveries = { kind: 'shelf', pieces: [5, 24], days: [6, 14] };
/** What is left of a delivery when the next one comes. */
const LEFT_SHARE = 0.15;

/** When the web warehouse has none of a product. Stock hangs on the seed alone, so that people stay independent. */
export function webOutages(random: Random, round: Span): Outage[] {
  if (!random.chance(WEB_OUTAGE_SHARE)) return [];
  const days = Math.floor((round.until - round.from) / DAY_MS);
  const from = round.from + random.below(Math.max(1, days)) * DAY_MS + random.below(24) * 3_600_000;
  return [{ from, until: from + (2 + random.below(6)) * DAY_MS }];
}

/** When a store has none of a product: once in a round at most, and in most rounds never. */
export function storeOutages(
  seed: number,
  product: number,
  store: number,
  rounds: readonly Span[],
): Outage[] {
  const outages: Outage[] = [];
  rounds.forEach((round, number) => {
    const kind = number === 0 ? 'store outage' : `store outage ${number}`;
    if (shareOf(seed, kind, product, store) >= STORE_OUTAGE_SHARE) return;
    const random = randomOf(seed, kind, product, store);
    const days = Math.floor((round.until - round.from) / DAY_MS);
    const from = round.from + random.below(Math.max(1, days)) * DAY_MS + 8 * 3_600_000;
    outages.push({ from, until: from + (1 + random.below(8)) * DAY_MS });
  });
  return outages;
}

/** Whether a store has a place for a product at all. */
export function isInAssortment(
  seed: number,
  product: { readonly index: number; readonly weight: number },
  store: number,
): boolean {
  const share = ASSORTMENT_SHARE + ASSORTMENT_WANTED_SHARE * product.weight;
  return shareOf(seed, 'assortment', product.index, store) < share;
}

/** Pieces in the web warehouse at a moment. */
export function warehouseStock(
  seed: number,
  product: { readonly index: number; readonly outages: readonly Outage[] },
  time: number,
): number {
  return piecesAt(seed, WAREHOUSE, product.index, product.outages, time);
}

/** Pieces on the shelf of a store at a moment. */
export function shelfStock(
  seed: number,
  product: number,
  store: number,
  outages: readonly Outage[],
  time: number,
): number {
  return piecesAt(seed, SHELF, product * 64 + store, outages, time);
}

function piecesAt(
  seed: number,
  { kind, pieces, days }: Deliveries,
  place: number,
  outages: readonly Outage[],
  time: number,
): number {
  if (outages.some((outage) => isWithin(outage, time))) return 0;
  const [least, most] = pieces;
  const delivered = least + shareOf(seed, `${kind} pieces`, place) * (most - least);
  const cycle = Math.round(days[0] + shareOf(seed, `${kind} days`, place) * (days[1] - days[0]));
  const day = midnight(time) / DAY_MS + Math.floor(shareOf(seed, `${kind} phase`, place) * cycle);
  return Math.max(1, Math.round(delivered * (1 - ((1 - LEFT_SHARE) * (day % cycle)) / (cycle - 1))));
}
