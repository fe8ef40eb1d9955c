import { isObject, type Json, type JsonObject } from '../json.ts';
import type { PlacedEvent } from './person.fixture.ts';

const TEXT_PATHS = ['product_id', 'sku', 'name', 'category', 'brand', 'variant', 'coupon'];
const NUMBER_PATHS = ['price', 'quantity', 'value'];
const PRODUCTS_MAX = 500;

/** An event as profile/fact.ts writes it into table `events`: core may not look up to it, so what matters is said again. */
export function warehouseRow(event: PlacedEvent, person: number): object {
  const { place, id, type, name, source, channel, time, received, properties, context } = event;
  const lines = linesOf(properties);
  return {
    ...{ place, id, type, name, source, channel, person, fragment: person * 10 + (place % 3) },
    time: (time / 1000).toFixed(3),
    received: (received / 1000).toFixed(3),
    product_ids: lines.map((line) => word(line.product_id) || word(line.sku)),
    product_categories: lines.map((line) => word(line.category)),
    product_brands: lines.map((line) => word(line.brand)),
    properties: fitting(properties),
    properties_text: JSON.stringify(properties),
    context_text: JSON.stringify(context),
  };
}

function linesOf(properties: JsonObject): readonly JsonObject[] {
  const { products, product_id: id, sku } = properties;
  const lines = Array.isArray(products)
    ? products
    : id !== undefined || sku !== undefined
      ? [properties]
      : [];
  return lines.slice(0, PRODUCTS_MAX).filter(isObject);
}

function word(value: Json | undefined): string {
  return typeof value === 'string' ? value.slice(0, 256) : typeof value === 'number' ? String(value) : '';
}

/** Typed paths of the JSON column refuse what does not fit them: it is converted, or left out. */
function fitting(properties: JsonObject): JsonObject {
  const kept: { [key: string]: Json | undefined } = { ...properties };
  for (const path of TEXT_PATHS) {
    const value = kept[path];
    if (typeof value === 'number' || typeof value === 'boolean') kept[path] = String(value);
    else if (typeof value !== 'string') delete kept[path];
  }
  for (const path of NUMBER_PATHS) {
    const value = kept[path];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) kept[path] = number;
    else delete kept[path];
  }
  return kept;
}
