import type { Person } from '../people/person.ts';
import { productWire } from '../wire/product-wire.ts';
import { priceAt } from '../world/prices.ts';
import type { Product } from '../world/products.ts';
import { isSoldOut } from '../world/world.ts';
import { addToCart } from './checkout.ts';
import { logIn } from './login.ts';
import { open, pause, track, type Visit } from './visit.ts';

const WISH_SHARE = 0.07;
const WISHES_MAX = 12;
const LOOK_SHARE = 0.25;
const REMOVE_SHARE = 0.15;
/** So much cheaper than when she wished for it is a reason to come. */
const BARGAIN_SHARE = 0.9;

/** Somebody with an account may put what she looked at last onto her wish list. */
export function wish(visit: Visit, seen: readonly Product[]): void {
  const { person, random } = visit;
  const product = seen.at(-1);
  const hasAccount = person.kind === 'member' || person.kind === 'account';
  if (!product || !hasAccount || !person.isKnown || !random.chance(WISH_SHARE)) return;
  if (person.wishes.length >= WISHES_MAX || person.wishes.some((one) => one.product === product)) return;
  logIn(visit);
  pause(visit, 6);
  person.wishes = [...person.wishes, { product, priceCents: priceAt(product, visit.at) }];
  track(visit, 'Product Added to Wishlist', wire(visit, product), 'wished', product);
}

/** Somebody who is logged in may look through her list: a thing goes, another goes into the cart if she means to buy. */
export function lookThroughWishes(visit: Visit, wantsToBuy: boolean): Product | undefined {
  const { person, random } = visit;
  if (person.wishes.length === 0 || visit.as !== person || !random.chance(LOOK_SHARE)) return undefined;
  pause(visit, 10);
  open(visit, 'Wish list', '/account/wishes');
  pause(visit, 15);
  const { product } = random.pick(person.wishes);
  if (wantsToBuy && !isSoldOut(product, visit.at)) {
    forget(person, product);
    const wished = wire(visit, product);
    track(visit, 'Wishlist Product Added to Cart', wished, 'unwished', product, undefined, 'to cart');
    addToCart(visit, product);
    return product;
  }
  if (random.chance(REMOVE_SHARE)) {
    forget(person, product);
    track(visit, 'Product Removed from Wishlist', wire(visit, product), 'unwished', product);
  }
  return undefined;
}

/** Something on her list that has become cheaper. */
export function bargainOf({ wishes }: Person, time: number): Product | undefined {
  if (wishes.length === 0) return undefined;
  return wishes.find(({ product, priceCents }) => priceAt(product, time) < priceCents * BARGAIN_SHARE)
    ?.product;
}

function forget(person: Person, product: Product): void {
  person.wishes = person.wishes.filter((one) => one.product !== product);
}

function wire(visit: Visit, product: Product) {
  const { key, country } = visit.person;
  return { wishlist_id: `wishes-${key}`, ...productWire(product, country, visit.at) };
}
