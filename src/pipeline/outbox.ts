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
}

const KEY_DIGITS = 16;

/** The key of a block that ends at this place. */
export function blockKey(place: number): string {
  return String(place).padStart(KEY_DIGITS, '0');
}

/** A block as a change of the state. */
export function storeBlock(block: Block): Change {
  const { key, from, to, rowCount, events, overrides, catalogue } = block;
  const head = `${from} ${to} ${rowCount} ${events.length} ${overrides.length}\n`;
  return { collection: 'outbox', key, value: head + events + overrides + catalogue };
}

/** Reads a stored block. */
export function readBlock(key: string, value: string): Block {
  const end = value.indexOf('\n');
  const [from, to, rowCount, eventsLength, overridesLength] = value.slice(0, end).split(' ').map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const start = end + 1;
  const overridesStart = start + eventsLength;
  const catalogueStart = overridesStart + overridesLength;
  return {
    key,
    from,
    to,
    rowCount,
    events: value.slice(start, overridesStart),
    overrides: value.slice(overridesStart, catalogueStart),
    catalogue: value.slice(catalogueStart),
  };
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
