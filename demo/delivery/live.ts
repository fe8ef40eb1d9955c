import { setTimeout as sleep } from 'node:timers/promises';
import { Heap } from '../heap.ts';
import type { Item } from '../stage.ts';
import type { Message } from '../wire/message.ts';
import { createPace } from './pace.ts';
import { type Parcel, type Post, textOf } from './post.ts';
import type { ItemStream } from './stream.ts';

/** What goes on living, how fast, and whom it tells. */
export interface LiveOptions {
  readonly stream: ItemStream;
  readonly post: Post;
  /** Moment of the shop's time at which it begins. */
  readonly from: number;
  /** 1 is as fast as life. */
  readonly speed: number;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Told at every turn the moment of the shop's time up to which everything has been sent. */
  readonly onDelivered: (until: number) => void;
}

const TURN_MS = 200;
/** Requests of one turn that are on their way together. */
const TOGETHER_MAX = 20;

/** Sends what happens as it happens, until the signal or the end of the stream. */
export async function live(options: LiveOptions): Promise<void> {
  const { stream, post, from, speed, now, signal, onDelivered } = options;
  const pace = createPace(speed, from, now());
  const due = new Heap<Item>();
  const waiting = new Set<Item>();
  while (!signal.aborted && (stream.peek() || waiting.size > 0)) {
    const shopTime = pace.shopTime(now());
    for (let item = stream.peek(); item && item.at <= shopTime; item = stream.peek()) {
      stream.take();
      due.push(pace.dueAt(item), item);
      waiting.add(item);
    }
    const leaving: Item[] = [];
    while (due.nextTime <= now()) leaving.push(due.pop());
    const parcels = parcelsOf(leaving);
    for (let i = 0; i < parcels.length; i += TOGETHER_MAX)
      await Promise.all(parcels.slice(i, i + TOGETHER_MAX).map((parcel) => post.send(parcel)));
    for (const item of leaving) waiting.delete(item);
    onDelivered(waiting.size === 0 ? shopTime : Math.min(...[...waiting].map(({ at }) => at)) - 1);
    await sleep(TURN_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** How far the clock of the sending device is ahead, ms. */
function clockOf(message: Message): number {
  return 'originalTimestamp' in message
    ? Date.parse(message.originalTimestamp!) - Date.parse(message.timestamp)
    : 0;
}

/** The message with the time that the device believes; archives correct it, the device itself does not. */
function asClockShows(message: Message): Message {
  if (!('originalTimestamp' in message)) return message;
  const { originalTimestamp, ...rest } = message;
  return { ...rest, timestamp: originalTimestamp! };
}

/**
 * One request a device, and one a system: each has a clock of its own, which says when it sends. The server then takes the
 * difference to its own clock off, however far the shop's time has run ahead.
 */
function parcelsOf(items: readonly Item[]): Parcel[] {
  const bySender = new Map<string, Item[]>();
  for (const item of items) {
    const device = 'identities' in item.message ? '' : (item.message.anonymousId ?? '');
    const sender = `${item.source} ${device}`;
    const others = bySender.get(sender);
    if (others) others.push(item);
    else bySender.set(sender, [item]);
  }
  return [...bySender.values()].map((group) => ({
    source: group[0]!.source,
    messages: group.map(({ message }) => textOf(asClockShows(message))),
    sentAt: group.at(-1)!.at + clockOf(group.at(-1)!.message),
  }));
}
