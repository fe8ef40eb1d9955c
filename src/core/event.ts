import type { JsonObject } from './json.ts';

/** What a message means to the platform; the six verbs of the Segment specification. */
export type EventType = 'track' | 'identify' | 'page' | 'screen' | 'group' | 'alias';

/** Where an event comes from. Only interactive channels (see INTERACTIVE_CHANNELS) open and extend sessions. */
export type Channel = 'web' | 'app' | 'store' | 'order' | 'call' | 'catalogue' | 'message' | 'ad' | 'system';

export const CHANNELS: readonly Channel[] = [
  'web',
  'app',
  'store',
  'order',
  'call',
  'catalogue',
  'message',
  'ad',
  'system',
];

/** Channels on which a person acts herself; the others report about her. */
export const INTERACTIVE_CHANNELS: ReadonlySet<Channel> = new Set<Channel>(['web', 'app', 'store', 'call']);

/** An identity as a client gave it: not yet normalised, not yet judged. */
export interface Identity {
  readonly namespace: string;
  readonly value: string;
}

/**
 * One thing that happened, in the form that every later stage reads.
 * Events are made from log records by pure decoding, so the same record always gives the same events.
 */
export interface Event {
  /** The sender's message id (at most 100 characters), or one derived from the log position. Counted once per id. */
  readonly id: string;
  readonly type: EventType;
  /** `Order Completed`; pages are `Page Viewed`, screens `Screen Viewed`, identify calls `Identified`, group calls `Group Joined`, alias calls `Alias Given`. */
  readonly name: string;
  /** When it happened, ms since the epoch, corrected for the sender's clock. */
  readonly time: number;
  /** When it reached us, ms since the epoch. */
  readonly received: number;
  /** Id of the source (write key) that sent it. */
  readonly source: string;
  readonly channel: Channel;
  /** In the order of the wire; the first one is the sender: the device, or the person where no device is known. */
  readonly identities: readonly Identity[];
  /** Properties of the event; for `identify`, the person's attributes. */
  readonly properties: JsonObject;
  /** Surroundings: page, campaign, userAgent, ip, locale, device, traits … as in the Segment specification. */
  readonly context: JsonObject;
}

/** No log record holds more events than this, so that `record position * 4096 + ordinal` orders all events. */
export const EVENTS_PER_RECORD_MAX = 4096;

/** The place of an event in its partition: a safe integer that grows with log order. */
export function placeOf(position: number, ordinal: number): number {
  return position * EVENTS_PER_RECORD_MAX + ordinal;
}

/** The log position that holds the event at this place. */
export function positionOf(place: number): number {
  return Math.floor(place / EVENTS_PER_RECORD_MAX);
}
