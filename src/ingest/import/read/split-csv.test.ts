import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from './rows.ts';
import { type CsvShape, splitCsv } from './split-csv.ts';

const COMMA: CsvShape = { delimiter: ',', quote: '"' };

function split(text: string, shape: CsvShape = COMMA, isLast = true): Row[] {
  const rows: Row[] = [];
  splitCsv(text, shape, 1, isLast, rows);
  return rows;
}
const cellsOf = (text: string, shape?: CsvShape) => split(text, shape).map((row) => row.cells);

describe('splitting CSV', () => {
  const shapes = fc.constantFrom<CsvShape>(
    COMMA,
    { delimiter: ';', quote: '"' },
    { delimiter: '\t', quote: '"' },
    { delimiter: '|', quote: "'" },
  );
  const cell = fc.string({
    unit: fc.constantFrom('a', 'Z', '7', ' ', ',', ';', '\t', '|', '"', "'", '\n', '\r\n', 'é', '😀'),
  });
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );

  test('whatever is written after RFC 4180 is read as csv-parse reads it, and as it was written', () => {
    fc.assert(
      fc.property(
        table,
        shapes,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, shape, end, quoteAll) => {
          const { delimiter, quote } = shape;
          const write = (value: string) => {
            const needs =
              quoteAll || /[\r\n]/.test(value) || value.includes(delimiter) || value.includes(quote);
            return needs ? quote + value.replaceAll(quote, quote + quote) + quote : value;
          };
          const text = rows.map((row) => row.map(write).join(delimiter)).join(end) + end;
          const theirs: unknown = parse(text, {
            delimiter,
            quote,
            escape: quote,
            relax_column_count: true,
            record_delimiter: end,
          });
          expect(cellsOf(text, shape)).toEqual(theirs);
          expect(cellsOf(text, shape)).toEqual(rows);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('text cut anywhere at a line end and given in two pieces makes the same rows', () => {
    fc.assert(
      fc.property(table, fc.nat(), (rows, seed) => {
        const text =
          rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n') +
          '\n';
        const ends = [...text.matchAll(/\n/g)].map((found) => found.index + 1);
        const cut = ends[seed % ends.length]!;
        const into: Row[] = [];
        const { used, line } = splitCsv(text.slice(0, cut), COMMA, 1, false, into);
        splitCsv(text.slice(used), COMMA, line, true, into);
        expect(into).toEqual(split(text));
      }),
    );
  });

  test('line numbers count the line ends inside quotes', () => {
    expect(split('a,b\n"1\n2",3\n\n4,5\n').map((row) => row.line)).toEqual([1, 2, 5]);
  });

  test('a quote inside a cell that does not begin with one is an ordinary character', () => {
    expect(cellsOf('12" vinyl,6\'2"\n')).toEqual([['12" vinyl', '6\'2"']]);
  });

  test('a row with text behind a closing quote is broken, and the next one is read', () => {
    const rows = split('"a"b,c\nd,e\n');
    expect(rows.map((row) => row.broken)).toEqual(['row.text-after-quote', undefined]);
    expect(rows[1]!.cells).toEqual(['d', 'e']);
  });

  test('a quote that never closes is told at the end', () => {
    expect(split('a,"b\nc\n').map((row) => [row.line, row.broken])).toEqual([[1, 'row.quote-not-closed']]);
  });

  test('a row keeps its text as the file has it', () => {
    expect(split('a, b\r\n"c","d"\r\n').map((row) => row.text)).toEqual(['a, b', '"c","d"']);
  });

  test('the last line needs no line end', () => {
    expect(cellsOf('a,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(cellsOf('a,b\n"1",')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });
});
