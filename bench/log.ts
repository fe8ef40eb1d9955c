import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuUsage } from 'node:process';
import { openLmdbLog } from '../src/engine/log/index.ts';
import { bodiesOf } from './log-bodies.ts';
import { type Contender, openSegmentLog } from './log-segment.ts';
import { printTable, quantile, type Row } from './table.ts';

/** How long one figure is measured; nine of them and their reading take 20 s. */
const SECONDS = Number(process.env['RAPPORT_BENCH_SECONDS'] ?? 1.5);
const BATCH_EVENTS = 100;
const BATCH_PRODUCERS = 8;
const SINGLE_PRODUCERS = 64;
const PACED_EVENTS_PER_SECOND = 20_000;
const READ_BYTES = 16 * 1024 * 1024;
const RECORD_BYTES_MAX = 1024 * 1024;

type Open = (folder: string) => Promise<Contender>;

const CONTENDERS: readonly (readonly [name: string, open: Open])[] = [
  ['LMDB, LZ4', openLmdb('lz4')],
  ['LMDB, uncompressed', openLmdb('none')],
  ['segment file', openSegmentLog],
];

/**
 * Compares the embedded log with plain segment files, in turn and on the same disk: as fast as they go with batches and
 * with single events, and at 20,000 events/s. Times are from append to durable; CPU is of the whole process.
 */
export async function run(): Promise<void> {
  const batches = bodiesOf(BATCH_EVENTS);
  const singles = bodiesOf(1);
  await compare(
    `Batches of ${BATCH_EVENTS} events, ${BATCH_PRODUCERS} producers that wait for each ack`,
    (log) => closedLoop(log, batches, BATCH_PRODUCERS, BATCH_EVENTS),
  );
  await compare(`Single events, ${SINGLE_PRODUCERS} producers that wait for each ack`, (log) =>
    closedLoop(log, singles, SINGLE_PRODUCERS, 1),
  );
  await compare(`Batches at ${PACED_EVENTS_PER_SECOND} events/s`, (log) => paced(log, batches));
}

function openLmdb(compression: 'lz4' | 'none'): Open {
  return async (folder) => {
    const limits = {
      waitingBytesMax: 64 * RECORD_BYTES_MAX,
      recordBytesMax: RECORD_BYTES_MAX,
      roomBytesMin: 0,
    };
    const log = await openLmdbLog({ folder, partitions: 1, compression, ...limits });
    return {
      append: (bytes) => log.append(0, bytes),
      read: async (from, bytesMax) => (await log.read(0, from, 100_000, bytesMax)).length,
      close: () => log.close(),
    };
  };
}

/** What a load did: how long each ack took, and how many events and bytes went in. */
interface Load {
  readonly ackMs: number[];
  events: number;
  bytes: number;
}

async function compare(title: string, load: (log: Contender) => Promise<Load>): Promise<void> {
  const rows: Row[] = [];
  for (const [name, open] of CONTENDERS) rows.push(await measure(name, open, load));
  const base = rows.at(-1)!;
  printTable(
    title,
    rows.map((row) => ({
      ...row,
      'events/s to segment': ratio(row, base, 'events/s'),
      'CPU to segment': ratio(row, base, 'CPU us/event'),
    })),
  );
}

function ratio(row: Row, base: Row, column: string): number {
  return Number(row[column]) / Number(base[column]);
}

async function measure(name: string, open: Open, load: (log: Contender) => Promise<Load>): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-log-'));
  try {
    const log = await open(folder);
    const cpu = cpuUsage();
    const start = performance.now();
    const { ackMs, events, bytes } = await load(log);
    const seconds = (performance.now() - start) / 1_000;
    const { user, system } = cpuUsage(cpu);
    const readUs = await readCpu(log, events / ackMs.length);
    await log.close();
    return {
      log: name,
      'events/s': events / seconds,
      'ack p50 ms': quantile(ackMs, 0.5),
      'p99 ms': quantile(ackMs, 0.99),
      'CPU us/event': (user + system) / events,
      'read CPU us/event': readUs,
      'disk/logical': (await bytesIn(folder)) / bytes,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function closedLoop(
  log: Contender,
  bodies: Buffer[],
  producers: number,
  events: number,
): Promise<Load> {
  const load: Load = { ackMs: [], events: 0, bytes: 0 };
  const end = performance.now() + SECONDS * 1_000;
  const produce = async (_: unknown, producer: number): Promise<void> => {
    for (let i = producer; performance.now() < end; i += producers)
      await send(log, bodies[i % bodies.length]!, events, load);
  };
  await Promise.all(Array.from({ length: producers }, produce));
  return load;
}

/** Sends what is due every few milliseconds, whether or not the last was acknowledged. */
async function paced(log: Contender, bodies: Buffer[]): Promise<Load> {
  const load: Load = { ackMs: [], events: 0, bytes: 0 };
  const start = performance.now();
  const sent: Promise<void>[] = [];
  for (let elapsed = 0; elapsed < SECONDS * 1_000; elapsed = performance.now() - start) {
    const due = Math.floor((elapsed / 1_000) * (PACED_EVENTS_PER_SECOND / BATCH_EVENTS)) + 1;
    while (sent.length < due) sent.push(send(log, bodies[sent.length % bodies.length]!, BATCH_EVENTS, load));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(sent);
  return load;
}

async function send(log: Contender, body: Buffer, events: number, load: Load): Promise<void> {
  const sentAt = performance.now();
  await log.append(body);
  load.ackMs.push(performance.now() - sentAt);
  load.events += events;
  load.bytes += body.byteLength;
}

/** CPU of reading back what is there, up to the length of one segment. */
async function readCpu(log: Contender, eventsPerRecord: number): Promise<number> {
  const cpu = cpuUsage();
  let position = 0;
  for (let count = 1; count > 0; position += count) count = await log.read(position, READ_BYTES);
  const { user, system } = cpuUsage(cpu);
  return (user + system) / (position * eventsPerRecord);
}

async function bytesIn(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).blocks * 512);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
