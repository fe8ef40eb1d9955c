import type { Change } from '../engine/state/index.ts';

/**
 * Lines for the warehouse that belong to one stretch of the log. Blocks are stored with the checkpoint that they are
 * part of, and forgotten when the warehouse has them: no fact is lost between the two, and none is written twice.
 */
export interface Block {
  /** Key in collection `outbox`; blocks sort by it. */
  readonly key: string;
  /** Places of the first and the last event. */
  readonly from: number;
  readonly to: number;
  readonly rowCount: number;
  /** TabSeparated lines for `events`; every line starts with its place. */
  readonly events: string;
  /** TabSeparated lines for `person_overrides`. */
  readonly overrides: string;
  /** TabSeparated lines for `catalogue_changes`. */
  readonly catalogue: string;
  /** The block as it is stored. The other texts are parts of it, so the lines are put together once. */
  readonly text: string;
}

/** The columns of a line for table `person_overrides`. */
export const OVERRIDE_COLUMNS = ['fragment', 'written_person', 'person', 'place'];

const KEY_DIGITS = 16;
const NUMBER_DIGITS = 10;
/** The state takes values of 16 million characters; smaller ones are also read back in smaller pieces. */
const BLOCK_CHARS_MAX = 4_000_000;

/**
 * Puts the lines of a stretch together to blocks, usually one. The overrides come first, because the warehouse is told
 * of them first; a chain of merges can give more of them than there are events.
 * @param to place up to which the stretch reaches
 * @param firstNumber tells blocks apart that end at the same place and are stored one after the other
 */
export function makeBlocks(
  from: number,
  to: number,
  events: readonly string[],
  overrides: readonly string[],
  catalogue: readonly string[] = [],
  firstNumber = 0,
): Block[] {
  const told = inPieces(overrides);
  const rows = inPieces(events);
  const said = inPieces(catalogue);
  const withFirstRows = { overrides: told.pop() ?? [], catalogue: said.pop() ?? [] };
  if (rows.length === 0) rows.push([]);
  const before = [
    ...told.map((lines) => ({ ...NO_LINES, overrides: lines })),
    ...said.map((lines) => ({ ...NO_LINES, catalogue: lines })),
  ];
  const blocks = before.map((lines, i) => makeBlock(firstNumber + i, [from, from], lines));
  for (const [i, lines] of rows.entries()) {
    const first = i === 0 ? from : placeOfLine(lines[0]!);
    const last = i === rows.length - 1 ? to : placeOfLine(lines[lines.length - 1]!);
    const others = i === 0 ? withFirstRows : {};
    blocks.push(
      makeBlock(firstNumber + blocks.length, [first, last], { ...NO_LINES, ...others, events: lines }),
    );
  }
  return blocks;
}

interface Lines {
  readonly events: readonly string[];
  readonly overrides: readonly string[];
  readonly catalogue: readonly string[];
}

const NO_LINES: Lines = { events: [], overrides: [], catalogue: [] };

/** Lines in pieces of about BLOCK_CHARS_MAX characters. */
function inPieces(lines: readonly string[]): (readonly string[])[] {
  const pieces: (readonly string[])[] = [];
  let start = 0;
  let chars = 0;
  for (let i = 0; i < lines.length; i++) {
    chars += lines[i]!.length;
    if (chars < BLOCK_CHARS_MAX && i < lines.length - 1) continue;
    pieces.push(start === 0 && i === lines.length - 1 ? lines : lines.slice(start, i + 1));
    start = i + 1;
    chars = 0;
  }
  return pieces;
}

function makeBlock(
  number: number,
  [from, to]: readonly [number, number],
  { events, overrides, catalogue }: Lines,
): Block {
  const rowCount = events.length + catalogue.length;
  const head = `${from} ${to} ${rowCount} ${lengthOf(events)} ${lengthOf(overrides)}\n`;
  const text = [head, ...events, ...overrides, ...catalogue].join('');
  // Blocks of one stretch may end at the same place: rows that an event caused have its place.
  return readBlock(
    `${String(to).padStart(KEY_DIGITS, '0')}-${String(number).padStart(NUMBER_DIGITS, '0')}`,
    text,
  );
}

function lengthOf(lines: readonly string[]): number {
  let length = 0;
  for (const line of lines) length += line.length;
  return length;
}

function placeOfLine(line: string): number {
  return Number(line.slice(0, line.indexOf('\t')));
}

/** A block as a change of the state. */
export function storeBlock(block: Block): Change {
  return { collection: 'outbox', key: block.key, value: block.text };
}

/** Reads a stored block. */
export function readBlock(key: string, text: string): Block {
  const end = text.indexOf('\n');
  const [from, to, rowCount, eventsLength, overridesLength] = text.slice(0, end).split(' ').map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const overridesStart = end + 1 + eventsLength;
  const catalogueStart = overridesStart + overridesLength;
  return {
    key,
    from,
    to,
    rowCount,
    events: text.slice(end + 1, overridesStart),
    overrides: text.slice(overridesStart, catalogueStart),
    catalogue: text.slice(catalogueStart),
    text,
  };
}

/** What no two rows of `events` share, as the text at the beginning of a line: `place`, tab, `derived`. */
export function rowKey(place: number | string, derived: number | string): string {
  return `${place}\t${derived}`;
}

/** The lines whose place and number are not in the set (of `rowKey`). */
export function linesWithout(
  events: string,
  present: ReadonlySet<string>,
): { lines: string; skipped: number } {
  if (present.size === 0) return { lines: events, skipped: 0 };
  const kept: string[] = [];
  let skipped = 0;
  for (const line of events.split('\n')) {
    if (line === '') continue;
    if (present.has(line.slice(0, line.indexOf('\t', line.indexOf('\t') + 1)))) skipped++;
    else kept.push(`${line}\n`);
  }
  return { lines: kept.join(''), skipped };
}

/** One part of several blocks, without the empty ones. Tables but `events` replace a row that comes again. */
export function textsOf(blocks: readonly Block[], part: 'events' | 'overrides' | 'catalogue'): string[] {
  return blocks.map((block) => block[part]).filter((text) => text !== '');
}
