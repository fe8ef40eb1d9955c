/**
 * How fast files of history are read and mapped, on one core, without log and fold: order lines of its own making
 * (RAPPORT_BENCH_ROWS sets how many), or the file that RAPPORT_BENCH_FILE names. The promise: reading and mapping take
 * less than 4 us a line, so that the whole import can do 100,000 lines/s on two cores.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse';
import {
  guessMap,
  type ImportFile,
  openFile,
  openRows,
  parseMap,
  runImport,
} from '../src/ingest/import/index.ts';
import { printTable } from './table.ts';

interface Result {
  readonly what: string;
  readonly rows: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

async function measure(what: string, work: () => Promise<number>): Promise<Result> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const rows = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { what, rows, wallMs: performance.now() - started, cpuMs: (user + system) / 1_000 };
}

async function readAll(file: ImportFile): Promise<number> {
  const reading = await openRows(file);
  let rows = 0;
  for await (const batch of reading.batches(reading.start)) rows += batch.rows.length;
  return rows;
}

async function mapAll(file: ImportFile): Promise<number> {
  const guess = guessMap(await openRows(file));
  if (guess === undefined) throw new Error('The columns say nothing that is known.');
  let appended = 0;
  const { progress } = await runImport({
    file,
    map: parseMap({ ...guess.map, timeZone: 'Europe/London' }),
    source: { id: 'bench' },
    asOf: Date.now(),
    clock: { now: () => Date.now() },
    append: async () => appended++,
    quarantine: async () => undefined,
    saveProgress: async () => undefined,
  });
  return progress.totals.rows;
}

/** The library that we do not use for reading, at its fastest: rows as events of a stream. */
async function csvParseAll(file: ImportFile): Promise<number> {
  const parser = parse({});
  let rows = -1;
  parser.on('data', () => rows++);
  const ended = new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
  for (let at = 0; at < file.size; at += 262_144) {
    if (!parser.write(await file.read(at, 262_144)))
      await new Promise((resolve) => parser.once('drain', resolve));
  }
  parser.end();
  await ended;
  return rows;
}

function orderLines(rows: number): string {
  const lines = ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'];
  for (let i = 0; i < rows; i++) {
    const order = Math.floor(i / 12);
    const time = new Date(Date.UTC(2024, 0, 1) + order * 60_000).toISOString().slice(0, 19).replace('T', ' ');
    const title = i % 40 === 0 ? `"LAMP, ""NO. ${i % 997}"""` : `HANGING HEART LIGHT HOLDER ${i % 997}`;
    lines.push(
      `${540_000 + order},${22_000 + (i % 997)},${title},${1 + (i % 9)},${time},${1 + (i % 50) / 4},${12_000 + (order % 4_000)},United Kingdom`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const ROWS = 500_000;

/** Measures reading alone, reading with mapping, and csv-parse beside it. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-import-'));
  try {
    const given = process.env['RAPPORT_BENCH_FILE'];
    let paths = given === undefined ? [] : [given];
    if (paths.length === 0) {
      const text = orderLines(Number(process.env['RAPPORT_BENCH_ROWS'] ?? ROWS));
      writeFileSync(join(folder, 'orders.csv'), text);
      writeFileSync(join(folder, 'orders.csv.gz'), gzipSync(text, { level: 6 }));
      writeFileSync(
        join(folder, 'quoted.csv'),
        text.replaceAll(/^([^"\n]+)$/gm, (line) => `"${line.replaceAll(',', '","')}"`),
      );
      paths = ['orders.csv', 'orders.csv.gz', 'quoted.csv'].map((name) => join(folder, name));
    }
    const results: Result[] = [];
    for (const path of paths) {
      const file = await openFile(path);
      // Once to warm up, once to count.
      for (const round of [0, 1]) {
        const found = [
          await measure(`${file.name}: read`, () => readAll(file)),
          await measure(`${file.name}: read, map, write records`, () => mapAll(file)),
        ];
        if (!path.endsWith('.gz'))
          found.push(await measure(`${file.name}: csv-parse, for comparison`, () => csvParseAll(file)));
        if (round === 1) results.push(...found);
      }
      await file.close();
    }
    printTable(
      'Reading and mapping, one core',
      results.map(({ what, rows, wallMs, cpuMs }) => ({
        what,
        rows,
        'rows/s': Math.round((rows * 1_000) / wallMs),
        'cpu us/row': Number(((cpuMs * 1_000) / rows).toFixed(2)),
      })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
