import type { FileTable, Taken } from './rows.ts';

/** A table of values by values, as the server keeps it: one text for each, or one for each column. */
export interface LookupDoc {
  readonly name: string;
  readonly columns?: readonly string[];
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

/** As many as a lookup holds, and as large as a definition may be. */
export const VALUES_MAX = 20_000;
const BYTES_MAX = 512 * 1024;

/** Whether a lookup may be as large as it is. */
export function fits({ columns, values }: LookupDoc): boolean {
  if (Object.keys(values).length > VALUES_MAX) return false;
  return new TextEncoder().encode(JSON.stringify({ columns, values })).length < BYTES_MAX;
}

/** The document with what was taken of a file: with one column texts alone, with several the names of the columns too. */
export function withTaken(
  { name }: LookupDoc,
  { header }: FileTable,
  columns: readonly number[],
  { values }: Taken,
): LookupDoc {
  const isOne = columns.length === 1;
  return {
    name,
    ...(isOne ? {} : { columns: columns.map((column) => header[column] ?? '') }),
    values: Object.fromEntries(
      [...values].map(([key, texts]) => [key, isOne ? (texts[0] ?? '') : texts] as const),
    ),
  };
}
