import { Agent } from 'node:http';
import { cpus } from 'node:os';
import { BATCH_EVENTS, makeBodies, post } from './kernel-load.ts';
import { type BenchServer, startServer } from './kernel-server.ts';
import { printTable, type Row } from './table.ts';

const CONNECTIONS = 24;
const RATE = Number(process.env.RAPPORT_BENCH_RATES ?? 20_000);
const SECONDS = Number(process.env.RAPPORT_BENCH_SECONDS ?? 20);
/** A data folder to start on instead of making one, and leave as it is. */
const FOLDER = process.env.RAPPORT_BENCH_FOLDER;
const PEOPLE = 100_000;
const BODIES = 1_000;
const TICK_MS = 5;

/** Kills the server while events come in at a rate, and starts it again on what is there. */
export async function run(): Promise<void> {
  console.log(`restart: ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`);
  const rows: Row[] = [];
  if (FOLDER === undefined) {
    const first = await startServer();
    await load(first);
    await first.kill();
    const second = await startServer(first.folder);
    rows.push(await caughtUp('killed under load', second));
    await second.stop(true);
    const third = await startServer(first.folder);
    rows.push(await caughtUp('stopped in order', third));
    await third.stop();
  } else {
    const server = await startServer(FOLDER);
    rows.push(await caughtUp(FOLDER, server));
    await server.stop(true);
  }
  printTable(`Starting again (${RATE.toLocaleString('en')} events/s for ${SECONDS} s before)`, rows);
}

async function load(server: BenchServer): Promise<void> {
  const bodies = makeBodies(BODIES, PEOPLE);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const url = new URL('/v1/batch', server.url);
  const began = performance.now();
  const every = (BATCH_EVENTS * 1000) / RATE;
  for (let due = began, batch = 0; due < began + SECONDS * 1000; ) {
    for (const now = performance.now(); due <= now; due += every, batch++) {
      const body = bodies.list[batch % BODIES]!;
      bodies.stamp(body, batch);
      post(url, server.key, agent, body).catch(() => {
        // The last ones meet the kill.
      });
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  agent.destroy();
}

/** The server listens before it has folded the rest of the log: profiles are behind until then, and say so in health. */
async function caughtUp(what: string, server: BenchServer): Promise<Row> {
  const began = performance.now();
  const figure = (text: string, name: string): number =>
    Number(new RegExp(`${name} (\\d+)`).exec(text)?.[1] ?? 0);
  for (;;) {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    if (figure(text, 'rapport_fold_backlog_records') === 0) {
      return {
        what,
        'listens after ms': server.startedInMs,
        'folded again': figure(text, 'rapport_repeated_total'),
        'folded newly': figure(text, 'rapport_events_total'),
        'caught up after ms': server.startedInMs + performance.now() - began,
        'MB main': server.memory().main,
      };
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
}
