import { Agent } from 'node:http';
import { cpus } from 'node:os';
import { BATCH_EVENTS, type Bodies, makeBodies, post } from './kernel-load.ts';
import { type BenchServer, startServer } from './kernel-server.ts';
import { printTable, quantile, type Row } from './table.ts';

const CONNECTIONS = 24;
const SECONDS = Number(process.env.RAPPORT_BENCH_SECONDS ?? 20);
const RATES = (process.env.RAPPORT_BENCH_RATES ?? '20000').split(',').map(Number);
const PEOPLE = 100_000;
const BODIES = 1_000;
const WARM_UP_SECONDS = 4;
const PROBE_EVERY_MS = 100;
const TICK_MS = 5;

/** What a load came to. */
export interface Result {
  readonly target: number;
  readonly got: number;
  readonly acks: number[];
  readonly visible: number[];
  readonly reads: number[];
  /** CPU in ms: the server, its warehouse, and this load itself, which has the same cores. */
  readonly cpu: { main: number; child: number; load: number };
  readonly refused: number;
  readonly backlogRows: number;
  readonly memory: { main: number; child: number };
}

/** HTTP batches of 100 events to profiles and warehouse: rate, latencies, CPU per event over all processes. */
export async function run(): Promise<void> {
  const bodies = makeBodies(BODIES, PEOPLE);
  console.log(
    `kernel: ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, events of ${bodies.eventBytes.toFixed(0)} bytes, ${SECONDS} s a rate`,
  );
  const rows: Row[] = [];
  let batch = 0;
  for (const rate of RATES) {
    const server = await startServer();
    try {
      batch = (await load(server, bodies, rate, WARM_UP_SECONDS, batch)).nextBatch;
      const { result, nextBatch } = await load(server, bodies, rate, SECONDS, batch);
      batch = nextBatch;
      rows.push(row(result));
    } finally {
      await server.stop();
    }
  }
  printTable('Sustained load, everything included', rows);
}

/** The figures of a load as a row. */
export function row(result: Result): Row {
  const events = result.got * SECONDS;
  const main = (result.cpu.main * 1000) / events;
  const child = (result.cpu.child * 1000) / events;
  return {
    'target/s': result.target,
    'got/s': result.got,
    'ack p50 ms': quantile(result.acks, 0.5),
    'ack p99': quantile(result.acks, 0.99),
    'visible p50': quantile(result.visible, 0.5),
    'visible p99': quantile(result.visible, 0.99),
    'read p99': quantile(result.reads, 0.99),
    'us/event main': main,
    child,
    sum: main + child,
    'load itself': (result.cpu.load * 1000) / events,
    refused: result.refused,
    'rows waiting': result.backlogRows,
    'MB main': result.memory.main,
    'MB child': result.memory.child,
  };
}

/** Sends batches at a rate for some seconds, while a probe waits for single people until what it waits for can be read of them. */
export async function load(
  server: BenchServer,
  bodies: Bodies,
  rate: number,
  seconds: number,
  firstBatch: number,
  sees: (person: string) => boolean = () => true,
): Promise<{ result: Result; nextBatch: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const url = new URL('/v1/batch', server.url);
  const acks: number[] = [];
  const pending = new Set<Promise<void>>();
  let refused = 0;
  let batch = firstBatch;
  const send = (due: number): void => {
    const body = bodies.list[batch % bodies.list.length]!;
    bodies.stamp(body, batch++);
    const call = post(url, server.key, agent, body).then((status) => {
      if (status === 200) acks.push(performance.now() - due);
      else refused++;
    });
    pending.add(call);
    void call.finally(() => pending.delete(call));
  };
  const probes = probe(server, seconds, sees);
  const before = server.cpu();
  const loadBefore = process.cpuUsage();
  const began = performance.now();
  const every = (BATCH_EVENTS * 1000) / rate;
  // Open loop: a batch is due at its time whether or not the earlier ones were answered; latency counts from then.
  for (let due = began; due < began + seconds * 1000; ) {
    const now = performance.now();
    while (due <= now && due < began + seconds * 1000) {
      send(due);
      due += every;
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  const sent = acks.length;
  await Promise.all(pending);
  const after = server.cpu();
  const { user, system } = process.cpuUsage(loadBefore);
  const { visible, reads } = await probes;
  const backlogRows = Number(
    /rapport_sink_waiting_rows (\d+)/.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1] ?? -1,
  );
  agent.destroy();
  const cpu = {
    main: after.main - before.main,
    child: after.child - before.child,
    load: (user + system) / 1000,
  };
  const got = (Math.max(sent, 1) * BATCH_EVENTS) / seconds;
  return {
    result: { target: rate, got, acks, visible, reads, cpu, refused, backlogRows, memory: server.memory() },
    nextBatch: batch,
  };
}

/** Posts single orders of new people and asks for the person every ms until she is there. */
async function probe(
  server: BenchServer,
  seconds: number,
  sees: (person: string) => boolean,
): Promise<{ visible: number[]; reads: number[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 });
  const url = new URL('/v1/track', server.url);
  const visible: number[] = [];
  const reads: number[] = [];
  const end = performance.now() + seconds * 1000;
  for (let i = 0; performance.now() < end; i++) {
    const userId = `probe-${process.pid}-${Math.round(end)}-${i}`;
    const began = performance.now();
    await post(
      url,
      server.key,
      agent,
      Buffer.from(
        JSON.stringify({ event: 'Order Completed', userId, properties: { order_id: userId, revenue: 5 } }),
      ),
    );
    for (;;) {
      const asked = performance.now();
      const answer = await fetch(`${server.url}/api/people?identity=user:${userId}`);
      const person = await answer.text();
      reads.push(performance.now() - asked);
      if (answer.status === 200 && sees(person)) break;
      if (performance.now() - began > 10_000) throw new Error('a person did not become visible within 10 s');
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    visible.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS));
  }
  agent.destroy();
  return { visible, reads };
}
