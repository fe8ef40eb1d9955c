/** A table as it stands in a file: its header, and rows of as many cells with the line on which each begins. */
export interface FileTable {
  readonly header: readonly string[];
  readonly rows: readonly FileRow[];
}

/** A row of a file. */
export interface FileRow {
  /** From 1, as editors count. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why a file cannot be read, and at which line. */
export interface FileFault {
  readonly fault: 'no-rows' | 'open-quote' | 'cells' | 'encoding' | 'same-name';
  readonly line: number;
}

/** What stands for bytes that are no UTF-8. */
const UNREADABLE = '\uFFFD';

/** Reads CSV (RFC 4180) in UTF-8 with commas, semicolons or tabs, whichever the header has most of; or says why it cannot. */
export function readTable(text: string): FileTable | FileFault {
  const plain = text.replace(/^\uFEFF/, '');
  const unreadable = plain.indexOf(UNREADABLE);
  if (unreadable >= 0) return { fault: 'encoding', line: plain.slice(0, unreadable).split('\n').length };
  const first = plain.slice(0, plain.indexOf('\n') < 0 ? plain.length : plain.indexOf('\n'));
  const [separator] = [',', ';', '\t']
    .map((each) => [each, first.split(each).length] as const)
    .reduce((most, each) => (each[1] > most[1] ? each : most));
  const found = rowsIn(plain, separator);
  if ('fault' in found) return found;
  const [head, ...rows] = found;
  if (!head || rows.length === 0) return { fault: 'no-rows', line: 1 };
  const header = head.cells.map((name) => name.trim());
  const named = header.filter((name) => name !== '');
  if (new Set(named).size < named.length) return { fault: 'same-name', line: head.line };
  const long = rows.find(({ cells }) => cells.length > header.length);
  return long ? { fault: 'cells', line: long.line } : { header, rows };
}

/** Rows that hold anything; an empty line is none. */
function rowsIn(text: string, separator: string): FileRow[] | FileFault {
  const rows: FileRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begin = 1;
  for (let at = 0; at <= text.length; ) {
    const cell = cellAt(text, at, separator);
    if (cell.end > text.length) return { fault: 'open-quote', line };
    cells.push(cell.value);
    line += cell.lines;
    at = cell.end + 1;
    if (text[cell.end] === separator) continue;
    if (cells.some((each) => each !== '')) rows.push({ line: begin, cells });
    cells = [];
    line++;
    begin = line;
  }
  return rows;
}

interface Cell {
  readonly value: string;
  /** Where its separator, the end of its line or of the text stands; beyond the text where its quote never ends. */
  readonly end: number;
  /** Ends of lines within its quotes. */
  readonly lines: number;
}

function cellAt(text: string, start: number, separator: string): Cell {
  let at = start;
  let quoted = '';
  let lines = 0;
  if (text[start] === '"') {
    do {
      const end = text.indexOf('"', at + 1);
      if (end < 0) return { value: '', end: text.length + 1, lines };
      // Two quotes are one within the text.
      quoted += (at === start ? '' : '"') + text.slice(at + 1, end);
      at = end + 1;
    } while (text[at] === '"');
    lines = quoted.split('\n').length - 1;
  }
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  return { value: quoted + text.slice(at, end).replace(/\r$/, ''), end, lines };
}

/** What a lookup keeps of a file, and what of the file it does not. */
export interface Taken {
  /** A text for each column by what is looked up. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Rows with nothing to look up are left out. */
  readonly nameless: readonly FileRow[];
  /** Of rows of the same key the last counts; these are the ones before it, by key. */
  readonly repeated: ReadonlyMap<string, FileRow>;
  /** Cells that give nothing. */
  readonly emptyCount: number;
}

/** Some columns by another. */
export function takeColumns({ rows }: FileTable, key: number, columns: readonly number[]): Taken {
  const values = new Map<string, readonly string[]>();
  const lastRow = new Map<string, FileRow>();
  const repeated = new Map<string, FileRow>();
  const nameless: FileRow[] = [];
  for (const row of rows) {
    const name = (row.cells[key] ?? '').trim();
    if (name === '') {
      nameless.push(row);
      continue;
    }
    const before = lastRow.get(name);
    if (before && !repeated.has(name)) repeated.set(name, before);
    lastRow.set(name, row);
    values.set(
      name,
      columns.map((column) => (row.cells[column] ?? '').trim()),
    );
  }
  const emptyCount = [...values.values()].flat().filter((text) => text === '').length;
  return { values, nameless, repeated, emptyCount };
}
