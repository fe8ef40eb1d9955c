import type { Channel, Event, JsonObject } from '../src/core/index.ts';
import { type Deed, eventsOf, nativeOf } from './built-events.ts';
import { randomOf } from './random.ts';
import { DAY_MS, duration, MINUTE_MS } from './time.ts';
import type { NativeMessage } from './wire/message.ts';
import { makeProducts, type Product } from './world/products.ts';

/** What a built person is unless a test says otherwise. */
export interface BuilderOptions {
  /** The moment that "ago" counts from. */
  readonly now: number;
  /** Tells people apart: ids, choices and event ids hang on it. */
  readonly number: number;
  /** Her user id, where `user-1` says too little. */
  readonly name?: string;
}

/** The moment of tests that name none. */
export const TEST_NOW = Date.UTC(2026, 2, 31, 10);

/** What orders are to be like. */
export interface OrderWish {
  readonly category?: string;
  /** Revenue of each, in euros; the product's price without it. */
  readonly revenue?: number;
  readonly channel?: 'web' | 'app' | 'store' | 'order';
  /** Time from one order to the next; `30d` without it. */
  readonly every?: string;
}

/**
 * A person for a test, told in sentences: `person().ordered(3).lapsed('40d').browsed('Yoga', 2)`. Every step gives a new
 * builder; `events()` gives what she did as core events, oldest first. The same sentence gives the same events.
 */
export interface PersonBuilder {
  /** Attributes of an identify call, made when she was first seen. */
  is(attributes: JsonObject): PersonBuilder;
  /** Orders; the last one a day ago, unless `lapsed` says otherwise. */
  ordered(count: number, wish?: OrderWish): PersonBuilder;
  /** Her orders of the last `ordered` end so long ago: `40d`. */
  lapsed(ago: string): PersonBuilder;
  /** Product views in a category, a minute apart, the last one so long ago (an hour without it). */
  browsed(category: string, count?: number, ago?: string): PersonBuilder;
  searched(query: string, ago?: string): PersonBuilder;
  /** Things put into the cart and left there. */
  carted(count?: number, ago?: string): PersonBuilder;
  called(reason: string, ago?: string): PersonBuilder;
  /** Things put onto her wish list. */
  wished(count?: number, ago?: string): PersonBuilder;
  /** Gives back what she bought in her newest order, or a share of it. */
  returned(share?: number, ago?: string): PersonBuilder;
  /** Takes her newest order back before it is shipped. */
  cancelled(ago?: string): PersonBuilder;
  /** Gets a message of a campaign, and perhaps opens it and follows it: each a minute after the one before. */
  mailed(campaign: string, until?: 'Sent' | 'Opened' | 'Link Clicked', ago?: string): PersonBuilder;
  optedIn(channel: string, ago?: string): PersonBuilder;
  optedOut(channel: string, ago?: string): PersonBuilder;
  /** She never logged in: her events on the web carry the device alone. */
  anonymous(): PersonBuilder;
  /** Any other event. */
  did(name: string, properties?: JsonObject, ago?: string, channel?: Channel): PersonBuilder;
  events(): Event[];
  /** The same for the native API: what `POST /api/events` takes and `shop.send` sends. */
  natives(): NativeMessage[];
}

interface Plan {
  readonly options: BuilderOptions;
  readonly isAnonymous: boolean;
  readonly deeds: readonly Deed[];
  /** The step before was `ordered`, be it for no order at all. */
  readonly hasOrdered: boolean;
  /** Where the orders of the last `ordered` stand among the deeds. */
  readonly lastOrders: readonly number[];
}

const CATALOGUE: readonly Product[] = makeProducts(1, [{ from: 0, until: DAY_MS }]);
const LAST_SEEN = '1h';
const MAIL_STEPS = ['Sent', 'Opened', 'Link Clicked'] as const;

/** Begins a person. */
export function person(options: Partial<BuilderOptions> = {}): PersonBuilder {
  return build({
    options: { now: TEST_NOW, number: 1, ...options },
    isAnonymous: false,
    deeds: [],
    hasOrdered: false,
    lastOrders: [],
  });
}

/**
 * So many people, each told by a sentence of her own; what they did as core events, oldest first:
 * `crowd(300, (one, i) => one.ordered(i % 4).lapsed('40d'))`.
 */
export function crowd(
  count: number,
  tell: (one: PersonBuilder, index: number) => PersonBuilder,
  now = TEST_NOW,
): Event[] {
  return Array.from({ length: count }, (_, i) => tell(person({ now, number: i + 1 }), i).events())
    .flat()
    .sort((a, b) => a.time - b.time);
}

function build(plan: Plan): PersonBuilder {
  const { now } = plan.options;
  const at = (ago: string): number => now - duration(ago);
  const add = (...deeds: Deed[]): PersonBuilder =>
    build({ ...plan, deeds: [...plan.deeds, ...deeds], hasOrdered: false, lastOrders: [] });
  const track = (name: string, properties: JsonObject, time: number, channel: Channel = 'web'): Deed => ({
    name,
    type: 'track',
    time,
    channel,
    properties,
  });
  const consent = (channel: string, state: string, ago: string): PersonBuilder =>
    add(track('Consent Updated', { channel, purpose: 'marketing', state }, at(ago)));
  return {
    is: (attributes) =>
      add({ name: 'Identified', type: 'identify', time: at('400d'), channel: 'web', properties: attributes }),
    ordered(count, wish = {}) {
      const orders = ordersOf(plan, count, wish);
      const first = plan.deeds.length;
      return build({
        ...plan,
        deeds: [...plan.deeds, ...orders],
        hasOrdered: true,
        lastOrders: orders.map((_, i) => first + i),
      });
    },
    lapsed: (ago) => build(shifted(plan, at(ago))),
    browsed: (category, count = 1, ago = LAST_SEEN) =>
      add(
        ...Array.from({ length: count }, (_, i) =>
          track('Product Viewed', productOf(plan, category, i), at(ago) - (count - 1 - i) * MINUTE_MS),
        ),
      ),
    searched: (query, ago = LAST_SEEN) => add(track('Products Searched', { query }, at(ago))),
    carted: (count = 1, ago = LAST_SEEN) =>
      add(
        ...Array.from({ length: count }, (_, i) =>
          track(
            'Product Added',
            { cart_id: 'cart', ...productOf(plan, undefined, i), quantity: 1 },
            at(ago) - (count - 1 - i) * MINUTE_MS,
          ),
        ),
      ),
    called: (reason, ago = LAST_SEEN) => add(track('Call Received', { reason }, at(ago), 'call')),
    wished: (count = 1, ago = LAST_SEEN) =>
      add(
        ...Array.from({ length: count }, (_, i) =>
          track('Product Added to Wishlist', productOf(plan, undefined, i), at(ago)),
        ),
      ),
    returned(share = 1, ago = LAST_SEEN) {
      const { order_id, revenue, currency } = newestOrder(plan, 'returned');
      const total = Math.round((revenue as number) * share * 100) / 100;
      return add(track('Order Refunded', { order_id, total, currency } as JsonObject, at(ago), 'order'));
    },
    cancelled(ago = LAST_SEEN) {
      const { order_id } = newestOrder(plan, 'cancelled');
      return add(track('Order Cancelled', { order_id } as JsonObject, at(ago), 'order'));
    },
    mailed(campaign, until = 'Sent', ago = LAST_SEEN) {
      const names = MAIL_STEPS.slice(0, MAIL_STEPS.indexOf(until) + 1);
      const properties = { campaign_id: campaign, channel: 'email', purpose: 'marketing' };
      return add(
        ...names.map((name, i) => track(`Email ${name}`, properties, at(ago) + i * MINUTE_MS, 'message')),
      );
    },
    optedIn: (channel, ago = LAST_SEEN) => consent(channel, 'in', ago),
    optedOut: (channel, ago = LAST_SEEN) => consent(channel, 'out', ago),
    anonymous: () => build({ ...plan, isAnonymous: true }),
    did: (name, properties = {}, ago = LAST_SEEN, channel = 'web') =>
      add(track(name, properties, at(ago), channel)),
    events: () => eventsOf(plan.deeds, plan.options.number, userIdOf(plan)),
    natives: () => eventsOf(plan.deeds, plan.options.number, userIdOf(plan)).map(nativeOf),
  };
}

function userIdOf({ options, isAnonymous }: Plan): string | undefined {
  return isAnonymous ? undefined : (options.name ?? `user-${options.number}`);
}

/** Moves the last orders so that the newest of them happened at a moment. */
function shifted(plan: Plan, newest: number): Plan {
  if (!plan.hasOrdered) throw new RangeError('lapsed() follows ordered(): it says when those orders ended');
  if (plan.lastOrders.length === 0) return plan;
  const latest = Math.max(...plan.lastOrders.map((i) => plan.deeds[i]!.time));
  const deeds = plan.deeds.map((deed, i) =>
    plan.lastOrders.includes(i) ? { ...deed, time: deed.time + newest - latest } : deed,
  );
  return { ...plan, deeds };
}

function ordersOf(plan: Plan, count: number, wish: OrderWish): Deed[] {
  const { now, number } = plan.options;
  const every = duration(wish.every ?? '30d');
  const before = plan.deeds.length;
  return Array.from({ length: count }, (_, i) => {
    const product = productOf(plan, wish.category, i);
    const revenue = wish.revenue ?? (product['price'] as number);
    return {
      name: 'Order Completed',
      type: 'track',
      time: now - DAY_MS - (count - 1 - i) * every,
      channel: wish.channel ?? 'web',
      properties: {
        order_id: `O${number}-${before + i}`,
        revenue,
        currency: 'EUR',
        products: [{ ...product, price: revenue, quantity: 1 }],
      },
    };
  });
}

function newestOrder({ deeds }: Plan, verb: string): JsonObject {
  const order = deeds
    .filter(({ name }) => name === 'Order Completed')
    .reduce<Deed | undefined>(
      (newest, deed) => (newest && newest.time > deed.time ? newest : deed),
      undefined,
    );
  if (!order) throw new RangeError(`${verb}() follows ordered(): there is no order`);
  return order.properties;
}

function productOf(plan: Plan, category: string | undefined, turn: number): JsonObject {
  const shelf =
    category === undefined ? CATALOGUE : CATALOGUE.filter(({ kind }) => kind.department === category);
  if (shelf.length === 0) throw new RangeError(`the catalogue has no category "${category}"`);
  const random = randomOf(plan.options.number, 'builder', plan.deeds.length, turn);
  const { id, name, brand, kind, priceCents } = random.pick(shelf);
  return { product_id: id, name, brand, category: kind.department, price: priceCents / 100 };
}
