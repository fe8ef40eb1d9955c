import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SourceId } from '../wire/sources.ts';
import { type Parcel, type Post, textOf } from './post.ts';
import type { ItemStream } from './stream.ts';

/** What a load delivers, and whom it tells how far it is. */
export interface LoadOptions {
  readonly stream: ItemStream;
  readonly post: Post;
  /** Items later than this stay in the stream. */
  readonly until: number;
  /** What was delivered up to this moment is passed over. */
  readonly deliveredUntil: number;
  /** Called when everything up to a moment is durable. */
  readonly onDelivered?: (until: number) => void;
  readonly signal?: AbortSignal;
}

/** Messages of one stretch: within it sources overtake each other by half a day of the shop's life at most. */
const STRETCH_MESSAGES = 2_000;
/** A collector takes 500 KB and 2,500 messages; a forwarder of history fills its requests well. */
const BODY_CHARACTERS_MAX = 360_000;
const BODY_MESSAGES_MAX = 500;

/**
 * Delivers history as fast as the server takes it: each source sends its messages in order, sources side by side, and the
 * next stretch is made while one is on its way.
 */
export async function loadItems(options: LoadOptions): Promise<void> {
  const { stream, post, until, deliveredUntil, onDelivered, signal } = options;
  let stretch: Stretch = new Map();
  let count = 0;
  let latest = deliveredUntil;
  let onItsWay: Promise<void> = Promise.resolve();
  const ship = async (): Promise<void> => {
    await onItsWay;
    const [leaving, reached] = [stretch, latest];
    [stretch, count] = [new Map(), 0];
    onItsWay = sendStretch(leaving, post).then(() => onDelivered?.(reached));
    // It is awaited before the next one; until then a failure must not count as unhandled.
    onItsWay.catch(() => undefined);
    await nextTurn();
  };
  for (let item = stream.peek(); item && item.at <= until; item = stream.peek()) {
    stream.take();
    if (item.at <= deliveredUntil) continue;
    if (item.at > latest && count >= STRETCH_MESSAGES) {
      await ship();
      if (signal?.aborted) break;
    }
    latest = item.at;
    const messages = stretch.get(item.source);
    if (messages) messages.push(textOf(item.message));
    else stretch.set(item.source, [textOf(item.message)]);
    count++;
  }
  if (!signal?.aborted) latest = Math.max(latest, until);
  await ship();
  await onItsWay;
}

/** Messages by source, in order. */
type Stretch = Map<SourceId, string[]>;

async function sendStretch(stretch: Stretch, post: Post): Promise<void> {
  await Promise.all(
    [...stretch].map(async ([source, messages]) => {
      for (const parcel of parcelsOf(source, messages)) await post.send(parcel);
    }),
  );
}

/** Messages as requests that the collector takes. */
function* parcelsOf(source: SourceId, messages: readonly string[]): Generator<Parcel, void> {
  let from = 0;
  let characters = 0;
  for (let i = 0; i < messages.length; i++) {
    const isFull = characters + messages[i]!.length > BODY_CHARACTERS_MAX || i - from >= BODY_MESSAGES_MAX;
    if (i > from && isFull) {
      yield { source, messages: messages.slice(from, i) };
      [from, characters] = [i, 0];
    }
    characters += messages[i]!.length + 1;
  }
  yield { source, messages: messages.slice(from) };
}
