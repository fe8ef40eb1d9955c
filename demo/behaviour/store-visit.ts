import { loyaltyIdOf } from '../people/ids.ts';
import type { Person } from '../people/person.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS, midnight } from '../time.ts';
import type { Order } from '../truth/fact.ts';
import { tierOf } from '../world/loyalty.ts';
import type { Product } from '../world/products.ts';
import { momentOfDay, STORE_DAY, storeFactor } from '../world/rhythm.ts';
import type { Store } from '../world/stores.ts';
import { isOnShelf, type World } from '../world/world.ts';
import { syncMaster } from './login.ts';
import { report, tillIds } from './native.ts';
import { orderWire, placeOrder } from './order.ts';
import { basketSize, lineOf, pickCompanion, pickDepartment, pickProduct } from './taste.ts';

const RETURN_SHARE = 0.05;
const SHELF_TRIES = 6;

/** Somebody buys in a store at a moment; the till reports the receipt. */
export function buyInStore(
  stage: Stage,
  person: Person,
  store: Store,
  at: number,
  wanted?: Product,
  brickFrom?: Order['brickFrom'],
): Order {
  const { world } = stage;
  // What she came for is ordered for her when it is not there; everything else is taken from the shelf.
  const first =
    wanted ?? fromShelf(world, store, at, () => pickProduct(world, person, pickDepartment(person), at));
  const products = [first];
  for (let i = basketSize(person); i > 1; i--) {
    const product = fromShelf(world, store, at, () => pickCompanion(world, person, first, at));
    if (!products.includes(product)) products.push(product);
  }
  const cart = products.map((product) => lineOf(person, product));
  const sale = { person, at, channel: 'store', cart, store } as const;
  const order = placeOrder(brickFrom ? { ...sale, brickFrom } : sale);
  reportReceipt(stage, order);
  if (at >= world.start && person.random.chance(RETURN_SHARE)) bringBack(stage, order);
  return order;
}

/** A thing that the store has; the last one looked for when all tries fail. */
function fromShelf(world: World, store: Store, at: number, pick: () => Product): Product {
  let product = pick();
  for (let i = 1; i < SHELF_TRIES && !isOnShelf(world, product, store, at); i++) product = pick();
  return product;
}

/** Somebody asks for a loyalty card at the till. */
export function joinInStore(stage: Stage, person: Person, store: Store, at: number): void {
  person.isKnown = true;
  report(stage, {
    source: 'stores',
    id: `card-${person.key}`,
    name: 'Loyalty Joined',
    at,
    person,
    identities: { loyalty: loyaltyIdOf(person) },
    properties: { store_id: store.id, loyalty: { tier: 'seed', points: 0 } },
    kind: 'system',
    text: 'seed',
  });
  syncMaster(stage, person, at);
}

/** A moment at which the stores of her country are open, on a day or soon after. */
export function openingMoment(person: Person, day: number): number {
  let open = midnight(day);
  if (storeFactor(open, person.country) === 0) open += DAY_MS;
  const moment = momentOfDay(STORE_DAY, person.random.next());
  return Math.floor(open + moment - person.country.aheadHours * 3_600_000);
}

function reportReceipt(stage: Stage, order: Order): void {
  const { person, store } = order;
  const hasCard = person.kind === 'member' || person.kind === 'card';
  const loyalty = hasCard ? { loyalty: { tier: tierOf(person.points), points: person.points } } : {};
  const till = 1 + person.random.below(4);
  report(stage, {
    source: 'stores',
    id: `till-${order.id}`,
    name: 'Order Completed',
    at: order.at,
    person,
    identities: tillIds(person, order.id),
    properties: orderWire(order, { store_id: store!.id, receipt_id: order.id, till, ...loyalty }),
    kind: 'ordered',
    order,
    text: hasCard ? tierOf(person.points) : '',
  });
}

function bringBack(stage: Stage, order: Order): void {
  const { person } = order;
  const at = openingMoment(person, order.at + (2 + person.random.below(14)) * DAY_MS);
  stage.schedule(at, () =>
    report(stage, {
      source: 'stores',
      id: `till-${order.id}-back`,
      name: 'Order Refunded',
      at,
      person,
      identities: tillIds(person, order.id),
      properties: {
        order_id: order.id,
        store_id: order.store!.id,
        total: order.subtotalCents / 100,
        currency: order.currency,
      },
      kind: 'refunded',
      order,
      text: String(order.subtotalCents / 100),
    }),
  );
}
