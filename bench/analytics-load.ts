import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedWarehouse } from '../src/engine/warehouse/index.ts';
import { CASES, fill, PANELS } from './analytics.ts';
import { load } from './kernel.ts';
import { makeBodies } from './kernel-load.ts';
import { type BenchServer, startServer } from './kernel-server.ts';
import { printTable, quantile, type Row } from './table.ts';

const SECONDS = Number(process.env.RAPPORT_BENCH_SECONDS ?? 20);
const RATE = Number(process.env.RAPPORT_BENCH_RATE ?? 5_000);
const PEOPLE = 100_000;
const BODIES = 1_000;
const WARM_UP_SECONDS = 4;
/** As many as the program answers at a time. */
const ASKERS = 2;
const WATCH_EVERY_MS = 1_000;

/** Collection with nobody asking, and while questions to all events are asked one after another without a pause. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
  await fillFolder(join(folder, 'warehouse'));
  const server = await startServer(folder);
  try {
    const bodies = makeBodies(BODIES, PEOPLE);
    let { nextBatch } = await load(server, bodies, RATE, WARM_UP_SECONDS, 0);
    const rows: Row[] = [];
    for (const isAsking of [false, true]) {
      const stop = new AbortController();
      const watched = watch(server, stop.signal);
      const asked = isAsking ? askAll(server, stop.signal) : Promise.resolve([]);
      const { result, nextBatch: next } = await load(server, bodies, RATE, SECONDS, nextBatch);
      nextBatch = next;
      stop.abort();
      const [lagMs, answers] = await Promise.all([watched, asked]);
      rows.push({
        asked: isAsking ? 'without a pause' : 'nothing',
        'events/s': result.got,
        refused: result.refused,
        'ack p50': quantile(result.acks, 0.5),
        'ack p99': quantile(result.acks, 0.99),
        'visible p99': quantile(result.visible, 0.99),
        'event loop at most ms': lagMs,
        answers: answers.length,
        'answer p50': answers.length === 0 ? '' : quantile(answers, 0.5),
        'answer p99': answers.length === 0 ? '' : quantile(answers, 0.99),
        'MB main': result.memory.main,
        'MB child': result.memory.child,
      });
    }
    printTable(`Collection of ${RATE} events/s beside questions, ${SECONDS} s each`, rows);
  } finally {
    await server.stop();
  }
}

async function fillFolder(folder: string): Promise<void> {
  const made = process.env.RAPPORT_BENCH_FOLDER;
  if (made) await cp(join(made, 'engine'), join(folder, 'engine'), { recursive: true });
  const warehouse = await openEmbeddedWarehouse({ folder });
  await fill(warehouse);
  await warehouse.close();
}

/** Asks the questions of the bench in turn, each a little different, so that no answer is there already. Gives ms an answer. */
async function askAll(server: BenchServer, signal: AbortSignal): Promise<number[]> {
  const questions = [
    ...CASES.map(({ question, query }) => ({ question, query })),
    ...PANELS.map((query) => ({ question: 'table', query })),
  ];
  const answers: number[] = [];
  let next = 0;
  const ask = async (): Promise<void> => {
    while (!signal.aborted) {
      const turn = next++;
      const { question, query } = questions[turn % questions.length]!;
      const filters = [{ dimension: 'city', text: { isNot: `nowhere ${turn}` } }];
      const began = performance.now();
      const answer = await fetch(`${server.url}/api/analytics/${question}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...query, filters }),
      });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${question}: ${answer.status} ${text}`);
      answers.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: ASKERS }, ask));
  return answers;
}

/** The longest that the server's event loop was late (ms), by its own figures. Each reading starts them anew. */
async function watch(server: BenchServer, signal: AbortSignal): Promise<number> {
  let most = 0;
  while (!signal.aborted) {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    const seconds = Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1] ?? 0);
    most = Math.max(most, seconds * 1000);
    await new Promise((resolve) => setTimeout(resolve, WATCH_EVERY_MS));
  }
  return most;
}
