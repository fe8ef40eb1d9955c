import { DAY_MS } from '../time.ts';
import type { NamedAudience } from './audience.ts';
import { type Order, revenueOf } from './fact.ts';
import { of, ordersOf, type Profile } from './profile.ts';

const has = (order: Order, department: string): boolean =>
  order.lines.some(({ product }) => product.kind.department === department);
const lastAt = (profile: Profile): number => ordersOf(profile).at(-1)?.at ?? 0;

/** Audiences about what people bought. Orders are `Order Completed` of any channel, cancelled and returned ones too. */
export const ORDER_AUDIENCES: readonly NamedAudience[] = [
  {
    id: 'customers',
    title: 'Customers',
    definition: 'At least one order, ever.',
    includes: (profile) => of(profile, 'ordered').length > 0,
  },
  {
    id: 'one-time-buyers',
    title: 'One-time buyers',
    definition: 'Exactly one order, ever, and it names a person (not a bare receipt).',
    includes: (profile) => profile.person !== undefined && of(profile, 'ordered').length === 1,
  },
  {
    id: 'repeat-buyers',
    title: 'Repeat buyers',
    definition: 'At least two orders in the last 365 days.',
    includes: (profile, { now }) =>
      ordersOf(profile).filter((order) => order.at > now - 365 * DAY_MS).length >= 2,
  },
  {
    id: 'regulars',
    title: 'Regulars',
    definition: 'At least three orders in the last 180 days.',
    includes: (profile, { now }) =>
      ordersOf(profile).filter((order) => order.at > now - 180 * DAY_MS).length >= 3,
  },
  {
    id: 'recent-buyers',
    title: 'Recent buyers',
    definition: 'An order in the last 14 days.',
    includes: (profile, { now }) => lastAt(profile) > now - 14 * DAY_MS,
  },
  {
    id: 'at-risk',
    title: 'At risk',
    definition: 'Last order more than 45 but not more than 90 days ago.',
    includes: (profile, { now }) =>
      lastAt(profile) <= now - 45 * DAY_MS && lastAt(profile) > now - 90 * DAY_MS,
  },
  {
    id: 'lapsed-90',
    title: 'Lapsed',
    definition: 'At least one order, none in the last 90 days.',
    includes: (profile, { now }) => lastAt(profile) > 0 && lastAt(profile) <= now - 90 * DAY_MS,
  },
  {
    id: 'yoga-lapsed',
    title: 'Yoga buyers who stopped',
    definition:
      'An order with a product of category Yoga more than 90 days ago, and no order at all in the last 90 days.',
    includes: (profile, { now }) =>
      lastAt(profile) <= now - 90 * DAY_MS && ordersOf(profile).some((order) => has(order, 'Yoga')),
  },
  {
    id: 'big-baskets',
    title: 'Big baskets',
    definition: 'An order with revenue of 200 or more, in the currency of the order, in the last 365 days.',
    includes: (profile, { now }) =>
      ordersOf(profile).some((order) => order.at > now - 365 * DAY_MS && revenueOf(order) >= 20_000),
  },
  {
    id: 'big-spenders',
    title: 'Big spenders',
    definition:
      'Revenue of the last 365 days sums to 400 or more; amounts as they are, returns not taken off.',
    includes: (profile, { now }) =>
      ordersOf(profile).reduce(
        (sum, order) => sum + (order.at > now - 365 * DAY_MS ? revenueOf(order) : 0),
        0,
      ) >= 40_000,
  },
  {
    id: 'both-worlds',
    title: 'Shops in both worlds',
    definition: 'At least one order from a store and at least one from web, app or order system, ever.',
    includes: (profile) => {
      const channels = ordersOf(profile).map((order) => order.channel);
      return channels.includes('store') && channels.some((channel) => channel !== 'store');
    },
  },
  {
    id: 'store-only',
    title: 'Store only',
    definition: 'At least one order from a store, none from elsewhere, and a loyalty card.',
    includes: (profile) => {
      const orders = ordersOf(profile);
      return profile.tier !== '' && orders.length > 0 && orders.every((order) => order.channel === 'store');
    },
  },
  {
    id: 'returners',
    title: 'Sends things back',
    definition: 'An Order Refunded in the last 90 days.',
    includes: (profile, { now }) => of(profile, 'refunded').some((fact) => fact.time > now - 90 * DAY_MS),
  },
  {
    id: 'pantry-due',
    title: 'Pantry is empty',
    definition: 'Last order with a product of category Nutrition more than 25 but not more than 60 days ago.',
    includes: (profile, { now }) => {
      const last = ordersOf(profile).findLast((order) => has(order, 'Nutrition'))?.at ?? 0;
      return last <= now - 25 * DAY_MS && last > now - 60 * DAY_MS;
    },
  },
];
