import { type Random, randomOf } from '../random.ts';
import type { Span } from '../time.ts';
import { BRANDS, LINES } from './brands.ts';
import { KINDS, type Kind } from './kinds.ts';
import type { PriceStep } from './prices.ts';
import { priceSteps } from './prices.ts';
import { type Outage, webOutages } from './stock.ts';

/** A thing on the shelf. */
export interface Product {
  readonly id: string;
  readonly sku: string;
  readonly index: number;
  readonly kind: Kind;
  readonly name: string;
  readonly brand: string;
  readonly variants: readonly string[];
  /** The first price, in cents of a euro. */
  readonly priceCents: number;
  readonly priceSteps: readonly PriceStep[];
  /** When the web warehouse had none. */
  readonly outages: readonly Outage[];
  /** How much of its kind's demand goes to it. */
  readonly weight: number;
  readonly path: string;
  readonly description: string;
}

const PRODUCTS_PER_KIND = 10;
/** Popularity falls with rank to this power; with the weights of kinds and people's tastes it makes the long tail. */
const RANK_POWER = 0.95;

const COLOURS = ['Moss', 'Slate', 'Sand', 'Night', 'Berry', 'Sky', 'Clay', 'Chalk'];
const SIZES: Readonly<Record<string, readonly string[]>> = {
  garment: ['XS', 'S', 'M', 'L', 'XL'],
  legs: ['XS', 'S', 'M', 'L', 'XL'],
  shoe: ['38', '39', '40', '41', '42', '43', '44'],
};
const VIRTUES = [
  'made to last',
  'light as can be',
  'soft to the touch',
  'kind to the planet',
  'ready for rain',
];
const USES = [
  'for every day',
  'for long sessions',
  'for beginners and old hands alike',
  'for the road',
  'for home',
];

/** The catalogue: about 600 products, always the same for a seed; prices and outages are planned for each of the rounds. */
export function makeProducts(seed: number, rounds: readonly Span[]): Product[] {
  const products: Product[] = [];
  for (const kind of KINDS) {
    const random = randomOf(seed, `kind ${kind.name}`);
    for (let rank = 0; rank < PRODUCTS_PER_KIND; rank++)
      products.push(makeProduct(seed, products.length, kind, rank, random, rounds));
  }
  return products;
}

function makeProduct(
  seed: number,
  index: number,
  kind: Kind,
  rank: number,
  random: Random,
  [window, ...later]: readonly Span[],
): Product {
  const makers = BRANDS.filter((brand) => brand.departments.includes(kind.department));
  const brand = makers[random.weighted(makers.map((maker) => maker.weight))]!;
  const line = LINES[(index * 7 + rank * 3) % LINES.length]!;
  const spread = kind.lowEuro + (kind.highEuro - kind.lowEuro) * random.next() ** 1.6;
  const euro = Math.min(kind.highEuro, Math.max(kind.lowEuro, spread * brand.priceFactor));
  const name = `${line} ${kind.noun}`;
  const own = randomOf(seed, 'product', index);
  const steps = priceSteps(own, window!);
  const outages = webOutages(own, window!);
  later.forEach((round, number) => {
    const next = randomOf(seed, 'product round', index, number);
    steps.push(...priceSteps(next, round));
    outages.push(...webOutages(next, round));
  });
  return {
    id: `P${String(1000 + index)}`,
    sku: `HM-${kind.name.slice(0, 3).toUpperCase()}-${String(1000 + index)}`,
    index,
    kind,
    name,
    brand: brand.name,
    variants: variantsOf(kind, own),
    priceCents: Math.round(euro) * 100 - 5,
    priceSteps: steps,
    outages,
    weight: 1 / (rank + 1) ** RANK_POWER,
    path: `/${slug(kind.department)}/${slug(kind.name)}/${slug(name)}-${1000 + index}`,
    description: `${name} by ${brand.name}: ${own.pick(VIRTUES)}, ${own.pick(USES)}.`,
  };
}

function variantsOf(kind: Kind, random: Random): string[] {
  const first = random.below(COLOURS.length);
  const colours = [
    COLOURS[first]!,
    COLOURS[(first + 1 + random.below(COLOURS.length - 1)) % COLOURS.length]!,
  ];
  const sizes = SIZES[kind.shape];
  if (!sizes) return colours;
  return colours.flatMap((colour) => sizes.map((size) => `${colour} ${size}`));
}

/** A name as an address writes it. */
export function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
