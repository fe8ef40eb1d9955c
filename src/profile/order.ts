import {
  type Channel,
  type Event,
  fromMoney,
  isObject,
  type JsonObject,
  type Money,
  own,
  toMoney,
} from '../core/index.ts';
import { countryOf, word } from './surroundings.ts';

/** When and where something about an order was reported: the dimensions that its money has in the warehouse. */
export interface Spot {
  /** Event time (ms). */
  readonly time: number;
  readonly channel: Channel;
  readonly source: string;
  readonly country?: string;
  readonly store?: string;
}

/** Money given back. */
export interface Refund extends Spot {
  amount: Money;
}

/** What is known of one order, from all events about it in any order. Plain data; amounts in ten-thousandths. */
export interface Order {
  /** The earliest `Order Completed`; not there when only other events came so far. */
  placed?: Spot;
  amount: Money;
  /** Event time of the statement that `amount` comes from. */
  amountTime: number;
  currency: string;
  units: number;
  /** Event time of the statement that `units` comes from. */
  unitsTime: number;
  refunds?: Refund[];
  /** The earliest refund that says no amount: it gives back everything. */
  returned?: Spot;
  /** The earliest cancellation. */
  cancelled?: Spot;
}

export interface Orders {
  [orderId: string]: Order;
}

const ORDER_ID_CHARACTERS_MAX = 128;
/** Refunds of one order kept one by one; what comes after them is added to the last. */
const REFUNDS_MAX = 50;
/** Units of one product in one order. */
const QUANTITY_MAX = 10_000_000;

const ORDER_EVENTS: ReadonlySet<string> = new Set([
  'Order Completed',
  'Order Updated',
  'Order Refunded',
  'Order Cancelled',
]);

/** Whether the event is about an order. */
export function isOrderEvent(event: Event): boolean {
  return ORDER_EVENTS.has(event.name);
}

/** The order's id: as sent, else the event's own. */
export function orderIdOf(event: Event): string {
  const id = event.properties.order_id ?? event.properties.orderId;
  const text = typeof id === 'string' || typeof id === 'number' ? String(id) : event.id;
  if (text === '__proto__') return `${text} `;
  // Characters that JSON writes as six: with them orders would take more room than a state has.
  return text.slice(0, ORDER_ID_CHARACTERS_MAX).replace(/[\p{Cc}\p{Cs}]/gu, ' ');
}

/**
 * What an order is worth: revenue (without tax and shipping, Segment e-commerce v2), else total, else value, else the
 * sum over its products. Undefined when the event says nothing about it.
 */
function amountOf(properties: JsonObject): Money | undefined {
  const stated = toMoney(properties.revenue) ?? toMoney(properties.total) ?? toMoney(properties.value);
  if (stated !== undefined) return stated;
  if (!Array.isArray(properties.products)) return undefined;
  let sum = 0;
  for (const product of properties.products) {
    if (isObject(product)) sum += Math.round((toMoney(product.price) ?? 0) * quantityOf(product));
  }
  return toMoney(fromMoney(sum));
}

/** How many units of a product; 1 when it does not say, or says what no shop can mean. */
export function quantityOf(product: JsonObject): number {
  const given = product.quantity;
  if (typeof given !== 'number' && (typeof given !== 'string' || given.trim() === '')) return 1;
  const quantity = Number(given);
  return Math.abs(quantity) <= QUANTITY_MAX ? quantity : 1;
}

/** Folds an order event in. Any order of arrival ends alike. */
export function noteOrder(orders: Orders, event: Event, currency: string): void {
  const id = orderIdOf(event);
  let order = own(orders, id);
  if (!order) {
    order = { amount: 0, amountTime: -1, currency, units: 0, unitsTime: -1 };
    orders[id] = order;
  }
  switch (event.name) {
    case 'Order Completed':
      noteAmount(order, event, currency);
      order.placed = earlier(order.placed, spotOf(event));
      break;
    case 'Order Updated':
      noteAmount(order, event, currency);
      break;
    case 'Order Refunded':
      noteRefund(order, event);
      break;
    case 'Order Cancelled':
      order.cancelled = earlier(order.cancelled, spotOf(event));
      break;
  }
}

/** When and where an event about an order happened. */
export function spotOf(event: Event): Spot {
  const country = countryOf(event);
  const store = word(event.properties.store_id);
  return {
    time: event.time,
    channel: event.channel,
    source: event.source,
    ...(country !== '' && { country }),
    ...(store !== '' && { store }),
  };
}

function noteRefund(order: Order, event: Event): void {
  const { properties } = event;
  const stated = toMoney(properties.revenue) ?? toMoney(properties.total) ?? toMoney(properties.value);
  if (stated === undefined && !Array.isArray(properties.products)) {
    order.returned = earlier(order.returned, spotOf(event));
    return;
  }
  const amount = Math.abs(stated ?? amountOf(properties) ?? 0);
  order.refunds = addRefunds(order.refunds, [{ ...spotOf(event), amount }]);
}

function addRefunds(refunds: readonly Refund[] = [], more: readonly Refund[] = []): Refund[] {
  const all = [...refunds, ...more];
  if (all.length <= REFUNDS_MAX) return all;
  const rest = all.splice(REFUNDS_MAX).reduce((sum, { amount }) => sum + amount, 0);
  const last = all[REFUNDS_MAX - 1]!;
  all[REFUNDS_MAX - 1] = { ...last, amount: last.amount + rest };
  return all;
}

/** What an event says of the amount and the units; the newest statement of each counts. */
function noteAmount(order: Order, event: Event, currency: string): void {
  const { properties, time } = event;
  const amount = amountOf(properties);
  const stated = typeof properties.currency === 'string' ? properties.currency.slice(0, 3) : currency;
  if (amount !== undefined) keepAmount(order, { amount, amountTime: time, currency: stated });
  if (!Array.isArray(properties.products)) return;
  let units = 0;
  for (const product of properties.products) if (isObject(product)) units += quantityOf(product);
  keepUnits(order, { units, unitsTime: time });
}

// At the same moment the greater statement counts, so that any order of arrival ends alike.

function keepAmount(order: Order, other: Pick<Order, 'amount' | 'amountTime' | 'currency'>): void {
  if (other.amountTime < order.amountTime) return;
  if (other.amountTime === order.amountTime) {
    if (other.amount < order.amount) return;
    if (other.amount === order.amount && other.currency < order.currency) return;
  }
  order.amount = other.amount;
  order.amountTime = other.amountTime;
  order.currency = other.currency;
}

function keepUnits(order: Order, other: Pick<Order, 'units' | 'unitsTime'>): void {
  if (other.unitsTime < order.unitsTime) return;
  if (other.unitsTime === order.unitsTime && other.units < order.units) return;
  order.units = other.units;
  order.unitsTime = other.unitsTime;
}

/** The earlier of two reports; at the same moment the smaller source, so that any order of arrival ends alike. */
export function earlier(a: Spot | undefined, b: Spot): Spot;
export function earlier(a: Spot | undefined, b: Spot | undefined): Spot | undefined;
export function earlier(a: Spot | undefined, b: Spot | undefined): Spot | undefined {
  if (!a || !b) return a ?? b;
  if (a.time !== b.time) return a.time < b.time ? a : b;
  return b.source < a.source ? b : a;
}

/** What was given back of an order that is neither cancelled nor given back as a whole. */
export function refundedOf(order: Order): Money {
  return order.refunds?.reduce((sum, { amount }) => sum + amount, 0) ?? 0;
}

/** What is left of an order's amount after refunds; nothing of a cancelled one. */
export function netOf(order: Order): Money {
  return order.cancelled || order.returned ? 0 : order.amount - refundedOf(order);
}

/** Several holders' knowledge of the same order as one. */
export function mergeOrder(a: Order, b: Order): Order {
  const order: Order = {
    amount: a.amount,
    amountTime: a.amountTime,
    currency: a.currency,
    units: a.units,
    unitsTime: a.unitsTime,
  };
  keepAmount(order, b);
  keepUnits(order, b);
  const [placed, returned, cancelled] = [
    earlier(a.placed, b.placed),
    earlier(a.returned, b.returned),
    earlier(a.cancelled, b.cancelled),
  ];
  if (placed) order.placed = placed;
  if (a.refunds || b.refunds) order.refunds = addRefunds(a.refunds, b.refunds);
  if (returned) order.returned = returned;
  if (cancelled) order.cancelled = cancelled;
  return order;
}
