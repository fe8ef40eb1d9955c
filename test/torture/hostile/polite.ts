import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from '../server.ts';

/** How a lawful client fares meanwhile; all in ms. */
export interface Fare {
  readonly acks: readonly number[];
  readonly reads: readonly number[];
  /** Tries that were turned away or failed. */
  readonly refusals: readonly string[];
}

/** A client that sends a small batch, reads a profile, rests, and does it again. */
export interface PoliteClient {
  /** What it met since the last call. */
  fare(): Fare;
  stop(): Promise<void>;
}

const REST_MS = 30;
const EVENTS = 5;
const TRY_MS_MAX = 30_000;

/** Starts the client; the ids of its events that were acknowledged are owed. */
export function startPoliteClient(server: Server, owed: Set<string>): PoliteClient {
  let acks: number[] = [];
  let reads: number[] = [];
  let refusals: string[] = [];
  let isStopped = false;
  const headers = { authorization: `Bearer ${server.key()}` };
  const timed = async (list: number[], url: string, init: RequestInit): Promise<void> => {
    const began = performance.now();
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TRY_MS_MAX) });
      await response.arrayBuffer();
      list.push(performance.now() - began);
      if (response.status !== 200) refusals.push(`a polite client was answered ${response.status}`);
    } catch (error) {
      refusals.push(`a polite client got no answer: ${error instanceof Error ? error.message : error}`);
    }
  };
  const loop = (async () => {
    for (let round = 0; !isStopped; round++) {
      const ids = Array.from({ length: EVENTS }, (_, i) => `polite-${round}-${i}`);
      const batch = ids.map((messageId) => ({
        messageId,
        type: 'track',
        event: 'Product Viewed',
        userId: `polite-${round % 20}`,
        properties: { product_id: 'p1' },
      }));
      const before = refusals.length;
      await timed(acks, `${server.url()}/v1/batch`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ batch }),
      });
      if (refusals.length === before) for (const id of ids) owed.add(id);
      if (round > 20) await timed(reads, `${server.url()}/api/people?identity=user:polite-${round % 20}`, {});
      await wait(REST_MS);
    }
  })();
  return {
    fare() {
      const fare = { acks, reads, refusals };
      [acks, reads, refusals] = [[], [], []];
      return fare;
    },
    async stop() {
      isStopped = true;
      await loop;
    },
  };
}

/** The value below which this share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
