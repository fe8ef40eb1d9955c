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

/** What is known of one order, from all events about it in any order. Plain data; amounts in ten-thousandths. */
export interface Order {
  /** Event time of the earliest `Order Completed`; 0 when only other events came so far. */
  placed: number;
  channel: Channel;
  source: string;
  amount: Money;
  /** Event time of the statement that `amount` comes from. */
  amountTime: number;
  currency: string;
  units: number;
  /** Event time of the statement that `units` comes from. */
  unitsTime: number;
  refunded: Money;
  /** A refund without an amount gives back everything. */
  refundedWhole: boolean;
  /** Event time of the earliest cancellation; 0 when not cancelled. */
  cancelled: number;
}

export interface Orders {
  [orderId: string]: Order;
}

/** Orders kept one by one; older ones live on in `Earlier`. */
const ORDERS_MAX = 250;

const ORDER_ID_CHARACTERS_MAX = 128;
/** Units of one product in one order. */
const QUANTITY_MAX = 10_000_000;

/** Sums of the orders that are no longer kept one by one. */
export interface Earlier {
  count: number;
  units: number;
  amount: { [currency: string]: Money };
  first: number;
  last: number;
}

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
    order = newOrder(event, currency);
    orders[id] = order;
  }
  switch (event.name) {
    case 'Order Completed':
      noteAmount(order, event, currency);
      notePlaced(order, { placed: event.time, channel: event.channel, source: event.source });
      break;
    case 'Order Updated':
      noteAmount(order, event, currency);
      break;
    case 'Order Refunded': {
      const amount =
        toMoney(event.properties.revenue) ??
        toMoney(event.properties.total) ??
        toMoney(event.properties.value);
      if (amount === undefined && !Array.isArray(event.properties.products)) order.refundedWhole = true;
      else order.refunded += Math.abs(amount ?? amountOf(event.properties) ?? 0);
      break;
    }
    case 'Order Cancelled':
      if (order.cancelled === 0 || event.time < order.cancelled) order.cancelled = event.time;
      break;
  }
}

function newOrder(event: Event, currency: string): Order {
  return {
    placed: 0,
    channel: event.channel,
    source: event.source,
    amount: 0,
    amountTime: -1,
    currency,
    units: 0,
    unitsTime: -1,
    refunded: 0,
    refundedWhole: false,
    cancelled: 0,
  };
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

/** The earliest `Order Completed` says when and where an order was placed. */
function notePlaced(order: Order, other: Pick<Order, 'placed' | 'channel' | 'source'>): void {
  if (other.placed === 0) return;
  if (order.placed !== 0) {
    if (other.placed > order.placed) return;
    if (other.placed === order.placed && other.source >= order.source) return;
  }
  order.placed = other.placed;
  order.channel = other.channel;
  order.source = other.source;
}

/** What is left of an order's amount after refunds; nothing of a cancelled one. */
export function netOf(order: Order): Money {
  if (order.cancelled > 0 || order.refundedWhole) return 0;
  return order.amount - order.refunded;
}

/** Several holders' knowledge of the same order as one. */
export function mergeOrder(a: Order, b: Order): Order {
  const order = {
    ...a,
    refunded: a.refunded + b.refunded,
    refundedWhole: a.refundedWhole || b.refundedWhole,
    cancelled:
      a.cancelled === 0 || (b.cancelled !== 0 && b.cancelled < a.cancelled) ? b.cancelled : a.cancelled,
  };
  keepAmount(order, b);
  keepUnits(order, b);
  notePlaced(order, b);
  return order;
}

/** Two holders' sums as one. */
export function addEarlier(a: Earlier, b: Earlier): Earlier {
  const amount = { ...a.amount };
  for (const [currency, money] of Object.entries(b.amount))
    amount[currency] = (amount[currency] ?? 0) + money;
  return {
    count: a.count + b.count,
    units: a.units + b.units,
    amount,
    first: a.first === 0 || (b.first !== 0 && b.first < a.first) ? b.first : a.first,
    last: Math.max(a.last, b.last),
  };
}

/** Moves the oldest orders into sums when there are too many. */
export function keepNewest(orders: Orders, earlier: Earlier | undefined): Earlier | undefined {
  const ids = Object.keys(orders);
  if (ids.length <= ORDERS_MAX) return earlier;
  // A tenth more than there must, so that sorting does not come with every order.
  const count = ids.length - ORDERS_MAX + Math.ceil(ORDERS_MAX / 10);
  const leaving = ids.sort((a, b) => orders[a]!.placed - orders[b]!.placed).slice(0, count);
  const sums = earlier ?? { count: 0, units: 0, amount: {}, first: 0, last: 0 };
  for (const id of leaving) {
    const order = orders[id]!;
    delete orders[id];
    if (order.placed === 0 || order.cancelled > 0) continue;
    sums.count++;
    sums.units += order.units;
    sums.amount[order.currency] = (sums.amount[order.currency] ?? 0) + netOf(order);
    if (sums.first === 0 || order.placed < sums.first) sums.first = order.placed;
    if (order.placed > sums.last) sums.last = order.placed;
  }
  return sums;
}
