import { randomBytes } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canMount, mountSmallDisk, type SmallDisk } from '../folder/small-disk.fixture.ts';
import { openLmdbLog } from './lmdb-log.ts';
import type { Log } from './log.ts';
import { verifyLog } from './verify-log.ts';

const MB = 2 ** 20;
const DISK_MB = 48;

describe.skipIf(!canMount())('on a small disk (a tmpfs of its own; needs root to mount)', () => {
  let small: SmallDisk;
  let disk: string;
  let log: Log | undefined;

  beforeEach(async () => {
    small = await mountSmallDisk(DISK_MB);
    disk = small.folder;
  });
  afterEach(async () => {
    await log?.close();
    log = undefined;
    await small.remove();
  });

  async function openLog(roomBytesMin: number, compression: 'lz4' | 'none' = 'lz4'): Promise<Log> {
    const limits = { waitingBytesMax: 64 * MB, recordBytesMax: MB };
    log = await openLmdbLog({
      folder: join(disk, 'log'),
      partitions: 1,
      compression,
      roomBytesMin,
      ...limits,
    });
    return log;
  }

  test('a full disk refuses with log.full, loses nothing acknowledged, and takes on again when there is room', async () => {
    const running = await openLog(0);
    await writeFile(join(disk, 'filler'), Buffer.alloc(24 * MB));
    const acknowledged = await appendUntilFull(running, 0);
    expect(acknowledged).toBeGreaterThan(100);
    expect(running.bounds(0)).toMatchObject({ first: 0, next: acknowledged });
    await expectRecords(running, 0, acknowledged);

    await rm(join(disk, 'filler'));
    expect(await running.append(0, recordOf(acknowledged))).toBe(acknowledged);
    const total = await appendUntilFull(running, acknowledged + 1);
    expect(total).toBeGreaterThan(acknowledged + 100);

    await running.close();
    await expectRecords(await openLog(0), 0, total);
    await log?.close();
    expect(await verifyLog(join(disk, 'log'))).toMatchObject({
      isSound: true,
      partitions: [{ next: total }],
    });
  });

  test.for(['lz4', 'none'] as const)(
    'a log (%s) that is full again and again, and trimmed in between, stays in order',
    async (compression) => {
      const running = await openLog(4 * MB, compression);
      let next = 0;
      for (let round = 0; round < 6; round++) {
        next = await appendUntilFull(running, next);
        const { first } = running.bounds(0);
        await expectRecords(running, first, next);
        await running.trim(0, next - 20);
      }
      expect(next).toBeGreaterThan(1500);
      await running.close();
      expect(await verifyLog(join(disk, 'log'))).toMatchObject({ isSound: true, partitions: [{ next }] });
    },
  );

  test('the log stops before the disk is full, so that a trim can make room', async () => {
    const running = await openLog(8 * MB);
    await writeFile(join(disk, 'filler'), Buffer.alloc(16 * MB));
    const next = await appendUntilFull(running, 0);
    const { bavail, bsize } = await statfs(disk);
    expect(bavail * bsize).toBeGreaterThan(0);

    await running.trim(0, next - 10);
    expect(await running.append(0, recordOf(next))).toBe(next);
    await expectRecords(running, next - 10, next + 1);
  });

  test('a log that met a full disk refuses until its reserve is free again, though small records would fit', async () => {
    const running = await openLog(32 * MB);
    const next = await appendSome(running, 20);
    await fillUp(disk);
    const end = await appendUntilFull(running, next);
    for (const filler of [1, 2]) await rm(join(disk, `filler-${filler}`));
    await expect(running.append(0, Buffer.from('small'))).rejects.toMatchObject({ code: 'log.full' });
    await rm(join(disk, 'filler-0'));
    expect(await running.append(0, recordOf(end))).toBe(end);
    await expectRecords(running, 0, end + 1);
  });

  test('who reads while appends fail is never given an environment that is being closed', async () => {
    const running = await openLog(0);
    await writeFile(join(disk, 'filler'), Buffer.alloc(24 * MB));
    const next = await appendUntilFull(running, 0);
    let isOver = false;
    const readers = Array.from({ length: 8 }, async (_, reader) => {
      let count = 0;
      for (; !isOver; count++) {
        const from = (reader * 7 + count) % (next - 1);
        const [record] = await running.read(0, from, 1, MB);
        expect(record && recordOf(from).equals(record.bytes)).toBe(true);
      }
      return count;
    });
    for (let attempt = 0; attempt < 40; attempt++) expect(await appendUntilFull(running, next)).toBe(next);
    isOver = true;
    expect(Math.min(...(await Promise.all(readers)))).toBeGreaterThan(40);
    await expectRecords(running, 0, next);
  });

  test('a log opens and reads on a disk without any room', async () => {
    const running = await openLog(0);
    const next = await appendUntilFull(running, 0);
    await running.close();
    await fillUp(disk);
    const again = await openLog(0);
    await expectRecords(again, 0, next);
    const end = await appendUntilFull(again, next);
    await rm(join(disk, 'filler-0'));
    expect(await again.append(0, recordOf(end))).toBe(end);
    await expectRecords(again, 0, end + 1);
  });
});

/** Appends groups of ten until one is refused; gives the next position. Only `log.full` may refuse. */
async function appendUntilFull(log: Log, from: number): Promise<number> {
  for (let next = from; ; next += 10) {
    const group = Array.from({ length: 10 }, (_, i) => log.append(0, recordOf(next + i)));
    const settled = await Promise.allSettled(group);
    const refused = settled.filter((one) => one.status === 'rejected').map((one) => one.reason);
    for (const reason of refused) {
      expect(reason).toMatchObject({ code: 'log.full', status: 503, retryAfterSeconds: 30 });
    }
    if (refused.length > 0) {
      expect(refused, 'a group is kept or refused as a whole').toHaveLength(10);
      return next;
    }
  }
}

async function appendSome(log: Log, count: number): Promise<number> {
  for (let i = 0; i < count; i++) await log.append(0, recordOf(i));
  return count;
}

async function expectRecords(log: Log, first: number, next: number): Promise<void> {
  expect(log.bounds(0)).toMatchObject({ first, next });
  const records = await log.read(0, first, next - first + 1, 1024 * MB);
  expect(records.map((record) => record.position)).toEqual(
    Array.from({ length: next - first }, (_, i) => first + i),
  );
  const wrong = records.filter((record) => !recordOf(record.position).equals(record.bytes));
  expect(wrong).toEqual([]);
}

/** Nothing in it repeats, so that compression gains nothing. */
const NOISE = randomBytes(MB);

function recordOf(position: number): Buffer {
  return NOISE.subarray(position % 9973, 70_000 + (position % 9973) + (position % 7) * 4000);
}

/** Takes every last byte. */
async function fillUp(disk: string): Promise<void> {
  for (const [index, size] of [MB, 64 * 1024, 4096].entries()) {
    for (;;) {
      try {
        await writeFile(join(disk, `filler-${index}`), Buffer.alloc(size), { flag: 'a' });
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
        break;
      }
    }
  }
}
