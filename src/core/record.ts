import type { Channel } from './event.ts';
import { refusal } from './refusal.ts';

/** How the body of a collected record is to be read. */
export type Protocol = 'segment' | 'native' | 'import';

/** What happens to a definition. */
export interface DefinitionChange {
  readonly action: 'draft' | 'publish' | 'pause' | 'archive' | 'import';
  /** The version that the author looked at (0: there was none); the change is refused when another one came between. */
  readonly expected?: number;
  /** Why, in the author's words. */
  readonly note?: string;
  /** Of an import: the state in which the definition arrives. */
  readonly state?: 'draft' | 'live' | 'paused' | 'archived';
}

/**
 * What a log record is about. Everything that decoding needs and that could change later (the channel of a source,
 * its country) is copied in when the record is written, so a replay reads the same events for ever.
 */
export type RecordHeader =
  | {
      readonly kind: 'collected';
      readonly protocol: Protocol;
      readonly source: string;
      readonly channel: Channel;
      /** ISO 3166 alpha-2 country of the source, for telephone numbers without a country code. */
      readonly country?: string;
      /** The machine that sent it, where that is the shopper's own. */
      readonly client?: { readonly ip?: string; readonly userAgent?: string };
      readonly received: number;
    }
  /**
   * A definition (source, setting, audience …) changed. The body is its document as JSON. Without `change` the document is
   * published, or the definition archived when the body is empty.
   */
  | {
      readonly kind: 'definition';
      readonly key: string;
      readonly by: string;
      readonly received: number;
      readonly change?: DefinitionChange;
    }
  /** An operator's order about people; the body is its JSON. */
  | { readonly kind: 'merge' | 'unmerge'; readonly by: string; readonly received: number }
  /**
   * What the audiences ask of the past: traits of history read from the warehouse, the end of such a filling, people to look at
   * for an audience that came into force; and people who are put on a list or taken off it. The body is JSON.
   */
  | { readonly kind: 'traits' | 'filled' | 'sweep' | 'listed'; readonly received: number }
  /** Time passes; makes timers fire in log order when nothing else happens. */
  | { readonly kind: 'tick'; readonly received: number };

/** What the log holds at one position: a header and the bytes that it is about. */
export interface Record {
  readonly header: RecordHeader;
  /** UTF-8 text, as it came over the wire. */
  readonly body: Uint8Array;
}

const NEWLINE = 10;

/** A record as bytes: one line of JSON (the header), then the body as it is. */
export function encodeRecord(header: RecordHeader, body: Uint8Array): Uint8Array {
  const head = Buffer.from(JSON.stringify(header) + '\n');
  return Buffer.concat([head, body]);
}

/** Reads the bytes of a record. Throws `record.unreadable` (500) when they were not written by `encodeRecord`. */
export function decodeRecord(bytes: Uint8Array): Record {
  const end = bytes.indexOf(NEWLINE);
  if (end < 0) throw refusal('record.unreadable', 500, 'A log record has no header line.');
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, end).toString('utf8');
  return { header: JSON.parse(head) as RecordHeader, body: bytes.subarray(end + 1) };
}
