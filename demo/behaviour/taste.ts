import type { CartLine, Person } from '../people/person.ts';
import { DEPARTMENTS } from '../world/kinds.ts';
import { priceAt } from '../world/prices.ts';
import type { Product } from '../world/products.ts';
import { draw, isSoldOut, type World } from '../world/world.ts';

const FAVOURITE_SHARES = [0.58, 0.22, 0.11, 0.09];
const TRIES = 4;
const COMPANION_SHARE = 0.55;

/** The department she looks into now: one of her favourites, sometimes another. */
export function pickDepartment(person: Person): string {
  const { random } = person;
  const favourite = random.weighted(FAVOURITE_SHARES);
  return DEPARTMENTS[favourite === 3 ? random.below(DEPARTMENTS.length) : person.departments[favourite]!]!;
}

/** A product of a department to her taste: popular ones first, cheap or reduced ones for those who mind. */
export function pickProduct(world: World, person: Person, department: string, time: number): Product {
  const shelf = world.productsByDepartment.get(department)!;
  const { random } = person;
  const { priceSensitivity } = person.persona;
  let product = draw(shelf, random);
  for (let i = 0; i < TRIES; i++) {
    const now = priceAt(product, time);
    const dearness = (now / 100 - product.kind.lowEuro) / (product.kind.highEuro - product.kind.lowEuro);
    const isReduced = now < product.priceCents * 0.95;
    const likes =
      (isReduced ? 1 + priceSensitivity : 1) * (1 - 0.8 * priceSensitivity * Math.max(0, dearness));
    if (random.next() < likes) break;
    product = draw(shelf, random);
  }
  return product;
}

/** What she puts into the cart beside a product: often a thing that goes with it. */
export function pickCompanion(world: World, person: Person, first: Product, time: number): Product {
  const { random } = person;
  if (first.kind.goesWith.length > 0 && random.chance(COMPANION_SHARE)) {
    const shelf = world.productsByKind.get(random.pick(first.kind.goesWith));
    if (shelf) return draw(shelf, random);
  }
  return pickProduct(
    world,
    person,
    random.chance(0.7) ? first.kind.department : pickDepartment(person),
    time,
  );
}

/** How many different things she buys at once. */
export function basketSize(person: Person): number {
  return 1 + person.random.weighted([48, 27, 14, 7, 4]);
}

/** A line of a cart; what is used up or small is often bought twice. */
export function lineOf(person: Person, product: Product): CartLine {
  const { random } = person;
  const isSmall = product.kind.cycleDays > 0 && product.kind.cycleDays <= 60;
  return {
    product,
    variant: random.pick(product.variants),
    quantity: random.chance(isSmall ? 0.35 : 0.06) ? 2 : 1,
  };
}

/** A product for a store or a telephone order; never what is out of stock in the web warehouse when it ships from there. */
export function pickAvailable(world: World, person: Person, department: string, time: number): Product {
  let product = pickProduct(world, person, department, time);
  for (let i = 0; i < TRIES && isSoldOut(product, time); i++)
    product = pickProduct(world, person, department, time);
  return product;
}
