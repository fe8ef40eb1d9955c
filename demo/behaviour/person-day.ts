import type { Person } from '../people/person.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS, HOUR_MS } from '../time.ts';
import { momentOfDay, storeFactor, WEB_DAY, webFactor } from '../world/rhythm.ts';
import { takeCall } from './call.ts';
import { directCause, drawCause } from './cause.ts';
import { orderByPhone } from './phone-order.ts';
import { buyInStore, joinInStore, openingMoment } from './store-visit.ts';
import { bargainOf } from './wish-list.ts';

/** How fast the interest of the first weeks goes; what stays is the persona's share. */
const INTEREST_DAYS = 15;
const CALLS_PER_DAY = 0.0006;
export const PHONE_ORDERS_PER_DAY = 0.00015;
/** Chance of another visit on the same day. */
export const SECOND_VISIT_SHARE = 0.12;
/** Daily chance that somebody whose things ran out comes for them. */
const REORDER_SHARE = 0.07;
/** Daily chance that somebody comes because something on her wish list has become cheaper. */
const BARGAIN_SHARE = 0.04;
const CALL_REASONS = [
  'question about a product',
  'change of address',
  'question about points',
  'complaint',
  'size advice',
];
const DEVICE_SHARES = [0.55, 0.25, 0.2];

/** What is the same for everybody on a day. */
export interface DayFrame {
  readonly day: number;
  readonly webFactor: number;
}

export function dayFrame(day: number): DayFrame {
  return { day, webFactor: webFactor(day) };
}

/** Plans what a person does on a day. Draws only from her own sequence. */
export function planDay(stage: Stage, person: Person, frame: DayFrame): void {
  const { day } = frame;
  const { random } = person;
  const visits = random.next();
  const outings = random.next();
  if (person.startsAt >= day + DAY_MS) return;
  if (person.joinsAt >= day && person.joinsAt < day + DAY_MS) planJoining(stage, person, day);
  else if (visits < visitRate(person, frame)) {
    planVisit(stage, person, day);
    if (random.chance(SECOND_VISIT_SHARE)) planVisit(stage, person, day);
  }
  if (!person.isKnown) return;
  if (person.store && outings < person.storeVisitsPerDay * storeFactor(day, person.country)) {
    const { store } = person;
    const at = openingMoment(person, day);
    stage.schedule(at, () => void buyInStore(stage, person, store, at));
  }
  const rare = random.next();
  if (rare < CALLS_PER_DAY) takeCall(stage, person, day - DAY_MS, random.pick(CALL_REASONS));
  else if (rare < CALLS_PER_DAY + PHONE_ORDERS_PER_DAY) orderByPhone(stage, person, day);
}

/** Visits a day at this point of her life as a customer: the true rate that scores try to find. */
export function visitRate(person: Person, frame: DayFrame): number {
  const { day } = frame;
  const age = (day - person.startsAt) / DAY_MS;
  const { stays } = person.persona;
  const interest = age > 120 ? stays : stays + (1 - stays) * Math.exp(-Math.max(0, age) / INTEREST_DAYS);
  const mood = day < person.annoyedUntil ? 0.5 : 1;
  const isOut =
    person.runsOut !== undefined &&
    day > person.runsOutAt - 3 * DAY_MS &&
    day < person.runsOutAt + 25 * DAY_MS;
  const own = person.visitsPerDay * interest * mood * frame.webFactor;
  return own + (isOut ? REORDER_SHARE : 0) + (bargainOf(person, day) ? BARGAIN_SHARE : 0);
}

function planVisit(stage: Stage, person: Person, day: number): void {
  const { random } = person;
  const at = localMoment(person, day, momentOfDay(WEB_DAY, random.next()));
  const device = person.devices[Math.min(person.devices.length - 1, random.weighted(DEVICE_SHARES))]!;
  stage.schedule(at, () => {
    const needs = person.runsOut !== undefined && at > person.runsOutAt - 3 * DAY_MS && random.chance(0.4);
    const wanted = needs ? person.runsOut : bargainOf(person, at);
    const cause = wanted || device.platform.isApp ? directCause(wanted) : drawCause(stage.world, person, at);
    stage.visit(person, device, cause, at);
  });
}

/** The day on which the shop gets to know her: a visit, or a card at the till. */
function planJoining(stage: Stage, person: Person, day: number): void {
  const { store, random } = person;
  if (person.kind === 'card') {
    if (!store) return;
    const at = Math.max(openingMoment(person, day), Math.ceil(person.joinsAt));
    stage.schedule(at, () => {
      joinInStore(stage, person, store, at);
      stage.schedule(at + 60_000, () => void buyInStore(stage, person, store, at + 60_000));
    });
    return;
  }
  const at = Math.ceil(person.joinsAt);
  const device = person.devices[Math.min(person.devices.length - 1, random.below(2))]!;
  const own = device.isShared ? person.devices[0]! : device;
  stage.schedule(at, () =>
    stage.visit(person, own, own.platform.isApp ? directCause() : drawCause(stage.world, person, at), at),
  );
}

function localMoment(person: Person, day: number, moment: number): number {
  const local = moment - person.country.aheadHours * HOUR_MS;
  return Math.floor(day + (local < 0 ? local + DAY_MS : local));
}
