import { writeSync } from 'node:fs';
import { openLmdbLog } from '../lmdb-log.ts';
import { recordOf } from './record.ts';

// Appends as fast as it can until it is killed, and prints `partition position key` for every acknowledged record. The
// lines are written at once, so that whatever was acknowledged is known after the kill.
const [folder = '', round = '', trims = ''] = process.argv.slice(2);
const PARTITIONS = 2;
const WRITERS = 24;

const log = await openLmdbLog({
  folder,
  partitions: PARTITIONS,
  waitingBytesMax: 2 ** 26,
  recordBytesMax: 2 ** 20,
  roomBytesMin: 0,
});

async function write(writer: number): Promise<void> {
  for (let count = 0; ; count++) {
    const partition = writer % PARTITIONS;
    const key = `${round}-${writer}-${count}`;
    const position = await log.append(partition, recordOf(key));
    writeSync(1, `${partition} ${position} ${key}\n`);
  }
}

async function trim(): Promise<void> {
  for (;;) {
    const { next } = log.bounds(0);
    await log.trim(0, next - 300);
    await log.append(0, recordOf(`${round}-trim-${next}`));
  }
}

if (trims === 'trims') void trim();
await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
