import type { JsonObject } from '../../src/core/index.ts';
import { cardOf } from '../people/card.ts';
import { type Device, giveId, pushTokenOf, renewId } from '../people/devices.ts';
import { loyaltyIdOf, userIdOf } from '../people/ids.ts';
import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import type { Stage } from '../stage.ts';
import { iso, MINUTE_MS, SECOND_MS } from '../time.ts';
import type { Cause, Fact, FactKind, Order } from '../truth/fact.ts';
import type { SegmentMessage } from '../wire/message.ts';
import { SHOP_HOST, SHOP_NAME } from '../world/brands.ts';
import type { Product } from '../world/products.ts';
import { campaignWire, surroundings } from './surroundings.ts';

/** A message of a visit before it goes out. */
export interface Said {
  readonly at: number;
  readonly message: SegmentMessage;
  readonly fact: Fact | undefined;
}

/** One visit to the web shop or the app while it goes on. */
export interface Visit {
  readonly stage: Stage;
  readonly person: Person;
  readonly random: Random;
  readonly device: Device;
  readonly cause: Cause;
  readonly source: 'web' | 'app';
  /** Begins the ids of its messages. */
  readonly prefix: string;
  readonly base: JsonObject;
  readonly said: Said[];
  /** The moment up to which it has been played. */
  at: number;
  /** Who is logged in. */
  as: Person | undefined;
  /** The context of the page that is open. */
  context: JsonObject;
  url: string;
}

/** No pause within a visit is longer, so that it stays one session. */
const PAUSE_MAX_MS = 9 * MINUTE_MS;

/** Opens a visit. Somebody who refuses cookies comes as a stranger every time. */
export function openVisit(stage: Stage, person: Person, device: Device, cause: Cause, at: number): Visit {
  const { seed } = stage.world;
  person.visitCount++;
  if (person.refusesCookies && !device.platform.isApp && !device.isShared && person.visitCount > 1)
    renewId(seed, device);
  giveId(seed, device);
  const isApp = device.platform.isApp;
  const base = surroundings(person, device, cause, isApp ? pushTokenOf(seed, device) : undefined);
  return {
    stage,
    person,
    random: person.random,
    device,
    cause,
    source: isApp ? 'app' : 'web',
    prefix: `${isApp ? 'app' : 'ajs-next'}-${person.key}-${person.visitCount}-`,
    base,
    said: [],
    at,
    as: device.loggedIn >= 0 && device.loggedIn === person.index ? person : undefined,
    context: base,
    url: cause.channel.referrer,
  };
}

/** Lets time pass: usually about this long, now and then much longer. */
export function pause(visit: Visit, meanSeconds: number): void {
  const wait = visit.random.exponential(meanSeconds * SECOND_MS) + 900;
  visit.at += Math.floor(Math.min(wait, PAUSE_MAX_MS));
}

/** Opens a page of the site, or a screen of the app. */
export function open(visit: Visit, name: string, path: string, query = ''): void {
  if (visit.source === 'app') {
    say(visit, 'screen', name, { name }, 'page');
    return;
  }
  // Consent is stated before the first page.
  const isLanding = visit.said.every(({ message }) => message.type === 'track');
  const landing = isLanding ? campaignWire(visit.cause, visit.prefix) : undefined;
  const search = landing === undefined ? query : query ? `${query}&${landing.query}` : `?${landing.query}`;
  const page = {
    path,
    referrer: visit.url,
    search,
    title: `${name} | ${SHOP_NAME}`,
    url: `https://${SHOP_HOST}${path}${search}`,
  };
  visit.url = page.url;
  visit.context = { ...visit.base, page };
  say(visit, 'page', name, page, 'page');
}

/** Reports what was done on the page that is open. */
export function track(
  visit: Visit,
  event: string,
  properties: JsonObject,
  kind: FactKind,
  product?: Product,
  order?: Order,
  text = '',
): void {
  say(visit, 'track', event, properties, kind, product, order, text);
}

/** Says who she is; from here on the messages of an account name her. */
export function identify(visit: Visit, kind: 'identified' | 'logged in', traits: JsonObject): void {
  const { person } = visit;
  visit.as = person;
  visit.device.isLinked = true;
  const hasAccount = person.kind === 'member' || person.kind === 'account';
  if (hasAccount) visit.device.loggedIn = person.index;
  const card = cardOf(visit.stage.world.seed, person);
  const context =
    person.kind === 'member' && kind === 'logged in'
      ? { ...visit.context, externalIds: [externalLoyalty(person)] }
      : visit.context;
  const message: SegmentMessage = {
    type: 'identify',
    messageId: visit.prefix + visit.said.length,
    anonymousId: visit.device.anonymousId,
    ...(hasAccount ? { userId: userIdOf(person) } : {}),
    timestamp: iso(visit.at),
    traits: { email: card.email, ...traits },
    context,
  };
  const tier = typeof traits['loyaltyTier'] === 'string' ? traits['loyaltyTier'] : '';
  visit.said.push({ at: visit.at, message, fact: factOf(visit, kind, person, undefined, undefined, tier) });
}

function externalLoyalty(person: Person): JsonObject {
  return { id: loyaltyIdOf(person), type: 'loyalty', collection: 'users', encoding: 'none' };
}

/** Whether the messages of this moment carry a user id. */
function userIdNow(visit: Visit): string | undefined {
  const { as } = visit;
  if (as === undefined || as.kind === 'guest' || as.kind === 'subscriber') return undefined;
  return userIdOf(as);
}

/** Literals of one shape each: with spreads this function took a fifth of the generator's time. */
function say(
  visit: Visit,
  type: 'page' | 'screen' | 'track',
  name: string,
  properties: JsonObject,
  kind: FactKind,
  product?: Product,
  order?: Order,
  text = '',
): void {
  const messageId = visit.prefix + visit.said.length;
  const { anonymousId } = visit.device;
  const userId = userIdNow(visit);
  const timestamp = iso(visit.at);
  const { context } = visit;
  const message: SegmentMessage =
    type === 'track'
      ? userId === undefined
        ? { type, event: name, messageId, anonymousId, timestamp, properties, context }
        : { type, event: name, messageId, anonymousId, userId, timestamp, properties, context }
      : userId === undefined
        ? { type, name, messageId, anonymousId, timestamp, properties, context }
        : { type, name, messageId, anonymousId, userId, timestamp, properties, context };
  const as = userId === undefined ? undefined : visit.as;
  visit.said.push({ at: visit.at, message, fact: factOf(visit, kind, as, product, order, text) });
}

function factOf(
  visit: Visit,
  kind: FactKind,
  as: Person | undefined,
  product?: Product,
  order?: Order,
  text = '',
): Fact {
  return {
    kind,
    who: visit.person,
    sender: visit.device.anonymousId,
    device: visit.device,
    as,
    time: visit.at,
    isInteractive: true,
    product,
    order,
    text,
    campaign: undefined,
  };
}
