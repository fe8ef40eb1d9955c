import type { JsonObject } from '../src/core/index.ts';
import type { Item } from './stage.ts';
import { DAY_MS } from './time.ts';

/**
 * Counts the demo again from nothing but the messages, as a plain script would: repetitions dropped, identities joined by
 * the rules of the product, audiences by brute force. The answer sheet is held against it.
 */
export interface Recount {
  readonly orders: ReadonlyMap<
    string,
    { readonly person: string; readonly revenue: number; readonly at: number }
  >;
  readonly sessionCount: number;
  readonly people: readonly Counted[];
  /** ms that the clocks of devices are ahead, by anonymous id, where one shows. */
  readonly clocks: ReadonlyMap<string, number>;
}

/** One event as the recount keeps it. */
export interface CountedEvent {
  readonly name: string;
  readonly type: string;
  readonly source: string;
  /** The first key on the wire: the device, or the person where no device is known. */
  readonly sender: string;
  readonly time: number;
  readonly properties: JsonObject;
  readonly context: JsonObject;
}

/** One person as the messages tell. */
export interface Counted {
  readonly keys: Set<string>;
  readonly events: CountedEvent[];
}

interface Wire {
  readonly id: string;
  readonly event: Omit<CountedEvent, 'sender'>;
  /** `namespace:value`, the sender first. */
  readonly keys: readonly string[];
}

const BLANKS = new Set(['', 'null', 'undefined', 'anonymous', '0']);
const PEOPLE_NAMESPACES = new Set(['user', 'crm', 'loyalty', 'email', 'phone']);
const INTERACTIVE = new Set(['web', 'app', 'stores', 'calls']);
const PAUSE_MS = 30 * 60_000;

/** Recounts a stream of messages in order of delivery. */
export function recount(items: Iterable<Item>, start: number, now: number): Recount {
  const seen = new Set<string>();
  const owner = new Map<string, Counted>();
  const clocks = new Map<string, number>();
  for (const { source, at, message } of items) {
    if (at > now) continue;
    const wire = read(source, message as unknown as JsonObject);
    if (seen.has(wire.id)) continue;
    seen.add(wire.id);
    if (wire.keys.length === 0) continue;
    if ('originalTimestamp' in message && wire.keys[0]!.startsWith('anonymous:'))
      clocks.set(message.anonymousId!, Date.parse(message.originalTimestamp!) - wire.event.time);
    const person = resolve(owner, wire.keys);
    person.events.push({ ...wire.event, sender: wire.keys[0]! });
  }
  const people = [...new Set(owner.values())];
  return { people, orders: ordersIn(people), sessionCount: countSessions(people, start), clocks };
}

function read(source: string, message: JsonObject): Wire {
  const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  if ('identities' in message) {
    const identities = message['identities'] as Record<string, string>;
    const keys = Object.entries(identities).map(([namespace, value]) => keyOf(namespace, value));
    const event = {
      name: text(message['name']) || 'Identified',
      type: text(message['type']) || 'track',
      source,
      time: Date.parse(text(message['time'])),
      properties: message['properties'] as JsonObject,
      context: {},
    };
    return { id: text(message['id']), event, keys };
  }
  const context = message['context'] as JsonObject;
  const traits = message['traits'] as JsonObject | undefined;
  const device = context['device'] as JsonObject | undefined;
  const pairs: [string, string][] = [
    ['anonymous', text(message['anonymousId'])],
    ['user', text(message['userId'])],
  ];
  if (traits)
    pairs.push(
      ['email', text(traits['email'])],
      ['phone', text(traits['phone'])],
      ['loyalty', text(traits['loyalty_id'])],
    );
  if (device) pairs.push(['push', text(device['token'])]);
  for (const external of (context['externalIds'] as JsonObject[] | undefined) ?? [])
    pairs.push(['loyalty', text(external['id'])]);
  const event = {
    name: text(message['event']) || text(message['name']),
    type: text(message['type']),
    source,
    time: Date.parse(text(message['timestamp'])),
    properties: traits ?? (message['properties'] as JsonObject),
    context,
  };
  const keys = pairs
    .filter(([, value]) => !BLANKS.has(value))
    .map(([namespace, value]) => keyOf(namespace, value));
  return { id: text(message['messageId']), event, keys };
}

function keyOf(namespace: string, value: string): string {
  if (namespace === 'email') return `email:${value.trim().toLowerCase()}`;
  // National German numbers, the only ones that the exchange shows.
  if (namespace === 'phone')
    return `phone:${value.startsWith('0') ? `+49${value.replaceAll(/\D/g, '').slice(1)}` : value}`;
  return `${namespace}:${value}`;
}

/** Joins what stands on one message. A device that is known to another person goes to the one who is named. */
function resolve(owner: Map<string, Counted>, keys: readonly string[]): Counted {
  const isPerson = (key: string): boolean => PEOPLE_NAMESPACES.has(key.slice(0, key.indexOf(':')));
  const named = keys.filter(isPerson);
  let person = (named.length > 0 ? named : keys)
    .map((key) => owner.get(key))
    .find((one) => one !== undefined);
  person ??= { keys: new Set(), events: [] };
  for (const key of keys) {
    const other = owner.get(key);
    if (other === person) continue;
    if (other && (isPerson(key) || ![...other.keys].some(isPerson))) join(owner, person, other);
    // An anonymous message does not move a device from the one who authenticated on it.
    if (!other || named.length > 0) {
      other?.keys.delete(key);
      owner.set(key, person);
      person.keys.add(key);
    }
  }
  return person;
}

function join(owner: Map<string, Counted>, person: Counted, other: Counted): void {
  for (const key of other.keys) {
    if (owner.get(key) === other) owner.set(key, person);
    person.keys.add(key);
  }
  person.events.push(...other.events);
  other.events.length = 0;
}

function ordersIn(people: readonly Counted[]): Recount['orders'] {
  const orders = new Map<string, { person: string; revenue: number; at: number }>();
  for (const person of people)
    for (const { name, properties, time } of person.events) {
      if (name !== 'Order Completed') continue;
      const id = properties['order_id'] as string;
      orders.set(id, { person: nameOf(person), revenue: properties['revenue'] as number, at: time });
    }
  return orders;
}

/** The strongest key, as the answer sheet lists people. */
export function nameOf(person: Counted): string {
  const has = (prefix: string): string | undefined =>
    [...person.keys].find((key) => key.startsWith(`${prefix}:`));
  return has('user') ?? has('loyalty') ?? has('email') ?? has('anonymous') ?? has('receipt') ?? '';
}

function countSessions(people: readonly Counted[], start: number): number {
  return people.reduce((count, person) => count + sessionsOf(person, start).length, 0);
}

/** A session is of one sender and one person: a tablet that changes hands begins a new one. */
export function sessionsOf(person: Counted, start: number): CountedEvent[][] {
  const bySender = new Map<string, CountedEvent[]>();
  for (const event of person.events) {
    if (!INTERACTIVE.has(event.source) || event.time < start) continue;
    const events = bySender.get(event.sender);
    if (events) events.push(event);
    else bySender.set(event.sender, [event]);
  }
  const sessions: CountedEvent[][] = [];
  for (const events of bySender.values()) {
    events.sort((a, b) => a.time - b.time);
    events.forEach((event, i) => {
      if (i === 0 || event.time - events[i - 1]!.time >= PAUSE_MS) sessions.push([event]);
      else sessions.at(-1)!.push(event);
    });
  }
  return sessions;
}

/** Events of a name, within so many days before `now`; all of them without days. */
export function did(
  person: Counted,
  name: string,
  now: number,
  days = Number.POSITIVE_INFINITY,
): CountedEvent[] {
  return person.events.filter((event) => event.name === name && event.time > now - days * DAY_MS);
}
