import { expect, it } from 'vitest';
import { bucketOf, SPLIT_BUCKETS } from './parts/split.ts';

it('the bucket of a text is MurmurHash3 (x86, 32 bit, seed 0), as published and as the warehouse reckons it', () => {
  // smhasher's reference values.
  expect(bucketOf('')).toBe(0);
  expect(bucketOf('hello')).toBe(0x248bfa47 % SPLIT_BUCKETS);
  expect(bucketOf('hello, world')).toBe(0x149bbb7f % SPLIT_BUCKETS);
  expect(bucketOf('The quick brown fox jumps over the lazy dog')).toBe(0x2e4ff723 % SPLIT_BUCKETS);
});

it('people fall evenly into a split, and independently into two', () => {
  const people = Array.from({ length: 40_000 }, (_, i) => 7_919 * i + 13);
  const inFirst = (split: string) => people.filter((id) => bucketOf(`${split}:${id}`) < 3_000);
  const [a, b] = [inFirst('a'), new Set(inFirst('b'))];
  // Six standard deviations of a binomial share.
  expect(Math.abs(a.length - 12_000)).toBeLessThan(550);
  expect(Math.abs(a.filter((id) => b.has(id)).length - 3_600)).toBeLessThan(350);
});
