import {
  type Event,
  fromMoney,
  isObject,
  type Json,
  type JsonObject,
  type Money,
  toMoney,
} from '../core/index.ts';
import { tsv, tsvJson, tsvText, tsvTexts, tsvTime } from '../engine/warehouse/index.ts';
import type { Folded } from './fold.ts';
import { jsonColumn } from './json-column.ts';
import { orderIdOf, quantityOf } from './order.ts';
import { type Surroundings, surroundingsOf, word } from './surroundings.ts';
import type { Machine } from './user-agent.ts';

/** The columns of table `events` in the order in which `factLine` writes them. */
export const FACT_COLUMNS = [
  'place',
  'derived',
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
  'browser',
  'country',
  'city',
  'store',
  'order_id',
  'revenue',
  'order_count',
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
  /** 0 for an event itself; what follows from it within the program has its place and a number. */
  readonly derived?: number;
  readonly person: number;
  readonly fragment: number;
  readonly folded: Folded;
  /** What this event changed in net revenue; 0 when it is not about an order or the order was counted before. */
  readonly revenue: Money;
  /** What it changed in the number of orders: 1, 0 or -1. */
  readonly orderCount: number;
  readonly isOrder: boolean;
  readonly currency: string;
  readonly keys: readonly string[];
  /** Reads User-Agents; whoever writes many lines gives one that remembers. */
  readonly readAgent?: ((agent: string) => Machine) | undefined;
}

/** What the fold knows of an event of the program itself. */
type PlainFrame = Pick<FactFrame, 'place' | 'derived' | 'person' | 'fragment' | 'folded'>;

const PRODUCTS_MAX = 500;
const NO_PRODUCTS = '[]\t[]\t[]\t[]\t[]';
const NAME_CHARACTERS_MAX = 256;
/** ClickHouse reads seconds since the epoch of nine (March 1973) and ten digits (November 2286). */
const TIME_MIN = 100_000_000_000;
const TIME_MAX = 9_999_999_999_999;

/** One event as a line of TabSeparated text for table `events` (ClickHouse format documentation), newline included. */
export function factLine(event: Event, frame: FactFrame): string {
  const { properties } = event;
  return (
    `${headOf(event, frame)}\t${tsvTexts(frame.keys)}\t${whereabouts(surroundingsOf(event, frame.readAgent))}\t` +
    `${tsv(word(properties.store_id))}\t${frame.isOrder ? tsv(orderIdOf(event)) : ''}\t` +
    `${amount(frame.revenue)}\t${frame.orderCount}\t${tsv(frame.currency)}\t${products(properties)}\t` +
    `${propertiesOf(event)}\t${tsvJson(JSON.stringify(event.context))}\n`
  );
}

/** The line of an event of the program itself, which has no surroundings and is about no product, order or store. */
export function plainLine(event: Event, frame: PlainFrame): string {
  return `${headOf(event, frame)}${PLAIN_COLUMNS}${propertiesOf(event)}\t{}\n`;
}

function headOf(event: Event, { place, derived = 0, fragment, person, folded }: PlainFrame): string {
  return (
    `${place}\t${derived}\t${moment(event.time)}\t${moment(event.received)}\t${fragment}\t${person}\t` +
    `${folded.session}\t${tsv(event.id)}\t${event.type}\t${tsv(word(event.name, NAME_CHARACTERS_MAX))}\t` +
    `${tsv(event.source)}\t${event.channel}`
  );
}

function propertiesOf({ properties }: Event): string {
  const text = JSON.stringify(properties);
  const column = jsonColumn(properties, text);
  // \N: the table makes column properties of properties_text, which saves sending the same text twice.
  return `${column === text ? '\\N' : tsvJson(column)}\t${tsvJson(text)}`;
}

function whereabouts(around: Surroundings): string {
  const { campaign } = around;
  return (
    `${tsv(campaign.source)}\t${tsv(campaign.medium)}\t${tsv(campaign.name)}\t${tsv(campaign.term)}\t` +
    `${tsv(campaign.content)}\t${tsv(around.path)}\t${tsv(around.referrerHost)}\t` +
    `${around.device}\t${around.platform}\t${around.browser}\t${tsv(around.country)}\t${tsv(around.city)}`
  );
}

/** The columns between the head and the properties of an event without surroundings, products and order. */
const PLAIN_COLUMNS = `\t[]\t${whereabouts(surroundingsOf({ context: {}, properties: {} }))}\t\t\t0\t0\t\t${NO_PRODUCTS}\t`;

/** The products of an event, five arrays of the same length; an event about one product has arrays of one. */
function products(properties: JsonObject): string {
  const list = properties.products;
  if (!Array.isArray(list)) {
    const isOne = properties.product_id !== undefined || properties.sku !== undefined;
    return isOne ? columnsOf([properties]) : NO_PRODUCTS;
  }
  return list.length === 0 ? NO_PRODUCTS : columnsOf(list.slice(0, PRODUCTS_MAX));
}

function columnsOf(list: readonly Json[]): string {
  // Texts that grow: five arrays and their joining cost three times as much.
  let ids = '';
  let categories = '';
  let brands = '';
  let prices = '';
  let quantities = '';
  let comma = '';
  for (const product of list) {
    if (!isObject(product)) continue;
    ids += `${comma}${tsvText(word(product.product_id) || word(product.sku))}`;
    categories += `${comma}${tsvText(word(product.category))}`;
    brands += `${comma}${tsvText(word(product.brand))}`;
    prices += `${comma}${price(product.price)}`;
    quantities += `${comma}${quantityOf(product)}`;
    comma = ',';
  }
  return `[${ids}]\t[${categories}]\t[${brands}]\t[${prices}]\t[${quantities}]`;
}

/** A price in currency units; what is no amount of money counts as 0. */
function price(value: Json | undefined): number {
  return fromMoney(toMoney(value) ?? 0);
}

/** Net revenue in currency units. Beyond the safe integers it is junk, and Decimal(18, 4) would refuse the row. */
function amount(revenue: Money): number {
  if (!Number.isFinite(revenue)) return 0;
  return fromMoney(Math.max(-Number.MAX_SAFE_INTEGER, Math.min(revenue, Number.MAX_SAFE_INTEGER)));
}

/** A time that ClickHouse reads: a machine whose clock was lost would write times that it refuses. */
function moment(time: number): string {
  return tsvTime(Math.max(TIME_MIN, Math.min(time, TIME_MAX)));
}
