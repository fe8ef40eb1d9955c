import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ImportFile, memoryFile } from './file.ts';
import { openRows, type ReadSettings } from './open.ts';
import type { Cell, ReadPlace, Row, RowBatch } from './rows.ts';

const file = (content: string | Uint8Array, name = 'orders.csv') =>
  memoryFile(name, Buffer.from(content as string));

async function batchesOf(input: ImportFile, settings?: ReadSettings, from?: ReadPlace): Promise<RowBatch[]> {
  const reading = await openRows(input, settings);
  const batches: RowBatch[] = [];
  for await (const batch of reading.batches(from ?? reading.start)) batches.push(batch);
  return batches;
}
async function rowsOf(input: ImportFile, settings?: ReadSettings, from?: ReadPlace): Promise<Row[]> {
  return (await batchesOf(input, settings, from)).flatMap((batch) => batch.rows);
}
const cellsOf = async (input: ImportFile, settings?: ReadSettings): Promise<(readonly Cell[])[]> =>
  (await rowsOf(input, settings)).map((row) => row.cells);

/** Some MB of rows with everything that makes places hard: quotes over lines, letters of several bytes, blank lines. */
const LARGE = `id,text\n${Array.from({ length: 30_000 }, (_, i) =>
  i % 7 === 0 ? `${i},"größer\nals ""${i}"""` : i % 11 === 0 ? `\n${i},日本` : `${i},plain text of row ${i}`,
).join('\n')}\n`;
const LARGE_JSON = `${Array.from({ length: 12_000 }, (_, i) => JSON.stringify({ id: i, text: 'größer '.repeat(5) })).join('\n')}\n`;

describe('reading a file', () => {
  test('a byte order mark, CR LF and a missing last line end do no harm', async () => {
    const input = file('\ufeffa,b\r\n1,2\r\n3,4');
    expect((await openRows(input)).columns).toEqual(['a', 'b']);
    expect(await cellsOf(input)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test.each([
    ['a;b;c\n1;2,5;3\n', ['1', '2,5', '3']],
    ['a\tb\tc\n1\t2\t3\n', ['1', '2', '3']],
    ['a|b|c\n1|2|3\n', ['1', '2', '3']],
    ['"a,x,y,z";b;c\n1;2;3\n', ['1', '2', '3']],
  ])('the delimiter is told from the header: %j', async (text, cells) => {
    expect(await cellsOf(file(text))).toEqual([cells]);
  });

  test('latin1 and windows-1252 are read when the map says so', async () => {
    const bytes = Buffer.from('a,b\nGr\u00fc\u00dfe,\u0080\n', 'latin1');
    expect(await cellsOf(file(bytes), { encoding: 'latin1' })).toEqual([['Grüße', '\u0080']]);
    expect(await cellsOf(file(bytes), { encoding: 'windows-1252' })).toEqual([['Grüße', '€']]);
  });

  test('gzip is told from the content, whatever the name', async () => {
    expect(await cellsOf(file(gzipSync('a,b\n1,2\n'), 'orders.txt'))).toEqual([['1', '2']]);
  });

  test('a row with too few or too many cells is broken; empty ones at the end are no fault', async () => {
    const rows = await rowsOf(file('a,b\n1\n1,2\n1,2,3\n1,2,,\n'));
    expect(rows.map((row) => row.broken)).toEqual(['row.cell-count', undefined, 'row.cell-count', undefined]);
  });

  test('columns can be named by the map where the file has no header', async () => {
    expect(await cellsOf(file('1,2\n3,4\n'), { columns: ['a', 'b'] })).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('a CSV file of many blocks is read whole', async () => {
    const rows = await rowsOf(file(LARGE));
    expect(rows).toHaveLength(30_000);
    expect(rows.every((row, i) => row.cells[0] === String(i) && row.broken === undefined)).toBe(true);
    // A row of two lines every seventh time, a blank line before every eleventh.
    expect(rows[29_999]!.line).toBe(LARGE.slice(0, LARGE.lastIndexOf('\n29999,') + 1).split('\n').length);
  });

  test.each([
    ['CSV', Buffer.from(LARGE)],
    ['CSV in gzip', gzipSync(LARGE)],
    ['JSON lines', Buffer.from(LARGE_JSON)],
    ['JSON lines in gzip', gzipSync(LARGE_JSON)],
  ])('reading on from any place of %s gives exactly the rest', async (_name, bytes) => {
    const input = file(bytes);
    const batches = await batchesOf(input);
    const all = batches.flatMap((batch) => batch.rows);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: batches.length - 1 }), fc.nat({ max: 3_000 }), async (index, skip) => {
        const before = batches.slice(0, index).reduce((sum, batch) => sum + batch.rows.length, 0);
        const { place } = batches[index]!;
        const rest = await rowsOf(input, undefined, { ...place, skip: place.skip + skip });
        expect(rest.length).toBe(Math.max(0, all.length - before - skip));
        expect(rest[0]).toEqual(all[before + skip]);
        expect(rest.at(-1)).toEqual(all.slice(before + skip).at(-1));
      }),
      { numRuns: 15 },
    );
  });

  test('JSON lines: keys become columns as they come up, broken lines are told', async () => {
    const input = file('{"a":1}\n\n{"a":2,"b":{"c":"x"}}\n[1]\n{"a":\n');
    const reading = await openRows(input, {}, ['b.c']);
    const rows: Row[] = [];
    for await (const batch of reading.batches(reading.start)) rows.push(...batch.rows);
    expect(reading.columns).toEqual(['b.c', 'a', 'b']);
    expect(rows.map(({ line, cells, broken }) => [line, broken ?? cells])).toEqual([
      [1, [undefined, 1, undefined]],
      [3, ['x', 2, { c: 'x' }]],
      [4, 'row.not-json'],
      [5, 'row.not-json'],
    ]);
  });
});

describe('files that cannot be read are refused with what to do', () => {
  const codeOf = async (input: ImportFile, settings?: ReadSettings) => {
    const outcome = rowsOf(input, settings).then(
      () => 'read',
      (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
    );
    return outcome;
  };

  test('invalid UTF-8 names the line', async () => {
    const text = Buffer.concat([
      Buffer.from(`a,b\n${'1,2\n'.repeat(100_000)}`),
      Buffer.from('caf\u00e9,2\n', 'latin1'),
    ]);
    expect(await codeOf(file(text))).toMatch(/^import\.not-utf8: Line 100002 of orders\.csv .*windows-1252/);
  });

  test('a line without an end is refused after one megabyte of it, not after all of it', async () => {
    let read = 0;
    const endless: ImportFile = {
      name: 'endless.csv',
      size: 1_073_741_824,
      async read(from, length) {
        read = Math.max(read, from + length);
        return Buffer.alloc(length, 'x');
      },
    };
    expect(await codeOf(endless)).toMatch(/^import\.row-too-long: After byte 0 /);
    expect(read).toBeLessThan(3_000_000);
  });

  test('a quote that swallows the file names the line where it opens', async () => {
    const text = `a,b\n1,"2\n${'3,4\n'.repeat(400_000)}`;
    expect(await codeOf(file(text))).toMatch(/^import\.row-too-long: A quote that opens on line 2 /);
  });

  test('a wrong delimiter names the one that was meant', async () => {
    expect(await codeOf(file('a;b;c\n1;2;3\n'), { delimiter: ',' })).toMatch(
      /^import\.wrong-delimiter: .*";" was meant/,
    );
  });

  test('a gzip file that ends early', async () => {
    const whole = gzipSync(LARGE);
    expect(await codeOf(file(whole.subarray(0, whole.length / 2)))).toMatch(
      /^import\.gzip-damaged: .*Transfer it again/,
    );
  });

  test('a gzip file with a wrong checksum', async () => {
    const bytes = gzipSync('a,b\n1,2\n');
    bytes[bytes.length - 6]! ^= 0xff;
    expect(await codeOf(file(bytes))).toMatch(/^import\.gzip-damaged/);
  });

  test.each([
    ['nothing', Buffer.alloc(0), /^import\.empty/],
    ['an Excel workbook', Buffer.from('PK\u0003\u0004rest'), /^import\.unreadable: .*CSV/],
    ['UTF-16', Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'), /^import\.unreadable: .*UTF-8/],
    ['a JSON array', Buffer.from('[{"a":1}]'), /^import\.unreadable: .*jq/],
    ['bytes', Buffer.from([1, 2, 0, 3]), /^import\.unreadable: .*not a text file/],
    ['lines that end with CR', Buffer.from('a,b\r1,2\r'), /^import\.(line-ends|no-header|repeated)/],
    ['two columns of one name', Buffer.from('a,b,a\n1,2,3\n'), /^import\.repeated-column: .*"a"/],
    ['a header of nothing', Buffer.from(',,\n1,2,3\n'), /^import\.no-header/],
    ['half a Parquet file', Buffer.from('PAR1 and no footer'), /^import\.parquet-damaged/],
  ])('%s', async (_name, bytes, message) => {
    expect(await codeOf(file(bytes))).toMatch(message);
  });
});
