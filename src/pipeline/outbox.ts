import type { Change } from '../engine/state/index.ts';
import { HEAD_BYTES, Lines, PIECE_BYTES, type Piece } from './lines.ts';
import { Memories } from './memories.ts';

/** The tables of the warehouse that blocks are for; the warehouse is told of them in this order. */
export const BLOCK_TABLES = ['overrides', 'sessions', 'catalogue', 'events'] as const;
export type BlockTable = (typeof BLOCK_TABLES)[number];

/**
 * Lines for a table of the warehouse that belong to one stretch of the log. Blocks are stored with the checkpoint that
 * they are part of, and forgotten when the warehouse has them: no fact is lost between the two, and none is written twice.
 */
export interface Block {
  /** Key in collection `outbox`; blocks sort by it. */
  readonly key: string;
  readonly table: BlockTable;
  /** Places of the first and the last event. */
  readonly from: number;
  readonly to: number;
  readonly rowCount: number;
  /** TabSeparated lines as UTF-8; those of `events` start with their place. */
  readonly lines: Buffer;
  /** The block as it is stored: a head of one line, then the lines. */
  readonly bytes: Buffer;
  /** Says that nobody looks at lines and bytes any more: they are written over. */
  readonly letGo?: () => void;
}

/** What a stretch of the log gave, by table. */
export type PiecesByTable = Readonly<Record<BlockTable, readonly Piece[]>>;

/** Nothing yet, for any table. */
export function noLines(): Record<BlockTable, Lines> {
  const memories = new Memories(PIECE_BYTES);
  const lines = (): Lines => new Lines(memories);
  return { overrides: lines(), sessions: lines(), catalogue: lines(), events: lines() };
}

/** Takes out what was gathered for each table. */
export function takePieces(lines: Readonly<Record<BlockTable, Lines>>): PiecesByTable {
  const { overrides, sessions, catalogue, events } = lines;
  return {
    overrides: overrides.take(),
    sessions: sessions.take(),
    catalogue: catalogue.take(),
    events: events.take(),
  };
}

/** The columns of a line for table `person_overrides`. */
export const OVERRIDE_COLUMNS = ['fragment', 'written_person', 'person', 'place'];

/** The columns of a line for table `session_overrides`. */
export const SESSION_COLUMNS = ['fragment', 'session', 'into_session', 'place'];

const KEY_DIGITS = 16;
const NUMBER_DIGITS = 10;

/**
 * Makes the pieces of a stretch into blocks, usually one. Events come last, because the warehouse is told of overrides
 * before the rows that they are about; a chain of merges can give more of them than there are events.
 * @param to place up to which the stretch reaches
 * @param firstNumber tells blocks apart that end at the same place and are stored one after the other
 */
export function makeBlocks(from: number, to: number, pieces: PiecesByTable, firstNumber = 0): Block[] {
  const all = BLOCK_TABLES.flatMap((table) => pieces[table].map((piece) => ({ table, piece })));
  const firstEvent = all.findIndex(({ table }) => table === 'events');
  return all.map(({ table, piece }, i) => {
    const isEvents = table === 'events';
    const begin = isEvents && i > firstEvent ? piece.from : from;
    const end = i === all.length - 1 ? to : isEvents ? piece.to : from;
    return makeBlock(firstNumber + i, table, [begin, end], piece);
  });
}

function makeBlock(
  number: number,
  table: BlockTable,
  [from, to]: readonly [number, number],
  { bytes, lineCount, letGo }: Piece,
): Block {
  bytes.write(`${from} ${to} ${lineCount} ${table}`.padEnd(HEAD_BYTES - 1), 0, 'latin1');
  bytes[HEAD_BYTES - 1] = NEWLINE;
  // Blocks of one stretch may end at the same place: rows that an event caused have its place.
  const key = `${String(to).padStart(KEY_DIGITS, '0')}-${String(number).padStart(NUMBER_DIGITS, '0')}`;
  return { key, table, from, to, rowCount: lineCount, lines: bytes.subarray(HEAD_BYTES), bytes, letGo };
}

const NEWLINE = 10;

/** A block as a change of the state. */
export function storeBlock(block: Block): Change {
  return { collection: 'outbox', key: block.key, value: block.bytes };
}

/** Reads a stored block. */
export function readBlock(key: string, text: string): Block {
  const [from, to, rowCount, table] = text.slice(0, HEAD_BYTES).trimEnd().split(' ') as [
    string,
    string,
    string,
    BlockTable,
  ];
  const bytes = Buffer.from(text);
  return {
    key,
    table,
    from: Number(from),
    to: Number(to),
    rowCount: Number(rowCount),
    lines: bytes.subarray(HEAD_BYTES),
    bytes,
  };
}

/** What no two rows of `events` share, as the text at the beginning of a line: `place`, tab, `derived`. */
export function rowKey(place: number | string, derived: number | string): string {
  return `${place}\t${derived}`;
}

/** The lines whose place and number are not in the set (of `rowKey`). */
export function linesWithout(
  lines: Buffer,
  present: ReadonlySet<string>,
): { readonly lines: Buffer; readonly skipped: number } {
  if (present.size === 0) return { lines, skipped: 0 };
  const kept: string[] = [];
  let skipped = 0;
  for (const line of lines.toString().split('\n')) {
    if (line === '') continue;
    if (present.has(line.slice(0, line.indexOf('\t', line.indexOf('\t') + 1)))) skipped++;
    else kept.push(`${line}\n`);
  }
  return { lines: Buffer.from(kept.join('')), skipped };
}

/** The lines of several blocks for one table. Tables but `events` replace a row that comes again. */
export function linesFor(blocks: readonly Block[], table: BlockTable): Buffer[] {
  return blocks.filter((block) => block.table === table).map((block) => block.lines);
}

/** The same as texts without their newlines, for whoever reads rows. */
export function textLines(blocks: readonly Block[], table: BlockTable): string[] {
  return linesFor(blocks, table).flatMap((lines) =>
    lines
      .toString()
      .split('\n')
      .filter((line) => line !== ''),
  );
}
