import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from './server.ts';

/** What `GET /health` says of a stage. */
export interface Finding {
  readonly state: string;
  readonly reason?: string;
  readonly backlogCount?: number;
}

/** The answer of `GET /health`. */
export interface Health {
  readonly state: string;
  readonly checks: Readonly<Record<string, Finding>>;
}

const SETTLE_MS_MAX = 60_000;
const LOOK_EVERY_MS = 100;

/** Reads the health of a running server. */
export async function readHealth(server: Server): Promise<Health> {
  const response = await fetch(`${server.url()}/health`, { signal: AbortSignal.timeout(5_000) });
  return (await response.json()) as Health;
}

/** Resolves when everything that was acknowledged is folded and in the warehouse; rejects after a minute. */
export async function settled(server: Server): Promise<void> {
  const until = performance.now() + SETTLE_MS_MAX;
  for (let health: Health | undefined; ; ) {
    health = await readHealth(server).catch(() => undefined);
    const stages = [health?.checks['fold'], health?.checks['sink']];
    if (stages.every((stage) => stage?.backlogCount === 0)) return;
    if (performance.now() > until) throw new Error(`the server does not settle: ${JSON.stringify(health)}`);
    await wait(LOOK_EVERY_MS);
  }
}
