import type { Change } from '../engine/state/index.ts';
import { encodeEntry, quarantineKey, ROW_REFUSED } from '../ingest/index.ts';

/** Longer lines are kept up to here: who they are about stands at their beginning. */
const ROW_CHARACTERS_MAX = 16_000;

const UNESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

/**
 * The quarantine entry of a row that the warehouse refuses. Its event counts in the profile already; only the row is missing.
 * Repeating the change changes nothing.
 * @param line TabSeparated text without its newline, in the order of `columns`
 */
export function refusedRowChange(line: string, columns: readonly string[], error: Error): Change {
  const cells = line.split('\t');
  const cell = (name: string) => unescaped(cells[columns.indexOf(name)] ?? '');
  const derived = cell('derived');
  const value = encodeEntry({
    reason: ROW_REFUSED,
    message: error.message,
    source: cell('source'),
    channel: cell('channel') || 'catalogue',
    protocol: 'native',
    received: Math.round(Number(cell('received')) * 1000) || 0,
    clipped: false,
    event: {
      id: cell('id'),
      name: cell('name'),
      time: cell('time'),
      properties: parsed(cell('properties_text')),
      context: parsed(cell('context_text')),
    },
    row: line.slice(0, ROW_CHARACTERS_MAX),
  });
  return {
    collection: 'quarantine',
    key: `${quarantineKey(Number(cell('place')))}.${derived || 'c'}`,
    value,
  };
}

/** A field of a TabSeparated line as the text that was written into it. */
function unescaped(field: string): string {
  return field.replace(/\\(.)/g, (_, letter: string) => UNESCAPED[letter] ?? letter);
}

/** JSON, or what the field says when it is none: that may be why the row was refused. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
