import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { encodeRecord } from './core/index.ts';
import { createMemoryLog, type Log } from './engine/log/index.ts';
import { openMemoryState } from './engine/state/index.ts';
import { createLogger } from './server/index.ts';

/** A disk takes longer to read than a program to start. */
async function afterSomeTurns<T>(read: () => Promise<T>): Promise<T> {
  for (let turn = 0; turn < 50_000; turn++) await new Promise((resolve) => setImmediate(resolve));
  return read();
}

it('a program that died before it stored anything keeps the write key that it had printed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-app-'));
  const memory = createMemoryLog({ partitions: 1 });
  const log: Log = { ...memory, read: (...range) => afterSomeTurns(() => memory.read(...range)) };
  const source = { id: 'web', name: 'Web shop', channel: 'web', writeKey: 'printed', enabled: true };
  const header = { kind: 'definition', key: 'source/web', by: 'start', received: 1 } as const;
  await log.append(0, encodeRecord(header, Buffer.from(JSON.stringify(source))));
  const app = await createApp({
    config: readConfig({ RAPPORT_DATA: folder }),
    clock: { now: () => Date.now() },
    logger: createLogger('silent'),
    newWriteKey: () => 'another',
    newId: () => 'id',
    version: '0.0.0',
    overrides: { log, state: await openMemoryState() },
  });
  expect(app.sources.list().map(({ writeKey }) => writeKey)).toEqual(['printed']);
  await app.close();
  await rm(folder, { recursive: true });
});
