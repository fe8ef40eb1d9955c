import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLmdbLog } from './lmdb-log.ts';
import { logContract } from './log.contract.ts';

logContract('LMDB with LZ4', (options) => openLmdbLog({ ...options, roomBytesMin: 0 }));
logContract('LMDB uncompressed', (options) =>
  openLmdbLog({ ...options, compression: 'none', roomBytesMin: 0 }),
);

test('the space of trimmed records is used again: the file stays as long as what was kept at most', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-log-'));
  const limits = { waitingBytesMax: 2 ** 26, recordBytesMax: 2 ** 20, roomBytesMin: 0 };
  const log = await openLmdbLog({ folder, partitions: 1, compression: 'none', ...limits });
  const sizes: number[] = [];
  for (let round = 0; round < 12; round++) {
    // Lengths differ from round to round, so that holes do not simply fit what comes next.
    const lengths = Array.from({ length: 200 }, (_, i) => 500 + ((i * 7919 + round * 104_729) % 60_000));
    await Promise.all(lengths.map((length) => log.append(0, Buffer.alloc(length, 'x'))));
    await log.trim(0, log.bounds(0).next - 300);
    sizes.push((await stat(join(folder, 'data.mdb'))).size);
  }
  await log.close();
  await rm(folder, { recursive: true });
  expect(sizes.at(-1)).toBeLessThan(1.3 * sizes[3]!);
});
