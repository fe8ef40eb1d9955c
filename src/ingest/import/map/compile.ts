import type { Json } from '../../../core/index.ts';
import type { Cell } from '../read/rows.ts';
import type { CommonSettings } from './common.ts';
import { Fault } from './fault.ts';
import { columnsOf, type From, type FromColumn, TEMPLATE_COLUMN, type ValueKind } from './from.ts';
import { readNumber } from './number.ts';
import { type TimeReader, timeReader } from './time-format.ts';
import { timeZone } from './time-zone.ts';

/** Takes one value out of the cells of a row: undefined when there is none, a fault when it cannot be read. */
export type Reader<T> = (cells: readonly Cell[]) => T | undefined | Fault;

/** Something in a map that does not fit the file. */
export interface MapProblem {
  /** JSON pointer into the map. */
  readonly place: string;
  readonly message: string;
  /** The column that was named and is not there. */
  readonly column?: string;
}

/** What the parts of a map are compiled against. Problems are collected, so that all of them are told at once. */
export interface Target {
  readonly settings: CommonSettings;
  readonly columns: readonly string[];
  /** Columns that no row has had so far, and the places of the map that cannot do without one. */
  readonly absent: readonly string[];
  readonly required: readonly string[];
  readonly used: Set<string>;
  /** Whether columns that nothing names are taken along too. */
  takesRest: boolean;
  readonly problems: MapProblem[];
}

/** The column's number; a problem when the file has none of that name. */
function columnIndex(target: Target, name: string, place: string): number {
  target.used.add(name);
  const index = target.columns.indexOf(name);
  const isMissing = index < 0 || (target.required.includes(place) && target.absent.includes(name));
  if (isMissing) target.problems.push({ place, column: name, message: `the file has no column "${name}"` });
  return index;
}

/** The raw cell: trimmed, `undefined` for empty ones and those that mean nothing. */
function compileCell(target: Target, from: From, place: string): (cells: readonly Cell[]) => Cell {
  if (typeof from === 'object' && 'constant' in from) return () => from.constant;
  const nulls: ReadonlySet<string> = new Set(['', ...(target.settings.nulls ?? [])]);
  const cellAt = (name: string) => {
    const index = columnIndex(target, name, place);
    return (cells: readonly Cell[]): Cell => {
      const cell = cells[index];
      if (typeof cell !== 'string') return cell ?? undefined;
      const text = cell.trim();
      return nulls.has(text) ? undefined : text;
    };
  };
  if (typeof from === 'string') return cellAt(from);
  if ('template' in from) return compileTemplate(from.template, columnsOf(from).map(cellAt));
  const read = cellAt(from.column);
  if (from.replace === undefined && from.default === undefined) return read;
  const replace = new Map(Object.entries(from.replace ?? {}));
  return (cells) => {
    const cell = read(cells);
    if (cell === undefined) return from.default;
    return replace.get(String(cell)) ?? cell;
  };
}

function compileTemplate(
  template: string,
  reads: readonly ((cells: readonly Cell[]) => Cell)[],
): (cells: readonly Cell[]) => Cell {
  const texts = template.replaceAll(TEMPLATE_COLUMN, '\u0000').split('\u0000');
  return (cells) => {
    let text = texts[0]!;
    for (let i = 0; i < reads.length; i++) {
      const cell = reads[i]!(cells);
      if (cell === undefined) return undefined;
      text += String(cell) + texts[i + 1]!;
    }
    return text;
  };
}

/** A value as JSON, of the kind that the map says or else of the usual one; without either as the file has it. */
export function compileValue(target: Target, from: From, place: string, usual?: ValueKind): Reader<Json> {
  if (typeof from === 'object' && 'constant' in from) return () => from.constant;
  const kind = (typeof from === 'object' && 'column' in from ? from.as : undefined) ?? usual;
  if (kind === undefined) return convert(target, from, place, 'value.not-a-text', (cell) => cell);
  if (kind === 'time') {
    const read = compileTime(target, from, place);
    return (cells) => {
      const time = read(cells);
      return typeof time === 'number' ? new Date(time).toISOString() : time;
    };
  }
  return compileKind(target, from, place, kind);
}

function compileKind(
  target: Target,
  from: From,
  place: string,
  kind: Exclude<ValueKind, 'time'>,
): Reader<Json> {
  switch (kind) {
    case 'number':
      return compileNumber(target, from, place);
    case 'text':
    case 'code':
      return compileText(target, from, place, kind);
    case 'boolean':
      return convert(target, from, place, 'value.not-a-truth-value', toBoolean);
    case 'list': {
      const separator = (typeof from === 'object' && 'column' in from && from.separator) || ',';
      return convert(target, from, place, 'value.not-a-list', (cell) =>
        Array.isArray(cell)
          ? (cell as Json)
          : String(cell)
              .split(separator)
              .map((item) => item.trim())
              .filter((item) => item !== ''),
      );
    }
    case 'json':
      return convert(target, from, place, 'value.not-json', (cell) =>
        typeof cell === 'string' ? parseJson(cell) : cell,
      );
  }
}

/** A value as text. Codes lose the `.0` that spreadsheets put behind them. Objects and lists are no text. */
export function compileText(
  target: Target,
  from: From,
  place: string,
  usual: 'text' | 'code' = 'text',
): Reader<string> {
  const kind = (typeof from === 'object' && 'column' in from ? from.as : undefined) ?? usual;
  return convert(target, from, place, 'value.not-a-text', (cell) => {
    if (typeof cell === 'object') return undefined;
    const text = String(cell);
    return kind === 'code' && text.endsWith('0') ? text.replace(POINT_ZERO, '$1') : text;
  });
}

const POINT_ZERO = /^(\d+)\.0+$/;

/** A value as a finite number, read as people write numbers. */
export function compileNumber(target: Target, from: From, place: string): Reader<number> {
  const decimal = target.settings.decimal ?? '.';
  return convert(target, from, place, 'value.not-a-number', (cell) =>
    typeof cell === 'string'
      ? readNumber(cell, decimal)
      : typeof cell === 'number' && Number.isFinite(cell)
        ? cell
        : undefined,
  );
}

/** A value as a moment, in ms since the epoch. */
export function compileTime(target: Target, from: From, place: string): Reader<number> {
  const own: Partial<FromColumn> = typeof from === 'object' && 'column' in from ? from : {};
  const zoneName = own.timeZone ?? target.settings.timeZone ?? 'UTC';
  const format = own.format ?? target.settings.timeFormat ?? 'auto';
  const zone = timeZone(zoneName);
  if (zone === undefined)
    target.problems.push({
      place,
      message: `there is no time zone "${zoneName}"; write one like Europe/London`,
    });
  const read: TimeReader | undefined = zone && timeReader(format, zone);
  if (zone !== undefined && read === undefined) {
    target.problems.push({
      place,
      message: `"${format}" is no time format; write one like DD/MM/YYYY HH:mm, or auto`,
    });
  }
  return convert(target, from, place, 'value.not-a-time', (cell) =>
    read !== undefined && (typeof cell === 'string' || typeof cell === 'number') ? read(cell) : undefined,
  );
}

/** Reads a cell and converts it; what cannot be converted is the fault of its column. */
function convert<T>(
  target: Target,
  from: From,
  place: string,
  code: string,
  to: (cell: NonNullable<Cell>) => T | undefined,
): Reader<T> {
  const read = compileCell(target, from, place);
  // Made once: a file with a wrong column makes millions of them.
  const fault = new Fault(code, columnsOf(from)[0]);
  return (cells) => {
    const cell = read(cells);
    if (cell === undefined || cell === null) return undefined;
    return to(cell) ?? fault;
  };
}

const TRUE: ReadonlySet<string> = new Set(['true', 't', 'yes', 'y', '1', 'on']);
const FALSE: ReadonlySet<string> = new Set(['false', 'f', 'no', 'n', '0', 'off']);

function toBoolean(cell: NonNullable<Cell>): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  const text = String(cell).toLowerCase();
  return TRUE.has(text) ? true : FALSE.has(text) ? false : undefined;
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // Text that is no JSON is a fault of the row, told with its line.
    return undefined;
  }
}
