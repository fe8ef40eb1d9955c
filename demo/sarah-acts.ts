import { land, look } from './behaviour/browse.ts';
import { causeOf } from './behaviour/cause.ts';
import { report } from './behaviour/native.ts';
import { orderWire, placeOrder } from './behaviour/order.ts';
import { identify, open, openVisit, pause, track, type Visit } from './behaviour/visit.ts';
import type { Person } from './people/person.ts';
import { dearest, makeSarah, one, PAST_ORDERS } from './sarah.ts';
import type { Item, Stage } from './stage.ts';
import { MINUTE_MS } from './time.ts';
import type { Cause } from './truth/fact.ts';
import { lineWire } from './wire/product-wire.ts';
import { channelOf } from './world/channels.ts';
import type { Product } from './world/products.ts';
import type { World } from './world/world.ts';

/** One act of the story as suite.md section 15 numbers it: what Sarah does, and what goes over the wire. */
export interface Act {
  readonly step: 4 | 5 | 6 | 7;
  readonly title: string;
  readonly items: readonly Item[];
}

/**
 * The story from the moment on at which Sarah sees the advertisement. Steps 1 to 3 are looking and thinking: no messages.
 * Before she accepts cookies nothing is stored, so nothing is sent.
 */
export function playSarah(world: World, from: number): Act[] {
  const sarah = { ...makeSarah(world), orderCount: PAST_ORDERS };
  const items: Item[] = [];
  const stage = collecting(world, items);
  const acts: Act[] = [];
  const close = (step: Act['step'], title: string): void => {
    acts.push({ step, title, items: items.splice(0) });
  };
  const visit = openVisit(stage, sarah, sarah.devices[0]!, advertisement(), from);
  const shorts = dearest(world, 'Yoga Shorts');
  const sent = browseAnonymously(visit, shorts);
  close(4, 'An advertisement on a news site; she accepts cookies, clicks and looks around');
  fillCartAndLogIn(visit, shorts, sent);
  close(5, 'Puts yoga shorts into the cart and gives her address');
  call(stage, sarah, visit.at + 20 * MINUTE_MS);
  close(6, 'Calls; the agent offers the free class near her');
  buy(stage, sarah, shorts, visit.at + 45 * MINUTE_MS);
  close(7, 'Buys with ten percent off');
  return acts;
}

function browseAnonymously(visit: Visit, shorts: Product): number {
  visit.at += 2_000;
  const consents = ['analytics', 'personalization', 'advertising'].map((purpose) => ({
    channel: 'any',
    purpose,
    state: 'in',
  }));
  track(visit, 'Consent Updated', { consents }, 'page');
  visit.at += 1_000;
  land(visit);
  for (const kind of ['Yoga Tops', 'Yoga Leggings']) {
    pause(visit, 30);
    look(visit, dearest(visit.stage.world, kind));
  }
  pause(visit, 30);
  look(visit, shorts);
  return flush(visit, 0);
}

function fillCartAndLogIn(visit: Visit, shorts: Product, from: number): void {
  pause(visit, 20);
  const { country } = visit.person;
  track(
    visit,
    'Product Added',
    { cart_id: 'cart-sarah', ...lineWire(one(shorts), country, visit.at) },
    'added',
    shorts,
  );
  pause(visit, 15);
  open(visit, 'Log in', '/account/login');
  pause(visit, 15);
  identify(visit, 'logged in', { firstName: 'Sarah', lastName: 'Keller' });
  pause(visit, 5);
  open(visit, 'Cart', '/cart');
  flush(visit, from);
}

function call(stage: Stage, sarah: Person, at: number): void {
  const said = { source: 'calls', person: sarah, identities: { phone: sarah.card!.nationalPhone! } } as const;
  report(stage, {
    ...said,
    id: 'call-sarah-1',
    name: 'Call Received',
    at,
    properties: { reason: 'size advice', agent: 'Ines', duration_seconds: 310 },
    kind: 'called',
    text: 'size advice',
  });
  const offer = {
    offer: 'free yoga class',
    placement: 'call centre',
    store_id: sarah.store!.id,
    agent: 'Ines',
  };
  report(stage, {
    ...said,
    id: 'call-sarah-2',
    name: 'Offer Accepted',
    at: at + 4 * MINUTE_MS,
    properties: offer,
    kind: 'system',
  });
}

function buy(stage: Stage, sarah: Person, shorts: Product, at: number): void {
  const visit = openVisit(stage, sarah, sarah.devices[0]!, causeOf(channelOf('direct')), at);
  open(visit, 'Cart', '/cart');
  pause(visit, 10);
  const coupon = { coupon_id: 'MEMBER10', coupon_name: 'Ten percent for members' };
  track(visit, 'Coupon Applied', { cart_id: 'cart-sarah', ...coupon, discount: 10 }, 'page');
  pause(visit, 10);
  track(
    visit,
    'Checkout Started',
    { checkout_id: 'co-sarah', products: [lineWire(one(shorts), sarah.country, visit.at)] },
    'checkout',
  );
  pause(visit, 40);
  const order = placeOrder({
    person: sarah,
    at: visit.at,
    channel: 'web',
    cart: [one(shorts)],
    cause: { ...advertisement(), message: tenPercent() },
  });
  track(visit, 'Order Completed', orderWire(order, { checkout_id: 'co-sarah' }), 'ordered', undefined, order);
  flush(visit, 0);
}

function tenPercent(): Cause['message'] {
  return {
    id: 'member-offer',
    channel: 'email',
    subject: '',
    at: 0,
    department: 'Yoga',
    coupon: 'MEMBER10',
    discount: 0.1,
    response: 0,
  };
}

function advertisement(): Cause {
  const channel = channelOf('paid social');
  return { ...causeOf(channel), campaignId: 'social-yoga-flow', source: 'instagram', department: 'Yoga' };
}

/** Sends what was said since the last time; message ids count on, so nothing is taken out. */
function flush(visit: Visit, from: number): number {
  for (const { at, message, fact } of visit.said.slice(from)) visit.stage.emit('web', at + 40, message, fact);
  return visit.said.length;
}

function collecting(world: World, items: Item[]): Stage {
  return {
    world,
    schedule: () => {},
    emit: (source, at, message, fact) => void items.push({ source, at, message, fact }),
    visit: () => {},
    assign: () => {},
  };
}
