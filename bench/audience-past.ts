import { Agent } from 'node:http';
import type { Condition } from '../src/core/condition/index.ts';
import { defineOver, until } from './audience-http.ts';
import { load } from './kernel.ts';
import { BATCH_EVENTS, makeBodies, post } from './kernel-load.ts';
import { type BenchServer, startServer } from './kernel-server.ts';
import { machine, printTable } from './table.ts';

/** Events of history; fewer with RAPPORT_BENCH_EVENTS. Loading them takes most of the time. */
const EVENTS = Number(process.env.RAPPORT_BENCH_EVENTS ?? 10_000_000);
const PEOPLE = Number(process.env.RAPPORT_BENCH_PEOPLE ?? 300_000);
const LIVE_RATE = 5_000;
const BODIES = 4_000;
const CONNECTIONS = 16;

/** Looked, put into the cart within two days, and did not buy. */
const CONDITION: Condition = {
  sequence: [{ did: { event: 'Product Viewed' } }, { did: { event: 'Product Added' }, within: '2d' }],
  afterwards: { without: [{ event: 'Order Completed' }] },
  in: { last: '90d' },
};

async function loadPast(server: BenchServer, bodies: ReturnType<typeof makeBodies>): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const url = new URL('/v1/batch', server.url);
  let batch = 0;
  const worker = async (): Promise<void> => {
    while (batch * BATCH_EVENTS < EVENTS) {
      const mine = batch++;
      const body = bodies.list[mine % bodies.list.length]!;
      bodies.stamp(body, mine);
      // Another worker may stamp the same body while this one is on its way.
      const copy = Buffer.from(body);
      // The server asks to come back when it is behind.
      while ((await post(url, server.key, agent, copy)) !== 200)
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  agent.destroy();
  return batch;
}

async function rowsInWarehouse(server: BenchServer): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/rapport_sink_waiting_rows (\d+)/.exec(text)?.[1] ?? 0);
}

/** How long the past of a new audience takes while live events go on. */
export async function run(): Promise<void> {
  console.log(
    `audience-past: ${machine()}; ${EVENTS} events of history, ${PEOPLE} people, ${LIVE_RATE} events/s live`,
  );
  const bodies = makeBodies(BODIES, PEOPLE);
  const server = await startServer();
  try {
    const began = performance.now();
    const nextBatch = await loadPast(server, bodies);
    while ((await rowsInWarehouse(server)) > 0) await new Promise((resolve) => setTimeout(resolve, 500));
    const loadSeconds = (performance.now() - began) / 1_000;
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
    let next = nextBatch;
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
        people: PEOPLE,
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
