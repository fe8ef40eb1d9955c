import { type Clock, type EventType, encodeRecord, refusal } from '../core/index.ts';
import { type ClientIpPolicy, clientOf } from './client.ts';
import { checkKeys } from './count-keys.ts';
import { keyOfBody, sourceOf } from './credentials.ts';
import { decodeNative } from './decode-native.ts';
import type { CollectedHeader } from './decoded.ts';
import { checkNativeEnvelope, checkSegmentEnvelope, parseBody, withType } from './envelope.ts';
import type { Source, SourceBook } from './source.ts';
import { unpack } from './unpack.ts';

/** What the collector needs of the world. */
export interface CollectorDeps {
  readonly sources: SourceBook;
  readonly clock: Clock;
  /** A number that senders cannot know; see `checkKeys`. */
  readonly seed: number;
  readonly clientIp: ClientIpPolicy;
  /**
   * Appends one record and resolves with its position once it would survive power loss. Its refusals (`log.busy` 429,
   * `log.full` 503, `log.record-too-large` 413) reach the client as they are.
   */
  append(bytes: Uint8Array): Promise<number>;
  /** Takes over a durable record with its body, also parsed, so that nobody has to read and parse it again. Must not throw. */
  handOff(position: number, header: CollectedHeader, body: Uint8Array, parsed: unknown): void;
}

/** A body and what its request says about it. */
export interface CollectCall {
  /** From `keyOfRequest`; undefined when only the body can tell. */
  readonly key: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly body: Buffer;
  /** Address of the client, as the server sees it behind trusted proxies. */
  readonly ip: string;
  readonly userAgent: string | undefined;
}

/** An event of a native request that was not taken; it is in the quarantine. */
export interface RejectedEvent {
  readonly index: number;
  readonly code: string;
  readonly message: string;
}

/** What became of a native request. `accepted` and `rejected` together are the events sent. */
export interface NativeAnswer {
  readonly accepted: number;
  readonly rejected: RejectedEvent[];
}

/** Takes bodies in: what it resolved for is durable. */
export interface Collector {
  /**
   * A Segment or RudderStack call; `type` for the routes of a single call, undefined for batches.
   * Refusals: those of `unpack`, `checkKeys`, `parseBody`, `checkSegmentEnvelope`, `sourceOf` and of the log.
   */
  segment(call: CollectCall, type: EventType | undefined): Promise<void>;
  /** A native call. Refusals: those of `unpack`, `checkKeys`, `parseBody`, `checkNativeEnvelope`, `sourceOf` and of the log. */
  native(call: CollectCall): Promise<NativeAnswer>;
}

/** Makes the collector: one log record a request, acknowledged after it is durable. */
export function createCollector(deps: CollectorDeps): Collector {
  const keep = async (header: CollectedHeader, bytes: Buffer, parsed: unknown): Promise<void> => {
    const position = await deps.append(encodeRecord(header, bytes));
    deps.handOff(position, header, bytes, parsed);
  };
  return {
    async segment(call, type) {
      const { bytes, parsed, source } = await read(deps, call);
      checkSegmentEnvelope(parsed, type === undefined);
      const header = headerOf('segment', source, call, deps);
      const typed = type === undefined ? { bytes, body: parsed } : withType(bytes, parsed, type);
      await keep(header, typed.bytes, typed.body);
    },
    async native(call) {
      const { bytes, parsed, source } = await read(deps, call);
      checkNativeEnvelope(parsed);
      const header = headerOf('native', source, call, deps);
      // Decoded here only for the answer; the pipeline decodes again with the position, which ids may depend on.
      const { events, rejects } = decodeNative(header, 0, parsed);
      await keep(header, bytes, parsed);
      const rejected = rejects.map(({ ordinal, code, message }) => ({ index: ordinal, code, message }));
      return { accepted: events.length, rejected };
    },
  };
}

async function read(
  deps: CollectorDeps,
  call: CollectCall,
): Promise<{ bytes: Buffer; parsed: unknown; source: Source }> {
  // A wrong key is refused before any work is spent on the body.
  const known = call.key === undefined ? undefined : sourceOf(deps.sources, call.key);
  const bytes = await unpack(call.body, call.contentEncoding);
  if (bytes.length === 0) throw refusal('ingest.empty', 400, 'The request has no body.');
  checkKeys(bytes, deps.seed);
  const parsed = parseBody(bytes);
  return { bytes, parsed, source: known ?? sourceOf(deps.sources, keyOfBody(parsed)) };
}

function headerOf(
  protocol: 'segment' | 'native',
  { id, channel, country }: Source,
  { ip, userAgent }: CollectCall,
  { clock, clientIp }: CollectorDeps,
): CollectedHeader {
  const client = clientOf(channel, ip, userAgent, clientIp);
  return {
    kind: 'collected',
    protocol,
    source: id,
    channel,
    ...(country === undefined ? {} : { country }),
    ...(client === undefined ? {} : { client }),
    received: clock.now(),
  };
}
