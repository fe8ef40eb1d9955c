import type { ReadPlace, RowBatch } from './rows.ts';

/** Remembers where the rows that are still in work stand in the file. */
export interface Places {
  add(batch: RowBatch): void;
  /**
   * The place of a row, counted from the first one added, or the place behind the last one. Rows before it are forgotten.
   * Undefined when nothing was added.
   */
  at(row: number): { readonly place: ReadPlace; readonly bytesRead: number } | undefined;
}

export function createPlaces(): Places {
  const batches: { readonly first: number; readonly batch: RowBatch }[] = [];
  let next = 0;
  return {
    add(batch) {
      batches.push({ first: next, batch });
      next += batch.rows.length;
    },
    at(row) {
      while (batches.length > 1 && batches[1]!.first <= row) batches.shift();
      const found = batches[0];
      if (found === undefined) return undefined;
      const { place, bytesRead } = found.batch;
      return { place: { ...place, skip: place.skip + row - found.first }, bytesRead };
    },
  };
}
