import { writeSync } from 'node:fs';
import { openLmdbLog } from '../lmdb-log.ts';

// Appends five records, long and short, one after the other, and says on its standard output when each begins and is done.
const log = await openLmdbLog({
  folder: process.argv[2]!,
  partitions: 1,
  waitingBytesMax: 2 ** 26,
  recordBytesMax: 2 ** 20,
});
for (const length of [10, 90_000, 1000, 5000, 10]) {
  writeSync(1, 'begin\n');
  await log.append(0, Buffer.alloc(length, 'x'));
  writeSync(1, 'done\n');
}
await log.close();
