import { type Device, renewId } from '../people/devices.ts';
import type { Person } from '../people/person.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS } from '../time.ts';
import type { Cause } from '../truth/fact.ts';
import { isSoldOut } from '../world/world.ts';
import { afterOrder } from './after-order.ts';
import { browse, land } from './browse.ts';
import { remindOfCart } from './cart-reminder.ts';
import { checkOut, fillCart } from './checkout.ts';
import { clickToBrick } from './click-to-brick.ts';
import { soil } from './dirt.ts';
import { creditsOf, drawOutcome, type Outcome, warm } from './intent.ts';
import { join, logIn } from './login.ts';
import { open, openVisit, pause, track, type Visit } from './visit.ts';
import { lookThroughWishes, wish } from './wish-list.ts';

const COOKIES_CLEARED_SHARE = 0.03;
const LOG_IN_SHARE = 0.5;
const STAYS_LOGGED_IN_SHARE = 0.65;
const STAYS_ON_TABLET_SHARE = 0.3;
const JOINS_WITH_ORDER_SHARE = 0.3;
const WAITS_FOR_STOCK_SHARE = 0.45;
/** A cart that was left is still there for so long. */
const CART_KEPT_MS = 14 * DAY_MS;

/** Plays a visit from the first page to the last and lets its messages go. */
export function playVisit(stage: Stage, person: Person, device: Device, cause: Cause, at: number): void {
  const { platform } = device;
  const isClearable = !platform.isApp && !device.isShared && person.kind !== 'visitor';
  if (isClearable && person.random.chance(COOKIES_CLEARED_SHARE)) renewId(stage.world.seed, device);
  if (device.loggedIn !== person.index) device.loggedIn = -1;
  const joins = !person.isKnown && at >= person.joinsAt && person.kind !== 'card';
  const outcome = outcomeOf(stage, person, device, cause, at, joins);
  const credits = creditsOf(person, cause);
  const visit = openVisit(stage, person, device, cause, at);
  land(visit);
  const order = outcome === 'bounce' ? undefined : goOn(visit, outcome, joins, credits);
  if (joins && !person.isKnown && person.kind !== 'guest') {
    pause(visit, 20);
    join(visit);
  }
  leave(visit);
  warm(person, cause, at, order !== undefined);
  person.lastVisitAt = visit.at;
  if (order) afterOrder(stage, order, visit.at);
  else if (outcome !== 'bounce') {
    remindOfCart(stage, person, visit.at);
    clickToBrick(stage, person, cause, visit.at);
  }
}

function outcomeOf(
  stage: Stage,
  person: Person,
  device: Device,
  cause: Cause,
  at: number,
  joins: boolean,
): Outcome {
  const hasAccount = person.kind === 'member' || person.kind === 'account';
  const isSet =
    joins && (person.kind === 'guest' || (hasAccount && person.random.chance(JOINS_WITH_ORDER_SHARE)));
  const outcome = drawOutcome(stage.world, person, cause, at, device.platform, isSet);
  return joins && outcome === 'bounce' ? 'browse' : outcome;
}

function goOn(visit: Visit, outcome: Outcome, joins: boolean, credits: ReturnType<typeof creditsOf>) {
  const { person, random } = visit;
  const hasAccount = person.kind === 'member' || person.kind === 'account';
  if (hasAccount && person.isKnown && random.chance(visit.source === 'app' ? 0.9 : LOG_IN_SHARE)) {
    if (random.chance(0.5)) pause(visit, 30);
    logIn(visit);
  }
  const isStranger = person.kind === 'visitor';
  const kept = person.lastVisitAt > visit.at - CART_KEPT_MS;
  if (!kept) person.cart = [];
  const returnsToCart = outcome !== 'browse' && person.cart.length > 0 && random.chance(0.6);
  const looks = returnsToCart ? 0 : (outcome === 'browse' ? 1 : 0) + random.poisson(isStranger ? 1.1 : 1.7);
  const seen = browse(visit, outcome === 'browse' || returnsToCart ? looks : Math.max(1, looks));
  waitForStock(visit);
  wish(visit, seen);
  const isFilling = outcome !== 'browse' && !returnsToCart;
  if (isFilling) person.cart = [];
  lookThroughWishes(visit, isFilling);
  if (outcome === 'browse') return undefined;
  if (isFilling) {
    if (!fillCart(visit, seen)) return undefined;
  }
  return checkOut(visit, outcome, joins, credits);
}

/** Somebody with an account who found a thing sold out may ask to be told when it is back. */
function waitForStock(visit: Visit): void {
  const last = visit.said.findLast((said) => said.fact?.kind === 'viewed')?.fact?.product;
  const { person } = visit;
  const hasAccount = person.kind === 'member' || person.kind === 'account';
  if (!last || !person.isKnown || !hasAccount || !isSoldOut(last, visit.at)) return;
  if (!visit.random.chance(WAITS_FOR_STOCK_SHARE)) return;
  logIn(visit);
  pause(visit, 10);
  track(
    visit,
    'Back In Stock Requested',
    { product_id: last.id, name: last.name, category: last.kind.department },
    'waits for stock',
    last,
  );
}

/** The visit is over: messages go out, as clean as the world lets them. */
function leave(visit: Visit): void {
  const { device, random, person } = visit;
  if (visit.said.length === 1 && visit.source === 'web' && random.chance(0.1)) {
    pause(visit, 20);
    open(visit, 'Help', '/help');
  }
  const stays = device.isShared
    ? STAYS_ON_TABLET_SHARE
    : device.platform.isApp
      ? 0.97
      : STAYS_LOGGED_IN_SHARE;
  if (device.loggedIn >= 0 && (person.refusesCookies || !random.chance(stays))) device.loggedIn = -1;
  soil(visit);
}
