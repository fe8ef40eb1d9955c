import type { QueryAnswer } from './warehouse.ts';

const ROWS_START = '\n\t"data":\n\t[';
const ROWS_END = '\n\t]';
/** Nothing but column names and types stands before the rows. */
const HEAD_CHARACTERS_MAX = 1_000_000;

interface Head {
  readonly meta: readonly { readonly name: string; readonly type: string }[];
}

interface Tail {
  readonly statistics?: { readonly rows_read: number; readonly bytes_read: number; readonly elapsed: number };
}

/**
 * Reads an answer in ClickHouse's format JSONCompact while it comes in: one row is one line there. Parsing the whole
 * text at once would block the event loop (10 MB: 60 ms), and the formats of single rows carry no statistics.
 */
export async function readAnswer<Row>(chunks: AsyncIterable<Uint8Array>): Promise<QueryAnswer<Row>> {
  const decoder = new TextDecoder();
  const rows: Row[] = [];
  let names: string[] | undefined;
  let isTail = false;
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (names === undefined) {
      const start = text.indexOf(ROWS_START);
      if (start < 0 && text.length > HEAD_CHARACTERS_MAX) throw new Error('The answer has no rows part.');
      if (start < 0) continue;
      names = namesOf(text.slice(0, start));
      text = text.slice(start + ROWS_START.length);
    }
    if (isTail) continue;
    const end = text.indexOf(ROWS_END);
    isTail = end >= 0;
    const whole = isTail ? end : text.lastIndexOf('\n');
    if (whole <= 0 && !isTail) continue;
    addRows(rows, names, text.slice(0, whole));
    text = text.slice(isTail ? end + ROWS_END.length : whole);
  }
  if (!isTail) throw new Error('The answer ends before its last row.');
  return { rows, statistics: statisticsOf(text) };
}

function namesOf(head: string): string[] {
  const { meta } = JSON.parse(`${head.trimEnd().replace(/,$/, '')}}`) as Head;
  return meta.map((column) => column.name);
}

/** Lines of rows, each ending with a comma but the very last. */
function addRows<Row>(rows: Row[], names: readonly string[], lines: string): void {
  const list = JSON.parse(`[${lines.trim().replace(/,$/, '')}]`) as unknown[][];
  for (const values of list) {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i++) row[names[i] as string] = values[i];
    rows.push(row as Row);
  }
}

function statisticsOf(text: string): QueryAnswer<never>['statistics'] {
  const { statistics } = JSON.parse(`{${text.trim().replace(/^,/, '')}`) as Tail;
  return {
    rowsRead: statistics?.rows_read ?? 0,
    bytesRead: statistics?.bytes_read ?? 0,
    elapsedMs: (statistics?.elapsed ?? 0) * 1000,
  };
}
