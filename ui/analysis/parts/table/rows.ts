import type { AnswerRow, TableQuery } from './query.ts';

/** A row as it is drawn. */
export interface Row {
  /** Tells it from all others: its dimensions and values. */
  readonly key: string;
  /** Dimension and value of each level down to this row. */
  readonly dimensions: readonly string[];
  readonly path: readonly string[];
  readonly cells: AnswerRow;
  /** How many of its kind were read below it; undefined where it is not broken down. */
  readonly state: 'closed' | 'open' | 'whole';
  /** It has rows below it, by the query itself. */
  readonly hasLevel: boolean;
}

/** What stands in place of rows that are not there yet. */
export interface Pending {
  readonly key: string;
  readonly depth: number;
}

/** Rows by which single rows are broken down: undefined while they are read. */
export type BrokenRows = ReadonlyMap<
  string,
  { readonly dimension: string; readonly rows: readonly AnswerRow[] | undefined }
>;

/** The key of a row. */
export function rowKey(dimensions: readonly string[], path: readonly string[]): string {
  return JSON.stringify([dimensions, path]);
}

/**
 * Answers of the table and of broken rows as one list, in the order in which they are drawn. Rows of the query's own levels below the
 * first are shown unless `closed` has the row above them.
 */
export function flatRows(
  levels: TableQuery['levels'],
  pages: readonly ({ readonly rows: readonly AnswerRow[] } | undefined)[],
  broken: BrokenRows,
  closed: ReadonlySet<string>,
): (Row | Pending)[] {
  const flat: (Row | Pending)[] = [];
  const hidden: string[][] = [];
  const below = (dimensions: readonly string[], path: readonly string[], key: string): void => {
    const inner = broken.get(key);
    if (!inner) return;
    if (!inner.rows) {
      flat.push({ key: `${key} …`, depth: path.length });
      return;
    }
    for (const cells of inner.rows) add([...dimensions, inner.dimension], cells, false);
  };
  const add = (dimensions: readonly string[], cells: AnswerRow, hasLevel: boolean): void => {
    const key = rowKey(dimensions, cells.path);
    const isOpen = hasLevel ? !closed.has(key) : broken.has(key);
    flat.push({ key, dimensions, path: cells.path, cells, state: isOpen ? 'open' : 'closed', hasLevel });
    if (hasLevel && !isOpen) hidden.push(cells.path);
    if (!hasLevel) below(dimensions, cells.path, key);
  };
  for (const [page, answer] of pages.entries()) {
    if (!answer) flat.push({ key: `page ${page}`, depth: 0 });
    for (const cells of answer?.rows ?? []) {
      if (
        hidden.some(
          (path) => path.length < cells.path.length && path.every((value, i) => value === cells.path[i]),
        )
      )
        continue;
      const depth = cells.path.length;
      const dimensions = levels.slice(0, depth).map(({ dimension }) => dimension);
      add(dimensions, cells, depth < levels.length);
    }
  }
  return flat;
}
