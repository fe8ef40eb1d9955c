/**
 * The process that holds the embedded warehouse: chDB behind the ClickHouse HTTP protocol on a unix socket.
 * A process of its own because chDB crashes in worker threads, its queries would starve the collector's disk writes,
 * and its crash must not be ours. Started by embedded.ts; ends when its parent is gone.
 */
import { chmodSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Engine } from './child-engine.ts';
import { createProtocolServer } from './child-http.ts';

/** What the child tells its parent. */
export type ChildMessage =
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly reason: string };

/** How long a predecessor that is just ending may still hold the folder. */
const LOCK_WAIT_MS = 3_000;
const LOCK_RETRY_MS = 100;
/** How long running statements get when the owner closes. */
const CLOSE_WAIT_MS = 3_000;

async function main(folder: string, socket: string): Promise<void> {
  // All writes are durable when they are acknowledged, so there is nothing to save: dying at once is the safest way
  // to give the folder back, and an orderly exit with running queries may crash inside the engine.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  // Ctrl-C and service managers signal the whole group. The parent still has rows to hand over; it decides when we go.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  const engine = await openEngine(folder);
  const server = createProtocolServer(engine, 'chDB');
  rmSync(socket, { force: true });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socket, resolve));
  chmodSync(socket, 0o600);
  process.on('message', () => {
    server.close();
    server.closeAllConnections();
    const late = wait(CLOSE_WAIT_MS).then(() => process.kill(process.pid, 'SIGKILL'));
    void Promise.race([engine.close(), late]).then(() => process.exit(0));
  });
  tell({ state: 'ready' });
}

async function openEngine(folder: string): Promise<Engine> {
  const deadline = performance.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      return await Engine.open(folder);
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await wait(LOCK_RETRY_MS);
    }
  }
}

function tell(message: ChildMessage): void {
  process.send?.(message);
}

const [folder = '', socket = ''] = process.argv.slice(2);
main(folder, socket).catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  process.send?.({ state: 'failed', reason } satisfies ChildMessage, () => process.exit(1));
});
