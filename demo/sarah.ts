import { land, look } from './behaviour/browse.ts';
import { causeOf } from './behaviour/cause.ts';
import { emitMaster } from './behaviour/login.ts';
import { orderSystemIds, report } from './behaviour/native.ts';
import { orderWire, placeOrder } from './behaviour/order.ts';
import { buyInStore } from './behaviour/store-visit.ts';
import { identify, open, openVisit, pause, track, type Visit } from './behaviour/visit.ts';
import { type Device, LAPTOPS, makeDevice } from './people/devices.ts';
import { makePerson } from './people/make-person.ts';
import type { CartLine, Person } from './people/person.ts';
import type { Item, Stage } from './stage.ts';
import { DAY_MS, HOUR_MS, midnight } from './time.ts';
import type { Cause } from './truth/fact.ts';
import { lineWire } from './wire/product-wire.ts';
import { channelOf } from './world/channels.ts';
import { COUNTRIES } from './world/countries.ts';
import type { Product } from './world/products.ts';
import { STORES } from './world/stores.ts';
import type { World } from './world/world.ts';

/** Beyond every number that the generator gives out (PEOPLE_MAX). */
const SARAH_INDEX = 1_000_000;

const PAST_ORDERS = 2;

/** Sarah of the acceptance story: a member near Berlin Mitte who bought for yoga long ago, online and in the store. */
export function makeSarah(world: World): Person {
  const device = makeDevice(world.seed, SARAH_INDEX, 0, LAPTOPS[1]!);
  return {
    ...makePerson(world, SARAH_INDEX, undefined),
    key: 'psarah',
    kind: 'member',
    country: COUNTRIES[0]!,
    store: STORES[0]!,
    joinsAt: world.now - 700 * DAY_MS,
    startsAt: world.now - 700 * DAY_MS,
    visitsPerDay: 0,
    storeVisitsPerDay: 0,
    refusesCookies: false,
    responseGroup: 'persuadable',
    devices: [device],
    card: {
      firstName: 'Sarah',
      lastName: 'Keller',
      gender: 'f',
      email: 'sarah.keller@example.com',
      // BNetzA keeps 0171 39200xx free for fiction.
      phone: '+491713920042',
      nationalPhone: '0171 3920042',
      birthday: '1991-05-17',
      street: 'Lindenweg 7',
      postalCode: '10115',
      city: 'Berlin',
      country: COUNTRIES[0]!,
    },
    allowsEmail: true,
    allowsSms: false,
    allowsPush: false,
    isKnown: true,
    points: 0,
  };
}

/** Plans what happened before: yoga wear online and in the store, all more than 90 days before now. */
export function planSarah(stage: Stage, sarah: Person): void {
  const { world } = stage;
  const day = midnight(world.now);
  const [leggings, top, mat] = ['Yoga Leggings', 'Yoga Tops', 'Yoga Mats'].map((kind) =>
    dearest(world, kind),
  ) as [Product, Product, Product];
  const online = day - 240 * DAY_MS + 19 * HOUR_MS;
  stage.schedule(online, () => {
    const order = placeOrder({ person: sarah, at: online, channel: 'web', cart: [one(leggings), one(top)] });
    report(stage, {
      source: 'orders',
      id: `${order.id}-completed`,
      name: 'Order Completed',
      at: online,
      person: sarah,
      identities: orderSystemIds(world.seed, sarah),
      properties: orderWire(order, {}),
      kind: 'ordered',
      order,
    });
  });
  const inStore = day - 120 * DAY_MS + 14 * HOUR_MS;
  stage.schedule(inStore, () => void buyInStore(stage, sarah, sarah.store!, inStore, mat));
  stage.schedule(day - 100 * DAY_MS, () => emitMaster(stage, sarah, day - 100 * DAY_MS));
}

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
  const visit = openVisit(stage, sarah, sarah.devices[0] as Device, advertisement(), from);
  const shorts = dearest(world, 'Yoga Shorts');
  const sent = browseAnonymously(visit, shorts);
  close(4, 'An advertisement on a news site; she accepts cookies, clicks and looks around');
  fillCartAndLogIn(visit, shorts, sent);
  close(5, 'Puts yoga shorts into the cart and gives her address');
  call(stage, sarah, visit.at + 20 * 60_000);
  close(6, 'Calls; the agent offers the free class near her');
  buy(stage, sarah, shorts, visit.at + 45 * 60_000);
  close(7, 'Buys with ten percent off');
  return acts;
}

function browseAnonymously(visit: Visit, shorts: Product): number {
  visit.at += 2_000;
  land(visit);
  visit.at += 1_000;
  const consents = ['analytics', 'personalization', 'advertising'].map((purpose) => ({
    channel: 'any',
    purpose,
    state: 'in',
  }));
  track(visit, 'Consent Updated', { consents }, 'page');
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
    at: at + 4 * 60_000,
    properties: offer,
    kind: 'system',
  });
}

function buy(stage: Stage, sarah: Person, shorts: Product, at: number): void {
  const visit = openVisit(stage, sarah, sarah.devices[0] as Device, causeOf(channelOf('direct')), at);
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

/** The dearest product of a kind; Sarah has taste. */
export function dearest(world: World, kind: string): Product {
  return world.productsByKind
    .get(kind)!
    .products.reduce((best, product) => (product.priceCents > best.priceCents ? product : best));
}

function one(product: Product): CartLine {
  return { product, variant: product.variants[0]!, quantity: 1 };
}
