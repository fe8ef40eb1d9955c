import { type Event, isObject, type Json, type JsonObject } from '../core/index.ts';
import type { Stated } from './fields.ts';
import { isFault, readFields } from './read-fields.ts';
import { readPlace, type StorePlace } from './read-place.ts';
import { type Fault, readId, readQuantity } from './read-value.ts';

/** The events that change the catalogue; they count on channel `catalogue` alone. */
const CATALOGUE_EVENTS = [
  'Product Updated',
  'Product Removed',
  'Price Changed',
  'Stock Changed',
  'Store Updated',
] as const;
export type CatalogueEventName = (typeof CATALOGUE_EVENTS)[number];

/** One change of the catalogue, read from an event. */
export type CatalogueChange = { readonly time: number } & (
  | {
      readonly kind: 'product';
      readonly product: string;
      readonly fields: Stated;
      readonly attributes: Readonly<Record<string, Json>>;
      /** Undefined where the event says nothing of stock; null where the store has none any more. */
      readonly stock: { readonly store: string; readonly quantity: number | null } | undefined;
    }
  | {
      readonly kind: 'store';
      readonly store: string;
      readonly place: StorePlace;
      readonly attributes: Readonly<Record<string, Json>>;
    }
);

/** Why an event cannot change the catalogue. */
export interface CatalogueRefusal {
  readonly refused: string;
  readonly message: string;
}

const NAMES: ReadonlySet<string> = new Set(CATALOGUE_EVENTS);
/** The store of stock that belongs to none: the warehouse of the web shop. */
export const NO_STORE = '';

/** Whether an event is for the catalogue and not about a person. */
export function isCatalogueEvent(event: Event): boolean {
  return event.channel === 'catalogue' && (NAMES.has(event.name) || event.identities.length === 0);
}

/**
 * Reads an event of the catalogue. Pure. Refused with `catalogue.unknown-event`, `catalogue.without-id`,
 * `catalogue.bad-value` or `catalogue.too-large`; an event is taken whole or not at all.
 */
export function readCatalogueEvent(
  event: Pick<Event, 'name' | 'time' | 'received' | 'properties'>,
): CatalogueChange | CatalogueRefusal {
  const { name, properties } = event;
  // A time in the future would win over every change until then.
  const time = Math.min(event.time, event.received);
  if (!NAMES.has(name))
    return refused('catalogue.unknown-event', `The catalogue takes ${CATALOGUE_EVENTS.join(', ')}.`);
  if (name === 'Store Updated') return readStore(properties, time);
  const product = readId(properties['product_id'] ?? properties['sku']);
  if (product === undefined)
    return refused(
      'catalogue.without-id',
      'Name the product: product_id, at most 300 characters, no control characters.',
    );
  if (name === 'Product Removed')
    return { kind: 'product', time, product, fields: { removed: true }, attributes: {}, stock: undefined };
  const stock = readStock(properties);
  if (stock !== undefined && 'fault' in stock) return badValue(stock);
  const read = readFields(name === 'Stock Changed' ? {} : properties, name === 'Price Changed');
  if (isFault(read)) return badValue(read);
  if (name === 'Stock Changed' && !stock)
    return badValue({ fault: 'quantity', message: 'must say the quantity that is there now' });
  if (name === 'Price Changed' && read.fields.price === undefined)
    return badValue({ fault: 'price', message: 'must say the new price' });
  const fields = name === 'Product Updated' ? { ...read.fields, removed: false } : read.fields;
  return {
    kind: 'product',
    time,
    product,
    fields,
    attributes: read.attributes,
    stock: name === 'Price Changed' ? undefined : stock,
  };
}

function readStore(properties: JsonObject, time: number): CatalogueChange | CatalogueRefusal {
  const store = readId(properties['store_id']);
  if (store === undefined)
    return refused(
      'catalogue.without-id',
      'Name the store: store_id, at most 300 characters, no control characters.',
    );
  const read = readPlace(properties);
  if (isFault(read)) return badValue(read);
  return { kind: 'store', time, store, ...read };
}

function readStock(properties: JsonObject): { store: string; quantity: number | null } | Fault | undefined {
  const given = properties['stock'] ?? properties['quantity'] ?? properties['inventory'];
  const isTakenAway =
    given === undefined && ['stock', 'quantity', 'inventory'].some((key) => properties[key] === null);
  if ((given === undefined && !isTakenAway) || given === '' || isObject(given)) return undefined;
  const quantity = isTakenAway ? null : readQuantity(given as Json);
  if (quantity === undefined) return { fault: 'stock', message: 'must be a number of pieces' };
  const store = properties['store_id'] ?? NO_STORE;
  const id = store === NO_STORE ? NO_STORE : readId(store);
  return id === undefined
    ? { fault: 'store_id', message: 'must be the id of a store' }
    : { store: id, quantity };
}

function badValue({ fault, message }: Fault): CatalogueRefusal {
  return refused('catalogue.bad-value', `${fault} ${message}.`);
}

function refused(code: string, message: string): CatalogueRefusal {
  return { refused: code, message };
}
