import type { SplitCondition } from '../condition.ts';
import type { Part } from './part.ts';

/** Shares are told apart to a hundredth of a percent. */
export const SPLIT_BUCKETS = 10_000;

/**
 * Falls into a stretch of a split. Somebody without an id may yet fall anywhere: asked about her, the part gives the answer that lets
 * the whole condition hold (`isWanted`), so that nobody is passed over before she has one.
 */
export function splitPart(condition: SplitCondition, isWanted: boolean): Part {
  const [first, end] = bucketsOf(condition);
  const salt = `${condition.split}:`;
  return {
    holds({ id }) {
      if (id === undefined) return isWanted;
      const bucket = bucketOf(salt + id);
      return bucket >= first && bucket < end;
    },
    nextChange: () => undefined,
    found: ({ id }) => ({
      kind: 'value',
      value: id === undefined ? undefined : bucketOf(salt + id) / SPLIT_BUCKETS,
    }),
  };
}

/** The stretch in buckets: from the first up to below the second. */
export function bucketsOf({ from, to }: SplitCondition): readonly [number, number] {
  return [Math.round(from * SPLIT_BUCKETS), Math.round(to * SPLIT_BUCKETS)];
}

/** The bucket of a text, the same on any machine and in the warehouse. */
export function bucketOf(text: string): number {
  return murmur3(text) % SPLIT_BUCKETS;
}

/** MurmurHash3 x86 32 bit with seed 0 of an ASCII text (Appleby, public domain): `murmurHash3_32` of ClickHouse. */
function murmur3(text: string): number {
  const blocks = text.length & ~3;
  let hash = 0;
  for (let i = 0; i < blocks; i += 4) {
    const block =
      text.charCodeAt(i) |
      (text.charCodeAt(i + 1) << 8) |
      (text.charCodeAt(i + 2) << 16) |
      (text.charCodeAt(i + 3) << 24);
    hash ^= mixed(block);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let i = text.length - 1; i >= blocks; i--) rest = (rest << 8) | text.charCodeAt(i);
  if (blocks < text.length) hash ^= mixed(rest);
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mixed(block: number): number {
  const product = Math.imul(block, 0xcc9e2d51);
  return Math.imul((product << 15) | (product >>> 17), 0x1b873593);
}
