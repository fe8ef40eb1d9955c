import type { Money } from '../core/index.ts';
import { netOf, type Order, type Orders } from './order.ts';

/** Orders kept one by one; older ones live on in `Earlier`. */
const ORDERS_MAX = 250;

/** Sums of the orders that are no longer kept one by one. */
export interface Earlier {
  count: number;
  units: number;
  amount: { [currency: string]: Money };
  first: number;
  last: number;
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

/**
 * Moves the oldest orders into sums when there are too many.
 * @param at the order at hand, which stays: what an event changed in it is yet to be told
 */
export function keepNewest(orders: Orders, earlier: Earlier | undefined, at?: string): Earlier | undefined {
  const ids = Object.keys(orders);
  if (ids.length <= ORDERS_MAX) return earlier;
  // A tenth more than there must, so that sorting does not come with every order.
  const count = ids.length - ORDERS_MAX + Math.ceil(ORDERS_MAX / 10);
  const leaving = ids
    .filter((id) => id !== at)
    .sort((a, b) => placedAt(orders[a]!) - placedAt(orders[b]!))
    .slice(0, count);
  const sums = earlier ?? { count: 0, units: 0, amount: {}, first: 0, last: 0 };
  for (const id of leaving) {
    const order = orders[id]!;
    delete orders[id];
    if (!order.placed || order.cancelled) continue;
    sums.count++;
    sums.units += order.units;
    sums.amount[order.currency] = (sums.amount[order.currency] ?? 0) + netOf(order);
    if (sums.first === 0 || order.placed.time < sums.first) sums.first = order.placed.time;
    if (order.placed.time > sums.last) sums.last = order.placed.time;
  }
  return sums;
}

function placedAt(order: Order): number {
  return order.placed?.time ?? 0;
}
