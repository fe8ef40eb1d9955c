import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportCommandDeps, importCommand } from './cli.ts';
import { NOW } from './import.fixture.ts';
import { type ImportServer, startImportServer } from './server.fixture.ts';

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';
const LINES = Array.from(
  { length: 3_000 },
  (_, i) =>
    `${500 + Math.floor(i / 3)},S${i},Lamp,1,2011-02-01 11:20:00,${i === 9 ? 'free' : '2.50'},${i % 90},UK\n`,
);
const MAP = {
  preset: 'order-lines',
  order: 'InvoiceNo',
  time: 'InvoiceDate',
  identities: [{ namespace: 'crm', value: 'CustomerID' }],
  product: { product_id: 'StockCode' },
  quantity: 'Quantity',
  price: 'UnitPrice',
};

let folder: string;
let server: ImportServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-cli-'));
  server = await startImportServer();
  write('orders.csv', HEADER + LINES.join(''));
  write('map.json', JSON.stringify(MAP));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const path = (name: string) => join(folder, name);
const write = (name: string, content: string | Uint8Array) => writeFileSync(path(name), content);

async function run(args: readonly string[], more: Partial<ImportCommandDeps> = {}) {
  let [out, err] = ['', ''];
  const code = await importCommand(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    columns: 80,
    fetch,
    now: () => NOW,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5))),
    env: { RAPPORT_SERVER: server.url },
    ...more,
  });
  return { code, out, err };
}

describe('rapport import', () => {
  test('imports a file into the running server and tells what came of it', async () => {
    const { code, out, err } = await run([path('orders.csv'), '--map', path('map.json')]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('orders.csv: 3,000 rows became 999 events');
    expect(out).toContain('rejected: 1 value.not-a-number');
    expect(out).toContain('rejected: 2 order.has-broken-line');
    expect(await server.events()).toHaveLength(999);
  });

  test('draws one line over itself on a terminal', async () => {
    const { err } = await run([path('orders.csv'), '--map', path('map.json')], { isTerminal: true });
    expect(err.split('\r\u001b[2K')[1]).toMatch(/^upload \[=* *\] {1,5}\d+ % {2}[\d.]+ [KM]?B of /);
    for (const line of err.split('\r\u001b[2K')) expect(line.split('\n')[0]!.length).toBeLessThan(80);
  });

  test('a gzip file goes over the wire as it is', async () => {
    write('orders.csv.gz', gzipSync(HEADER + LINES.join('')));
    expect((await run([path('orders.csv.gz'), '--map', path('map.json')])).code).toBe(0);
    expect(await server.events()).toHaveLength(999);
  });

  test('a dry run needs no server', async () => {
    const { code, out } = await run([path('orders.csv'), '--map', path('map.json'), '--dry-run'], {
      fetch: () => Promise.reject(new Error('no')),
    });
    expect(code).toBe(0);
    expect(out).toContain('3,000 rows make 999 events of 30 people.');
    expect(out).toContain(
      'value.not-a-number: The cell is no number; see "decimal" in the map. Column UnitPrice. Lines 11',
    );
    expect(await server.events()).toEqual([]);
  });

  test('prints a map to begin with, which can be used at once', async () => {
    const { code, out, err } = await run([path('orders.csv'), '--guess']);
    expect([code, JSON.parse(out)]).toMatchObject([0, { preset: 'order-lines', order: 'InvoiceNo' }]);
    expect(err).toContain('set "timeZone"');
    write('guessed.json', out);
    expect((await run([path('orders.csv'), '--map', path('guessed.json')])).code).toBe(0);
  });

  test('without a map it shows one and does nothing', async () => {
    const { code, err } = await run([path('orders.csv')]);
    expect(code).toBe(2);
    expect(err).toContain('"InvoiceNo"');
  });

  test('a connection that breaks again and again loses nothing', async () => {
    let calls = 0;
    const flaky: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      // Every second answer is lost, though the server did what was asked.
      if (calls++ % 2 === 0) throw new TypeError('fetch failed');
      return answer;
    };
    const { code } = await run([path('orders.csv'), '--map', path('map.json')], { fetch: flaky });
    expect(code).toBe(0);
    expect(await server.events()).toHaveLength(999);
  });

  test.each([
    [
      'a wrong map, with the places',
      ['orders.csv', '--map', 'wrong.json'],
      1,
      '/price the file has no column "Price"; did you mean "UnitPrice"?',
    ],
    ['a map that is not JSON', ['orders.csv', '--map', 'orders.csv'], 1, 'is not JSON'],
    ['a file that is not there', ['nothing.csv', '--map', 'map.json'], 1, 'no such file'],
    [
      'an unknown source',
      ['orders.csv', '--map', 'map.json', '--source', 'x'],
      1,
      'The server refused: There is no source x.',
    ],
    ['an unknown option', ['orders.csv', '--mapp', 'map.json'], 2, 'rapport import <file>'],
    ['no file', [], 2, 'rapport import <file>'],
  ])('tells %s', async (_name, args, code, message) => {
    write('wrong.json', JSON.stringify({ ...MAP, price: 'Price' }));
    const outcome = await run(args.map((arg) => (/\.(csv|json)$/.test(arg) ? path(arg) : arg)));
    expect(outcome.err).toContain(message);
    expect(outcome.code).toBe(code);
  });

  test('a server that is not there is told as such', async () => {
    const { code, err } = await run([
      path('orders.csv'),
      '--map',
      path('map.json'),
      '--server',
      'http://127.0.0.1:9',
    ]);
    expect([code, err]).toEqual([1, 'The server cannot be reached. Is it running? See --server.\n']);
  });
});
