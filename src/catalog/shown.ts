import { type Static, Type } from 'typebox';
import { fromMoney, type Json } from '../core/index.ts';
import { NO_STORE } from './change.ts';
import { present } from './latest.ts';
import { fieldsOf, type Product, totalOf } from './product.ts';
import type { Store } from './store.ts';

const Amount = Type.Number({ description: 'In currency units' });
const Moment = Type.Integer({ description: 'ms since the epoch' });
const Attributes = Type.Record(Type.String(), Type.Unknown(), {
  description: 'What else the feed says, by the name it says it under',
});

/** A product in a list. */
export const ProductSchema = Type.Object({
  id: Type.String(),
  name: Type.Optional(Type.String()),
  category: Type.Optional(Type.Array(Type.String(), { description: 'From the widest to the narrowest' })),
  brand: Type.Optional(Type.String()),
  price: Type.Optional(Amount),
  listPrice: Type.Optional(Amount),
  currency: Type.Optional(Type.String({ description: 'ISO 4217' })),
  url: Type.Optional(Type.String()),
  image: Type.Optional(Type.String()),
  stock: Type.Optional(Type.Number({ description: 'In all stores; absent where nobody said' })),
  removed: Type.Boolean({ description: 'Not sold any more; kept because people bought it' }),
});

/** A product with everything that is known of it. */
export const ProductDetailSchema = Type.Object({
  ...ProductSchema.properties,
  description: Type.Optional(Type.String()),
  attributes: Attributes,
  variants: Type.Array(Type.Record(Type.String(), Type.Unknown())),
  stores: Type.Array(
    Type.Object({
      store: Type.String({ description: 'Empty for stock that belongs to no store' }),
      quantity: Type.Number(),
      at: Moment,
    }),
  ),
  prices: Type.Array(
    Type.Object({
      from: Moment,
      to: Type.Integer({ description: 'The last time that this price was stated' }),
      price: Amount,
      listPrice: Type.Optional(Amount),
      currency: Type.Optional(Type.String()),
    }),
    { description: 'The newest 50 prices, oldest first; the warehouse has all' },
  ),
  stocks: Type.Array(Type.Object({ from: Moment, to: Moment, quantity: Type.Number() }), {
    description: 'The newest 50 totals over all stores, oldest first; the warehouse has all',
  }),
});

/** A branch where people can go. */
export const StoreSchema = Type.Object({
  id: Type.String(),
  name: Type.Optional(Type.String()),
  address: Type.Optional(Type.String()),
  city: Type.Optional(Type.String()),
  postcode: Type.Optional(Type.String()),
  country: Type.Optional(Type.String()),
  hours: Type.Optional(Type.String({ description: 'Opening hours, as people write them' })),
  latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  attributes: Attributes,
});

/** A product as a list shows it. */
export function showProduct(product: Product): Static<typeof ProductSchema> {
  const { description: _, variants: __, removed = false, ...fields } = fieldsOf(product);
  const { price, listPrice, category, ...rest } = fields;
  return {
    id: product.id,
    ...rest,
    ...(category ? { category: [...category] } : {}),
    ...(price === undefined ? {} : { price: fromMoney(price) }),
    ...(listPrice === undefined ? {} : { listPrice: fromMoney(listPrice) }),
    ...(product.stock.size > 0 ? { stock: totalOf(product) } : {}),
    removed,
  };
}

/** A product with its history. */
export function showDetail(product: Product): Static<typeof ProductDetailSchema> {
  const { description, variants = [] } = fieldsOf(product);
  return {
    ...showProduct(product),
    ...(description === undefined ? {} : { description }),
    attributes: present(product.attributes),
    variants: variants.map((variant) => ({ ...variant })),
    stores: [...product.stock]
      .filter(([, { quantity }]) => quantity !== null)
      .map(([store, { quantity, time }]) => ({ store, quantity: quantity!, at: time }))
      .sort((a, b) => (a.store === NO_STORE || a.store < b.store ? -1 : 1)),
    prices: product.prices.map(([from, to, { price, listPrice, currency }]) => ({
      from,
      to,
      price: fromMoney(price),
      ...(listPrice === undefined ? {} : { listPrice: fromMoney(listPrice) }),
      ...(currency === undefined ? {} : { currency }),
    })),
    stocks: product.stockRuns.map(([from, to, quantity]) => ({ from, to, quantity })),
  };
}

/** A store as it is shown. */
export function showStore(store: Store): Static<typeof StoreSchema> {
  const place = present(store.place) as Record<string, Json> & object;
  return { id: store.id, ...place, attributes: present(store.attributes) };
}
