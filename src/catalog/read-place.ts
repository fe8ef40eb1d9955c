import type { Json, JsonObject } from '../core/index.ts';
import { attributeFault } from './read-fields.ts';
import { type Fault, readText } from './read-value.ts';

/** What an event says of where a store is; null takes a value away. */
export interface StorePlace {
  readonly name?: string | null;
  readonly address?: string | null;
  readonly city?: string | null;
  readonly postcode?: string | null;
  readonly country?: string | null;
  /** As people write them: "Mo-Fr 9-18". */
  readonly hours?: string | null;
  /** Degrees, WGS 84. */
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

type PlaceField = keyof StorePlace;

const TEXT_CHARACTERS_MAX = 1_000;
const FIELDS: ReadonlyMap<string, PlaceField> = new Map<string, PlaceField>([
  ['name', 'name'],
  ['address', 'address'],
  ['street', 'address'],
  ['city', 'city'],
  ['postcode', 'postcode'],
  ['postal_code', 'postcode'],
  ['zip', 'postcode'],
  ['country', 'country'],
  ['hours', 'hours'],
  ['opening_hours', 'hours'],
  ['latitude', 'latitude'],
  ['lat', 'latitude'],
  ['longitude', 'longitude'],
  ['lon', 'longitude'],
  ['lng', 'longitude'],
]);
const DEGREES_MAX: Readonly<Partial<Record<PlaceField, number>>> = { latitude: 90, longitude: 180 };

/** Reads what an event says of a store. */
export function readPlace(
  properties: JsonObject,
): { place: StorePlace; attributes: Readonly<Record<string, Json>> } | Fault {
  const place: { [name: string]: string | number | null } = {};
  const attributes: [string, Json][] = [];
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === '' || key === 'store_id') continue;
    const field = FIELDS.get(key);
    if (field === undefined) attributes.push([key, value]);
    else {
      const read = value === null ? null : readField(field, value);
      if (read === undefined) return { fault: key, message: messageOf(field) };
      place[field] = read;
    }
  }
  return attributeFault(attributes) ?? { place, attributes: Object.fromEntries(attributes) };
}

function readField(field: PlaceField, value: Json): string | number | undefined {
  const most = DEGREES_MAX[field];
  if (most === undefined) return readText(value, TEXT_CHARACTERS_MAX);
  const degrees = typeof value === 'string' ? Number(value) : value;
  return typeof degrees === 'number' && Math.abs(degrees) <= most ? degrees : undefined;
}

function messageOf(field: PlaceField): string {
  const most = DEGREES_MAX[field];
  return most === undefined
    ? `must be a text of at most ${TEXT_CHARACTERS_MAX} characters`
    : `must be degrees from -${most} to ${most}`;
}
