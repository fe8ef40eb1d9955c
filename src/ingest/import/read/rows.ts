import type { Json } from '../../../core/index.ts';

/** One value of a row as the file gave it: text in CSV, any JSON in JSON lines, text, numbers and truth values in Parquet. */
export type Cell = Json | undefined;

/** One row. A broken one carries the code of what is wrong with it and whatever cells could be read. */
export interface Row {
  /** Where the row begins: the line in a text file, the row in a Parquet file; the first is 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
  /** The row as the file has it: what ids are derived from, and what the quarantine keeps. */
  readonly text: string;
  readonly broken: string | undefined;
}

/** From where a file is read on: after a kill reading goes on here instead of at the start. */
export interface ReadPlace {
  /** Bytes of the (unpacked) text, or rows of a Parquet file, before this place. */
  readonly offset: number;
  /** The line number at the offset. */
  readonly line: number;
  /** Rows to read past from the offset on. */
  readonly skip: number;
}

/** Some rows in the order of the file. */
export interface RowBatch {
  readonly rows: readonly Row[];
  /** The place of the first of them. */
  readonly place: ReadPlace;
  /** Bytes of the file read so far, packed as they are: what a progress bar shows. */
  readonly bytesRead: number;
}

/** A file opened as rows. */
export interface Reading {
  readonly format: 'csv' | 'json-lines' | 'parquet';
  /** Names of the cells, in their order. JSON lines add names at the end as new keys come up. */
  readonly columns: readonly string[];
  /** Those of them that were asked for and that no row has had so far; only in JSON lines, where keys may come up late. */
  readonly absent: readonly string[];
  /** The first rows, for guesses and messages. */
  readonly sample: readonly Row[];
  /** Where the first row of content is. */
  readonly start: ReadPlace;
  /** Reads the rows from a place on. */
  batches(from: ReadPlace): AsyncIterable<RowBatch>;
}

/** A row that takes more bytes than this is not a row: a quote that never closes, or no text file at all. */
export const ROW_BYTES_MAX = 1_048_576;

/** No file has more columns than this. */
export const COLUMNS_MAX = 2_000;

/** Rows that are looked at before the work starts. */
export const SAMPLE_ROWS = 200;
