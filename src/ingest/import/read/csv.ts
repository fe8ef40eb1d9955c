import { refusal } from '../../../core/index.ts';
import type { ImportFile } from './file.ts';
import {
  COLUMNS_MAX,
  type Reading,
  type ReadPlace,
  ROW_BYTES_MAX,
  type Row,
  type RowBatch,
  SAMPLE_ROWS,
} from './rows.ts';
import { type CsvShape, splitCsv } from './split-csv.ts';
import { type Encoding, readText } from './text.ts';

export interface CsvSettings {
  /** One character; told from the first line when absent. */
  readonly delimiter?: string;
  /** One character; `"` when absent. */
  readonly quote?: string;
  readonly encoding?: Encoding;
  /** The names of the columns, for a file whose first line is content already. */
  readonly columns?: readonly string[];
}

/** Delimiters that are told from a header, the likeliest first. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Opens a CSV file as rows. A row with too few or too many cells is broken (`row.cell-count`).
 * Refusals (422): `import.no-header`, `import.wrong-delimiter`, `import.repeated-column`, and those of `readText`.
 */
export async function openCsv(file: ImportFile, gzip: boolean, settings: CsvSettings): Promise<Reading> {
  const encoding = settings.encoding ?? 'utf-8';
  const head = await firstText(file, gzip, encoding);
  const quote = settings.quote ?? '"';
  const shape: CsvShape = { delimiter: settings.delimiter ?? tellDelimiter(head, quote), quote };
  const rows: Row[] = [];
  splitCsv(head, shape, 1, false, rows);
  const columns = settings.columns ?? headerOf(file, rows, head);
  checkColumns(file, columns, shape);
  const start: ReadPlace = { offset: 0, line: 1, skip: settings.columns === undefined ? 1 : 0 };
  const judge = widthJudge(columns.length);
  return {
    format: 'csv',
    columns,
    absent: [],
    sample: rows.slice(start.skip, SAMPLE_ROWS + start.skip).map(judge),
    start,
    batches: (from) => readCsv(file, { gzip, encoding }, shape, from, judge),
  };
}

async function* readCsv(
  file: ImportFile,
  how: { readonly gzip: boolean; readonly encoding: Encoding },
  shape: CsvShape,
  from: ReadPlace,
  judge: (row: Row) => Row,
): AsyncGenerator<RowBatch> {
  let place = from;
  let waiting = '';
  let bytesRead = 0;
  const batchOf = (text: string, isLast: boolean, end: number): RowBatch => {
    const rows: Row[] = [];
    const { used, line } = splitCsv(text, shape, place.line, isLast, rows);
    waiting = text.slice(used);
    const batch = { rows: rows.slice(place.skip).map(judge), place, bytesRead };
    const skip = Math.max(0, place.skip - rows.length);
    place = { offset: end - byteLength(waiting, how.encoding), line, skip };
    return batch;
  };
  let end = from.offset;
  for await (const block of readText(file, how, from)) {
    bytesRead = block.bytesRead;
    end = block.end;
    const batch = batchOf(waiting === '' ? block.text : waiting + block.text, false, end);
    if (waiting.length > ROW_BYTES_MAX) throw openQuote(file, place.line);
    if (batch.rows.length > 0) yield batch;
  }
  if (waiting !== '') yield batchOf(waiting, true, end);
}

function byteLength(text: string, encoding: Encoding): number {
  return text === '' ? 0 : encoding === 'utf-8' ? Buffer.byteLength(text) : text.length;
}

/** Marks rows of another width. Spreadsheets leave empty cells at the end; they are no fault. */
function widthJudge(width: number): (row: Row) => Row {
  return (row) => {
    if (row.broken !== undefined || row.cells.length === width) return row;
    if (row.cells.length > width && row.cells.slice(width).every((cell) => cell === '')) {
      return { ...row, cells: row.cells.slice(0, width) };
    }
    return { ...row, broken: 'row.cell-count' };
  };
}

async function firstText(file: ImportFile, gzip: boolean, encoding: Encoding): Promise<string> {
  for await (const block of readText(file, { gzip, encoding }, { offset: 0, line: 1 })) return block.text;
  return '';
}

/** The delimiter that the first line has most of outside quotes; a comma when it has none. */
function tellDelimiter(head: string, quote: string): string {
  const line = firstLine(head).replaceAll(new RegExp(`\\${quote}[^\\${quote}]*\\${quote}`, 'g'), '');
  let best: string = DELIMITERS[0];
  for (const candidate of DELIMITERS)
    if (line.split(candidate).length > line.split(best).length) best = candidate;
  return best;
}

function firstLine(head: string): string {
  const end = head.indexOf('\n');
  return end < 0 ? head : head.slice(0, end);
}

function headerOf(file: ImportFile, rows: readonly Row[], head: string): string[] {
  // A head without a closed row is a single line at the end of the file, without a newline.
  const cells = rows[0]?.cells ?? firstLine(head).split(',');
  const names = cells.map((cell) => String(cell).trim());
  if (rows[0]?.broken !== undefined || names.every((name) => name === '')) {
    throw refusal(
      'import.no-header',
      422,
      `The first line of ${file.name} has no column names. Put them there, or into "file": { "columns": [ … ] } of the map.`,
    );
  }
  return names.map((name, i) => (name === '' ? `column ${i + 1}` : name));
}

function checkColumns(file: ImportFile, columns: readonly string[], shape: CsvShape): void {
  const only = columns.length === 1 ? columns[0]! : '';
  if (columns.some((name) => /\r(?!\n)/.test(name))) {
    throw refusal(
      'import.line-ends',
      422,
      `${file.name} ends its lines with CR alone. Save it with LF or CR LF.`,
    );
  }
  const other = DELIMITERS.find(
    (delimiter) => delimiter !== shape.delimiter && only.split(delimiter).length > 2,
  );
  if (other !== undefined) {
    const message = `${file.name} has one column when split at ${JSON.stringify(shape.delimiter)}; it looks as if ${JSON.stringify(other)} was meant. Set "file": { "delimiter": ${JSON.stringify(other)} }.`;
    throw refusal('import.wrong-delimiter', 422, message, {
      detail: { delimiter: shape.delimiter, meant: other },
    });
  }
  if (columns.length > COLUMNS_MAX) {
    throw refusal('import.too-many-columns', 422, `${file.name} has more than ${COLUMNS_MAX} columns.`);
  }
  const repeated = columns.find((name, i) => columns.indexOf(name) !== i);
  if (repeated !== undefined) {
    throw refusal(
      'import.repeated-column',
      422,
      `Two columns of ${file.name} are called "${repeated}". Rename one.`,
      { detail: { column: repeated } },
    );
  }
}

function openQuote(file: ImportFile, line: number) {
  const message = `A quote that opens on line ${line} of ${file.name} does not close within ${ROW_BYTES_MAX} characters. Correct the line, or set another "quote" in the map.`;
  return refusal('import.row-too-long', 422, message, { detail: { file: file.name, line } });
}
