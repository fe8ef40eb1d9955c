import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCommand } from '../src/ingest/index.ts';
import { dice } from './kernel-load.ts';
import { type BenchServer, startServer } from './kernel-server.ts';
import { printTable, quantile } from './table.ts';

const PEOPLE = Number(process.env.RAPPORT_BENCH_PEOPLE ?? 200_000);
const READS = 2_000;
const POLL_MS = 20;
const MAP = {
  preset: 'people',
  identities: [
    { namespace: 'user', value: 'id' },
    { namespace: 'email', value: 'email' },
  ],
  traits: { firstName: 'first', lastName: 'last', city: 'city', tier: 'tier' },
};

/** Many people with a bounded cache: memory, start on what is there, profile reads by identity of people not in memory. */
export async function run(): Promise<void> {
  console.log(
    `people: ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, ${PEOPLE.toLocaleString('en')} people`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-people-'));
  try {
    const first = await startServer(join(folder, 'data'));
    const began = performance.now();
    await load(first, folder);
    const loadSeconds = (performance.now() - began) / 1000;
    const memory = first.memory();
    await first.stop(true);
    const second = await startServer(join(folder, 'data'));
    const reads = await readPeople(second);
    printTable('People', [
      {
        people: PEOPLE,
        'loaded in s': loadSeconds,
        'people/s': PEOPLE / loadSeconds,
        'MB main': memory.main,
        'of it not mapped files': memory.mainAnonymous,
        'MB child': memory.child,
        'start ms': second.startedInMs,
        'cold read p50 ms': quantile(reads, 0.5),
        p99: quantile(reads, 0.99),
      },
    ]);
    await second.stop(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function load(server: BenchServer, folder: string): Promise<void> {
  const file = join(folder, 'people.csv');
  const map = join(folder, 'map.json');
  await writeFile(map, JSON.stringify(MAP));
  const out = createWriteStream(file);
  out.write('id,email,first,last,city,tier\n');
  for (let i = 0; i < PEOPLE; i++)
    if (!out.write(`u${i},person.${i}@example.com,Sam,Rivers,Springfield,gold\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
  const code = await importCommand([file, '--map', map, '--server', server.url], {
    out: () => {},
    err: (text) => process.stderr.write(text),
    isTerminal: false,
    columns: 80,
    fetch,
    now: () => Date.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    env: {},
  });
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  for (;;) {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    const rows = Number(/rapport_sink_rows_total (\d+)/.exec(text)?.[1] ?? 0);
    const waiting = Number(/rapport_changes_waiting (\d+)/.exec(text)?.[1] ?? 1);
    if (rows >= PEOPLE && waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function readPeople(server: BenchServer): Promise<number[]> {
  const random = dice(5);
  const times: number[] = [];
  for (let i = 0; i < READS; i++) {
    const who = Math.floor(random() * PEOPLE);
    const began = performance.now();
    const answer = await fetch(`${server.url}/api/people?identity=email:person.${who}@example.com`);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`person ${who} is not there: ${answer.status}`);
    times.push(performance.now() - began);
  }
  return times;
}
