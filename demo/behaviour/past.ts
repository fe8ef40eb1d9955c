import type { Person } from '../people/person.ts';
import { randomOf } from '../random.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS } from '../time.ts';
import { momentOfDay, WEB_DAY } from '../world/rhythm.ts';
import { orderSystemIds, report } from './native.ts';
import { orderWire, placeOrder } from './order.ts';
import { buyInStore, openingMoment } from './store-visit.ts';
import { basketSize, lineOf, pickCompanion, pickDepartment, pickProduct } from './taste.ts';

/** Web orders a day for each daily visit of a customer: conversion as it was in the past. */
const ORDERS_PER_VISIT = 0.075;
const ORDERS_MAX = 60;

/** Plans the orders of a person before the window, as the order system and the tills remember them. */
export function planPast(stage: Stage, person: Person): void {
  const { world } = stage;
  if (person.joinsAt >= world.start || person.kind === 'subscriber') return;
  const random = randomOf(world.seed, 'past', person.index);
  const from = Math.max(world.historyStart, person.joinsAt);
  const days = (world.start - from) / DAY_MS;
  if (days < 1) return;
  const perDay = person.visitsPerDay * person.persona.stays * person.buyFactor * ORDERS_PER_VISIT;
  const hasFirst = person.joinsAt >= world.historyStart && person.kind === 'guest' ? 1 : 0;
  const web =
    person.kind === 'card' ? 0 : Math.min(ORDERS_MAX, random.poisson(Math.min(20, perDay * days)) + hasFirst);
  const inStore = person.store
    ? Math.min(ORDERS_MAX, random.poisson(Math.min(20, person.storeVisitsPerDay * days)))
    : 0;
  for (let i = 0; i < web; i++) {
    const day = from + Math.floor(random.next() * days) * DAY_MS;
    const at = Math.floor(Math.min(world.start - 1, day + momentOfDay(WEB_DAY, random.next())));
    stage.schedule(at, () => orderOnline(stage, person, at));
  }
  const { store } = person;
  for (let i = 0; i < inStore && store; i++) {
    const at = openingMoment(person, from + random.next() * (days - 1) * DAY_MS);
    if (at < world.start) stage.schedule(at, () => void buyInStore(stage, person, store, at));
  }
}

function orderOnline(stage: Stage, person: Person, at: number): void {
  const { world } = stage;
  const first = pickProduct(world, person, pickDepartment(person), at);
  const products = [first];
  for (let i = basketSize(person); i > 1; i--) {
    const product = pickCompanion(world, person, first, at);
    if (!products.includes(product)) products.push(product);
  }
  const order = placeOrder({
    person,
    at,
    channel: 'web',
    cart: products.map((product) => lineOf(person, product)),
  });
  report(stage, {
    source: 'orders',
    id: `${order.id}-completed`,
    name: 'Order Completed',
    at,
    person,
    identities: orderSystemIds(world.seed, person),
    properties: orderWire(order, {}),
    kind: 'ordered',
    order,
  });
}
