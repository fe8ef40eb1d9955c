import { type Event, type Money, own } from '../core/index.ts';
import type { Fragment } from './fragment.ts';
import { earlier, isOrderEvent, mergeOrder, type Order, orderIdOf, type Spot, spotOf } from './order.ts';

/**
 * What the rows of one fragment say of one order, at one spot: the unit in which the warehouse keeps money. Sums of rows
 * are right at any time, because whatever changes an entry is written as the difference to what the rows said before.
 */
export interface Entry {
  readonly orderId: string;
  readonly fragment: number;
  readonly spot: Spot;
  readonly currency: string;
  /** Ten-thousandths. */
  readonly revenue: Money;
  /** 1 where the order was placed, -1 where it was cancelled. */
  readonly orderCount: number;
}

/** What an event changed in the entries of its order: that which its own row says, and what other rows must correct. */
export interface Booking {
  readonly own: Pick<Entry, 'revenue' | 'orderCount' | 'currency'> | undefined;
  readonly others: readonly Entry[];
}

const NOTHING: readonly Entry[] = [];

/**
 * The entries of an order that these fragments of one person know of. Its amount counts when and where it was placed, a
 * refund and a cancellation when and where they happened. They follow from what is known of the order alone, so any order
 * of arrival, merges and un-merges lead to the same; their sum is what the order counts in the profile.
 */
export function entriesOf(fragments: readonly Fragment[], orderId: string): readonly Entry[] {
  const known: [Fragment, Order][] = [];
  for (const fragment of fragments) {
    const order = own(fragment.orders, orderId);
    if (order) known.push([fragment, order]);
  }
  if (!known.some(([, order]) => order.placed)) return NOTHING;
  const whole = known.map(([, order]) => order).reduce(mergeOrder);
  const entries: Entry[] = [];
  const add = (isIt: (order: Order) => boolean, spot: Spot, revenue: Money, orderCount: number) => {
    const [fragment] = known.find(([, order]) => isIt(order))!;
    entries.push({ orderId, fragment: fragment.id, spot, currency: whole.currency, revenue, orderCount });
  };
  add((order) => order.placed === whole.placed, whole.placed!, whole.amount, 1);
  const end = earlier(whole.cancelled, whole.returned);
  let left = whole.amount;
  for (const [fragment, { refunds = [] }] of known)
    for (const { amount, ...spot } of refunds) {
      // What is given back of an order that is ended already was taken off with its end.
      if (end && spot.time >= end.time) continue;
      left -= amount;
      entries.push({
        orderId,
        fragment: fragment.id,
        spot,
        currency: whole.currency,
        revenue: -amount,
        orderCount: 0,
      });
    }
  if (end) add((order) => order.cancelled === end || order.returned === end, end, -left, 0);
  if (whole.cancelled) add((order) => order.cancelled === whole.cancelled, whole.cancelled, 0, -1);
  return entries;
}

/** The differences that lead from some entries to others; nothing where they agree. */
function changes(before: readonly Entry[], after: readonly Entry[]): Entry[] {
  const totals: { -readonly [K in keyof Entry]: Entry[K] }[] = [];
  const add = (entry: Entry, sign: 1 | -1) => {
    let total = totals.find((other) => isSame(other, entry));
    if (!total) {
      total = { ...entry, revenue: 0, orderCount: 0 };
      totals.push(total);
    }
    total.revenue += sign * entry.revenue;
    total.orderCount += sign * entry.orderCount;
  };
  for (const entry of after) add(entry, 1);
  for (const entry of before) add(entry, -1);
  return totals.filter(({ revenue, orderCount }) => revenue !== 0 || orderCount !== 0);
}

function isSame(a: Entry, b: Entry): boolean {
  return a.fragment === b.fragment && a.currency === b.currency && isAt(a.spot, b.spot);
}

function isAt(a: Spot, b: Spot): boolean {
  return (
    a.time === b.time &&
    a.source === b.source &&
    a.channel === b.channel &&
    a.country === b.country &&
    a.store === b.store
  );
}

/**
 * Folds an event by `fold` and says what came of it for its order.
 * @param fragment the fragment of its sender, one of the person's
 */
export function book<Folded>(
  fragments: readonly Fragment[],
  fragment: Fragment,
  event: Event,
  fold: () => Folded,
): { folded: Folded; booking: Booking | undefined } {
  if (!isOrderEvent(event)) return { folded: fold(), booking: undefined };
  const orderId = orderIdOf(event);
  const before = entriesOf(fragments, orderId);
  const folded = fold();
  const changed = changes(before, entriesOf(fragments, orderId));
  const spot = spotOf(event);
  const mine = changed.findIndex((entry) => entry.fragment === fragment.id && isAt(entry.spot, spot));
  return { folded, booking: { own: changed[mine], others: changed.filter((_, i) => i !== mine) } };
}

/** People as the fragments that each of them has. */
export type Holders = readonly (readonly Fragment[])[];

/**
 * What rows must correct when people become one or come apart: only orders that more than one of them reported.
 * @param before the people until now; `after` the people from now on, with the same fragments in all
 */
export function restated(before: Holders, after: Holders): Entry[] {
  const parts = before.length > after.length ? before : after;
  const entries: Entry[] = [];
  for (const orderId of sharedOrders(parts)) {
    const all = (holders: Holders) => holders.flatMap((fragments) => entriesOf(fragments, orderId));
    entries.push(...changes(all(before), all(after)));
  }
  return entries;
}

function sharedOrders(parts: Holders): string[] {
  const holders = new Map<string, number>();
  const shared = new Set<string>();
  for (const [part, fragments] of parts.entries())
    for (const { orders } of fragments)
      for (const id in orders) {
        const other = holders.get(id);
        if (other === undefined) holders.set(id, part);
        else if (other !== part) shared.add(id);
      }
  return [...shared];
}
