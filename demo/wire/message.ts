import type { JsonObject } from '../../src/core/index.ts';

/** A message as Segment's clients send it, one member of a batch. */
export interface SegmentMessage {
  readonly type: 'track' | 'identify' | 'page' | 'screen';
  readonly messageId: string;
  readonly anonymousId?: string;
  readonly userId?: string;
  readonly event?: string;
  readonly name?: string;
  /** When it happened; for history corrected as Segment's archives have it. */
  readonly timestamp: string;
  /** What the clock of the device showed, where that is wrong. */
  readonly originalTimestamp?: string;
  readonly properties?: JsonObject;
  readonly traits?: JsonObject;
  readonly context: JsonObject;
}

/** An event as systems without a Segment client send it to /api/events. */
export interface NativeMessage {
  readonly id: string;
  readonly type?: 'track' | 'identify';
  readonly name?: string;
  readonly time: string;
  /** Namespace to value. */
  readonly identities: Readonly<Record<string, string>>;
  readonly properties: JsonObject;
  readonly context?: JsonObject;
}

export type Message = SegmentMessage | NativeMessage;
