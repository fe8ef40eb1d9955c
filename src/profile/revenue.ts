import { type Money, own } from '../core/index.ts';
import type { Profile } from './fragment.ts';
import { mergeOrder, netOf, type Order } from './order.ts';

/**
 * What an order counts in the person's net revenue now, whichever of her senders reported it. The difference before and
 * after an event is the event's revenue in the warehouse, so sums are right though an order is reported twice.
 */
export function countedRevenue(person: Profile, orderId: string): Money {
  let order: Order | undefined;
  for (const fragment of person.fragments) {
    const known = own(fragment.orders, orderId);
    if (known) order = order ? mergeOrder(order, known) : known;
  }
  return order && order.placed > 0 ? netOf(order) : 0;
}
