import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  currentPerson,
  type EmbeddedWarehouse,
  migrateWarehouse,
  openEmbeddedWarehouse,
  squashOverrides,
} from '../src/engine/warehouse/index.ts';
import { printTable, quantile } from './table.ts';
import { COLUMNS, factLine, manyFacts } from './warehouse-rows.ts';

/** Rows of the questions to a large table; 10 million take four minutes and 3 GB. */
const ROWS = Number(process.env['RAPPORT_BENCH_ROWS'] ?? 600_000);
/** Rows inserted in each way. */
const INSERT_ROWS = Number(process.env['RAPPORT_BENCH_INSERT_ROWS'] ?? 50_000);
const BLOCKS = [1_000, 10_000, 50_000];
const FRAGMENTS = Math.ceil(ROWS / 13);
const TRIES = 7;
/** The clock of /proc counts hundredths of a second. */
const TICKS_PER_SECOND = 100;
const SETTINGS = { async_insert: 0, max_threads: 1, input_format_parallel_parsing: 0 };

/**
 * What the embedded warehouse costs: inserting facts, one person's timeline, reading by current person, and squashing.
 * CPU is user and system time of all threads; merges that run during a measurement are in its figures.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  try {
    await benchInserts(folder);
    const warehouse = await openEmbeddedWarehouse({ folder: join(folder, 'large') });
    try {
      await fill(warehouse);
      await benchTimeline(warehouse);
      await benchOverrides(warehouse);
    } finally {
      await warehouse.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchInserts(folder: string): Promise<void> {
  const rows = [];
  const built = process.cpuUsage();
  const lines = Array.from({ length: INSERT_ROWS + Math.max(...BLOCKS) }, (_, row) => factLine(row));
  const buildUs = cpuSince(built) / lines.length;
  for (const size of BLOCKS) {
    const blocks: string[][] = [];
    // The first block warms up and is not counted.
    for (let from = 0; from < INSERT_ROWS + size; from += size) blocks.push(lines.slice(from, from + size));
    const place = join(folder, `blocks-${size}`);
    const baseline = await insertBaseline(`${place}-session`, blocks);
    const ours = await insertOurs(`${place}-child`, blocks);
    const counted = (blocks.length - 1) * size;
    rows.push({
      'rows a block': size,
      'bytes a row': Buffer.byteLength(blocks[0]?.join('') ?? '') / size,
      'child CPU us/row': (ours.childSeconds * 1e6) / counted,
      'client CPU us/row': ours.clientUs / counted,
      'us/row': (ours.wallMs * 1000) / counted,
      'p50 ms': quantile(ours.times, 0.5),
      'max ms': Math.max(...ours.times),
      'chDB session CPU us/row': baseline.cpuUs / counted,
    });
  }
  printTable(`Inserting facts (making a line takes ${buildUs.toFixed(1)} us of CPU)`, rows);
}

async function insertOurs(folder: string, blocks: readonly string[][]) {
  const warehouse = await openEmbeddedWarehouse({ folder });
  try {
    await migrateWarehouse(warehouse, 'migrations/warehouse');
    await warehouse.insert('events', COLUMNS, blocks[0] ?? []);
    const childBefore = cpuSecondsOf(warehouse.pid() ?? 0);
    const clientBefore = process.cpuUsage();
    const times: number[] = [];
    for (const block of blocks.slice(1)) {
      const started = performance.now();
      await warehouse.insert('events', COLUMNS, block);
      times.push(performance.now() - started);
    }
    const childSeconds = cpuSecondsOf(warehouse.pid() ?? 0) - childBefore;
    const wallMs = times.reduce((sum, time) => sum + time, 0);
    return { childSeconds, clientUs: cpuSince(clientBefore), wallMs, times };
  } finally {
    await warehouse.close();
  }
}

function insertBaseline(
  folder: string,
  blocks: readonly string[][],
): Promise<{ cpuUs: number; wallMs: number }> {
  const files = blocks.map((block, i) => {
    const file = `${folder}-${i}.tsv`;
    writeFileSync(file, block.join(''));
    return file;
  });
  const [create] = readFileSync('migrations/warehouse/0001_events.sql', 'utf8')
    .replace(/^--.*$/gm, '')
    .split(';');
  const script = fileURLToPath(new URL('./warehouse-baseline.ts', import.meta.url));
  const child = fork(script, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (figures: { cpuUs: number; wallMs: number }) => {
      for (const file of files) rmSync(file);
      resolve(figures);
      child.kill();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the baseline ended before its figures')));
    child.send({ folder, create, columns: COLUMNS, files, settings: SETTINGS });
  });
}

async function fill(warehouse: EmbeddedWarehouse): Promise<void> {
  await migrateWarehouse(warehouse, 'migrations/warehouse');
  const started = performance.now();
  const step = 100_000;
  for (let from = 0; from < ROWS; from += step) {
    await warehouse.command(manyFacts(from, Math.min(step, ROWS - from), FRAGMENTS));
  }
  const { rows } = await warehouse.query<{ parts: number; mb: number }>(
    "select count() as parts, sum(bytes_on_disk) / 1e6 as mb from system.parts where table = 'events' and active",
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `\n${ROWS} narrow facts of ${Math.ceil(FRAGMENTS / 2)} people made in ${seconds} s: ${rows[0]?.parts} parts, ${Math.round(rows[0]?.mb ?? 0)} MB`,
  );
}

async function benchTimeline(warehouse: EmbeddedWarehouse): Promise<void> {
  const columns = 'time, place, name, session, properties_text, context_text';
  const newest = 'order by time desc, place desc limit 100';
  const ask = (where: string) => `select ${columns} from events where ${where} ${newest}`;
  const bindings = (i: number) => {
    const person = 1 + ((i * 7919) % Math.floor(FRAGMENTS / 2 - 2));
    return { person, fragments: [person * 2 - 2, person * 2 - 1] };
  };
  const rows = [
    await measure(warehouse, 'fragment in (…)', ask('fragment in {fragments:Array(UInt64)}'), bindings),
    await measure(warehouse, 'person = …, by its bloom filter', ask('person = {person:UInt64}'), bindings),
    await measure(
      warehouse,
      'person = …, without',
      `${ask('person = {person:UInt64}')} settings use_skip_indexes = 0`,
      bindings,
    ),
    await measure(
      warehouse,
      'both, by union all',
      `select * from (
        select ${columns} from events where fragment in {fragments:Array(UInt64)} ${newest}
        union all
        select ${columns} from events where person = {person:UInt64} and fragment not in {fragments:Array(UInt64)} ${newest}
      ) ${newest}`,
      bindings,
    ),
  ];
  printTable('The 100 newest events of one person', rows);
}

async function benchOverrides(warehouse: EmbeddedWarehouse): Promise<void> {
  const rows = [];
  const report = (title: string, overrideCount: number, from: string, person: string) =>
    measure(
      warehouse,
      `${title}, ${overrideCount} overrides`,
      `select properties.category as category, uniq(${person}) as people, sum(revenue) from ${from} group by category`,
    );
  for (const count of [1_000, 20_000]) {
    await warehouse.command('truncate table person_overrides');
    await warehouse.command(
      `insert into person_overrides select number + 1, intDiv(number + 1, 2) + 1, number % 1000 + 1, 1 from numbers(${count})`,
    );
    const current = currentPerson(count);
    const newest =
      'select fragment, argMax(person, place) as person from person_overrides group by fragment order by fragment';
    const array = (column: string) => `(select groupArray(${column}) from (${newest}))`;
    rows.push(
      await report('plain table', 0, 'events', 'person'),
      await report('currentPerson (any left join)', count, current.from, current.person),
      await report(
        'transform',
        count,
        'events',
        `transform(fragment, ${array('fragment')}, ${array('person')}, person)`,
      ),
      await report(
        'join inside select * replace',
        count,
        `(select * replace (${current.person} as person) from ${current.from})`,
        'person',
      ),
    );
  }
  printTable(`People and revenue by category over ${ROWS} facts`, rows);
  const before = cpuSecondsOf(warehouse.pid() ?? 0);
  const started = performance.now();
  const step = await squashOverrides(warehouse, 1);
  printTable('One step of squashing', [
    {
      fragments: step.fragmentCount,
      rows: step.rowCount,
      'child CPU ms': (cpuSecondsOf(warehouse.pid() ?? 0) - before) * 1000,
      ms: performance.now() - started,
    },
  ]);
}

async function measure(
  warehouse: EmbeddedWarehouse,
  title: string,
  sql: string,
  bindings: (i: number) => Record<string, number | number[]> = () => ({}),
) {
  const times: number[] = [];
  let statistics = { rowsRead: 0, bytesRead: 0 };
  await warehouse.query(sql, bindings(0));
  const before = cpuSecondsOf(warehouse.pid() ?? 0);
  for (let i = 1; i <= TRIES; i++) {
    const started = performance.now();
    statistics = (await warehouse.query(sql, bindings(i))).statistics;
    times.push(performance.now() - started);
  }
  const cpuMs = ((cpuSecondsOf(warehouse.pid() ?? 0) - before) * 1000) / TRIES;
  return {
    query: title,
    'p50 ms': quantile(times, 0.5),
    'min ms': Math.min(...times),
    'child CPU ms': cpuMs,
    'rows read': statistics.rowsRead,
    'MB read': statistics.bytesRead / 1e6,
  };
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** User and system time of another process, all its threads. */
function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
