import type { JsonObject } from '../src/core/index.ts';
import { type Counted, type CountedEvent, did } from './recount.ts';
import { DAY_MS } from './time.ts';

type Rule = (person: Counted, now: number) => boolean;

const orders = (person: Counted, now: number, days?: number): CountedEvent[] =>
  did(person, 'Order Completed', now, days);
const last = (events: readonly CountedEvent[]): number => Math.max(0, ...events.map(({ time }) => time));
const revenue = (order: CountedEvent): number => order.properties['revenue'] as number;
const lines = (order: CountedEvent): JsonObject[] => order.properties['products'] as JsonObject[];
const holds = (order: CountedEvent, category: string): boolean =>
  lines(order).some((line) => line['category'] === category);
const yogaViews = (person: Counted, now: number, days: number): CountedEvent[] =>
  did(person, 'Product Viewed', now, days).filter(({ properties }) => properties['category'] === 'Yoga');
const isOnline = ({ source }: CountedEvent): boolean => source === 'web' || source === 'app';
const hasKey = (person: Counted, namespaces: readonly string[]): boolean =>
  [...person.keys].some((key) => namespaces.includes(key.slice(0, key.indexOf(':'))));
const noneAfter = (person: Counted, name: string, now: number, days: number): boolean => {
  const moment = last(did(person, name, now));
  return moment > now - days * DAY_MS && !orders(person, now).some(({ time }) => time > moment);
};

/** The newest value of an attribute that identify calls or card facts state. */
function attribute(person: Counted, name: string, ofCard?: string): unknown {
  let [value, at]: [unknown, number] = [undefined, -1];
  for (const { type, properties, time } of person.events) {
    const card = properties['loyalty'] as JsonObject | undefined;
    const said = type === 'identify' ? properties[name] : ofCard === undefined ? undefined : card?.[ofCard];
    if (said !== undefined && time >= at) [value, at] = [said, time];
  }
  return value;
}

function mayBeMailed(person: Counted): boolean {
  let [allows, at] = [false, -1];
  for (const { name, properties, time } of person.events) {
    const consents = name === 'Consent Updated' ? (properties['consents'] as JsonObject[]) : [];
    const stated =
      name === 'Unsubscribed' && properties['channel'] === 'email'
        ? 'out'
        : consents.find(({ channel }) => channel === 'email')?.['state'];
    if (stated === undefined || time < at) continue;
    allows = stated === 'in';
    at = time;
  }
  return allows;
}

/** The definitions of the answer sheet's audiences, written a second time against the messages. */
export const AUDIENCE_RECOUNTS: Readonly<Record<string, Rule>> = {
  customers: (person, now) => orders(person, now).length > 0,
  'one-time-buyers': (person, now) =>
    orders(person, now).length === 1 && hasKey(person, ['user', 'crm', 'loyalty', 'email', 'phone']),
  'repeat-buyers': (person, now) => orders(person, now, 365).length >= 2,
  regulars: (person, now) => orders(person, now, 180).length >= 3,
  'recent-buyers': (person, now) => orders(person, now, 14).length > 0,
  'at-risk': (person, now) => orders(person, now, 90).length > 0 && orders(person, now, 45).length === 0,
  'lapsed-90': (person, now) => orders(person, now).length > 0 && orders(person, now, 90).length === 0,
  'yoga-lapsed': (person, now) =>
    orders(person, now).some((order) => holds(order, 'Yoga')) && orders(person, now, 90).length === 0,
  'big-baskets': (person, now) => orders(person, now, 365).some((order) => revenue(order) >= 200),
  'big-spenders': (person, now) =>
    Math.round(orders(person, now, 365).reduce((sum, order) => sum + revenue(order), 0) * 100) >= 40_000,
  'both-worlds': (person, now) => {
    const sources = orders(person, now).map(({ source }) => source);
    return sources.includes('stores') && sources.some((source) => source !== 'stores');
  },
  'store-only': (person, now) => {
    const all = orders(person, now);
    return hasKey(person, ['loyalty']) && all.length > 0 && all.every(({ source }) => source === 'stores');
  },
  returners: (person, now) => did(person, 'Order Refunded', now, 90).length > 0,
  'pantry-due': (person, now) => {
    const moment = last(orders(person, now).filter((order) => holds(order, 'Nutrition')));
    return moment > now - 60 * DAY_MS && moment <= now - 25 * DAY_MS;
  },
  'active-7': (person, now) =>
    person.events.some((event) => isOnline(event) && event.time > now - 7 * DAY_MS),
  'app-30': (person, now) =>
    person.events.some(({ source, time }) => source === 'app' && time > now - 30 * DAY_MS),
  'yoga-browsers': (person, now) => yogaViews(person, now, 14).length >= 3,
  'yoga-tempted': (person, now) =>
    yogaViews(person, now, 30).length >= 2 && !orders(person, now, 30).some((order) => holds(order, 'Yoga')),
  'cart-7': (person, now) => noneAfter(person, 'Product Added', now, 7),
  'checkout-14': (person, now) => noneAfter(person, 'Checkout Started', now, 14),
  'looks-again': (person, now) => {
    const ids = did(person, 'Product Viewed', now, 30).map(
      ({ properties }) => properties['product_id'] as string,
    );
    return ids.some((id) => !id.startsWith('X') && ids.filter((other) => other === id).length >= 3);
  },
  'searched-mat': (person, now) =>
    did(person, 'Products Searched', now, 30).some(({ properties }) =>
      (properties['query'] as string).includes('mat'),
    ),
  'waits-for-stock': (person, now) => noneAfter(person, 'Back In Stock Requested', now, 90),
  'view-cart-buy': (person, now) =>
    did(person, 'Product Added', now, 30).some((added) =>
      orders(person, now).some(({ time }) => time > added.time && time <= added.time + DAY_MS),
    ),
  'callers-30': (person, now) => did(person, 'Call Received', now, 30).length > 0,
  'registered-no-order': (person, now) => hasKey(person, ['user']) && orders(person, now).length === 0,
  'email-allowed': (person) => mayBeMailed(person),
  'engaged-mail': (person, now) =>
    did(person, 'Email Link Clicked', now, 30).length >= 1 ||
    did(person, 'Email Opened', now, 30).length >= 2,
  'bloom-tier': (person) => attribute(person, 'loyaltyTier', 'tier') === 'bloom',
  'birthday-soon': (person, now) => {
    const birthday = String(attribute(person, 'birthday') ?? '');
    if (birthday === '') return false;
    const today = new Date(now).toISOString().slice(0, 10);
    const year = Number(today.slice(0, 4));
    const left = [year, year + 1].map((each) => {
      const isLeap = new Date(Date.UTC(each, 1, 29)).getUTCMonth() === 1;
      const date = birthday.endsWith('-02-29') && !isLeap ? '02-28' : birthday.slice(5);
      return (Date.parse(`${each}-${date}`) - Date.parse(today)) / DAY_MS;
    });
    return left.some((days) => days >= 0 && days <= 30);
  },
};
