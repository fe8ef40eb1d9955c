import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from '../server.ts';

/** An answer of the server. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The figures of a profile that the acts look at. */
export interface Person {
  readonly id: number;
  readonly identities: readonly { readonly namespace: string; readonly value: string }[];
  readonly attributes: Readonly<Record<string, { readonly value: unknown }>>;
  readonly purchases: {
    readonly count: number;
    readonly revenue: Readonly<Record<string, number>>;
    readonly recent: readonly { readonly id: string; readonly currency: string }[];
  };
  readonly sessions: { readonly count: number };
  readonly events: { readonly count: number; readonly first: number; readonly last: number };
}

/** What an act works with: a server, and the list of what it owes. */
export interface Stage {
  readonly server: Server;
  /** Sends native events in batches and notes the ids of what was accepted; throws when one is not. */
  send(events: readonly NativeEvent[], batchSize?: number): Promise<void>;
  /** Sends a body as it is to a collection route, with the write key. */
  post(path: string, body: string | Buffer, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** The profile of whoever has an identity; undefined when nobody does. */
  person(identity: string): Promise<Person | undefined>;
  /** Resolves when everything sent so far is folded. */
  folded(): Promise<void>;
  /** Message ids that the server owes: acknowledged and lawful. */
  readonly owed: Set<string>;
}

/** An event of the native protocol. */
export interface NativeEvent {
  readonly id: string;
  readonly type?: string;
  readonly name?: string;
  readonly time?: number;
  readonly identities: Readonly<Record<string, string>> | readonly { namespace: string; value: string }[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** One kind of hostility; its faults are sentences. */
export interface Act {
  readonly name: string;
  run(stage: Stage): Promise<readonly string[]>;
}

const BATCH = 500;
const TRY_MS_MAX = 30_000;
const FOLD_MS_MAX = 120_000;
const LOOK_EVERY_MS = 20;

/** The stage of a running server. */
export function createStage(server: Server): Stage {
  const owed = new Set<string>();
  const post: Stage['post'] = async (path, body, headers = {}) => {
    const response = await fetch(`${server.url()}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.key()}`, 'content-type': 'application/json', ...headers },
      body,
      signal: AbortSignal.timeout(TRY_MS_MAX),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  };
  return {
    server,
    owed,
    post,
    async send(events, batchSize = BATCH) {
      for (let from = 0; from < events.length; from += batchSize) {
        const batch = events.slice(from, from + batchSize);
        await sendPatiently(post, JSON.stringify({ events: batch }), batch.length);
        for (const { id } of batch) owed.add(id);
      }
    },
    async person(identity) {
      const url = `${server.url()}/api/people?identity=${encodeURIComponent(identity)}`;
      const response = await fetch(url, { signal: AbortSignal.timeout(TRY_MS_MAX) });
      const body: unknown = await response.json();
      return response.status === 200 ? (body as Person) : undefined;
    },
    async folded() {
      const until = performance.now() + FOLD_MS_MAX;
      while ((await backlog(server)) > 0) {
        if (performance.now() > until) throw new Error('the fold does not come to an end');
        await wait(LOOK_EVERY_MS);
      }
    },
  };
}

/** 429 is a lawful answer to whoever sends too much: come back. */
async function sendPatiently(post: Stage['post'], body: string, count: number): Promise<void> {
  for (;;) {
    const answer = await post('/api/events', body);
    if (answer.status === 429) {
      await wait(200);
      continue;
    }
    const { accepted } = answer.body as { accepted?: number };
    if (answer.status === 200 && accepted === count) return;
    throw new Error(
      `a lawful batch was answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 300)}`,
    );
  }
}

async function backlog(server: Server): Promise<number> {
  const response = await fetch(`${server.url()}/metrics`, { signal: AbortSignal.timeout(TRY_MS_MAX) });
  const value = /^rapport_fold_backlog_records (\S+)$/m.exec(await response.text())?.[1];
  if (value === undefined) throw new Error('the metrics do not tell the backlog of the fold');
  return Number(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
