import { isObject, type Json, type JsonObject } from '../core/index.ts';
import { isCurrency } from './currencies.ts';
import type { ProductFields, Stated } from './fields.ts';
import { type Fault, readPicture, readPrice, readText, readUrl } from './read-value.ts';

const CATEGORY_DEPTH_MAX = 10;
const VARIANTS_MAX = 500;
const NAME_CHARACTERS_MAX = 500;
const TEXT_CHARACTERS_MAX = 16_384;
const ATTRIBUTE_CHARACTERS_MAX = 4_000;
const ATTRIBUTE_NAME_MAX = 100;

type Read = (value: Json) => unknown;
type FieldReading = readonly [field: keyof ProductFields, read: Read, message: string];

const url: FieldReading = ['url', readUrl, 'must be an http(s) address or a path that begins with /'];
const image: FieldReading = [
  'image',
  readPicture,
  'must be an http(s) address, a path that begins with /, or a small picture as data:image/…',
];
const listPrice: FieldReading = ['listPrice', readPrice, 'must be an amount of 0 or more'];
const name = (field: 'name' | 'brand'): FieldReading => [
  field,
  (value) => readText(value, NAME_CHARACTERS_MAX),
  `must be a text of at most ${NAME_CHARACTERS_MAX} characters`,
];

/** The properties of an event that are fields; every other one is an attribute. */
const FIELDS: ReadonlyMap<string, FieldReading> = new Map<string, FieldReading>([
  ['name', name('name')],
  ['title', name('name')],
  ['brand', name('brand')],
  [
    'description',
    [
      'description',
      (value) => readText(value, TEXT_CHARACTERS_MAX),
      `must be a text of at most ${TEXT_CHARACTERS_MAX} characters`,
    ],
  ],
  ['category', ['category', readCategory, 'must be a path such as "Women > Yoga", or a list of names']],
  ['price', ['price', readPrice, 'must be an amount of 0 or more']],
  ['list_price', listPrice],
  ['compare_at_price', listPrice],
  ['currency', ['currency', readCurrency, 'must be a code of ISO 4217 such as EUR']],
  ['url', url],
  ['image_url', image],
  ['image', image],
  [
    'variants',
    ['variants', readVariants, `must be a list of at most ${VARIANTS_MAX} objects, each with an id`],
  ],
]);
const PRICE_FIELDS: ReadonlySet<string> = new Set(['price', 'list_price', 'compare_at_price', 'currency']);
/** Said elsewhere, or nothing of a product. */
const NOT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'product_id',
  'sku',
  'store_id',
  'stock',
  'quantity',
  'inventory',
]);

/** The fields and attributes that an event states. */
export interface FieldsRead {
  readonly fields: Stated;
  readonly attributes: Readonly<Record<string, Json>>;
}

/** Reads what an event states of a product; a fault when one of the values cannot be taken. */
export function readFields(properties: JsonObject, onlyPrices: boolean): FieldsRead | Fault {
  const fields: { [name: string]: unknown } = {};
  const attributes: [string, Json][] = [];
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === '' || (onlyPrices && !PRICE_FIELDS.has(key))) continue;
    const reading = FIELDS.get(key);
    if (reading) {
      const [field, read, message] = reading;
      const known = value === null ? null : read(value);
      if (known === undefined) return { fault: key, message };
      fields[field] = known;
    } else if (key === 'attributes' && isObject(value)) {
      attributes.push(...Object.entries(value as Record<string, Json>));
    } else if (!NOT_ATTRIBUTES.has(key)) attributes.push([key, value]);
  }
  return (
    attributeFault(attributes) ?? { fields: fields as Stated, attributes: Object.fromEntries(attributes) }
  );
}

/** Whether reading ended with a fault. */
export function isFault<T extends object>(read: T | Fault): read is Fault {
  return 'fault' in read;
}

/** The first attribute that is too long to be kept. */
export function attributeFault(attributes: readonly (readonly [string, Json])[]): Fault | undefined {
  for (const [key, value] of attributes) {
    if (key.length > ATTRIBUTE_NAME_MAX || key === '__proto__')
      return { fault: 'attributes', message: `must have names of at most ${ATTRIBUTE_NAME_MAX} characters` };
    const length = typeof value === 'string' ? value.length : JSON.stringify(value).length;
    if (length > ATTRIBUTE_CHARACTERS_MAX)
      return { fault: key, message: `must have at most ${ATTRIBUTE_CHARACTERS_MAX} characters` };
  }
  return undefined;
}

/** A path as feeds write it: `Women > Yoga`, `Women/Yoga`, or a list. */
export function readCategory(value: Json): readonly string[] | undefined {
  const parts: readonly Json[] =
    typeof value === 'string'
      ? value.split(value.includes('>') ? '>' : '/')
      : Array.isArray(value)
        ? value
        : [];
  const names = parts.map((part) => readText(part, NAME_CHARACTERS_MAX));
  const isPath = names.length <= CATEGORY_DEPTH_MAX && names.every((part) => part !== undefined);
  const path = names.filter((part) => part !== undefined && part !== '') as string[];
  return isPath && path.length > 0 ? path : undefined;
}

function readCurrency(value: Json): string | undefined {
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  return isCurrency(code) ? code : undefined;
}

function readVariants(value: Json): readonly JsonObject[] | undefined {
  if (!Array.isArray(value) || value.length > VARIANTS_MAX) return undefined;
  return value.every((each) => isObject(each) && readText(each['id'] ?? null, NAME_CHARACTERS_MAX))
    ? (value as readonly JsonObject[])
    : undefined;
}
