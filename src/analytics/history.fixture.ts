import fc from 'fast-check';
import { type Channel, INTERACTIVE_CHANNELS } from '../core/index.ts';

/** A product line of an event. */
export interface Line {
  readonly product: string;
  readonly category: string;
  readonly price: number;
  readonly quantity: number;
}

/** Something that happened, as a test states it and as a plain reckoning reads it. `person` is the person of now. */
export interface Happened {
  readonly place: number;
  readonly time: number;
  readonly person: number;
  readonly session: number;
  readonly name: string;
  readonly channel: Channel;
  readonly campaign: string;
  readonly country: string;
  readonly page: string;
  readonly orderId: string;
  readonly revenue: number;
  /** What it changes in the number of orders: 1 where one is placed, unless said. */
  readonly orderCount: number;
  readonly currency: string;
  readonly lines: readonly Line[];
  readonly properties: { readonly [key: string]: string | number | boolean };
  /** Above 0: the program made it of the event at the same place. */
  readonly derived?: number;
  /** Who it was written for, where she has become another since. */
  readonly writtenFor?: number;
}

/** The end of every random history, and the moment at which questions about it are asked. */
export const NOW = Date.parse('2026-04-10T12:00:00Z');
const DAY = 86_400_000;
const DAYS = 45;
const PAUSE = 30 * 60_000;

/** Makes something that happened; a test says what matters. */
export function happened(change: Partial<Happened>): Happened {
  return {
    place: 1,
    time: NOW - DAY,
    person: 1,
    session: 1,
    name: 'Page Viewed',
    channel: 'web',
    campaign: '',
    country: 'DE',
    page: '/',
    orderId: '',
    revenue: 0,
    orderCount: change.name === 'Order Completed' ? 1 : 0,
    currency: '',
    lines: [],
    properties: {},
    ...change,
  };
}

const pick = <T>(...values: T[]) => fc.constantFrom(...values);

const anyLine: fc.Arbitrary<Line> = fc.record({
  product: pick('P1', 'P2', 'P3'),
  category: pick('yoga', 'run', ''),
  price: pick(0, 10, 12.5, 30),
  quantity: pick(1, 2, 3),
});

interface Act {
  readonly gap: number;
  readonly name: string;
  readonly channel: Channel;
  readonly campaign: string;
  readonly country: string;
  readonly page: string;
  readonly currency: string;
  readonly lines: readonly Line[];
  readonly order: number;
  readonly color: string;
}

/** Gaps of nothing (two events of one moment), within a session, between sessions and between visits of other days. */
const anyAct: fc.Arbitrary<Act> = fc.record({
  gap: pick(0, 0, 1, 60_000, 10 * 60_000, PAUSE, 3 * 3_600_000, DAY, 5 * DAY),
  name: pick(
    'Page Viewed',
    'Page Viewed',
    'Product Viewed',
    'Product Added',
    'Checkout Started',
    'Order Completed',
    'Email Clicked',
  ),
  channel: pick<Channel>('web', 'web', 'app', 'store', 'message', 'order'),
  campaign: pick('', '', '', 'spring', 'sale'),
  country: pick('DE', 'CH'),
  page: pick('/', '/yoga', '/run', '/cart'),
  currency: pick('EUR', 'CHF'),
  lines: fc.array(anyLine, { maxLength: 3 }),
  order: fc.nat(3),
  color: pick('red', 'blue', ''),
});

/**
 * Histories of some people: sessions of each sender, events of one moment, late ones (their places are not in the order of time), orders
 * that are reported again, and people who have become one.
 */
export const anyHistory: fc.Arbitrary<readonly Happened[]> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.nat(DAYS * DAY),
        fc.array(anyAct, { minLength: 1, maxLength: 14, size: 'max' }),
        fc.boolean(),
      ),
      {
        minLength: 3,
        maxLength: 12,
        size: 'max',
      },
    ),
    fc.infiniteStream(fc.nat(1_000)),
  )
  .map(([people, dice]) => {
    const events: Happened[] = [];
    for (const [i, [start, acts, isMerged]] of people.entries())
      events.push(...lived(i + 1, start, acts, isMerged));
    // Mostly in the order of time, some late.
    const late = new Map(
      events.map((event) => [event, event.time + ((dice.next().value ?? 0) % 10 === 0 ? 3 * DAY : 0)]),
    );
    return [...events]
      .sort((a, b) => late.get(a)! - late.get(b)!)
      .map((event, i) => ({ ...event, place: 4096 * (i + 1) }));
  });

function lived(person: number, start: number, acts: readonly Act[], isMerged: boolean): Happened[] {
  let time = NOW - DAYS * DAY + start;
  let session = person * 1_000;
  const orders = new Set<string>();
  return acts.flatMap((act, i) => {
    time += act.gap;
    if (time > NOW) return [];
    if (act.gap >= PAUSE) session++;
    const isOrder = act.name === 'Order Completed';
    const orderId = isOrder ? `O${person}-${act.order}` : '';
    const isCounted = isOrder && !orders.has(orderId);
    orders.add(orderId);
    const amount = act.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
    return happened({
      time,
      // Half of the second half of her life was written for somebody she has absorbed.
      person,
      ...(isMerged && i % 2 === 1 ? { writtenFor: person + 500 } : {}),
      session: INTERACTIVE_CHANNELS.has(act.channel) ? session : 0,
      name: act.name,
      channel: act.channel,
      campaign: act.campaign,
      country: act.country,
      page: act.page,
      orderId,
      revenue: isCounted ? amount : 0,
      orderCount: isCounted ? 1 : 0,
      currency: isOrder ? act.currency : '',
      lines: isOrder || act.name.startsWith('Product') ? act.lines : [],
      properties: act.color === '' ? {} : { color: act.color },
    });
  });
}
