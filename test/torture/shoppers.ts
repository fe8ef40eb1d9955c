import type { Dice } from './dice.ts';

/** A batch as a client sends it, again and again until it is acknowledged. */
export interface Batch {
  readonly path: '/v1/batch' | '/api/events';
  readonly body: string;
  /** Message ids of its lawful events, each with its sender in front. */
  readonly ids: readonly string[];
  /** Events that stand for nobody and belong into the quarantine. */
  readonly refusedCount: number;
}

/** Makes the batches of one client; no two clients make the same message id. */
export interface Shoppers {
  next(): Batch;
}

/** Devices that are not shared are `device-<number>`, users `user-<number>`. */
export const DEVICES = 30_000;
const SHARED_DEVICES = 40;
export const USERS = 8_000;
const EVENTS_MAX = 40;
const REMEMBERED = 200;
const DAY_MS = 86_400_000;
const PAGES = ['Product Viewed', 'Product List Viewed', 'Product Added', 'Cart Viewed'];

interface Message {
  readonly id: string;
  readonly type: 'track' | 'identify';
  readonly name?: string;
  readonly anonymous?: string;
  readonly user?: string;
  readonly ecid?: string;
  readonly time: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * Visitors who browse on devices of their own and on shared ones, log in and out, buy, and are reported late, by clients
 * that send some events again within new batches.
 */
export function createShoppers(client: number, run: string, dice: Dice, clock: { now(): number }): Shoppers {
  const remembered: Message[] = [];
  let count = 0;

  const message = (): Message => {
    const id = `${run}-${client}-${++count}`;
    const late = dice.chance(0.05) ? dice.below(90 * DAY_MS) : dice.below(5_000);
    const time = clock.now() - late;
    const device = dice.chance(0.1)
      ? `shared-${dice.below(SHARED_DEVICES)}`
      : `device-${dice.below(DEVICES)}`;
    const user = `user-${dice.below(USERS)}`;
    if (dice.chance(0.06)) {
      const properties = { email: `${user}@example.com`, plan: dice.pick(['gold', 'silver']) };
      return { id, type: 'identify', anonymous: device, user, time, properties };
    }
    if (dice.chance(0.08)) {
      const order = `order-${user}-${dice.below(3)}`;
      const properties = { order_id: order, revenue: dice.below(20_000) / 100, currency: 'EUR' };
      const name = dice.chance(0.1) ? 'Order Refunded' : 'Order Completed';
      // Half the orders are reported by the site, half by the order system, which knows no device.
      const anonymous = dice.chance(0.5) ? { anonymous: device } : {};
      return { id, type: 'track', name, ...anonymous, user, time, properties };
    }
    const isKnown = dice.chance(0.2);
    const ecid = dice.chance(0.1) ? { ecid: `ecid-${dice.below(2_000)}` } : {};
    const properties = { product_id: `p-${dice.below(600)}`, price: dice.below(9_900) / 100 };
    return {
      id,
      type: 'track',
      name: dice.pick(PAGES),
      anonymous: device,
      ...(isKnown ? { user } : {}),
      ...ecid,
      time,
      properties,
    };
  };

  return {
    next() {
      const messages = Array.from({ length: 1 + dice.below(EVENTS_MAX) }, () =>
        remembered.length > 0 && dice.chance(0.05) ? dice.pick(remembered) : message(),
      );
      for (const one of messages) {
        if (remembered.length < REMEMBERED) remembered.push(one);
        else remembered[dice.below(REMEMBERED)] = one;
      }
      const refusedCount = dice.chance(0.05) ? 1 : 0;
      const ids = messages.map((one) => one.id);
      return dice.chance(0.7)
        ? { path: '/v1/batch', body: segmentBody(messages, refusedCount), ids, refusedCount }
        : { path: '/api/events', body: nativeBody(messages, refusedCount), ids, refusedCount };
    },
  };
}

function segmentBody(messages: readonly Message[], refusedCount: number): string {
  const batch = messages.map(({ id, type, name, anonymous, user, ecid, time, properties }) => ({
    messageId: id,
    type,
    ...(type === 'track' ? { event: name, properties } : { traits: properties }),
    ...(anonymous === undefined ? {} : { anonymousId: anonymous }),
    ...(user === undefined ? {} : { userId: user }),
    ...(ecid === undefined ? {} : { context: { externalIds: [{ type: 'ecid', id: ecid }] } }),
    timestamp: new Date(time).toISOString(),
  }));
  const refused = Array.from({ length: refusedCount }, () => ({
    type: 'track',
    event: 'Nobody',
    userId: 'null',
  }));
  return JSON.stringify({ batch: [...batch, ...refused] });
}

function nativeBody(messages: readonly Message[], refusedCount: number): string {
  const events = messages.map(({ id, type, name, anonymous, user, ecid, time, properties }) => ({
    id,
    type,
    ...(name === undefined ? {} : { name }),
    time,
    // The sender comes first, as in the other protocol: message ids are counted by sender.
    identities: {
      ...(anonymous === undefined ? {} : { anonymous }),
      ...(user === undefined ? {} : { user }),
      ...(ecid === undefined ? {} : { ecid }),
      ...emailOf(properties),
    },
    properties,
  }));
  const refused = Array.from({ length: refusedCount }, () => ({
    name: 'Nobody',
    identities: { user: 'null' },
  }));
  return JSON.stringify({ events: [...events, ...refused] });
}

function emailOf({ email }: Readonly<Record<string, unknown>>): { email?: string } {
  return typeof email === 'string' ? { email } : {};
}
