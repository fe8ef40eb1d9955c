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
  /** The block as it is stored. The other texts are parts of it, so the lines are put together once. */
  readonly text: string;
}

const KEY_DIGITS = 16;

/** The key of a block that ends at this place. */
function blockKey(place: number): string {
  return String(place).padStart(KEY_DIGITS, '0');
}

/** Puts lines together to a block. */
export function makeBlock(
  from: number,
  to: number,
  events: readonly string[],
  overrides: readonly string[],
): Block {
  let eventsLength = 0;
  for (const line of events) eventsLength += line.length;
  const text = [`${from} ${to} ${events.length} ${eventsLength}\n`, ...events, ...overrides].join('');
  return readBlock(blockKey(to), text);
}

/** A block as a change of the state. */
export function storeBlock(block: Block): Change {
  return { collection: 'outbox', key: block.key, value: block.text };
}

/** Reads a stored block. */
export function readBlock(key: string, text: string): Block {
  const end = text.indexOf('\n');
  const [from, to, rowCount, eventsLength] = text.slice(0, end).split(' ').map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const start = end + 1;
  const events = text.slice(start, start + eventsLength);
  return { key, from, to, rowCount, events, overrides: text.slice(start + eventsLength), text };
}

/** The lines whose places are not in the set. */
export function linesWithout(
  events: string,
  places: ReadonlySet<number>,
): { lines: string; skipped: number } {
  if (places.size === 0) return { lines: events, skipped: 0 };
  const kept: string[] = [];
  let skipped = 0;
  for (const line of events.split('\n')) {
    if (line === '') continue;
    if (places.has(Number(line.slice(0, line.indexOf('\t'))))) skipped++;
    else kept.push(`${line}\n`);
  }
  return { lines: kept.join(''), skipped };
}
