import type { JsonObject } from '../../src/core/index.ts';
import type { CartLine } from '../people/person.ts';
import { SHOP_HOST } from '../world/brands.ts';
import type { Country } from '../world/countries.ts';
import { pictureOf } from '../world/pictures.ts';
import { priceAt } from '../world/prices.ts';
import type { Product } from '../world/products.ts';

/** Cents as the decimal number of the wire. */
export function amount(cents: number): number {
  return cents / 100;
}

/** The picture of a product on the shop's site. */
function imageUrl(product: Product): string {
  return `https://${SHOP_HOST}/pictures/${product.id}.svg`;
}

/** The picture itself, as the catalogue feed has it: the shop's site is invented, and nothing could be loaded from there. */
export function pictureUri(product: Product, seed: number): string {
  const svg = pictureOf(product, seed).trim().replaceAll('"', "'");
  return `data:image/svg+xml,${encodeURIComponent(svg).replaceAll("'", '%27')}`;
}

/** A product as e-commerce events describe it (Segment e-commerce v2). */
export function productWire(product: Product, country: Country, time: number, position?: number): JsonObject {
  const wire = {
    product_id: product.id,
    sku: product.sku,
    category: product.kind.department,
    subcategory: product.kind.name,
    name: product.name,
    brand: product.brand,
    price: priceAt(product, time, country.rate) / 100,
    currency: country.currency,
  };
  return position === undefined ? wire : { ...wire, position };
}

/** A product on its own page. */
export function viewedWire(product: Product, country: Country, time: number, isSoldOut: boolean): JsonObject {
  const price = priceAt(product, time, country.rate) / 100;
  return {
    product_id: product.id,
    sku: product.sku,
    category: product.kind.department,
    subcategory: product.kind.name,
    name: product.name,
    brand: product.brand,
    price,
    value: price,
    currency: country.currency,
    availability: isSoldOut ? 'out of stock' : 'in stock',
    url: `https://${SHOP_HOST}${product.path}`,
    image_url: imageUrl(product),
  };
}

/** A line of a cart or an order. */
export function lineWire(line: CartLine, country: Country, time: number): JsonObject {
  const { product } = line;
  return {
    product_id: product.id,
    sku: product.sku,
    category: product.kind.department,
    subcategory: product.kind.name,
    name: product.name,
    brand: product.brand,
    variant: line.variant,
    price: priceAt(product, time, country.rate) / 100,
    quantity: line.quantity,
  };
}
