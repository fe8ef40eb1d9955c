import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imported } from '../import.fixture.ts';
import { memoryFile } from './file.ts';
import { openRows } from './open.ts';
import type { Row } from './rows.ts';

const ROWS = 12_000;
const QUERY = `select number as id, concat('Größe ', toString(number % 7)) as text, toDecimal64(number / 4, 2) as price,
  toDateTime64('2024-03-13 10:21:14.5', 3, 'UTC') + number as at, if(number % 3 = 0, null, number / 8) as maybe,
  [number, 1] as list, number % 2 = 0 as even from numbers(${ROWS})`;

// The real ClickHouse engine writes the files, in a process of its own: it must not be loaded into a test worker.
const WRITE = `
  const { query } = require('chdb');
  const [folder, codecs, sql] = process.argv.slice(1);
  for (const codec of codecs.split(','))
    query(sql + " into outfile '" + folder + '/' + codec + ".parquet' format Parquet settings output_format_parquet_row_group_size = 5000, output_format_parquet_compression_method = '" + codec + "'");
`;
const CODECS = ['none', 'snappy', 'gzip', 'brotli', 'zstd'];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-parquet-'));
  execFileSync(process.execPath, ['-e', WRITE, folder, CODECS.join(','), QUERY], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (codec: string) =>
  memoryFile(`${codec}.parquet`, readFileSync(join(folder, `${codec}.parquet`)));
async function rowsOf(codec: string, skip = 0): Promise<Row[]> {
  const reading = await openRows(fileOf(codec));
  const rows: Row[] = [];
  for await (const batch of reading.batches({ ...reading.start, skip })) rows.push(...batch.rows);
  return rows;
}

describe('reading Parquet', () => {
  test.each(['none', 'snappy', 'gzip', 'brotli'])('packed with %s', async (codec) => {
    const rows = await rowsOf(codec);
    expect(rows).toHaveLength(ROWS);
    expect(rows[10]).toMatchObject({
      line: 11,
      cells: [10, 'Größe 3', 2.5, '2024-03-13T10:21:24.500Z', 1.25, [10, 1], 1],
      broken: undefined,
    });
    expect(rows[9]!.cells[4]).toBeUndefined();
    expect(rows.every((row, i) => row.line === i + 1 && row.cells[0] === i)).toBe(true);
  });

  test('reading on from any row gives the rest, in the middle of a row group too', async () => {
    const all = await rowsOf('snappy');
    for (const skip of [1, 1_999, 4_999, 5_000, 11_999, ROWS])
      expect(await rowsOf('snappy', skip)).toEqual(all.slice(skip));
  });

  test.skipIf('zstdDecompressSync' in zlib)(
    'a codec that cannot be unpacked is named, with those that can',
    async () => {
      await expect(openRows(fileOf('zstd'))).rejects.toMatchObject({
        code: 'import.parquet-codec',
        message: 'zstd.parquet is packed with ZSTD. Write it with one of UNCOMPRESSED, SNAPPY, GZIP, BROTLI.',
      });
    },
  );

  test('half a file is refused', async () => {
    const bytes = readFileSync(join(folder, 'snappy.parquet'));
    const half = memoryFile('half.parquet', bytes.subarray(0, bytes.length / 2));
    await expect(openRows(half)).rejects.toMatchObject({ code: 'import.parquet-damaged' });
  });

  test('rows become events as those of other files do', async () => {
    const map = {
      preset: 'events',
      event: 'text',
      time: 'at',
      identities: [{ namespace: 'user', value: 'id' }],
      properties: { price: 'price', list: 'list' },
    };
    const { events } = await imported('', map, { file: fileOf('snappy') });
    expect(events()).toHaveLength(ROWS);
    expect(events()[3]).toMatchObject({
      name: 'Größe 3',
      time: Date.UTC(2024, 2, 13, 10, 21, 17, 500),
      identities: [{ namespace: 'user', value: '3' }],
      properties: { price: 0.75, list: [3, 1] },
    });
  });
});
