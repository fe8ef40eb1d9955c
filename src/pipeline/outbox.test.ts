import { describe, expect, it } from 'vitest';
import { Lines } from './lines.ts';
import {
  type Block,
  type BlockTable,
  makeBlocks,
  noLines,
  type PiecesByTable,
  readBlock,
  takePieces,
} from './outbox.ts';

const STATE_VALUE_CHARS_MAX = 16 * 1024 * 1024;

const lines = (count: number, text: string, from: number): string[] =>
  Array.from({ length: count }, (_, i) => `${from + i}\t${text}\n`);

function piecesOf(events: readonly string[], overrides: readonly string[]): PiecesByTable {
  const gathered = noLines();
  for (const line of overrides) gathered.overrides.add(line, 0);
  for (const line of events) gathered.events.add(line, Number(line.split('\t')[0]));
  return takePieces(gathered);
}

const textOf = (blocks: readonly Block[], table: BlockTable): string =>
  blocks
    .filter((block) => block.table === table)
    .map((block) => block.lines.toString())
    .join('');

describe('blocks of the outbox', () => {
  it('hold a usual stretch in one for each table, overrides first', () => {
    const [events, overrides] = [lines(100, 'Zoë 👟', 4096), lines(3, 'a', 4096)];
    const blocks = makeBlocks(4096, 8191, piecesOf(events, overrides));
    expect(blocks).toMatchObject([
      { table: 'overrides', from: 4096, to: 4096, rowCount: 3 },
      { table: 'events', from: 4096, to: 8191, rowCount: 100 },
    ]);
    expect(textOf(blocks, 'events')).toBe(events.join(''));
    expect(textOf(blocks, 'overrides')).toBe(overrides.join(''));
  });

  it.for([
    ['many rows', 60_000, 10],
    ['many overrides, as a chain of merges gives them', 10, 900_000],
    ['overrides without rows', 0, 900_000],
    ['many of both', 60_000, 900_000],
  ] as const)('hold %s in pieces that the state takes, in order and with nothing lost', ([, rows, told]) => {
    const [events, overrides] = [lines(rows, 'ü'.repeat(800), 0), lines(told, 'x'.repeat(40), 0)];
    const blocks = makeBlocks(0, 10_000_000, piecesOf(events, overrides));
    expect(blocks.length).toBeGreaterThan(1);
    expect(textOf(blocks, 'events') === events.join('')).toBe(true);
    expect(textOf(blocks, 'overrides') === overrides.join('')).toBe(true);
    expect(Math.max(...blocks.map((block) => block.bytes.length))).toBeLessThan(STATE_VALUE_CHARS_MAX);
    expect(blocks.map((block) => block.key)).toEqual(blocks.map((block) => block.key).toSorted());
    expect(blocks.at(-1)!.to).toBe(10_000_000);
    for (const block of blocks) {
      const { lines: linesRead, bytes, ...read } = readBlock(block.key, block.bytes.toString());
      expect(block).toMatchObject(read);
      expect(linesRead.equals(block.lines) && bytes.equals(block.bytes)).toBe(true);
    }
  });

  it('are parts of one memory that do not touch each other', () => {
    const gathered = new Lines();
    const stretches = [1, 2, 3].map((number) => {
      gathered.add(`${number}\n`, number);
      return gathered.take();
    });
    const blocks = stretches.flatMap((events, i) =>
      makeBlocks(i, i, { overrides: [], sessions: [], catalogue: [], events }),
    );
    expect(blocks.map((block) => block.lines.toString())).toEqual(['1\n', '2\n', '3\n']);
    expect(new Set(blocks.map((block) => block.bytes.buffer)).size).toBe(1);
  });

  it('are written over once all who had a part of the memory have let it go, and not before', () => {
    const gathered = noLines();
    const wide = 'x'.repeat(200_000);
    const fill = (mark: string): Block[] => {
      for (let i = 0; i < 8; i++) gathered.events.add(`${mark}${wide}\n`, i);
      return makeBlocks(0, 7, takePieces(gathered));
    };
    const [kept, ...others] = [...fill('a'), ...fill('b')];
    const before = kept!.lines.toString();
    for (const block of others) block.letGo?.();
    const memory = new Set(
      others.map((block) => block.bytes.buffer).filter((one) => one !== kept!.bytes.buffer),
    );
    const next = [...fill('c'), ...fill('d'), ...fill('e')];
    expect(kept!.lines.toString()).toBe(before);
    expect(next.some((block) => memory.has(block.bytes.buffer))).toBe(true);
    const texts = next.map((block) => block.lines.toString()).join('');
    expect(texts.replaceAll(wide, '')).toBe('c\n'.repeat(8) + 'd\n'.repeat(8) + 'e\n'.repeat(8));
  });
});
