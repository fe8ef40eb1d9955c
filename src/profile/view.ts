import { fromMoney, type Settings } from '../core/index.ts';
import { isKnown, type Namespaces, namespaceOf } from '../identity/index.ts';
import { mergeConsents } from '../privacy/index.ts';
import { mergeAttributes } from './attributes.ts';
import type { Fragment, Profile } from './fragment.ts';
import { mergeOrder, netOf, type Order, refundedOf, type Spot } from './order.ts';
import type { OrderView, ProfileView, Purchases } from './schemas.ts';
import { type Sessions, summary } from './sessions.ts';

const RECENT_ORDERS = 50;

/** The fragments of a person as one document; the same whatever way they came together. */
export function viewOf(person: Profile, settings: Settings, namespaces: Namespaces): ProfileView {
  const { fragments } = person;
  return {
    id: person.id,
    known: isKnown(person, { namespaces }),
    identities: identitiesOf(person),
    attributes: mergeAttributes(
      fragments.map((fragment) => fragment.attributes),
      settings.attributePolicy,
    ),
    addresses: mergeAttributes(
      fragments.map((fragment) => fragment.addresses),
      settings.attributePolicy,
    ),
    consents: sorted(mergeConsents(fragments.map((fragment) => fragment.consents))),
    purchases: purchasesOf(fragments),
    sessions: sessionsOf(fragments, settings.sessionPauseMs),
    audiences: audiencesOf(person),
    events: {
      count: fragments.reduce((sum, fragment) => sum + fragment.count, 0),
      first: least(fragments.map((fragment) => fragment.first)),
      last: greatest(fragments.map((fragment) => fragment.last)),
    },
    merges: person.merges.map(({ from, time, why }) => ({ from, time, why })),
  };
}

function sessionsOf(fragments: readonly Fragment[], pauseMs: number): ProfileView['sessions'] {
  const { count, ...newest } = summary(sessionsBySender(fragments), pauseMs);
  return { count: fragments.reduce((sum, each) => sum + (each.earlierSessions ?? 0), count), ...newest };
}

function sessionsBySender(fragments: readonly Fragment[]): Iterable<Sessions[]> {
  const bySender = new Map<string, Sessions[]>();
  for (const { key, sessions } of fragments) {
    const lists = bySender.get(key);
    if (lists) lists.push(sessions);
    else bySender.set(key, [sessions]);
  }
  return bySender.values();
}

function audiencesOf({ audiences = {} }: Profile): ProfileView['audiences'] {
  const views = Object.entries(audiences).map(
    ([id, [enteredAt, how, version]]) => [id, { enteredAt, how, version }] as const,
  );
  return sorted(Object.fromEntries(views));
}

function identitiesOf(person: Profile): ProfileView['identities'] {
  return Object.keys(person.links)
    .sort()
    .map((key) => {
      const namespace = namespaceOf(key);
      return { namespace, value: key.slice(namespace.length + 1), ...person.links[key]! };
    });
}

/** Orders of all fragments, each counted once though the site, the till and the order system all reported it. */
export function ordersOf(fragments: readonly Fragment[]): Map<string, Order> {
  const orders = new Map<string, Order>();
  for (const fragment of fragments)
    for (const [id, order] of Object.entries(fragment.orders)) {
      const known = orders.get(id);
      orders.set(id, known ? mergeOrder(known, order) : order);
    }
  return orders;
}

function purchasesOf(fragments: readonly Fragment[]): Purchases {
  const orders = [...ordersOf(fragments)].flatMap(([id, order]) => {
    const { placed } = order;
    return placed ? [{ id, order, placed }] : [];
  });
  const revenue: { [currency: string]: number } = {};
  const bounds: number[] = [];
  let count = 0;
  let units = 0;
  for (const fragment of fragments) {
    const earlier = fragment.earlierOrders;
    if (!earlier) continue;
    count += earlier.count;
    units += earlier.units;
    bounds.push(earlier.first, earlier.last);
    for (const [currency, amount] of Object.entries(earlier.amount))
      revenue[currency] = (revenue[currency] ?? 0) + amount;
  }
  for (const { order, placed } of orders) {
    if (order.cancelled) continue;
    count++;
    units += order.units;
    bounds.push(placed.time);
    revenue[order.currency] = (revenue[order.currency] ?? 0) + netOf(order);
  }
  for (const currency of Object.keys(revenue)) revenue[currency] = fromMoney(revenue[currency]!);
  const newestFirst = orders.sort((a, b) => b.placed.time - a.placed.time || (a.id < b.id ? -1 : 1));
  return {
    count,
    units,
    revenue: sorted(revenue),
    first: least(bounds),
    last: greatest(bounds),
    recent: newestFirst.slice(0, RECENT_ORDERS).map(orderView),
  };
}

function orderView({ id, order, placed }: { id: string; order: Order; placed: Spot }): OrderView {
  return {
    id,
    placed: placed.time,
    channel: placed.channel,
    source: placed.source,
    amount: fromMoney(order.amount),
    refunded: fromMoney(order.returned ? order.amount : refundedOf(order)),
    currency: order.currency,
    units: order.units,
    cancelled: order.cancelled?.time ?? null,
  };
}

function least(times: readonly number[]): number | null {
  const real = times.filter((time) => time > 0);
  return real.length > 0 ? Math.min(...real) : null;
}

function greatest(times: readonly number[]): number | null {
  const real = times.filter((time) => time > 0);
  return real.length > 0 ? Math.max(...real) : null;
}

function sorted<T>(object: { [key: string]: T }): { [key: string]: T } {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
