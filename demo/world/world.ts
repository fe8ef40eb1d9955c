import { type DemoOptions, startOf } from '../options.ts';
import type { Random } from '../random.ts';
import { DAY_MS, isWithin, type Span } from '../time.ts';
import { type AdCampaign, adCampaigns, type MessageCampaign, messageCampaigns } from './campaigns.ts';
import { type Incident, incidentAt, incidents } from './incidents.ts';
import { makeProducts, type Product } from './products.ts';
import { roundsOf } from './rounds.ts';
import { isInAssortment, storeOutages } from './stock.ts';
import type { Store } from './stores.ts';

/** Everything that is there before anybody comes: it hangs on the seed and the window, never on the people. */
export interface World {
  readonly options: DemoOptions;
  readonly seed: number;
  /** When full behaviour begins. */
  readonly start: number;
  readonly now: number;
  /** When the stream ends. */
  readonly until: number;
  /** When the order system's memory begins. */
  readonly historyStart: number;
  /** The window first; later ones for a shop that goes on living. */
  readonly rounds: readonly Span[];
  readonly products: readonly Product[];
  readonly productsByKind: ReadonlyMap<string, Shelf>;
  readonly productsByDepartment: ReadonlyMap<string, Shelf>;
  readonly ads: readonly AdCampaign[];
  readonly messages: readonly MessageCampaign[];
  readonly incidents: readonly Incident[];
  /** What the viral post shows. */
  readonly viralProduct: Product;
  /** What the stock-out is about. */
  readonly bestSeller: Product;
}

/** Products to draw from by their popularity. */
export interface Shelf {
  readonly products: readonly Product[];
  /** Running sums of their weights. */
  readonly sums: Float64Array;
}

/** Builds the world of the options. */
export function makeWorld(options: DemoOptions): World {
  const start = startOf(options);
  const until = options.now + options.aheadDays * DAY_MS;
  const rounds = roundsOf(start, options.now, until);
  const products = makeProducts(options.seed, rounds);
  const planted = rounds.flatMap(incidents);
  const bestSeller = products.find((product) => product.kind.name === 'Road Shoes')!;
  const outages = planted.filter((incident) => incident.id === 'stock-out');
  const stocked = products.map((product) => (product === bestSeller ? { ...product, outages } : product));
  return {
    options,
    seed: options.seed,
    start,
    now: options.now,
    until,
    historyStart: start - options.historyDays * DAY_MS,
    rounds,
    products: stocked,
    productsByKind: shelves(stocked, (product) => product.kind.name),
    productsByDepartment: shelves(stocked, (product) => product.kind.department),
    ads: adCampaigns(rounds),
    messages: messageCampaigns(start, options.now, until),
    incidents: planted,
    viralProduct: stocked.find((product) => product.kind.name === 'Yoga Mats')!,
    bestSeller: stocked[bestSeller.index]!,
  };
}

/** Draws a product of a shelf: popular ones more often. */
export function draw(shelf: Shelf, random: Random): Product {
  const target = random.next() * shelf.sums[shelf.sums.length - 1]!;
  let low = 0;
  let high = shelf.sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shelf.sums[middle]! <= target) low = middle + 1;
    else high = middle;
  }
  return shelf.products[low]!;
}

/** Whether the web warehouse has none of it. */
export function isSoldOut(product: Product, time: number): boolean {
  for (const outage of product.outages) if (time >= outage.from && time < outage.until) return true;
  return false;
}

/** Whether a store has it on the shelf. */
export function isOnShelf(world: World, product: Product, store: Store, time: number): boolean {
  if (!isInAssortment(world.seed, product, store.index)) return false;
  const outages = storeOutages(world.seed, product.index, store.index, world.rounds);
  return !outages.some((outage) => isWithin(outage, time));
}

/** Whether an incident goes on, and how strong it is. */
export function incident(world: World, id: Incident['id'], time: number): Incident | undefined {
  return incidentAt(world.incidents, id, time);
}

function shelves(products: readonly Product[], keyOf: (product: Product) => string): Map<string, Shelf> {
  const groups = new Map<string, Product[]>();
  for (const product of products) {
    const group = groups.get(keyOf(product));
    if (group) group.push(product);
    else groups.set(keyOf(product), [product]);
  }
  return new Map(
    [...groups].map(([key, group]) => {
      const sums = new Float64Array(group.length);
      let sum = 0;
      group.forEach((product, i) => {
        sum += product.weight * product.kind.weight;
        sums[i] = sum;
      });
      return [key, { products: group, sums }];
    }),
  );
}
