import { setTimeout as wait } from 'node:timers/promises';
import type { Dice } from './dice.ts';
import type { Server } from './server.ts';
import { type Batch, createShoppers } from './shoppers.ts';

/** What was acknowledged, and how. */
export interface Account {
  /** Message ids that a 2xx answered for. */
  readonly acknowledged: Set<string>;
  batches: number;
  /** Tries that were not answered with 2xx. */
  retries: number;
  /** Answers that are neither 2xx nor a request to come back; there should be none. */
  readonly surprises: string[];
}

/** Clients that send until told to stop, and send every batch until it is acknowledged. */
export interface Clients {
  readonly account: Account;
  /** Makes no new batches; resolves when the last one is acknowledged. */
  stop(): Promise<void>;
  /** Gives up, also on what was not acknowledged: the server will not come back. */
  abandon(): void;
}

const TRY_MS_MAX = 10_000;
const PAUSE_MS = 25;
const RETRY_MS = 40;
/** Answers after which a client comes back; others would lose the batch. */
const COME_BACK = new Set([429, 500, 502, 503, 504]);
const SURPRISES_KEPT = 10;

/** Starts `count` clients on a server that may come and go. */
export function startClients(server: Server, count: number, run: string, dice: Dice): Clients {
  const account: Account = { acknowledged: new Set(), batches: 0, retries: 0, surprises: [] };
  const stopping = { now: false, abandoned: false };
  const clock = { now: () => Date.now() };
  const loops = Array.from({ length: count }, async (_, client) => {
    const shoppers = createShoppers(client, run, dice, clock);
    while (!stopping.now) {
      const batch = shoppers.next();
      await deliver(server, batch, account, stopping);
      // A client that did not see the answer sends the batch once more, others at the same moment.
      if (dice.chance(0.05))
        await Promise.all([
          deliver(server, batch, account, stopping),
          deliver(server, batch, account, stopping),
        ]);
      await wait(PAUSE_MS * (0.5 + dice.roll()));
    }
  });
  return {
    account,
    async stop() {
      stopping.now = true;
      await Promise.all(loops);
    },
    abandon() {
      stopping.now = true;
      stopping.abandoned = true;
    },
  };
}

async function deliver(
  server: Server,
  batch: Batch,
  account: Account,
  stopping: { readonly abandoned: boolean },
): Promise<void> {
  for (;;) {
    if (stopping.abandoned) return;
    const status = await attempt(server, batch);
    if (status >= 200 && status < 300) break;
    account.retries++;
    if (status !== 0 && !COME_BACK.has(status)) {
      if (account.surprises.length < SURPRISES_KEPT)
        account.surprises.push(`${batch.path} answered ${status}`);
      return;
    }
    await wait(RETRY_MS);
  }
  account.batches++;
  for (const id of batch.ids) account.acknowledged.add(id);
}

/** The status of one try; 0 when no answer came. */
async function attempt(server: Server, { path, body }: Batch): Promise<number> {
  try {
    const response = await fetch(`${server.url()}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.key()}`, 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(TRY_MS_MAX),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
