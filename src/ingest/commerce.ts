import type { Json, JsonObject } from '../core/index.ts';
import { isObject, overlay } from '../core/index.ts';

/** The two words of each commerce event of the Segment e-commerce specification v2: what, and what happened to it. */
const COMMERCE_EVENTS: readonly (readonly [object: string, action: string])[] = [
  ['Products', 'Searched'],
  ['Product List', 'Viewed'],
  ['Product List', 'Filtered'],
  ['Promotion', 'Viewed'],
  ['Promotion', 'Clicked'],
  ['Product', 'Clicked'],
  ['Product', 'Viewed'],
  ['Product', 'Added'],
  ['Product', 'Removed'],
  ['Cart', 'Viewed'],
  ['Checkout', 'Started'],
  ['Checkout Step', 'Viewed'],
  ['Checkout Step', 'Completed'],
  ['Payment Info', 'Entered'],
  ['Order', 'Updated'],
  ['Order', 'Completed'],
  ['Order', 'Refunded'],
  ['Order', 'Cancelled'],
  ['Coupon', 'Entered'],
  ['Coupon', 'Applied'],
  ['Coupon', 'Denied'],
  ['Coupon', 'Removed'],
  ['Product', 'Shared'],
  ['Cart', 'Shared'],
  ['Product', 'Reviewed'],
];

/** Names of v1 that do not follow from turning the two words around. */
const ODD_NAMES: readonly (readonly [alias: string, name: string])[] = [
  ['Viewed Product Category', 'Product List Viewed'],
  ['Product Category Viewed', 'Product List Viewed'],
  ['Searched Product', 'Products Searched'],
  ['Added Product to Wishlist', 'Product Added to Wishlist'],
  ['Removed Product from Wishlist', 'Product Removed from Wishlist'],
  ['Wishlisted Product Added to Cart', 'Wishlist Product Added to Cart'],
  ['Added Payment Info', 'Payment Info Entered'],
  ['Order Canceled', 'Order Cancelled'],
  ['Canceled Order', 'Order Cancelled'],
];

/** v1 wrote ids of products and orders differently: `id`, `orderId`. */
const V1_KEYS: readonly (readonly [v1: string, v2: string])[] = [
  ['orderId', 'order_id'],
  ['productId', 'product_id'],
  ['promotionId', 'promotion_id'],
];

/** Written names by their v2 name: v1 order, lower case, snake case, camel case. */
const NAMES: ReadonlyMap<string, string> = new Map(
  [
    ...COMMERCE_EVENTS.flatMap(([object, action]) => [
      [`${object} ${action}`, `${object} ${action}`] as const,
      [`${action} ${object}`, `${object} ${action}`] as const,
    ]),
    ...ODD_NAMES,
  ].flatMap(([written, name]) => spellings(written).map((spelling) => [spelling, name] as const)),
);

/** The v2 name of a commerce event however a client spells it (`Viewed Product`, `product_viewed`); others stay as they are. */
export function commerceName(written: string): string {
  return NAMES.get(written) ?? written;
}

/** Properties of a v1 event with the keys of v2 beside them. Copies only what it changes. */
export function commerceProperties(name: string, properties: JsonObject): JsonObject {
  const products = properties['products'];
  const isAboutProduct = name.startsWith('Product ');
  const isAboutOrder = name.startsWith('Order ') || name.startsWith('Checkout ');
  const more: Record<string, Json> = {};
  for (const [v1, v2] of V1_KEYS) addKey(more, properties, v1, v2);
  if (isAboutProduct) addKey(more, properties, 'id', 'product_id');
  if (isAboutOrder) addKey(more, properties, 'id', 'order_id');
  if (Array.isArray(products)) more['products'] = (products as readonly Json[]).map(productOf);
  return Object.keys(more).length === 0 ? properties : overlay(properties, more);
}

function productOf(product: Json): Json {
  if (!isObject(product)) return product;
  const more: Record<string, Json> = {};
  addKey(more, product, 'productId', 'product_id');
  addKey(more, product, 'id', 'product_id');
  return Object.keys(more).length === 0 ? product : overlay(product, more);
}

function addKey(target: Record<string, Json>, from: JsonObject, v1: string, v2: string): void {
  const value = from[v1];
  if (value !== undefined && from[v2] === undefined && target[v2] === undefined) target[v2] = value;
}

function spellings(name: string): string[] {
  const lower = name.toLowerCase();
  const camel = name.replaceAll(' ', '');
  return [name, lower, lower.replaceAll(' ', '_'), camel, camel.charAt(0).toLowerCase() + camel.slice(1)];
}
