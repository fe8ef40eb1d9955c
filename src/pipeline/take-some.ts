import type { Change } from '../engine/state/index.ts';
import type { Shelf } from './shelf.ts';

const TAKEN_AT_ONCE = 64;
/** A state takes commits of 128 million characters; people and memories of some 100 KB are rare, but not impossible. */
const TAKEN_CHARS_MAX = 16_000_000;

/** Adds up to so many changes of a shelf, and no more once they have grown large. */
export function takeSome<K extends string | number, V>(
  shelf: Shelf<K, V>,
  countMax: number,
  change: (record: [K, V]) => Change,
  changes: Change[],
): void {
  let chars = 0;
  for (let count = 0; count < countMax && chars < TAKEN_CHARS_MAX; count += TAKEN_AT_ONCE) {
    const records = shelf.take(Math.min(TAKEN_AT_ONCE, countMax - count));
    if (records.length === 0) return;
    for (const record of records) {
      const taken = change(record);
      chars += taken.value?.length ?? 0;
      changes.push(taken);
    }
  }
}
