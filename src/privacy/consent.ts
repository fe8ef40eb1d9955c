import { type Event, isObject, type JsonObject } from '../core/index.ts';

/** Whether somebody agreed or objected. */
export type ConsentState = 'in' | 'out';

/** One statement of a person: whether a channel may be used for a purpose. `any` stands for every channel. */
export interface ConsentChange {
  readonly channel: string;
  readonly purpose: string;
  readonly state: ConsentState;
}

/** What the newest statement per `channel/purpose` was: state, event time (ms), source. Plain data. */
export interface Consents {
  [channelAndPurpose: string]: [state: ConsentState, time: number, source: string];
}

/** A sender states at most this many channel/purpose pairs; more come from a mistake or an attack. */
const CONSENTS_MAX = 100;
/** How channels and purposes are written, as the text of an expression. */
export const CONSENT_WORD = '^[a-zA-Z0-9 _.-]{1,64}$';
const WORD = new RegExp(CONSENT_WORD);

/**
 * The consents that an event states:
 * - `Consent Updated` with `{ channel, purpose, state }` or `{ consents: [{ channel, purpose, state }] }`, state `in`, `out`
 *   or a boolean;
 * - `Subscribed`, `Unsubscribed` with `{ channel?, purpose? }` (default `email`, `marketing`);
 * - Segment's `context.consent.categoryPreferences: { <purpose>: boolean }`, for any channel.
 */
export function consentsOf(event: Event): ConsentChange[] {
  const changes: ConsentChange[] = [];
  if (event.name === 'Consent Updated') {
    const list = event.properties.consents;
    for (const item of Array.isArray(list) ? list : [event.properties])
      if (isObject(item)) add(changes, item, item.state);
  } else if (event.name === 'Subscribed' || event.name === 'Unsubscribed') {
    const { channel = 'email', purpose = 'marketing' } = event.properties;
    add(changes, { channel, purpose }, event.name === 'Subscribed');
  }
  const consent = event.context.consent;
  const preferences = isObject(consent) ? consent.categoryPreferences : undefined;
  if (isObject(preferences))
    for (const [purpose, state] of Object.entries(preferences))
      add(changes, { channel: 'any', purpose }, state);
  return changes;
}

function add(changes: ConsentChange[], item: JsonObject, given: unknown): void {
  const { channel = 'any', purpose = 'marketing' } = item;
  if (
    typeof channel !== 'string' ||
    typeof purpose !== 'string' ||
    !WORD.test(channel) ||
    !WORD.test(purpose)
  )
    return;
  if (given === 'in' || given === true) changes.push({ channel, purpose, state: 'in' });
  else if (given === 'out' || given === false) changes.push({ channel, purpose, state: 'out' });
}

/** Keeps the newest statement by event time; at the same moment `out` wins. The order of arrival does not matter. */
export function noteConsent(consents: Consents, change: ConsentChange, time: number, source: string): void {
  const key = `${change.channel}/${change.purpose}`;
  const known = consents[key];
  if (!known && Object.keys(consents).length >= CONSENTS_MAX) return;
  if (known && !isNewer(known, change.state, time, source)) return;
  consents[key] = [change.state, time, source];
}

/** The newest statements of several holders together. */
export function mergeConsents(all: readonly Consents[]): Consents {
  const merged: Consents = {};
  for (const consents of all)
    for (const [key, [state, time, source]] of Object.entries(consents)) {
      const known = merged[key];
      if (!known || isNewer(known, state, time, source)) merged[key] = [state, time, source];
    }
  return merged;
}

/** What counts for a channel and a purpose: the newest statement for the channel or for any; at the same moment `out`. */
export function consentOf(
  all: readonly { readonly consents: Consents }[],
  channel: string,
  purpose: string,
): ConsentState | undefined {
  let known: Consents[string] | undefined;
  for (const { consents } of all)
    for (const key of [`${channel}/${purpose}`, `any/${purpose}`]) {
      const said = consents[key];
      if (said && (!known || isNewer(known, ...said))) known = said;
    }
  return known?.[0];
}

function isNewer(known: Consents[string], state: ConsentState, time: number, source: string): boolean {
  if (time !== known[1]) return time > known[1];
  if (state !== known[0]) return state === 'out';
  return source > known[2];
}
