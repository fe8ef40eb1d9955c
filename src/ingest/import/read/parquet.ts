import zlib from 'node:zlib';
import {
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { refusal } from '../../../core/index.ts';
import type { ImportFile } from './file.ts';
import { type Cell, type Reading, type ReadPlace, type Row, type RowBatch, SAMPLE_ROWS } from './rows.ts';

const ROWS_PER_BATCH = 2_000;

/** A row group is read as a whole; writers make them of 1 million rows or 128 MB. */
const ROW_GROUP_BYTES_MAX = 1_073_741_824;

/** Zstd came to Node with 22.15; before that it would need hyparquet-compressors, as LZ4 and LZO do. */
const { zstdDecompressSync } = zlib as { zstdDecompressSync?: (input: Uint8Array) => Uint8Array };

/** What hyparquet does not unpack itself (snappy it does). */
const COMPRESSORS: Compressors = {
  GZIP: (input) => zlib.gunzipSync(input),
  BROTLI: (input) => zlib.brotliDecompressSync(input),
  ...(zstdDecompressSync === undefined ? {} : { ZSTD: (input: Uint8Array) => zstdDecompressSync(input) }),
};
const CODECS: ReadonlySet<string> = new Set(['UNCOMPRESSED', 'SNAPPY', ...Object.keys(COMPRESSORS)]);

/**
 * Opens a Parquet file as rows; lines are row numbers. Times become ISO texts, decimals and 64-bit integers numbers
 * (texts where a number would lose digits).
 * Refusals (422): `import.parquet-damaged`, `import.parquet-codec`, `import.row-group-too-large`.
 */
export async function openParquet(file: ImportFile): Promise<Reading> {
  const buffer = asyncBuffer(file);
  const metadata = await damagedUnless(file, () => parquetMetadataAsync(buffer));
  checkRowGroups(file, metadata);
  const columns = parquetSchema(metadata).children.map((child) => child.element.name);
  const start: ReadPlace = { offset: 0, line: 1, skip: 0 };
  const read = (from: number, to: number) => readRows(file, buffer, metadata, columns, from, to);
  return {
    format: 'parquet',
    columns,
    absent: [],
    sample: await read(0, Math.min(SAMPLE_ROWS, Number(metadata.num_rows))),
    start,
    batches: (from) => batches(file, metadata, read, from.offset + from.skip),
  };
}

async function* batches(
  file: ImportFile,
  metadata: FileMetaData,
  read: (from: number, to: number) => Promise<Row[]>,
  from: number,
): AsyncGenerator<RowBatch> {
  const rowsTotal = Number(metadata.num_rows);
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const groupEnd = groupStart + Number(group.num_rows);
    if (groupEnd > from) {
      const first = Math.max(from, groupStart);
      const rows = await read(first, groupEnd);
      for (let at = 0; at < rows.length; at += ROWS_PER_BATCH) {
        const place: ReadPlace = { offset: first + at, line: first + at + 1, skip: 0 };
        const batch = rows.slice(at, at + ROWS_PER_BATCH);
        const done = first + at + batch.length;
        yield { rows: batch, place, bytesRead: Math.round((file.size * done) / rowsTotal) };
      }
    }
    groupStart = groupEnd;
  }
}

async function readRows(
  file: ImportFile,
  buffer: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly string[],
  rowStart: number,
  rowEnd: number,
): Promise<Row[]> {
  if (rowStart === rowEnd) return [];
  const options = { file: buffer, metadata, rowStart, rowEnd, compressors: COMPRESSORS };
  const objects = await damagedUnless(file, () => parquetReadObjects(options));
  return objects.map((object, i) => {
    const cells = columns.map((name) => toCell(object[name]));
    return { line: rowStart + i + 1, cells, text: JSON.stringify(cells), broken: undefined };
  });
}

function toCell(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map((item) => toCell(item) ?? null);
  return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, toCell(item)]));
}

function asyncBuffer(file: ImportFile): AsyncBuffer {
  return {
    byteLength: file.size,
    async slice(start, end = file.size) {
      const from = start < 0 ? file.size + start : start;
      const bytes = await file.read(from, end - from);
      return new Uint8Array(bytes).buffer;
    },
  };
}

function checkRowGroups(file: ImportFile, metadata: FileMetaData): void {
  for (const group of metadata.row_groups) {
    const codec = group.columns
      .map((column) => column.meta_data?.codec)
      .find((name) => name !== undefined && !CODECS.has(name));
    if (codec !== undefined) {
      const message = `${file.name} is packed with ${codec}. Write it with one of ${[...CODECS].join(', ')}.`;
      throw refusal('import.parquet-codec', 422, message, { detail: { codec, codecs: [...CODECS] } });
    }
    if (Number(group.total_byte_size) > ROW_GROUP_BYTES_MAX) {
      const message = `A row group of ${file.name} holds more than ${ROW_GROUP_BYTES_MAX} bytes. Write it with smaller row groups.`;
      throw refusal('import.row-group-too-large', 422, message, {
        detail: { bytesMax: ROW_GROUP_BYTES_MAX },
      });
    }
  }
}

async function damagedUnless<T>(file: ImportFile, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw refusal(
      'import.parquet-damaged',
      422,
      `${file.name} cannot be read as Parquet: ${why}. Transfer or write it again.`,
      { cause },
    );
  }
}
