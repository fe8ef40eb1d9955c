import { existsSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Condition } from '../src/core/condition/index.ts';
import { defineOver, until } from './audience-http.ts';
import { load } from './kernel.ts';
import { BATCH_EVENTS, makeBodies, post } from './kernel-load.ts';
import { type BenchServer, startServer } from './kernel-server.ts';
import { machine, printTable } from './table.ts';

/** Events of history; fewer with RAPPORT_BENCH_EVENTS. Loading them takes most of the time. */
const EVENTS = Number(process.env.RAPPORT_BENCH_EVENTS ?? 10_000_000);
/** Of so many some 300,000 turn up. */
const PEOPLE = Number(process.env.RAPPORT_BENCH_PEOPLE ?? 420_000);
/** Where the loaded history stays; what is there is not loaded again, and a copy of it is measured. Without it, nowhere. */
const KEEP = process.env.RAPPORT_BENCH_DATA;
const LIVE_RATE = 5_000;
const SEED = 7;
const PAST_BODIES = 16_000;
const LIVE_BODIES = 1_000;
const CONNECTIONS = 16;
const HISTORY_MS = 90 * 86_400_000;
const ASK_MS = 500;

/** Looked, put into the cart within two days, and did not buy. */
const CONDITION: Condition = {
  sequence: [{ did: { event: 'Product Viewed' } }, { did: { event: 'Product Added' }, within: '2d' }],
  afterwards: { without: [{ event: 'Order Completed' }] },
  in: { last: '90d' },
};

/** Sends the history in the order of its time, so that the last of it has just happened. */
async function loadPast(server: BenchServer, bodies: ReturnType<typeof makeBodies>): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const url = new URL('/v1/batch', server.url);
  const start = Date.now() - HISTORY_MS;
  let batch = 0;
  const worker = async (): Promise<void> => {
    while (batch * BATCH_EVENTS < EVENTS) {
      const mine = batch++;
      const body = bodies.list[mine % bodies.list.length]!;
      bodies.stamp(body, mine, start + Math.floor((mine * BATCH_EVENTS * HISTORY_MS) / EVENTS));
      // Another worker may stamp the same body while this one is on its way.
      const copy = Buffer.from(body);
      // The server asks to come back when it is behind.
      while ((await post(url, server.key, agent, copy)) !== 200)
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  agent.destroy();
  while ((await waiting(server)) > 0) await new Promise((resolve) => setTimeout(resolve, ASK_MS));
}

/** Records that are not folded and rows that are not in the warehouse. */
async function waiting(server: BenchServer): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const read = (name: string): number => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return read('rapport_fold_backlog_records') + read('rapport_sink_waiting_rows');
}

/** People who did something in the time of the history: not every one of those who might comes up. */
async function countPeople(server: BenchServer): Promise<number> {
  const answer = await fetch(`${server.url}/api/overview?days=91`);
  return ((await answer.json()) as { current: { people: number } }).current.people;
}

/** A server with the history: loaded now, or a copy of what was loaded before. */
async function withHistory(): Promise<{ server: BenchServer; loadSeconds: number }> {
  const began = performance.now();
  const since = (): number => (performance.now() - began) / 1_000;
  if (KEEP === undefined || !existsSync(KEEP)) {
    const loading = await startServer(KEEP);
    await loadPast(loading, makeBodies(PAST_BODIES, PEOPLE, SEED, 1));
    if (KEEP === undefined) return { server: loading, loadSeconds: since() };
    await loading.stop(true);
  }
  const loadSeconds = since();
  const copy = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
  await cp(KEEP, copy, { recursive: true });
  const server = await startServer(copy);
  while ((await waiting(server)) > 0) await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  return { server, loadSeconds };
}

/** How long the past of a new audience takes while live events go on. */
export async function run(): Promise<void> {
  console.log(`audience-past: ${machine()}; ${EVENTS} events of history, ${LIVE_RATE} events/s live`);
  const { server, loadSeconds } = await withHistory();
  try {
    // Made anew: the clock that they were sent by is part of them.
    const bodies = makeBodies(LIVE_BODIES, PEOPLE, SEED, 1);
    let seconds = 0;
    let size = 0;
    const fill = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      const started = performance.now();
      await defineOver(server, 'left-cart', CONDITION);
      const body = await until<{ evaluated: string; progress?: object; size: number }>(
        server,
        '/api/audiences/left-cart',
        (answer) => answer.evaluated === 'live' && !answer.progress,
      );
      seconds = (performance.now() - started) / 1_000;
      ({ size } = body);
    };
    let isDone = false;
    const filling = fill().finally(() => {
      isDone = true;
    });
    let next = EVENTS / BATCH_EVENTS;
    let acks: readonly number[] = [];
    while (!isDone) {
      const { result, nextBatch } = await load(server, bodies, LIVE_RATE, 5, next);
      next = nextBatch;
      acks = result.acks;
    }
    await filling;
    printTable('The past of a sequence over 90 days, while live events go on', [
      {
        events: EVENTS,
        people: await countPeople(server),
        'loaded in s': loadSeconds,
        'complete after s': seconds,
        members: size,
        'batches acknowledged in the last 5 s': acks.length,
      },
    ]);
  } finally {
    await server.stop();
  }
}
