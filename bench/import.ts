import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { importCommand } from '../src/ingest/index.ts';
import { dice } from './kernel-load.ts';
import { startServer } from './kernel-server.ts';
import { printTable, type Row } from './table.ts';

const LINES = Number(process.env.RAPPORT_BENCH_LINES ?? 1_000_000);
/** A file of one's own and its map, instead of orders that are made up; RAPPORT_BENCH_LINES then says how many lines it has. */
const FILE = process.env.RAPPORT_BENCH_FILE;
const FILE_MAP = process.env.RAPPORT_BENCH_MAP ?? 'map.json';
const CUSTOMERS = 100_000;
const DAYS = 90;
const POLL_MS = 20;
const MAP = {
  preset: 'order-lines',
  timeZone: 'UTC',
  order: 'order_id',
  time: 'time',
  identities: [{ namespace: 'crm', value: 'customer' }],
  product: { product_id: 'sku', name: 'name' },
  quantity: 'quantity',
  price: 'price',
  currency: { constant: 'EUR' },
};

/** History of order lines as a CSV file through `rapport import` into a running server, to the last row in the warehouse. */
export async function run(): Promise<void> {
  console.log(
    `import: ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, ${LINES.toLocaleString('en')} lines`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-import-'));
  const rows: Row[] = [];
  try {
    if (FILE !== undefined) rows.push(await importFile(basename(FILE), FILE, FILE_MAP));
    else for (const linesPerOrder of [3, 20]) rows.push(await importLines(folder, linesPerOrder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  printTable('History import, upload, fold and warehouse included', rows);
}

async function importLines(folder: string, linesPerOrder: number): Promise<Row> {
  const file = join(folder, `orders-${linesPerOrder}.csv`);
  const map = join(folder, 'map.json');
  await writeOrders(file, linesPerOrder);
  await writeFile(map, JSON.stringify(MAP));
  return importFile(`${linesPerOrder} lines an order`, file, map);
}

async function importFile(what: string, file: string, map: string): Promise<Row> {
  const server = await startServer();
  try {
    const before = server.cpu();
    const own = process.cpuUsage();
    const began = performance.now();
    const code = await importCommand([file, '--map', map, '--server', server.url], {
      out: () => {},
      err: (text) => process.stderr.write(text),
      isTerminal: false,
      columns: 80,
      fetch,
      now: () => Date.now(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, POLL_MS))),
      env: {},
    });
    if (code !== 0) throw new Error(`the import ended with ${code}`);
    const orders = await drained(server.url);
    const seconds = (performance.now() - began) / 1000;
    const after = server.cpu();
    const ownMs = (process.cpuUsage(own).user + process.cpuUsage(own).system) / 1000;
    return {
      what,
      seconds,
      'lines/s': LINES / seconds,
      'orders/s': orders / seconds,
      'us/line main': ((after.main - before.main) * 1000) / LINES,
      child: ((after.child - before.child) * 1000) / LINES,
      client: (ownMs * 1000) / LINES,
      'MB main': server.memory().main,
    };
  } finally {
    await server.stop();
  }
}

/** Waits until everything is folded and in the warehouse; resolves with the number of rows. */
async function drained(url: string): Promise<number> {
  for (;;) {
    const text = await (await fetch(`${url}/metrics`)).text();
    const figure = (name: string) => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
    const isFolded = figure('rapport_fold_backlog_records') === 0;
    const rows = figure('rapport_sink_rows_total');
    if (isFolded && rows >= figure('rapport_events_total')) return rows;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function writeOrders(file: string, linesPerOrder: number): Promise<void> {
  const random = dice(11);
  const out = createWriteStream(file);
  out.write('order_id,sku,name,quantity,time,price,customer\n');
  const orders = Math.ceil(LINES / linesPerOrder);
  const start = Date.now() - DAYS * 86_400_000;
  for (let order = 0, line = 0; order < orders; order++) {
    const time = new Date(start + ((DAYS * 86_400_000) / orders) * order).toISOString();
    const customer = `c${Math.floor(random() ** 2 * CUSTOMERS)}`;
    let text = '';
    for (let i = 0; i < linesPerOrder && line < LINES; i++, line++) {
      const sku = Math.floor(random() * 600);
      text += `o${order},sku-${sku},"Flow legging, number ${sku}",${1 + (sku % 3)},${time},${(10 + (sku % 90)).toFixed(2)},${customer}\n`;
    }
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}
