import { isRowFault, type Warehouse } from '../engine/warehouse/index.ts';

const NEWLINE = 10;

/** Where rows go, and who takes those that the warehouse refuses; a line is given without its newline. */
export interface RowTarget {
  readonly warehouse: Pick<Warehouse, 'insert'>;
  readonly table: string;
  readonly columns: readonly string[];
  readonly refused: (line: string, error: Error) => Promise<void>;
}

/**
 * Inserts lines of TabSeparated text. One row that cannot be read would refuse its whole block, now and for ever: the block
 * is halved until the row stands alone, and is handed over instead. Rejects when the warehouse does not answer; what was
 * inserted until then stays, so the caller asks again which rows are there.
 */
export async function insertRows(lines: readonly Uint8Array[], target: RowTarget): Promise<void> {
  const { warehouse, table, columns, refused } = target;
  const fault = await insertOnce();
  if (!fault) return;
  const all = Buffer.concat(lines);
  const middle = endOfLine(all, all.length >> 1);
  if (middle === all.length && endOfLine(all, 0) === all.length)
    return refused(all.toString().trimEnd(), fault);
  // Half way may lie in the last line.
  const end = middle === all.length ? endOfLine(all, 0) : middle;
  await insertRows([all.subarray(0, end)], target);
  await insertRows([all.subarray(end)], target);

  async function insertOnce(): Promise<Error | undefined> {
    try {
      await warehouse.insert(table, columns, lines);
    } catch (error) {
      if (isRowFault(error)) return error;
      throw error;
    }
    return undefined;
  }
}

/** Where the line that holds this byte ends, its newline included. */
function endOfLine(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(NEWLINE, from);
  return at < 0 ? bytes.length : at + 1;
}
