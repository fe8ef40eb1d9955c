import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Log } from './log.ts';

export interface ContractOptions {
  /** Empty; the same one again means the same log. */
  readonly folder: string;
  readonly partitions: number;
  readonly waitingBytesMax: number;
  readonly recordBytesMax: number;
}

export interface ContractSkip {
  readonly test: string;
  readonly reason: string;
}

const KB = 1024;

/** What every adapter of the log promises; `open` is called again with the same folder to open the same log again. */
export function logContract(
  name: string,
  open: (options: ContractOptions) => Promise<Log>,
  { skip = [] }: { readonly skip?: readonly ContractSkip[] } = {},
): void {
  describe(`the log contract: ${name}`, () => {
    let parent: string;
    let opened: Log[];

    beforeEach(async () => {
      parent = await mkdtemp(join(tmpdir(), 'rapport-log-'));
      opened = [];
    });
    afterEach(async () => {
      await Promise.all(opened.map((log) => log.close()));
      await rm(parent, { recursive: true, force: true });
    });

    async function openLog(options: Partial<ContractOptions> = {}): Promise<Log> {
      const limits = { partitions: 2, waitingBytesMax: 8 * KB * KB, recordBytesMax: KB * KB };
      const log = await open({ folder: join(parent, 'log'), ...limits, ...options });
      opened.push(log);
      return log;
    }

    function promise(title: string, run: () => Promise<void>): void {
      const skipped = skip.find((one) => one.test === title);
      if (skipped) test.skip(`${title} (${skipped.reason})`, run);
      else test(title, run);
    }

    promise('records get positions from 0 on without gaps, each partition by itself', async () => {
      const log = await openLog();
      const positions = [];
      for (const partition of [0, 0, 1, 0, 1]) positions.push(await log.append(partition, bytesOf('x')));
      expect(positions).toEqual([0, 1, 0, 2, 1]);
      expect(log.partitions).toBe(2);
    });

    promise('records of one caller that does not wait keep their order', async () => {
      const log = await openLog();
      const texts = Array.from({ length: 500 }, (_, i) => `record ${i}`);
      const positions = await Promise.all(texts.map((text) => log.append(0, bytesOf(text))));
      expect(positions).toEqual(texts.map((_, i) => i));
      expect(textsOf(await log.read(0, 0, 1000, 8 * KB * KB))).toEqual(texts);
    });

    promise('what was read is what was appended, of any length and content', async () => {
      const log = await openLog();
      const records = [0, 1, 3, 700, 4090, 4096, 90_000, 1_000_000].map(noise);
      for (const record of records) await log.append(1, record);
      const read = await log.read(1, 0, 100, 64 * KB * KB);
      expect(read.map((one) => Buffer.from(one.bytes).equals(records[one.position]!))).toEqual(
        records.map(() => true),
      );
    });

    promise('a caller may use its buffer again once the append is acknowledged', async () => {
      const log = await openLog();
      const buffer = bytesOf('first');
      await log.append(0, buffer);
      buffer.fill(0);
      const [record] = await log.read(0, 0, 1, KB);
      expect(textsOf([record!])).toEqual(['first']);
      await log.append(0, bytesOf('second'));
      await log.read(0, 1, 1, KB);
      expect(textsOf([record!])).toEqual(['first']);
    });

    promise('a read stops at the number of records', async () => {
      const log = await openLog();
      await Promise.all(['a', 'b', 'c', 'd'].map((text) => log.append(0, bytesOf(text))));
      expect(textsOf(await log.read(0, 1, 2, KB))).toEqual(['b', 'c']);
    });

    promise('a read stops at about the number of bytes, and gives at least one record', async () => {
      const log = await openLog();
      await Promise.all(Array.from({ length: 50 }, () => log.append(0, Buffer.alloc(10 * KB))));
      expect(await log.read(0, 0, 100, 1)).toHaveLength(1);
      const some = await log.read(0, 0, 100, 100 * KB);
      expect(some.length).toBeGreaterThanOrEqual(10);
      expect(some.length).toBeLessThanOrEqual(11);
    });

    promise('a read at the end or behind it is empty', async () => {
      const log = await openLog();
      await log.append(0, bytesOf('a'));
      expect(await log.read(0, 1, 10, KB)).toEqual([]);
      expect(await log.read(0, 99, 10, KB)).toEqual([]);
      expect(await log.read(1, 0, 10, KB)).toEqual([]);
    });

    promise('bounds tell the first and next position and grow with what is stored', async () => {
      const log = await openLog();
      expect(log.bounds(0)).toEqual({ first: 0, next: 0, bytes: 0 });
      await log.append(0, noise(100 * KB));
      await log.append(0, noise(100 * KB));
      expect(log.bounds(0)).toEqual({ first: 0, next: 2, bytes: expect.any(Number) });
      expect(log.bounds(0).bytes).toBeGreaterThanOrEqual(200 * KB);
      expect(log.bounds(1)).toEqual({ first: 0, next: 0, bytes: 0 });
    });

    promise('a listener hears how far a partition came, and nothing after it stopped', async () => {
      const log = await openLog();
      const heard: [number, number][] = [];
      const stop = log.onAppend((partition, next) => heard.push([partition, next]));
      await log.append(1, bytesOf('a'));
      await log.append(1, bytesOf('b'));
      await expect
        .poll(() => heard)
        .toEqual([
          [1, 1],
          [1, 2],
        ]);
      stop();
      await log.append(1, bytesOf('c'));
      expect(await log.read(1, 2, 1, KB)).toHaveLength(1);
      expect(heard).toHaveLength(2);
    });

    promise('a listener can read what it was told of', async () => {
      const log = await openLog();
      const read = new Promise((resolve) => {
        log.onAppend((partition, next) => resolve(log.read(partition, next - 1, 1, KB)));
      });
      await log.append(0, bytesOf('news'));
      expect(textsOf((await read) as never)).toEqual(['news']);
    });

    promise('more waiting bytes than allowed are refused with log.busy, and the rest is kept', async () => {
      const log = await openLog({ waitingBytesMax: 100 * KB });
      const settled = await Promise.allSettled(
        Array.from({ length: 20 }, () => log.append(0, Buffer.alloc(10 * KB))),
      );
      const refused = settled.filter((one) => one.status === 'rejected').map((one) => one.reason);
      expect(refused).toHaveLength(10);
      expect(refused[0]).toMatchObject({ code: 'log.busy', status: 429, retryAfterSeconds: 1 });
      expect(log.bounds(0).next).toBe(10);
      expect(await log.append(0, bytesOf('later'))).toBe(10);
    });

    promise('a record above the limit is refused with log.record-too-large', async () => {
      const log = await openLog({ recordBytesMax: 10 });
      await expect(log.append(0, Buffer.alloc(11))).rejects.toMatchObject({
        code: 'log.record-too-large',
        status: 413,
      });
      expect(await log.append(0, Buffer.alloc(10))).toBe(0);
    });

    promise('trimmed records are refused with log.trimmed, the others keep their positions', async () => {
      const log = await openLog();
      await Promise.all(
        Array.from({ length: 1000 }, (_, i) => log.append(0, bytesOf(`${i} ${'.'.repeat(900)}`))),
      );
      const { bytes } = log.bounds(0);
      await log.trim(0, 900);
      expect(log.bounds(0)).toEqual({ first: 900, next: 1000, bytes: expect.any(Number) });
      expect(log.bounds(0).bytes).toBeLessThan(bytes / 4);
      await expect(log.read(0, 899, 1, KB)).rejects.toMatchObject({ code: 'log.trimmed', status: 410 });
      expect((await log.read(0, 900, 1, KB))[0]?.position).toBe(900);
      expect(log.bounds(1)).toEqual({ first: 0, next: 0, bytes: 0 });
    });

    promise('a trim goes no further than the end and never back', async () => {
      const log = await openLog();
      for (const text of ['a', 'b', 'c']) await log.append(0, bytesOf(text));
      await log.trim(0, 2);
      await log.trim(0, 1);
      expect(log.bounds(0)).toMatchObject({ first: 2, next: 3 });
      await log.trim(0, 99);
      expect(log.bounds(0)).toEqual({ first: 3, next: 3, bytes: 0 });
      expect(await log.append(0, bytesOf('d'))).toBe(3);
      expect(textsOf(await log.read(0, 3, 10, KB))).toEqual(['d']);
    });

    promise('a reader that a trim overtakes gets whole stretches or log.trimmed, nothing else', async () => {
      const log = await openLog();
      await Promise.all(Array.from({ length: 3000 }, (_, i) => log.append(0, bytesOf(`record ${i}`))));
      let isTrimmed = false;
      const trimming = log.trim(0, 3000).finally(() => {
        isTrimmed = true;
      });
      while (!isTrimmed) {
        await new Promise((resolve) => setImmediate(resolve));
        const { first } = log.bounds(0);
        const reads = await Promise.allSettled(
          [first, first + 250, first + 260].map((from) => log.read(0, from, 40, KB)),
        );
        for (const [index, read] of reads.entries()) {
          if (read.status === 'rejected') expect(read.reason).toMatchObject({ code: 'log.trimmed' });
          else {
            const from = [first, first + 250, first + 260][index]!;
            expect(textsOf(read.value)).toEqual(read.value.map((_, i) => `record ${from + i}`));
          }
        }
      }
      await trimming;
    });

    promise('appends go on while a long stretch is trimmed', async () => {
      const log = await openLog();
      await Promise.all(Array.from({ length: 2000 }, () => log.append(0, bytesOf('old'))));
      let isTrimmed = false;
      const trimming = log.trim(0, 2000).then(() => {
        isTrimmed = true;
      });
      const during = await log.append(0, bytesOf('new'));
      expect([during, isTrimmed]).toEqual([2000, false]);
      await trimming;
      expect(log.bounds(0)).toMatchObject({ first: 2000, next: 2001 });
    });

    promise('a partition that does not exist is a mistake of ours', async () => {
      const log = await openLog();
      await expect(log.append(2, bytesOf('x'))).rejects.toThrow(RangeError);
      expect(() => log.bounds(-1)).toThrow(RangeError);
    });

    promise('close waits for what was appended before it, and refuses what comes after', async () => {
      const log = await openLog();
      const before = Promise.all(Array.from({ length: 50 }, () => log.append(0, noise(5000))));
      const closing = log.close();
      const after = log.append(0, bytesOf('late'));
      await expect(after).rejects.toMatchObject({ code: 'log.closed', status: 503 });
      expect(await before).toHaveLength(50);
      await closing;
    });

    promise('a log that is opened again has every record, its bounds and its next position', async () => {
      const log = await openLog();
      for (let i = 0; i < 20; i++) await log.append(0, bytesOf(`record ${i}`));
      for (let i = 0; i < 5; i++) await log.append(1, bytesOf(`other ${i}`));
      await log.trim(0, 7);
      await log.trim(1, 5);
      const bounds = [log.bounds(0), log.bounds(1)];
      await log.close();
      const again = await openLog();
      expect([again.bounds(0), again.bounds(1)]).toEqual(bounds);
      expect(textsOf(await again.read(0, 7, 100, KB))).toEqual(
        Array.from({ length: 13 }, (_, i) => `record ${i + 7}`),
      );
      expect(await again.append(0, bytesOf('next'))).toBe(20);
      expect(await again.append(1, bytesOf('next'))).toBe(5);
    });

    promise('a backup taken under load opens as a log without gaps up to some moment', async () => {
      const log = await openLog();
      for (let i = 0; i < 200; i++) await log.append(0, bytesOf(`record ${i} ${'.'.repeat(3000)}`));
      await log.trim(0, 50);
      const folder = join(parent, 'backup');
      let isDone = false;
      let count = 200;
      const backup = log.backup(folder).finally(() => {
        isDone = true;
      });
      while (!isDone) await log.append(0, bytesOf(`record ${count++} ${'.'.repeat(3000)}`));
      await backup;

      const copy = await openLog({ folder });
      const { first, next } = copy.bounds(0);
      expect(first).toBe(50);
      expect(next).toBeGreaterThanOrEqual(200);
      expect(next).toBeLessThanOrEqual(count);
      const texts = textsOf(await copy.read(0, 50, 100_000, 64 * KB * KB)).map((text) => text.trimEnd());
      expect(texts.map((text) => text.split(' ')[1])).toEqual(
        Array.from({ length: next - 50 }, (_, i) => `${i + 50}`),
      );
      expect(await copy.append(0, bytesOf('on'))).toBe(next);
    });

    promise('a backup into a folder with something in it is refused', async () => {
      const log = await openLog();
      await log.append(0, bytesOf('a'));
      await log.backup(join(parent, 'backup'));
      await expect(log.backup(join(parent, 'backup'))).rejects.toMatchObject({
        code: 'log.folder-not-empty',
        status: 409,
      });
    });
  });
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text);
}

function textsOf(records: readonly { readonly bytes: Uint8Array }[]): string[] {
  return records.map((record) => Buffer.from(record.bytes).toString());
}

/** Bytes that no compression makes smaller; the same for the same length. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = length + 1;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}
