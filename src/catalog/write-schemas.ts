import { type Static, Type } from 'typebox';
import type { JsonObject } from '../core/index.ts';
import type { CatalogueOrder } from './write.ts';

const closed = { additionalProperties: false } as const;
const orNull = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Number>>(schema: T) =>
  Type.Optional(Type.Union([schema, Type.Null()]));
const Id = Type.String({ minLength: 1, maxLength: 300 });
const Name = Type.String({ maxLength: 500 });
const Amount = Type.Number({ minimum: 0, description: 'In currency units' });
const Url = Type.String({ maxLength: 2_000, description: 'http(s), or a path that begins with /' });
const Attributes = Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.Unknown()));
const Time = Type.Optional(
  Type.Integer({ minimum: 0, description: 'Since when it is so, ms since the epoch; now, unless said' }),
);

/** What may be said of a product. What is not named stays as it is; null takes a value away. */
const ProductFields = {
  name: orNull(Name),
  description: orNull(Type.String({ maxLength: 16_384 })),
  category: Type.Optional(
    Type.Union([Type.String({ maxLength: 2_000 }), Type.Array(Name, { maxItems: 10 }), Type.Null()], {
      description: 'A path such as "Women > Yoga", or its names',
    }),
  ),
  brand: orNull(Name),
  price: orNull(Amount),
  listPrice: orNull(Amount),
  currency: orNull(Type.String({ pattern: '^[A-Za-z]{3}$', description: 'ISO 4217' })),
  url: orNull(Url),
  image: orNull(Url),
  attributes: Attributes,
  variants: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()), { maxItems: 500 })),
  stock: orNull(Type.Number({ description: 'Pieces that belong to no store' })),
  time: Time,
};
export const ProductBody = Type.Object(ProductFields, closed);
export const NewProduct = Type.Object({ id: Id, ...ProductFields }, closed);

/** How many pieces there are now. */
export const StockBody = Type.Object(
  {
    product: Id,
    store: Type.Optional(Id),
    quantity: Type.Number({ description: 'There now, not the difference' }),
    time: Time,
  },
  closed,
);

/** What a product costs now. */
export const PriceBody = Type.Object(
  {
    product: Id,
    price: Amount,
    listPrice: orNull(Amount),
    currency: ProductFields.currency,
    time: Time,
  },
  closed,
);

/** What may be said of a store. */
export const StoreBody = Type.Object(
  {
    name: orNull(Name),
    address: orNull(Name),
    city: orNull(Name),
    postcode: orNull(Name),
    country: orNull(Name),
    hours: orNull(Type.String({ maxLength: 1_000 })),
    latitude: orNull(Type.Number({ minimum: -90, maximum: 90 })),
    longitude: orNull(Type.Number({ minimum: -180, maximum: 180 })),
    attributes: Attributes,
    time: Time,
  },
  closed,
);

/** The event that says what a body says. */
export function productOrder(id: string, body: Static<typeof ProductBody>): CatalogueOrder {
  const { time, listPrice, image, ...rest } = body;
  const properties = { product_id: id, ...rest, list_price: listPrice, image_url: image };
  return { name: 'Product Updated', properties: properties as JsonObject, time };
}

/** The event that says how many pieces there are. */
export function stockOrder({ product, store, quantity, time }: Static<typeof StockBody>): CatalogueOrder {
  const properties = { product_id: product, quantity, ...(store === undefined ? {} : { store_id: store }) };
  return { name: 'Stock Changed', properties, time };
}

/** The event that says what a product costs. */
export function priceOrder(body: Static<typeof PriceBody>): CatalogueOrder {
  const { product, price, listPrice, currency, time } = body;
  const properties = { product_id: product, price, list_price: listPrice, currency };
  return { name: 'Price Changed', properties: properties as JsonObject, time };
}

/** The event that says what a store is like. */
export function storeOrder(id: string, body: Static<typeof StoreBody>): CatalogueOrder {
  const { time, attributes = {}, ...place } = body;
  const properties = { ...(attributes as JsonObject), ...place, store_id: id };
  return { name: 'Store Updated', properties: properties as JsonObject, time };
}
