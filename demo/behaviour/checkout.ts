import type { CartLine } from '../people/person.ts';
import type { Order } from '../truth/fact.ts';
import { lineWire } from '../wire/product-wire.ts';
import { priceAt } from '../world/prices.ts';
import type { Product } from '../world/products.ts';
import { incident, isSoldOut } from '../world/world.ts';
import { look } from './browse.ts';
import type { Outcome } from './intent.ts';
import { join, leaveAddress, logIn } from './login.ts';
import { orderWire, placeOrder } from './order.ts';
import { basketSize, lineOf, pickCompanion } from './taste.ts';
import { open, pause, track, type Visit } from './visit.ts';

const REMOVE_SHARE = 0.07;
const CART_VIEW_SHARE = 0.7;

/** Puts what was seen into the cart, and things that go with it. Returns false when nothing of it is there to be had. */
export function fillCart(visit: Visit, seen: readonly Product[]): boolean {
  const { person, stage } = visit;
  const begun = person.cart[0]?.product;
  const first = begun ?? seen.findLast((product) => !isSoldOut(product, visit.at));
  if (!first) return false;
  if (!begun) addToCart(visit, first);
  const size = basketSize(person);
  for (let i = 1; i < size; i++) {
    const product = pickCompanion(stage.world, person, first, visit.at);
    if (isSoldOut(product, visit.at) || person.cart.some((line) => line.product === product)) continue;
    pause(visit, 30);
    if (visit.random.chance(0.6)) {
      look(visit, product);
      pause(visit, 20);
    }
    addToCart(visit, product);
  }
  if (person.cart.length > 1 && visit.random.chance(REMOVE_SHARE)) {
    const line = person.cart.pop()!;
    pause(visit, 10);
    const properties = { cart_id: cartId(visit), ...lineWire(line, person.country, visit.at) };
    track(visit, 'Product Removed', properties, 'removed', line.product);
  }
  return true;
}

/** Goes to the checkout and as far through it as the outcome says. Returns the order, when there is one. */
export function checkOut(
  visit: Visit,
  outcome: Outcome,
  joins: boolean,
  credits: Order['credits'],
): Order | undefined {
  const { person } = visit;
  const hasAccount = person.kind === 'member' || person.kind === 'account';
  if (visit.random.chance(CART_VIEW_SHARE)) {
    pause(visit, 15);
    open(visit, 'Cart', '/cart');
    track(visit, 'Cart Viewed', { cart_id: cartId(visit), products: wire(visit, person.cart) }, 'page');
  }
  if (outcome === 'cart') return undefined;
  pause(visit, 15);
  if (hasAccount) {
    if (joins && !person.isKnown) join(visit);
    else if (person.isKnown) logIn(visit);
  }
  const ids = { checkout_id: `${visit.prefix}co`, value: subtotal(visit), currency: person.country.currency };
  open(visit, 'Checkout', '/checkout');
  visit.at += 200;
  track(visit, 'Checkout Started', { ...ids, products: wire(visit, person.cart) }, 'checkout');
  if (!hasAccount && outcome === 'order') {
    pause(visit, 25);
    leaveAddress(visit);
  }
  pause(visit, 35);
  const shipping = {
    checkout_id: ids.checkout_id,
    step: 1,
    shipping_method: visit.random.chance(0.2) ? 'store pick-up' : 'parcel',
  };
  track(visit, 'Checkout Step Completed', shipping, 'page');
  if (outcome === 'checkout') return undefined;
  pause(visit, 30);
  const payment = {
    ...ids,
    step: 2,
    payment_method: visit.random.pick(['card', 'invoice', 'wallet', 'direct debit']),
  };
  track(visit, 'Payment Info Entered', payment, 'payment');
  pause(visit, 6);
  if (outcome === 'payment') {
    const reason = incident(visit.stage.world, 'payment-outage', visit.at)
      ? 'provider unavailable'
      : 'declined';
    track(visit, 'Payment Failed', { checkout_id: ids.checkout_id, reason }, 'page');
    return undefined;
  }
  return complete(visit, ids.checkout_id, credits);
}

function complete(visit: Visit, checkoutId: string, credits: Order['credits']): Order {
  const { person } = visit;
  const order = placeOrder({
    person,
    at: visit.at,
    channel: visit.source,
    cart: person.cart,
    cause: visit.cause,
    credits,
  });
  person.cart = [];
  open(visit, 'Thank you', '/checkout/done');
  track(visit, 'Order Completed', orderWire(order, { checkout_id: checkoutId }), 'ordered', undefined, order);
  return order;
}

/** Puts a thing into the cart. */
export function addToCart(visit: Visit, product: Product): void {
  const line = lineOf(visit.person, product);
  visit.person.cart.push(line);
  pause(visit, 12);
  track(
    visit,
    'Product Added',
    { cart_id: cartId(visit), ...lineWire(line, visit.person.country, visit.at) },
    'added',
    product,
  );
}

function wire(visit: Visit, cart: readonly CartLine[]) {
  return cart.map((line) => lineWire(line, visit.person.country, visit.at));
}

function subtotal(visit: Visit): number {
  const { rate } = visit.person.country;
  let cents = 0;
  for (const { product, quantity } of visit.person.cart) cents += priceAt(product, visit.at, rate) * quantity;
  return cents / 100;
}

function cartId(visit: Visit): string {
  return `cart-${visit.person.key}-${visit.person.orderCount}`;
}
