import { type Event, fromMoney, isObject, type Json, type JsonObject, type Money } from '../core/index.ts';
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
  const json = escapeJson(text);
  return (
    `${frame.place}\t${seconds(event.time)}\t${seconds(event.received)}\t${frame.fragment}\t${frame.person}\t` +
    `${frame.folded.session}\t${field(event.id)}\t${event.type}\t${field(word(event.name, NAME_CHARACTERS_MAX))}\t` +
    `${field(event.source)}\t${event.channel}\t${textArray(frame.keys)}\t` +
    `${field(around.campaign.source)}\t${field(around.campaign.medium)}\t${field(around.campaign.name)}\t` +
    `${field(around.campaign.term)}\t${field(around.campaign.content)}\t${field(around.path)}\t` +
    `${field(around.referrerHost)}\t${around.device}\t${around.platform}\t${field(around.country)}\t` +
    `${field(around.city)}\t${field(word(properties.store_id))}\t${frame.isOrder ? field(orderIdOf(event)) : ''}\t` +
    `${fromMoney(frame.revenue)}\t${field(frame.currency)}\t${products(properties)}\t` +
    `${jsonColumn(properties, json)}\t${json}\t${escapeJson(JSON.stringify(event.context))}\n`
  );
}

/** DateTime64(3) takes seconds with three decimals. */
function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

/** JSON text never holds raw tabs or newlines; only its backslashes need doubling. */
function escapeJson(text: string): string {
  return text.includes('\\') ? text.replaceAll('\\', '\\\\') : text;
}

/** ClickHouse's JSON type refuses what it cannot hold under the typed paths, so such properties go in as text only. */
function jsonColumn(properties: JsonObject, json: string): string {
  return fitsTypedPaths(properties) ? json : escapeJson(JSON.stringify(withoutMisfits(properties)));
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
  return `${textArray(ids)}\t${textArray(categories)}\t${textArray(brands)}\t[${prices.join()}]\t[${quantities.join()}]`;
}

function single(properties: JsonObject): readonly Json[] {
  return properties.product_id !== undefined || properties.sku !== undefined ? [properties] : [];
}

/** Prices beyond what Decimal(18, 4) holds are junk and count as 0. */
function finite(value: Json | undefined): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) && Math.abs(number) < 1e13 ? Math.round(number * 10_000) / 10_000 : 0;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: tabs and newlines are what must be found.
const SPECIAL = /[\\\t\n\r\0]/;

function field(text: string): string {
  return SPECIAL.test(text) ? escapeField(text) : text;
}

function escapeField(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\0', '\\0');
}

function textArray(texts: readonly string[]): string {
  if (texts.length === 0) return '[]';
  return `[${texts.map((text) => `'${field(text).replaceAll("'", "\\'")}'`).join()}]`;
}
