import { ORDER_RESTATED } from '../../core/condition/index.ts';

/** The event by which an order is placed. */
export const ORDERED = 'Order Completed';
/** Events that change an order later; rows of the last name correct what was learned later. */
export const ORDER_CHANGES: readonly string[] = [
  'Order Updated',
  'Order Refunded',
  'Order Cancelled',
  ORDER_RESTATED,
];
/** Events whose rows say what they add to revenue and to the number of orders. */
export const ABOUT_ORDERS: readonly string[] = [ORDERED, ...ORDER_CHANGES];
