import { iso } from '../time.ts';
import type { Message } from '../wire/message.ts';
import { SOURCES, type SourceId } from '../wire/sources.ts';
import type { Remote } from './remote.ts';
import type { WriteKeys } from './set-up-sources.ts';

/** Messages on their way in one request, each as JSON text. */
export interface Parcel {
  readonly source: SourceId;
  readonly messages: readonly string[];
  /** When the client believes that it sends, for live parcels; history is told as it was, without it. */
  readonly sentAt?: number;
}

/** Sends parcels and counts. */
export interface Post {
  /** Resolves when the server holds the parcel durably. */
  send(parcel: Parcel): Promise<void>;
  readonly figures: PostFigures;
}

export interface PostFigures {
  requests: number;
  messages: number;
  /** Named by the native API as not taken; they are in the quarantine. */
  rejected: number;
}

const PROTOCOLS = new Map(SOURCES.map(({ id, protocol }) => [id, protocol]));

/** Opens the way of parcels: Segment's batches for site and app, the native API for the others, history to the endpoint for history. */
export function openPost(remote: Remote, keys: WriteKeys): Post {
  const figures: PostFigures = { requests: 0, messages: 0, rejected: 0 };
  return {
    figures,
    async send({ source, messages, sentAt }) {
      const isSegment = PROTOCOLS.get(source) === 'segment';
      const path = isSegment ? (sentAt === undefined ? '/v1/import' : '/v1/batch') : '/api/events';
      const sent = sentAt === undefined ? '' : `,"sentAt":"${iso(sentAt)}"`;
      const body = `{"${isSegment ? 'batch' : 'events'}":[${messages.join(',')}]${sent}}`;
      const answer = await remote.call<{ rejected?: readonly unknown[] }>('POST', path, {
        // Bytes at once: fetch takes three rounds over a text.
        body: Buffer.from(body),
        key: keys.get(source)!,
      });
      figures.requests++;
      figures.messages += messages.length;
      figures.rejected += answer.rejected?.length ?? 0;
    },
  };
}

/** A message as a request holds it. */
export function textOf(message: Message): string {
  return JSON.stringify(message);
}
