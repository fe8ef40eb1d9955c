import { type Event, INTERACTIVE_CHANNELS, isObject, type JsonObject, type Settings } from '../core/index.ts';
import { consentsOf, noteConsent } from '../privacy/index.ts';
import { noteAttributes } from './attributes.ts';
import { keepNewest } from './earlier-orders.ts';
import { ATTRIBUTE_CHARACTERS_MAX, type Fragment } from './fragment.ts';
import { isOrderEvent, noteOrder, orderIdOf } from './order.ts';
import { noteSession } from './sessions.ts';

/** What the fold learned about an event, for its row in the warehouse. */
export interface Folded {
  /** Id of the session it belongs to; 0 on channels that have none. */
  readonly session: number;
  /** A session that this event joined to `session`; 0 when none. */
  readonly absorbedSession: number;
}

const NO_SESSION: Folded = { session: 0, absorbedSession: 0 };

/**
 * Folds one event into the fragment of its sender. Pure but for the fragment; reads no clock, no network.
 * The events of a fragment give the same content in any order of arrival (a property test holds it to that).
 */
export function fold(fragment: Fragment, event: Event, place: number, settings: Settings): Folded {
  fragment.count++;
  if (fragment.first === 0 || event.time < fragment.first) fragment.first = event.time;
  if (event.time > fragment.last) fragment.last = event.time;
  if (event.type === 'identify') note(fragment, 'attributes', event.properties, event);
  if (event.properties.loyalty !== undefined || event.type === 'identify') noteFacts(fragment, event);
  if (hasConsent(event))
    for (const change of consentsOf(event)) noteConsent(fragment.consents, change, event.time, event.source);
  if (isOrderEvent(event)) {
    noteOrder(fragment.orders, event, settings.currency);
    noteAddresses(fragment, event);
    const earlier = keepNewest(fragment.orders, fragment.earlierOrders, orderIdOf(event));
    if (earlier) fragment.earlierOrders = earlier;
  }
  if (!INTERACTIVE_CHANNELS.has(event.channel)) return NO_SESSION;
  const {
    id,
    absorbed = 0,
    left,
  } = noteSession(fragment.sessions, event.time, place, settings.sessionPauseMs);
  if (left !== undefined) fragment.earlierSessions = (fragment.earlierSessions ?? 0) + left;
  return { session: id, absorbedSession: absorbed };
}

function hasConsent(event: Event): boolean {
  return (
    event.context.consent !== undefined ||
    event.name === 'Consent Updated' ||
    event.name === 'Subscribed' ||
    event.name === 'Unsubscribed'
  );
}

/** Loyalty facts that any event may carry (`properties.loyalty { tier, points, id }`), and the address of an identify call. */
function noteFacts(fragment: Fragment, event: Event): void {
  const { loyalty, address } = event.properties;
  if (isObject(loyalty) && event.type !== 'identify') {
    const { tier, points } = loyalty;
    const facts: { -readonly [K in keyof JsonObject]: JsonObject[K] } = {};
    if (tier !== undefined) facts.loyaltyTier = tier;
    if (points !== undefined) facts.loyaltyPoints = points;
    note(fragment, 'attributes', facts, event);
  }
  if (event.type === 'identify' && isObject(address)) note(fragment, 'addresses', { home: address }, event);
}

function note(
  fragment: Fragment,
  what: 'attributes' | 'addresses',
  values: JsonObject,
  { time, source }: Event,
): void {
  const room = ATTRIBUTE_CHARACTERS_MAX - fragment.attributeChars;
  fragment.attributeChars += noteAttributes(fragment[what], values, time, source, room);
}

function noteAddresses(fragment: Fragment, event: Event): void {
  const { shipping_address: shipping, billing_address: billing } = event.properties;
  if (isObject(shipping)) note(fragment, 'addresses', { shipping }, event);
  if (isObject(billing)) note(fragment, 'addresses', { billing }, event);
}
