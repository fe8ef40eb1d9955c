import { DAY_MS } from '../time.ts';
import { type NamedAudience, newest, since } from './audience.ts';
import { of, ordersOf } from './profile.ts';

/** Audiences about what people did on site and in the app, strangers included. */
export const BEHAVIOUR_AUDIENCES: readonly NamedAudience[] = [
  {
    id: 'active-7',
    title: 'Active this week',
    definition: 'Any event from web or app in the last 7 days.',
    includes: (profile, { now }) => profile.lastOnlineAt > now - 7 * DAY_MS,
  },
  {
    id: 'app-30',
    title: 'Uses the app',
    definition: 'Any event from the app in the last 30 days.',
    includes: (profile, { now }) => profile.lastAppAt > now - 30 * DAY_MS,
  },
  {
    id: 'yoga-browsers',
    title: 'Looks at yoga',
    definition: 'At least 3 Product Viewed with category Yoga in the last 14 days.',
    includes: (profile, { now }) =>
      since(profile, 'viewed', now - 14 * DAY_MS).filter((fact) => fact.product?.kind.department === 'Yoga')
        .length >= 3,
  },
  {
    id: 'yoga-tempted',
    title: 'Tempted by yoga',
    definition:
      'At least 2 Product Viewed with category Yoga in the last 30 days and no order with a product of category Yoga in the last 30 days.',
    includes: (profile, { now }) => {
      const from = now - 30 * DAY_MS;
      const views = since(profile, 'viewed', from).filter(
        (fact) => fact.product?.kind.department === 'Yoga',
      ).length;
      const orders = ordersOf(profile).filter((order) => order.at > from);
      return (
        views >= 2 &&
        !orders.some((order) => order.lines.some(({ product }) => product.kind.department === 'Yoga'))
      );
    },
  },
  {
    id: 'cart-7',
    title: 'Left a cart',
    definition: 'A Product Added in the last 7 days and no order after the last one.',
    includes: (profile, { now }) => {
      const added = newest(profile, 'added');
      return added > now - 7 * DAY_MS && !ordersOf(profile).some((order) => order.at > added);
    },
  },
  {
    id: 'checkout-14',
    title: 'Left the checkout',
    definition: 'A Checkout Started in the last 14 days and no order after the last one.',
    includes: (profile, { now }) => {
      const started = newest(profile, 'checkout');
      return started > now - 14 * DAY_MS && !ordersOf(profile).some((order) => order.at > started);
    },
  },
  {
    id: 'looks-again',
    title: 'Looks again and again',
    definition: 'The same product in at least 3 Product Viewed in the last 30 days.',
    includes: (profile, { now }) => {
      const counts = new Map<string, number>();
      for (const { product } of since(profile, 'viewed', now - 30 * DAY_MS))
        if (product) counts.set(product.id, (counts.get(product.id) ?? 0) + 1);
      return [...counts.values()].some((count) => count >= 3);
    },
  },
  {
    id: 'searched-mat',
    title: 'Searched for a mat',
    definition: 'A Products Searched in the last 30 days whose query contains "mat".',
    includes: (profile, { now }) =>
      since(profile, 'searched', now - 30 * DAY_MS).some((fact) => fact.text.includes('mat')),
  },
  {
    id: 'waits-for-stock',
    title: 'Waits for stock',
    definition: 'A Back In Stock Requested in the last 90 days, and no order after the last one.',
    includes: (profile, { now }) => {
      const asked = newest(profile, 'waits for stock');
      return asked > now - 90 * DAY_MS && !ordersOf(profile).some((order) => order.at > asked);
    },
  },
  {
    id: 'view-cart-buy',
    title: 'Bought what they put in',
    definition: 'In the last 30 days a Product Added and later, within 1 day of it, an Order Completed.',
    includes: (profile, { now }) => {
      const orders = ordersOf(profile);
      return since(profile, 'added', now - 30 * DAY_MS).some(({ time }) =>
        orders.some((order) => order.at > time && order.at <= time + DAY_MS),
      );
    },
  },
  {
    id: 'callers-30',
    title: 'Called',
    definition: 'A Call Received in the last 30 days.',
    includes: (profile, { now }) => of(profile, 'called').some((fact) => fact.time > now - 30 * DAY_MS),
  },
];
