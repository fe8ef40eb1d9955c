import { Agent } from 'node:http';
import type { Condition } from '../src/core/condition/index.ts';
import { conditionOf, TOUCHED } from './audience-conditions.ts';
import { defineOver, until } from './audience-http.ts';
import { load, row } from './kernel.ts';
import { type Bodies, makeBodies, post } from './kernel-load.ts';
import { type BenchServer, startServer } from './kernel-server.ts';
import { machine, printTable, type Row } from './table.ts';

const SECONDS = Number(process.env.RAPPORT_BENCH_SECONDS ?? 20);
const RATE = Number(process.env.RAPPORT_BENCH_RATE ?? 20_000);
/** How many audiences each row has; the last is also measured at half of the load unless RAPPORT_BENCH_AUDIENCES names the rows. */
const NAMED = process.env.RAPPORT_BENCH_AUDIENCES;
const AUDIENCES = (NAMED ?? '0,200').split(',').map(Number);
const PEOPLE = 100_000;
const BODIES = 1_000;
const WARM_UP_SECONDS = 4;
const FIRST_CONNECTIONS = 4;
/** Rows that may wait for the warehouse when the measurement begins. */
const WAITING_ROWS_MAX = 50_000;
const RETRY_MS = 200;
/** The orders that probes send bring them into this audience. */
const PROBED = 'a1';

/**
 * Ten kinds, and others about events that the load does not send: an event touches three or four. With
 * RAPPORT_BENCH_TOUCHED=many all are made of the ten kinds, so that an event touches most of them.
 */
function mixed(number: number): Condition {
  if (process.env.RAPPORT_BENCH_TOUCHED !== 'many') return conditionOf(number);
  const kind = TOUCHED[number % TOUCHED.length]!;
  const round = Math.floor(number / TOUCHED.length);
  if (round === 0) return kind;
  return number % 2 === 0
    ? { all: [kind, conditionOf(10 + number)] }
    : { any: [kind, conditionOf(10 + number)] };
}

/**
 * Everybody is seen once before the clock starts: who is new enters some twenty of the audiences at once, and a shop is not all new
 * people. Gives the seconds that it took until all rows were in the warehouse.
 */
async function seeEverybody(server: BenchServer, bodies: Bodies): Promise<number> {
  const began = performance.now();
  const agent = new Agent({ keepAlive: true, maxSockets: FIRST_CONNECTIONS });
  const url = new URL('/v1/batch', server.url);
  let next = 0;
  const send = async (): Promise<void> => {
    while (next < BODIES) {
      const batch = next++;
      const body = bodies.list[batch]!;
      bodies.stamp(body, batch);
      while ((await post(url, server.key, agent, body)) !== 200)
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  };
  await Promise.all(Array.from({ length: FIRST_CONNECTIONS }, send));
  agent.destroy();
  for (;;) {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    const read = (name: string): number => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
    if (
      read('rapport_fold_backlog_records') === 0 &&
      read('rapport_sink_waiting_rows') < WAITING_ROWS_MAX &&
      read('rapport_events_total') > 0
    )
      return (performance.now() - began) / 1_000;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

async function rowAt(rate: number, audiences: number): Promise<Row> {
  const bodies = makeBodies(BODIES, PEOPLE);
  const server = await startServer();
  try {
    for (let i = 0; i < audiences; i++) await defineOver(server, `a${i}`, mixed(i));
    for (let i = 0; i < audiences; i++)
      await until<{ evaluated: string; progress?: object }>(
        server,
        `/api/audiences/a${i}`,
        (body) => body.evaluated === 'live' && !body.progress,
      );
    const sees = (person: string): boolean =>
      audiences === 0 || PROBED in (JSON.parse(person) as { audiences: object }).audiences;
    const first = await seeEverybody(server, bodies);
    const { nextBatch } = await load(server, bodies, rate, WARM_UP_SECONDS, BODIES, sees);
    const { result } = await load(server, bodies, rate, SECONDS, nextBatch, sees);
    return { audiences, 's until all seen': first, ...row(result) };
  } finally {
    await server.stop();
  }
}

/** The kernel with 200 live audiences: CPU of all processes for an event, and how soon a membership can be read. */
export async function run(): Promise<void> {
  console.log(
    `audience-kernel: ${machine()}; HTTP to profiles, memberships and warehouse, ${SECONDS} s a row`,
  );
  const rows: Row[] = [];
  for (const audiences of AUDIENCES) rows.push(await rowAt(RATE, audiences));
  printTable('Sustained load; visible: from the post of an order to its buyer in the audience', rows);
  if (NAMED === undefined) printTable('At half of that load', [await rowAt(RATE / 2, AUDIENCES.at(-1)!)]);
}
