import { type Static, Type } from 'typebox';
import { ValueTestFields } from './operators/kinds.ts';
import { TextTest } from './operators/text.ts';
import { Path } from './path.ts';

export { ANYTHING, namesOf } from './event-names.ts';

const EVENT_NAMES_MAX = 50;
const FILTERS_MAX = 20;

const EventName = Type.String({ minLength: 1, maxLength: 256 });

/** What an event says of itself besides its properties and context. */
export const ORIGINS = ['name', 'channel', 'source', 'type'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What the catalogue says of a product now. */
export const CATALOGUE_FIELDS = ['category', 'brand', 'price', 'stock'] as const;
export type CatalogueField = (typeof CATALOGUE_FIELDS)[number];

/** A path of a product line, or `amount`: its price times its quantity (1 where it does not say). */
export const LINE_AMOUNT = 'amount';

const exactlyOneTest = { additionalProperties: false, minProperties: 2, maxProperties: 2 } as const;

/** A test of one value of an event: of its properties, its context, or what it says of itself. */
export const EventFilter = Type.Union([
  Type.Object({ property: Path, ...ValueTestFields }, { ...exactlyOneTest, title: 'Property' }),
  Type.Object({ context: Path, ...ValueTestFields }, { ...exactlyOneTest, title: 'Context' }),
  Type.Object(
    { origin: Type.Enum(ORIGINS), text: TextTest },
    { additionalProperties: false, title: 'Origin' },
  ),
]);
export type EventFilter = Static<typeof EventFilter>;

/** A test of a product line: of what the event said, or of what the catalogue says now of the product. */
export const ProductFilter = Type.Union([
  Type.Object({ product: Path, ...ValueTestFields }, { ...exactlyOneTest, title: 'Product' }),
  Type.Object(
    { catalogue: Type.Enum(CATALOGUE_FIELDS), ...ValueTestFields },
    { ...exactlyOneTest, title: 'Product in the catalogue now' },
  ),
]);
export type ProductFilter = Static<typeof ProductFilter>;

/**
 * Which events count: their name (one of several), what they say, and a product line of which all `products` tests hold.
 * The lines of an event are its `products`; an event about one product (`product_id` or `sku`) is a line itself.
 */
export const Matcher = Type.Object(
  {
    event: Type.Union([EventName, Type.Array(EventName, { minItems: 1, maxItems: EVENT_NAMES_MAX })]),
    where: Type.Optional(Type.Array(EventFilter, { minItems: 1, maxItems: FILTERS_MAX })),
    products: Type.Optional(Type.Array(ProductFilter, { minItems: 1, maxItems: FILTERS_MAX })),
  },
  { additionalProperties: false, title: 'Events' },
);
export type Matcher = Static<typeof Matcher>;

/** Where a measured value stands in an event or in a product line. */
export const ValueField = Type.Union([
  Type.Object({ property: Path }, { additionalProperties: false }),
  Type.Object({ context: Path }, { additionalProperties: false }),
  Type.Object({ origin: Type.Enum(ORIGINS) }, { additionalProperties: false }),
  Type.Object({ product: Path }, { additionalProperties: false }),
]);
export type ValueField = Static<typeof ValueField>;

/** Whether a matcher asks what the catalogue says now, which no event can answer. */
export function asksCatalogue(matcher: Matcher): boolean {
  return matcher.products?.some((filter) => 'catalogue' in filter) ?? false;
}
