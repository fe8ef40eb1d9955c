import { BOT_AGENTS } from './behaviour/bots.ts';
import { gini, share, topShare } from './figures.ts';
import { type IncidentFigures, incidentFigures, perDay, type Session } from './incident-figures.ts';
import { retentionOf } from './retention.ts';
import type { Item } from './stage.ts';
import { DAY_MS, isWithin, weekday } from './time.ts';
import type { SegmentMessage } from './wire/message.ts';
import { COUNTRIES } from './world/countries.ts';
import type { World } from './world/world.ts';

const PAUSE_MS = 30 * 60_000;

/** What an analyst looks at first. Shares are 0 to 1, amounts in euros. */
export interface Plausibility extends IncidentFigures {
  readonly eventCount: number;
  readonly sessionCount: number;
  readonly conversionShare: number;
  readonly cartAbandonmentShare: number;
  readonly eventsPerSession: number;
  readonly onlineOrderCount: number;
  readonly storeOrderCount: number;
  readonly linesPerOrder: number;
  readonly unitsPerOrder: number;
  readonly meanOrderEuro: number;
  /** Of units sold over products. */
  readonly productGini: number;
  readonly topDecileShare: number;
  /** Sessions, Monday to Sunday, as shares of the week. */
  readonly webWeek: readonly number[];
  readonly storeWeek: readonly number[];
  /** Of senders first seen in a week: the share seen again n weeks later, n from 1. */
  readonly retention: readonly number[];
  readonly bestSellerAddsPerDay: { readonly stockOut: number; readonly otherwise: number };
  readonly lateCount: number;
  readonly repeatedCount: number;
}

/** Running figures while the messages go by. */
class Tally {
  events = 0;
  late = 0;
  repeated = 0;
  lines = 0;
  units = 0;
  euro = 0;
  /** Orders of all kinds; those of stores are counted apart as well. */
  orders = 0;
  store = 0;
  readonly adds = { during: 0, otherwise: 0 };
  readonly sessions: Session[] = [];
  readonly weeks = new Map<string, Set<number>>();
  readonly unitsByProduct = new Map<string, number>();
  readonly storeDays = new Array<number>(7).fill(0);
  private readonly open = new Map<string, Session>();
  private readonly seen = new Set<string>();

  /** A message of site or app. */
  noteOnline(wire: SegmentMessage, at: number, world: World): void {
    if (this.seen.has(wire.messageId)) {
      this.repeated++;
      return;
    }
    this.seen.add(wire.messageId);
    const time = Date.parse(wire.timestamp);
    if (at - time > 60_000) this.late++;
    const agent = wire.context['userAgent'] as string;
    if (BOT_AGENTS.includes(agent)) return;
    const sender = `${wire.anonymousId}`;
    noteSession(sessionOf(this.open, this.sessions, sender, time, agent), wire);
    const week = Math.floor((time - world.start) / (7 * DAY_MS));
    const weeks = this.weeks.get(sender);
    if (weeks) weeks.add(week);
    else this.weeks.set(sender, new Set([week]));
    const stockOut = world.incidents.find(({ id }) => id === 'stock-out');
    if (wire.event === 'Product Added' && wire.properties?.['product_id'] === world.bestSeller.id)
      this.adds[stockOut && isWithin(stockOut, time) ? 'during' : 'otherwise']++;
    if (wire.event === 'Order Completed') this.noteOrder(wire.properties as unknown as OrderWire);
  }

  noteReceipt(order: OrderWire, at: number): void {
    this.store++;
    this.storeDays[weekday(at)]!++;
    this.noteOrder(order);
  }

  noteOrder({ products, revenue, currency }: OrderWire): void {
    for (const { product_id, quantity } of products) {
      this.unitsByProduct.set(product_id, (this.unitsByProduct.get(product_id) ?? 0) + quantity);
      this.units += quantity;
    }
    this.orders++;
    this.lines += products.length;
    this.euro += revenue / (COUNTRIES.find((country) => country.currency === currency)?.rate ?? 1);
  }
}

interface OrderWire {
  readonly products: readonly { readonly product_id: string; readonly quantity: number }[];
  readonly revenue: number;
  readonly currency: string;
}

/** Looks at the messages of the window as an analyst would, machines left out. */
export function measure(items: Iterable<Item>, world: World): Plausibility {
  const tally = new Tally();
  for (const { source, at, message } of items) {
    if (at < world.start || at > world.now) continue;
    tally.events++;
    if ('messageId' in message) tally.noteOnline(message, at, world);
    else if (message.name === 'Order Completed') {
      const order = message.properties as unknown as OrderWire;
      if (source === 'stores') tally.noteReceipt(order, at);
      else tally.noteOrder(order);
    }
  }
  return figuresOf(tally, world);
}

function figuresOf(tally: Tally, world: World): Plausibility {
  const { sessions, store, orders } = tally;
  const counts = world.products.map(({ id }) => tally.unitsByProduct.get(id) ?? 0);
  const webDays = new Array<number>(7).fill(0);
  for (const session of sessions) webDays[weekday(session.from)]!++;
  return {
    eventCount: tally.events,
    sessionCount: sessions.length,
    conversionShare: share(sessions, ({ ordered }) => ordered),
    cartAbandonmentShare: share(
      sessions.filter(({ added }) => added),
      ({ ordered }) => !ordered,
    ),
    eventsPerSession: sessions.reduce((sum, { events }) => sum + events, 0) / sessions.length,
    onlineOrderCount: orders - store,
    storeOrderCount: store,
    linesPerOrder: tally.lines / orders,
    unitsPerOrder: tally.units / orders,
    meanOrderEuro: tally.euro / orders,
    productGini: gini(counts),
    topDecileShare: topShare(counts, 0.1),
    webWeek: webDays.map((count) => count / sessions.length),
    storeWeek: tally.storeDays.map((count) => count / store),
    retention: retentionOf(tally.weeks, world),
    ...incidentFigures(sessions, world),
    bestSellerAddsPerDay: perDay(
      tally.adds,
      world.incidents.find(({ id }) => id === 'stock-out'),
      world,
    ),
    lateCount: tally.late,
    repeatedCount: tally.repeated,
  };
}

function sessionOf(
  open: Map<string, Session>,
  sessions: Session[],
  sender: string,
  time: number,
  agent: string,
): Session {
  const known = open.get(sender);
  if (known && time - known.last < PAUSE_MS) {
    known.last = Math.max(known.last, time);
    return known;
  }
  const device = /iPhone|Mobile/.test(agent) && !agent.includes('iPad') ? 'phone' : 'other';
  const session: Session = {
    from: time,
    last: time,
    events: 0,
    device,
    added: false,
    checkout: false,
    payment: false,
    ordered: false,
  };
  open.set(sender, session);
  sessions.push(session);
  return session;
}

function noteSession(session: Session, { event }: SegmentMessage): void {
  session.events++;
  if (event === 'Product Added' || event === 'Cart Viewed') session.added = true;
  else if (event === 'Checkout Started') session.checkout = true;
  else if (event === 'Payment Info Entered') session.payment = true;
  else if (event === 'Order Completed') session.ordered = true;
}
