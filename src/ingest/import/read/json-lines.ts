import { isObject, type Json, type JsonObject } from '../../../core/index.ts';
import type { ImportFile } from './file.ts';
import {
  type Cell,
  COLUMNS_MAX,
  type Reading,
  type ReadPlace,
  type Row,
  type RowBatch,
  SAMPLE_ROWS,
} from './rows.ts';
import { type Encoding, readText } from './text.ts';

/**
 * Opens a file with one JSON object a line as rows. The keys become columns as they come up; a wanted name with dots
 * that is no key (`customer.email`) reads inside. A line that is no JSON object is broken (`row.not-json`).
 */
export async function openJsonLines(
  file: ImportFile,
  gzip: boolean,
  encoding: Encoding,
  wanted: readonly string[],
): Promise<Reading> {
  const how = { gzip, encoding };
  const start: ReadPlace = { offset: 0, line: 1, skip: 0 };
  const columns = [...wanted];
  const toCells = cellReader(columns);
  let first: readonly Row[] = [];
  for await (const batch of readJsonLines(file, how, start, toCells)) {
    first = batch.rows;
    break;
  }
  return {
    format: 'json-lines',
    columns,
    absent: wanted.filter((_, i) => first.every((row) => row.cells[i] === undefined)),
    sample: first.slice(0, SAMPLE_ROWS),
    start,
    batches: (from) => readJsonLines(file, how, from, toCells),
  };
}

async function* readJsonLines(
  file: ImportFile,
  how: { readonly gzip: boolean; readonly encoding: Encoding },
  from: ReadPlace,
  toCells: (row: JsonObject) => Cell[],
): AsyncGenerator<RowBatch> {
  let { line, skip } = from;
  let offset = from.offset;
  for await (const block of readText(file, how, from)) {
    const place: ReadPlace = { offset, line, skip };
    const rows: Row[] = [];
    for (const text of block.text.split('\n')) {
      if (text !== '' && text.trim() !== '') rows.push(rowOf(text, line, toCells));
      line++;
    }
    // The piece behind the last newline is the beginning of the next block.
    if (block.text.endsWith('\n')) line--;
    offset = block.end;
    skip = Math.max(0, place.skip - rows.length);
    if (rows.length > place.skip) yield { rows: rows.slice(place.skip), place, bytesRead: block.bytesRead };
  }
}

function rowOf(text: string, line: number, toCells: (row: JsonObject) => Cell[]): Row {
  const value = parse(text);
  if (!isObject(value)) return { line, cells: [], text, broken: 'row.not-json' };
  return { line, cells: toCells(value), text, broken: undefined };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // A broken line is an answer, not a failure: it goes to the quarantine with its number.
    return undefined;
  }
}

function cellReader(columns: string[]): (row: JsonObject) => Cell[] {
  const indexOf = new Map(columns.map((name, index) => [name, index]));
  const inner = columns
    .map((name, index) => ({ index, path: name.split('.') }))
    .filter(({ path }) => path.length > 1);
  return (row) => {
    const cells: Cell[] = new Array(columns.length).fill(undefined);
    for (const key in row) {
      let index = indexOf.get(key);
      if (index === undefined) {
        if (columns.length >= COLUMNS_MAX) continue;
        index = columns.push(key) - 1;
        indexOf.set(key, index);
      }
      cells[index] = row[key];
    }
    for (const { index, path } of inner) cells[index] ??= inside(row, path);
    return cells;
  };
}

function inside(row: JsonObject, path: readonly string[]): Json | undefined {
  let value: Json | undefined = row;
  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}
