import { emitMaster } from './behaviour/login.ts';
import { orderSystemIds, report } from './behaviour/native.ts';
import { orderWire, placeOrder } from './behaviour/order.ts';
import { buyInStore } from './behaviour/store-visit.ts';
import { LAPTOPS, makeDevice } from './people/devices.ts';
import { makePerson } from './people/make-person.ts';
import type { CartLine, Person } from './people/person.ts';
import type { Stage } from './stage.ts';
import { DAY_MS, HOUR_MS, midnight } from './time.ts';
import { COUNTRIES } from './world/countries.ts';
import type { Product } from './world/products.ts';
import { STORES } from './world/stores.ts';
import type { World } from './world/world.ts';

/** Beyond every number that the generator gives out (PEOPLE_MAX). */
const SARAH_INDEX = 1_000_000;

/** How many orders `planSarah` makes; the acts count on from there. */
export const PAST_ORDERS = 2;

/** Sarah of the acceptance story: a member near Berlin Mitte who bought for yoga long ago, online and in the store. */
export function makeSarah(world: World): Person {
  const device = makeDevice(SARAH_INDEX, 0, LAPTOPS[1]!);
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

/** The dearest product of a kind; Sarah has taste. */
export function dearest(world: World, kind: string): Product {
  return world.productsByKind
    .get(kind)!
    .products.reduce((best, product) => (product.priceCents > best.priceCents ? product : best));
}

/** A line with one of it. */
export function one(product: Product): CartLine {
  return { product, variant: product.variants[0]!, quantity: 1 };
}
