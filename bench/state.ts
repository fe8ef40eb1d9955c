import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { cpuUsage } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { type Change, openLmdbState, openPostgresState, type State } from '../src/engine/state/index.ts';
import { startPostgres } from '../test/postgres.ts';
import { printTable, quantile, type Row } from './table.ts';

/** How long each of the three figures of an engine is measured. */
const SECONDS = Number(process.env['RAPPORT_BENCH_SECONDS'] ?? 2.5);
const PEOPLE = Number(process.env['RAPPORT_BENCH_PEOPLE'] ?? 20_000);
const LOAD_CHANGES = 2_000;
const COMMIT_CHANGES = 250;
const READ_KEYS = 200;
/** A checkpoint that drips: 5,000 changes a second in steps of 20 ms. */
const DRIP_MS = 20;
const DRIP_CHANGES = 100;
/** A page of Linux counts CPU in hundredths of a second. */
const TICK_US = 10_000;

interface Contender {
  readonly name: string;
  readonly state: State;
  /** CPU that other processes spent for it so far, us. */
  serverCpu(): number;
  close(): Promise<void>;
}

/**
 * Compares the engines of the state with people of 1.7 KB: loading them, commits as fast as they go, a dripping
 * checkpoint, and reads of a batch of keys. CPU is of this process and of the server together.
 */
export async function run(): Promise<void> {
  const embedded = await measure(await openEmbedded());
  const postgres = await openPostgres();
  const other = typeof postgres === 'string' ? undefined : await measure(postgres);
  if (typeof postgres === 'string') console.log(`Without PostgreSQL: ${postgres}.`);
  const rows = Object.keys(embedded).map((figure): Row => {
    const base = embedded[figure]!;
    if (other === undefined) return { figure, embedded: base };
    return { figure, embedded: base, PostgreSQL: other[figure]!, ratio: other[figure]! / base };
  });
  printTable(`State: ${PEOPLE.toLocaleString('en')} people of 1.7 KB`, rows);
}

async function measure(contender: Contender): Promise<Record<string, number>> {
  const { state } = contender;
  try {
    return {
      ...(await load(state)),
      ...(await commits(contender)),
      ...(await drip(contender)),
      ...(await reads(contender)),
    };
  } finally {
    await contender.close();
  }
}

async function load(state: State): Promise<Record<string, number>> {
  const startedAt = performance.now();
  for (let first = 0; first < PEOPLE; first += LOAD_CHANGES) {
    await state.commit(Array.from({ length: LOAD_CHANGES }, (_, i) => change(first + i)));
  }
  return { 'load, changes/s': (PEOPLE / (performance.now() - startedAt)) * 1_000 };
}

async function commits(contender: Contender): Promise<Record<string, number>> {
  const { state } = contender;
  const waits: number[] = [];
  const cpu = startCpu(contender);
  const startedAt = performance.now();
  while (performance.now() - startedAt < SECONDS * 1_000) {
    const changes = Array.from({ length: COMMIT_CHANGES }, anyChange);
    waits.push(await timed(() => state.commit(changes)));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const count = waits.length * COMMIT_CHANGES;
  return {
    [`commits of ${COMMIT_CHANGES}, changes/s`]: count / seconds,
    '  commit p50, ms': quantile(waits, 0.5),
    '  commit p99, ms': quantile(waits, 0.99),
    '  CPU us/change': cpu() / count,
  };
}

async function drip(contender: Contender): Promise<Record<string, number>> {
  const { state } = contender;
  const waits: number[] = [];
  const running: Promise<void>[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cpu = startCpu(contender);
  const startedAt = performance.now();
  for (let step = 1; performance.now() - startedAt < SECONDS * 1_000; step++) {
    const changes = Array.from({ length: DRIP_CHANGES }, anyChange);
    const commit = timed(() => state.commit(changes)).then((wait) => void waits.push(wait));
    running.push(commit);
    await pause(Math.max(0, startedAt + step * DRIP_MS - performance.now()));
  }
  await Promise.all(running);
  delay.disable();
  const seconds = (performance.now() - startedAt) / 1_000;
  const spent = cpu();
  return {
    'drip of 100 every 20 ms, changes/s': (waits.length * DRIP_CHANGES) / seconds,
    '  commit p50, ms ': quantile(waits, 0.5),
    '  commit p99, ms ': quantile(waits, 0.99),
    '  CPU us/change ': spent / (waits.length * DRIP_CHANGES),
    '  CPU, share of a core': spent / seconds / 1_000_000,
    '  event loop delay p99, ms': delay.percentile(99) / 1e6,
  };
}

async function reads(contender: Contender): Promise<Record<string, number>> {
  const { state } = contender;
  const waits: number[] = [];
  const cpu = startCpu(contender);
  const startedAt = performance.now();
  while (performance.now() - startedAt < SECONDS * 1_000) {
    const keys = Array.from({ length: READ_KEYS }, () => keyOf(anyPerson()));
    waits.push(await timed(() => state.getMany('people', keys)));
  }
  const spent = cpu();
  const rangeMs = await timed(() => state.range('people', { limit: 1_000 }));
  return {
    [`getMany of ${READ_KEYS}, p50 ms`]: quantile(waits, 0.5),
    '  p99, ms': quantile(waits, 0.99),
    '  CPU us/key': spent / (waits.length * READ_KEYS),
    'range of 1,000, ms': rangeMs,
  };
}

async function openEmbedded(): Promise<Contender> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-state-'));
  const state = await openLmdbState({ folder });
  return {
    name: 'embedded',
    state,
    serverCpu: () => 0,
    close: async () => {
      await state.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openPostgres(): Promise<Contender | string> {
  const server = await startPostgres();
  if ('unavailable' in server) return server.unavailable;
  const state = await openPostgresState({ url: server.url });
  return {
    name: 'PostgreSQL',
    state,
    serverCpu: () => cpuOfFamily(server.pid()),
    close: async () => {
      await state.close();
      await server.stop();
    },
  };
}

function startCpu(contender: Contender): () => number {
  const server = contender.serverCpu();
  const own = cpuUsage();
  return () => {
    const { user, system } = cpuUsage(own);
    return user + system + contender.serverCpu() - server;
  };
}

/** CPU of a process and its children, from Linux's /proc; 0 elsewhere. */
function cpuOfFamily(parent: number): number {
  if (process.platform !== 'linux') return 0;
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      // After the name in brackets: state, parent, … and as fields 12 and 13 user and system time.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
        .map(Number);
      if (Number(pid) === parent || fields[1] === parent) ticks += fields[11]! + fields[12]!;
    } catch {
      // It ended while we looked.
    }
  }
  return ticks * TICK_US;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const WORDS = [
  'email',
  'phone',
  'order',
  'product',
  'viewed',
  'shoes',
  'jacket',
  'winter',
  'sale',
  'loyalty',
];

/** Bodies of people, made beforehand, so that making them is not measured. */
const BODIES = Array.from({ length: 500 }, (_, seed) => {
  let number = seed + 1;
  let body = `{"id":${seed}`;
  while (body.length < 1_700) {
    number = (number * 48_271) % 2_147_483_647;
    body += `,"${WORDS[number % WORDS.length]} ${number % 97}":${number}`;
  }
  return `${body}}`;
});

function anyPerson(): number {
  return Math.floor(Math.random() * PEOPLE);
}

/** Ids of people are hashes, so their keys come in no order. */
function keyOf(person: number): string {
  return `p${((person * 2_654_435_761) % 4_294_967_296).toString().padStart(10, '0')}`;
}

function change(person: number): Change {
  return {
    collection: 'people',
    key: keyOf(person),
    value: BODIES[Math.floor(Math.random() * BODIES.length)]!,
  };
}

function anyChange(): Change {
  return change(anyPerson());
}
