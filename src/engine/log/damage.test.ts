import { mkdtemp, open as openFile, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLmdbLog } from './lmdb-log.ts';
import type { Log } from './log.ts';
import { verifyLog } from './verify-log.ts';

const RECORD_COUNT = 1500; // More than the thousand that are read back on opening.
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-damage-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function openLog(compression: 'lz4' | 'none' = 'none'): Promise<Log> {
  const limits = { waitingBytesMax: 2 ** 26, recordBytesMax: 2 ** 20 };
  return openLmdbLog({ folder, partitions: 1, compression, roomBytesMin: 0, ...limits });
}

function textOf(position: number): string {
  return `<record ${position}>${`${position} says something. `.repeat(300)}`;
}

async function fill(compression: 'lz4' | 'none' = 'none'): Promise<void> {
  const log = await openLog(compression);
  await Promise.all(Array.from({ length: RECORD_COUNT }, (_, i) => log.append(0, Buffer.from(textOf(i)))));
  await log.close();
}

/** Turns over one bit of a record as it is stored. */
async function damage(position: number, bytesBehind: number): Promise<void> {
  const path = join(folder, 'data.mdb');
  const at = (await readFile(path)).indexOf(await storedFrame(position));
  expect(at).toBeGreaterThan(0);
  const file = await openFile(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, at + bytesBehind);
  byte[0]! ^= 4;
  await file.write(byte, 0, 1, at + bytesBehind);
  await file.close();
}

/** The frame of a record as it stands in the file, compressed or not. */
async function storedFrame(position: number): Promise<Buffer> {
  const { env, partition } = openDirectly();
  const frame = partition.getBinary(position)!;
  await env.close();
  return frame;
}

function openDirectly() {
  const env = open({ path: join(folder, 'data.mdb'), overlappingSync: false, maxDbs: 4 });
  return { env, partition: env.openDB<Buffer, number>({ name: 'partition-0', encoding: 'binary' }) };
}

test('a log in order verifies', async () => {
  await fill('lz4');
  const bytes = Array.from({ length: RECORD_COUNT }, (_, i) => textOf(i).length).reduce((a, b) => a + b);
  expect(await verifyLog(folder)).toEqual({
    isSound: true,
    partitions: [{ partition: 0, first: 0, next: RECORD_COUNT, bytes, damagedCount: 0, damaged: [] }],
  });
});

test('a damaged record among the newest keeps the log from opening, and is named', async () => {
  await fill();
  await damage(1400, 2000);
  await expect(openLog()).rejects.toMatchObject({
    code: 'log.damaged',
    status: 500,
    detail: { folder, partition: 0, position: 1400 },
    message: expect.stringContaining('position 1400 of partition 0'),
  });
  await expect(openLog(), 'the refusal let the folder go').rejects.toMatchObject({ code: 'log.damaged' });
});

test('a damaged record in the middle stops the reader there, and what follows is not cut off', async () => {
  await fill();
  await damage(200, 2000);
  const log = await openLog();
  expect(log.bounds(0)).toMatchObject({ first: 0, next: RECORD_COUNT });
  expect(await log.read(0, 0, 200, 2 ** 26)).toHaveLength(200);
  await expect(log.read(0, 150, 100, 2 ** 26)).rejects.toMatchObject({
    code: 'log.damaged',
    detail: { position: 200 },
  });
  const [after] = await log.read(0, 201, 1, 1);
  expect(Buffer.from(after!.bytes).toString()).toBe(textOf(201));
  await log.close();
});

test('verification names every damaged record', async () => {
  await fill();
  for (const position of [0, 700, 1499]) await damage(position, 10);
  const report = await verifyLog(folder);
  expect(report.isSound).toBe(false);
  expect(report.partitions[0]).toMatchObject({ damagedCount: 3, damaged: [0, 700, 1499] });
});

test.for([0, 1, 3, 5, 40, 60])('damage to a compressed record is noticed in byte %i', async (bytes) => {
  await fill('lz4');
  await damage(200, bytes);
  expect((await verifyLog(folder)).partitions[0]).toMatchObject({ damagedCount: 1, damaged: [200] });
});

test('a file without its end is refused before anything is read from it', async () => {
  await fill();
  const { size } = await stat(join(folder, 'data.mdb'));
  await truncate(join(folder, 'data.mdb'), size - 6 * 2 ** 20);
  const refused = { code: 'log.damaged', message: expect.stringContaining('its end is missing') };
  await expect(openLog()).rejects.toMatchObject(refused);
  await expect(verifyLog(folder)).rejects.toMatchObject(refused);
});

test.for([0, 4096])('a file whose root page at %i is overwritten is refused', async (at) => {
  await fill();
  const file = await openFile(join(folder, 'data.mdb'), 'r+');
  await file.write(Buffer.alloc(512, 'x'), 0, 512, at);
  await file.close();
  const refused = { code: 'log.damaged', message: expect.stringContaining('first pages') };
  await expect(openLog()).rejects.toMatchObject(refused);
  await expect(verifyLog(folder)).rejects.toMatchObject(refused);
});

test('missing positions keep the log from opening, and verification names them', async () => {
  await fill();
  const { env, partition } = openDirectly();
  await partition.remove(500);
  await env.close();
  await expect(openLog()).rejects.toMatchObject({
    code: 'log.damaged',
    message: expect.stringContaining('has 1499 records where 1500 belong'),
  });
  expect((await verifyLog(folder)).partitions[0]).toMatchObject({ damagedCount: 1, damaged: [500] });
});

test('a log made with other partitions is refused', async () => {
  await fill();
  const opening = openLmdbLog({ folder, partitions: 2, waitingBytesMax: 1, recordBytesMax: 1 });
  await expect(opening).rejects.toMatchObject({ code: 'log.format' });
});

test('verification of a folder without a log is refused and makes none', async () => {
  await expect(verifyLog(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'log.absent', status: 404 });
  await expect(stat(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'ENOENT' });
});
