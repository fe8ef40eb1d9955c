import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLmdbLog } from './lmdb-log.ts';
import { startChild } from './test-kit/child.ts';
import { keyOf } from './test-kit/record.ts';
import { verifyLog } from './verify-log.ts';

/** More with RAPPORT_CRASH_ROUNDS; a round takes about a second. */
const ROUNDS = Number(process.env.RAPPORT_CRASH_ROUNDS ?? 4);
const ROUND_ACKNOWLEDGED_MIN = 400;
const PARTITIONS = 2;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-crash-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('every acknowledged record is there after kill -9, at its position, whole and in order', {
  timeout: 60_000 + ROUNDS * 20_000,
}, async () => {
  const acknowledged: Map<number, string>[] = [new Map(), new Map()];
  for (let round = 0; round < ROUNDS; round++) {
    // Trims run in every second round, so that kills meet pages which are used again.
    const child = startChild('writer.ts', [folder, String(round), round % 2 === 1 ? 'trims' : '']);
    await child.lineCount(ROUND_ACKNOWLEDGED_MIN * (1 + round / 3));
    await child.kill();
    remember(child.lines, acknowledged);
    await expectAcknowledged(acknowledged);
  }
  expect(await verifyLog(folder)).toMatchObject({ isSound: true });
});

function remember(lines: readonly string[], acknowledged: readonly Map<number, string>[]): void {
  for (const line of lines) {
    const [partition, position, key] = line.split(' ');
    expect(
      acknowledged[Number(partition)]!.get(Number(position)),
      'no position was given twice',
    ).toBeUndefined();
    acknowledged[Number(partition)]!.set(Number(position), key!);
  }
}

async function expectAcknowledged(acknowledged: readonly ReadonlyMap<number, string>[]): Promise<void> {
  const limits = { waitingBytesMax: 2 ** 26, recordBytesMax: 2 ** 20, roomBytesMin: 0 };
  const log = await openLmdbLog({ folder, partitions: PARTITIONS, ...limits });
  for (const [partition, keys] of acknowledged.entries()) {
    const { first, next } = log.bounds(partition);
    const records = await log.read(partition, first, next - first, 2 ** 30);
    expect(records.map((record) => record.position)).toEqual(range(first, next));
    const there = new Map(records.map((record) => [record.position, keyOf(record.bytes)]));
    const lost = [...keys].filter(([position, key]) => position >= first && there.get(position) !== key);
    expect(lost).toEqual([]);
    expectOrder([...there.values()]);
  }
  await log.close();
}

/** What one writer of one round appended stands in the order in which it did. */
function expectOrder(keys: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const key of keys) {
    const [round, writer, count] = key.split('-');
    const before = counts.get(`${round}-${writer}`) ?? -1;
    expect(Number(count)).toBeGreaterThan(before);
    counts.set(`${round}-${writer}`, Number(count));
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
