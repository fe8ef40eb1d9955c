import { type Event, fromMoney, isObject, type Json, type JsonObject, type Money } from '../core/index.ts';
import { tsv, tsvJson, tsvNumbers, tsvTexts, tsvTime } from '../engine/warehouse/index.ts';
import type { Folded } from './fold.ts';
import { orderIdOf, quantityOf } from './order.ts';
import { surroundingsOf, word } from './surroundings.ts';

/** The columns of table `events` in the order in which `factLine` writes them. */
export const FACT_COLUMNS = [
  'place',
  'time',
  'received',
  'fragment',
  'person',
  'session',
  'id',
  'type',
  'name',
  'source',
  'channel',
  'identities',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'path',
  'referrer_host',
  'device',
  'platform',
  'country',
  'city',
  'store',
  'order_id',
  'revenue',
  'currency',
  'product_ids',
  'product_categories',
  'product_brands',
  'product_prices',
  'product_quantities',
  'properties',
  'properties_text',
  'context_text',
] as const;

/** What the fold knows of an event beyond the event itself. */
export interface FactFrame {
  readonly place: number;
  readonly person: number;
  readonly fragment: number;
  readonly folded: Folded;
  /** What this event changed in net revenue; 0 when it is not about an order or the order was counted before. */
  readonly revenue: Money;
  readonly isOrder: boolean;
  readonly currency: string;
  readonly keys: readonly string[];
}

const PRODUCTS_MAX = 500;
const NAME_CHARACTERS_MAX = 256;

/** One event as a line of TabSeparated text for table `events` (ClickHouse format documentation), newline included. */
export function factLine(event: Event, frame: FactFrame): string {
  const { properties } = event;
  const around = surroundingsOf(event);
  const text = JSON.stringify(properties);
  const json = tsvJson(text);
  return (
    `${frame.place}\t${tsvTime(event.time)}\t${tsvTime(event.received)}\t${frame.fragment}\t${frame.person}\t` +
    `${frame.folded.session}\t${tsv(event.id)}\t${event.type}\t${tsv(word(event.name, NAME_CHARACTERS_MAX))}\t` +
    `${tsv(event.source)}\t${event.channel}\t${tsvTexts(frame.keys)}\t` +
    `${tsv(around.campaign.source)}\t${tsv(around.campaign.medium)}\t${tsv(around.campaign.name)}\t` +
    `${tsv(around.campaign.term)}\t${tsv(around.campaign.content)}\t${tsv(around.path)}\t` +
    `${tsv(around.referrerHost)}\t${around.device}\t${around.platform}\t${tsv(around.country)}\t` +
    `${tsv(around.city)}\t${tsv(word(properties.store_id))}\t${frame.isOrder ? tsv(orderIdOf(event)) : ''}\t` +
    `${fromMoney(frame.revenue)}\t${tsv(frame.currency)}\t${products(properties)}\t` +
    `${jsonColumn(properties, json)}\t${json}\t${tsvJson(JSON.stringify(event.context))}\n`
  );
}

/** ClickHouse's JSON type refuses what it cannot hold under the typed paths, so such properties go in as text only. */
function jsonColumn(properties: JsonObject, json: string): string {
  return fitsTypedPaths(properties) ? json : tsvJson(JSON.stringify(withoutMisfits(properties)));
}

const TEXT_PATHS = [
  'product_id',
  'sku',
  'name',
  'category',
  'brand',
  'variant',
  'query',
  'list_id',
  'cart_id',
  'checkout_id',
  'coupon',
  'promotion_id',
] as const;
const NUMBER_PATHS = ['price', 'quantity', 'value'] as const;

function fitsTypedPaths(properties: JsonObject): boolean {
  for (const path of TEXT_PATHS) {
    const value = properties[path];
    if (value !== undefined && typeof value !== 'string') return false;
  }
  for (const path of NUMBER_PATHS) {
    const value = properties[path];
    if (value !== undefined && typeof value !== 'number') return false;
  }
  return true;
}

function withoutMisfits(properties: JsonObject): JsonObject {
  const fitting: { [key: string]: Json | undefined } = { ...properties };
  for (const path of TEXT_PATHS) {
    const value = fitting[path];
    if (typeof value === 'number' || typeof value === 'boolean') fitting[path] = String(value);
    else if (typeof value !== 'string') delete fitting[path];
  }
  for (const path of NUMBER_PATHS) {
    const number = Number(fitting[path] ?? Number.NaN);
    if (Number.isFinite(number)) fitting[path] = number;
    else delete fitting[path];
  }
  return fitting;
}

/** The products of an event, five arrays of the same length; an event about one product has arrays of one. */
function products(properties: JsonObject): string {
  const list = Array.isArray(properties.products) ? properties.products : single(properties);
  if (list.length === 0) return '[]\t[]\t[]\t[]\t[]';
  const ids: string[] = [];
  const categories: string[] = [];
  const brands: string[] = [];
  const prices: number[] = [];
  const quantities: number[] = [];
  for (const product of list.slice(0, PRODUCTS_MAX)) {
    if (!isObject(product)) continue;
    ids.push(word(product.product_id) || word(product.sku));
    categories.push(word(product.category));
    brands.push(word(product.brand));
    prices.push(finite(product.price));
    quantities.push(quantityOf(product));
  }
  return `${tsvTexts(ids)}\t${tsvTexts(categories)}\t${tsvTexts(brands)}\t${tsvNumbers(prices)}\t${tsvNumbers(quantities)}`;
}

function single(properties: JsonObject): readonly Json[] {
  return properties.product_id !== undefined || properties.sku !== undefined ? [properties] : [];
}

/** Prices beyond what Decimal(18, 4) holds are junk and count as 0. */
function finite(value: Json | undefined): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) && Math.abs(number) < 1e13 ? Math.round(number * 10_000) / 10_000 : 0;
}
