import { describe, expect, it } from 'vitest';
import { type Block, makeBlocks, readBlock, storeBlock } from './outbox.ts';

const STATE_VALUE_CHARS_MAX = 16 * 1024 * 1024;

const lines = (count: number, chars: number, from: number): string[] =>
  Array.from({ length: count }, (_, i) => `${from + i}\t${'x'.repeat(chars)}\n`);

const texts = (blocks: readonly Block[], part: 'events' | 'overrides'): string =>
  blocks.map((block) => block[part]).join('');

describe('blocks of the outbox', () => {
  it('hold a usual stretch in one', () => {
    const [events, overrides] = [lines(100, 500, 4096), lines(3, 30, 4096)];
    expect(makeBlocks(4096, 8191, events, overrides)).toMatchObject([
      { from: 4096, to: 8191, rowCount: 100, events: events.join(''), overrides: overrides.join('') },
    ]);
  });

  it.for([
    ['many rows', 60_000, 10],
    ['many overrides, as a chain of merges gives them', 10, 900_000],
    ['overrides without rows', 0, 900_000],
    ['many of both', 60_000, 900_000],
  ] as const)('hold %s in pieces that the state takes, in order and with nothing lost', ([, rows, told]) => {
    const [events, overrides] = [lines(rows, 800, 0), lines(told, 40, 0)];
    const blocks = makeBlocks(0, 10_000_000, events, overrides);
    expect(blocks.length).toBeGreaterThan(1);
    expect(texts(blocks, 'events') === events.join('')).toBe(true);
    expect(texts(blocks, 'overrides') === overrides.join('')).toBe(true);
    expect(Math.max(...blocks.map((block) => block.text.length))).toBeLessThan(STATE_VALUE_CHARS_MAX);
    expect(blocks.map((block) => block.key)).toEqual(blocks.map((block) => block.key).toSorted());
    expect(blocks.reduce((sum, block) => sum + block.rowCount, 0)).toBe(rows);
    for (const block of blocks) expect(readBlock(block.key, storeBlock(block).value!)).toEqual(block);
  });
});
