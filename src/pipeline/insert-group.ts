import type { Block } from './outbox.ts';

// A row then takes ClickHouse 17 us, in blocks of 10,000 rows 24, because every block pays for each column and each path anew;
// smaller parts cost merges later as well.
/** Rows that go to the warehouse together. */
export const INSERT_ROWS = 40_000;
/** Wide rows and long lists of overrides go in smaller groups. */
const INSERT_BYTES_MAX = 32_000_000;

/** The first blocks that go together: at least one. */
export function firstGroup(queue: readonly Block[]): Block[] {
  let rows = 0;
  let bytes = 0;
  const end = queue.findIndex((block, i) => {
    rows += block.rowCount;
    bytes += block.bytes.length;
    return i > 0 && (rows > INSERT_ROWS || bytes > INSERT_BYTES_MAX);
  });
  return queue.slice(0, end < 0 ? queue.length : end);
}
