import { type Json, refusal } from '../core/index.ts';
import { splitCsv } from '../ingest/index.ts';

const ROW_CHARACTERS_MAX = 100_000;
const ROWS_AT_ONCE = 2_000;

/** A row of a file, with its line. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly (Json | undefined)[];
  readonly broken: string | undefined;
}

/**
 * The rows of a CSV file while it comes, some at a time. The delimiter is told from the first line. Refusal: `audience.upload-unreadable`
 * (422).
 */
export async function* csvRowsOf(content: AsyncIterable<Uint8Array>): AsyncIterable<CsvRow[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let line = 1;
  let delimiter: string | undefined;
  const split = (whole: string, isLast: boolean): CsvRow[] => {
    delimiter ??= delimiterOf(whole.slice(0, whole.indexOf('\n') >>> 0));
    const rows: Parameters<typeof splitCsv>[4] = [];
    const { used, line: next } = splitCsv(whole, { delimiter, quote: '"' }, line, isLast, rows);
    text = whole.slice(used) + text;
    line = next;
    return rows;
  };
  for await (const bytes of content) {
    text += decoded(() => decoder.decode(bytes, { stream: true }));
    const end = text.lastIndexOf('\n') + 1;
    if (text.length - end > ROW_CHARACTERS_MAX)
      throw refusal('audience.upload-unreadable', 422, `Row ${line} is too long; one row is one person.`);
    if (end === 0) continue;
    const whole = text.slice(0, end);
    text = text.slice(end);
    const rows = split(whole, false);
    for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) yield rows.slice(i, i + ROWS_AT_ONCE);
  }
  text += decoded(() => decoder.decode());
  const whole = text;
  text = '';
  const rows = whole === '' ? [] : split(whole, true);
  if (rows.length > 0) yield rows;
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch (cause) {
    throw refusal('audience.upload-unreadable', 422, 'The file is not UTF-8 text; save it as UTF-8.', {
      cause,
    });
  }
}

function delimiterOf(head: string): string {
  return [';', '\t', ','].find((delimiter) => head.includes(delimiter)) ?? ',';
}
