import type { Row } from './rows.ts';

/**
 * Rows of comma-separated text after RFC 4180: cells in quotes may hold the delimiter, line ends and doubled quotes.
 * Ours instead of csv-parse because reading must leave room for everything else: csv-parse took 3.1-6.3 us a row of eight
 * cells, this takes 0.6-0.8 (bench/import-read.ts). A property test holds both to the same answer.
 */
export interface CsvShape {
  /** One character. */
  readonly delimiter: string;
  /** One character. */
  readonly quote: string;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Splits whole lines into rows, blank lines left out, and appends them to `into`. Returns how much of the text was used and the
 * line behind it: what is left is a row whose quote has not closed, to be given again with the lines that follow.
 * With `isLast` nothing is left: such a row is broken.
 */
export function splitCsv(
  text: string,
  shape: CsvShape,
  firstLine: number,
  isLast: boolean,
  into: Row[],
): { used: number; line: number } {
  const { delimiter, quote } = shape;
  let line = firstLine;
  let nextQuote = text.indexOf(quote);
  let at = 0;
  while (at < text.length) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    if (nextQuote < 0 || nextQuote > end) {
      const stop = end > at && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
      if (stop > at) {
        const whole = text.slice(at, stop);
        into.push({ line, cells: whole.split(delimiter), text: whole, broken: undefined });
      }
      at = end + 1;
      line++;
      continue;
    }
    const row = splitQuoted(text, at, shape, isLast);
    if (row === undefined) return { used: at, line };
    into.push({ line, cells: row.cells, text: text.slice(at, row.next).trimEnd(), broken: row.broken });
    for (let feed = text.indexOf('\n', at); feed >= 0 && feed < row.next; feed = text.indexOf('\n', feed + 1))
      line++;
    at = row.next;
    nextQuote = text.indexOf(quote, at);
  }
  return { used: text.length, line };
}

interface QuotedRow {
  readonly cells: string[];
  readonly broken: string | undefined;
  /** Where the next row begins. */
  readonly next: number;
}

/** One row with quotes in it; undefined when its end has not been read yet. */
function splitQuoted(text: string, start: number, shape: CsvShape, isLast: boolean): QuotedRow | undefined {
  const quoteCode = shape.quote.charCodeAt(0);
  const delimiterCode = shape.delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === quoteCode) {
      const cell = readQuotedCell(text, at, shape.quote);
      if (cell === undefined) {
        return isLast ? { cells, broken: 'row.quote-not-closed', next: text.length } : undefined;
      }
      cells.push(cell.value);
      at = cell.next;
      if (text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    } else {
      // Quotes inside a cell that does not begin with one are ordinary characters: 12" vinyl.
      let stop = at;
      while (
        stop < text.length &&
        text.charCodeAt(stop) !== delimiterCode &&
        text.charCodeAt(stop) !== LINE_FEED
      )
        stop++;
      const isEnd = stop >= text.length || text.charCodeAt(stop) === LINE_FEED;
      const cut = isEnd && stop > at && text.charCodeAt(stop - 1) === CARRIAGE_RETURN ? stop - 1 : stop;
      cells.push(text.slice(at, cut));
      at = stop;
    }
    if (at >= text.length) return { cells, broken: undefined, next: at };
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) return { cells, broken: undefined, next: at + 1 };
    if (code !== delimiterCode) {
      const feed = text.indexOf('\n', at);
      return { cells, broken: 'row.text-after-quote', next: feed < 0 ? text.length : feed + 1 };
    }
    at++;
  }
}

function readQuotedCell(
  text: string,
  start: number,
  quote: string,
): { value: string; next: number } | undefined {
  let value = '';
  let from = start + 1;
  for (;;) {
    const found = text.indexOf(quote, from);
    if (found < 0) return undefined;
    if (text[found + 1] !== quote) return { value: value + text.slice(from, found), next: found + 1 };
    value += text.slice(from, found + 1);
    from = found + 2;
  }
}
