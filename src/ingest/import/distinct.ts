import { hash53 } from '../../core/index.ts';

/** Counts different texts in bounded memory. */
export interface Distinct {
  add(text: string): void;
  /** How many there are; `isExact` up to EXACT_MAX, above it the count is within about one percent. */
  count(): { readonly count: number; readonly isExact: boolean };
}

/** 200,000 numbers in a set take some 10 MB. */
const EXACT_MAX = 200_000;
const HASHES = 2 ** 53;

/**
 * Keeps the hashes below a threshold and halves the threshold whenever they become too many; what is left is a fair
 * sample (adaptive sampling: Flajolet, On adaptive sampling, Computing 43, 1990).
 */
export function createDistinct(keptMax = EXACT_MAX): Distinct {
  let kept = new Set<number>();
  let threshold = HASHES;
  return {
    add(text) {
      const hash = hash53(text);
      if (hash >= threshold) return;
      kept.add(hash);
      if (kept.size <= keptMax) return;
      threshold /= 2;
      kept = new Set([...kept].filter((one) => one < threshold));
    },
    count: () => ({ count: Math.round(kept.size * (HASHES / threshold)), isExact: threshold === HASHES }),
  };
}
