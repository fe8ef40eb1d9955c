import type { JsonObject } from '../../src/core/index.ts';
import type { CartLine, Person } from '../people/person.ts';
import { DAY_MS } from '../time.ts';
import type { Cause, Order, OrderLine } from '../truth/fact.ts';
import { amount } from '../wire/product-wire.ts';
import { SHOP_NAME } from '../world/brands.ts';
import { pointsFor } from '../world/loyalty.ts';
import { priceAt } from '../world/prices.ts';
import type { Store } from '../world/stores.ts';

/** What an order is made from. */
export interface Sale {
  readonly person: Person;
  readonly at: number;
  readonly channel: Order['channel'];
  readonly cart: readonly CartLine[];
  readonly store?: Store;
  readonly cause?: Cause;
  readonly credits?: Order['credits'];
  readonly brickFrom?: Order['brickFrom'];
}

const FREE_SHIPPING_FROM_CENTS = 6_000;
const SHIPPING_CENTS = 495;

/** Makes an order and lets the person remember it: points, what will run out. */
export function placeOrder(sale: Sale): Order {
  const { person, at, channel, cause } = sale;
  const { rate, currency } = person.country;
  const lines = sale.cart.map(
    ({ product, variant, quantity }): OrderLine => ({
      product,
      variant,
      quantity,
      priceCents: priceAt(product, at, rate),
    }),
  );
  const subtotalCents = lines.reduce((sum, line) => sum + line.priceCents * line.quantity, 0);
  const message = cause?.message;
  const discountCents = message?.coupon ? Math.round(subtotalCents * message.discount) : 0;
  const isFree = channel === 'store' || subtotalCents - discountCents >= FREE_SHIPPING_FROM_CENTS * rate;
  person.orderCount++;
  person.lastOrderAt = at;
  const order: Order = {
    id: orderId(person, channel),
    person,
    at,
    channel,
    store: sale.store,
    lines,
    currency,
    subtotalCents,
    discountCents,
    shippingCents: isFree ? 0 : SHIPPING_CENTS,
    coupon: message?.coupon,
    credits: sale.credits ?? {},
    brickFrom: sale.brickFrom,
    cause,
  };
  remember(person, order);
  return order;
}

/** `W` from the web, `A` app, `S` till, `T` telephone and subscriptions; then the person and how-manieth order of hers it is. */
function orderId(person: Person, channel: Order['channel']): string {
  const letter = channel === 'web' ? 'W' : channel === 'app' ? 'A' : channel === 'store' ? 'S' : 'T';
  return `${letter}${person.key.slice(1).padStart(6, '0')}-${String(person.orderCount).padStart(3, '0')}`;
}

function remember(person: Person, order: Order): void {
  if (person.kind === 'member' || person.kind === 'card')
    person.points += pointsFor(order.subtotalCents - order.discountCents);
  for (const { product } of order.lines)
    if (product.kind.cycleDays > 0) {
      person.runsOut = product;
      // People differ in how fast they use things up, by about a quarter either way.
      person.runsOutAt = order.at + product.kind.cycleDays * DAY_MS * person.random.between(0.75, 1.25);
      return;
    }
}

/** The properties of `Order Completed` (Segment e-commerce v2). */
export function orderWire(order: Order, more: JsonObject): JsonObject {
  const revenue = order.subtotalCents - order.discountCents;
  const { taxRate } = order.person.country;
  const wire = {
    order_id: order.id,
    affiliation: order.store?.name ?? `${SHOP_NAME} Online`,
    subtotal: amount(revenue),
    revenue: amount(revenue),
    total: amount(revenue + order.shippingCents),
    shipping: amount(order.shippingCents),
    tax: amount(Math.round(revenue - revenue / (1 + taxRate))),
    discount: amount(order.discountCents),
    currency: order.currency,
    products: linesWire(order.lines),
    ...more,
  };
  return order.coupon === undefined ? wire : { ...wire, coupon: order.coupon };
}

/** Lines as the wire has them. */
export function linesWire(lines: readonly OrderLine[]): JsonObject[] {
  return lines.map(({ product, variant, quantity, priceCents }) => ({
    product_id: product.id,
    sku: product.sku,
    category: product.kind.department,
    subcategory: product.kind.name,
    name: product.name,
    brand: product.brand,
    variant,
    price: amount(priceCents),
    quantity,
  }));
}
