import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import type { ProfileView } from '../src/profile/index.ts';
import { createLogger } from '../src/server/index.ts';
import { startPostgres } from './postgres.ts';

const postgres = await startPostgres();
afterAll(async () => {
  if ('url' in postgres) await postgres.stop();
});
const title = 'the whole program runs on PostgreSQL, stops, and finds everybody again';

it.skipIf('unavailable' in postgres)(
  'unavailable' in postgres ? `${title} (${postgres.unavailable})` : title,
  async () => {
    if ('unavailable' in postgres) return;
    const folder = await mkdtemp(join(tmpdir(), 'rapport-postgres-'));
    const url = await postgres.createDatabase('rapport_app');
    let made = 0;
    const open = () =>
      createApp({
        config: readConfig({
          RAPPORT_DATA: folder,
          RAPPORT_STATE: url,
          RAPPORT_PORT: '0',
          RAPPORT_STOP_TIME: '1s',
        }),
        clock: { now: () => Date.now() },
        logger: createLogger('silent'),
        newWriteKey: () => 'a-write-key-for-tests',
        newId: () => `id${++made}`,
        version: 'test',
      });
    const read = async (at: string) =>
      (await (await fetch(`${at}/api/people?identity=user:u1`)).json()) as ProfileView;

    let app = await open();
    let at = await app.server.listen({ host: '127.0.0.1', port: 0 });
    const batch = Array.from({ length: 50 }, (_, i) => ({
      type: 'track',
      event: 'Order Completed',
      messageId: `m${i}`,
      anonymousId: 'a1',
      userId: 'u1',
      properties: { order_id: `o${i}`, revenue: 2.5, currency: 'EUR', note: 'with a \u0000 in it' },
    }));
    const sent = await fetch(`${at}/v1/batch`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('a-write-key-for-tests:').toString('base64')}` },
      body: JSON.stringify({ batch }),
    });
    expect(sent.status).toBe(200);
    await app.partition.folded(app.log.bounds(0).next - 1);
    const before = await read(at);
    expect(before.purchases).toMatchObject({ count: 50, revenue: { EUR: 125 } });
    await app.close();

    app = await open();
    at = await app.server.listen({ host: '127.0.0.1', port: 0 });
    expect(await read(at)).toEqual(before);
    const { rows } = await app.warehouse.query<{ orders: number }>('select count() as orders from events');
    expect(rows).toEqual([{ orders: 50 }]);
    await app.close();
    await rm(folder, { recursive: true, force: true });
  },
);
