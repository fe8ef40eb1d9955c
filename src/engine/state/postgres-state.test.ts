import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../../../test/postgres.ts';
import { canMount, mountSmallDisk } from '../folder/small-disk.fixture.ts';
import { COLLECTIONS, openPostgresState } from './index.ts';
import { expectNumbered, lastNumber, numberedChanges } from './numbered.fixture.ts';
import { MIGRATIONS_FOLDER, migrate } from './postgres-migrate.ts';
import { stateContract } from './state.contract.ts';

const MIGRATIONS = [
  '0001_collections.sql',
  '0002_versions-and-catalogue.sql',
  '0003_access.sql',
  '0004_drafts.sql',
];
const RETRY_MS_MAX = 20_000;
const SHORT_WAIT_MS = 50;
const SMALL_DISK_MB = 40;
const FILLER_MB = 20;

const postgres = await startPostgres();

if ('unavailable' in postgres) {
  describe('state: postgres', () => {
    test.skip(`all of it (${postgres.unavailable})`, () => undefined);
  });
} else {
  afterAll(() => postgres.stop());
  let count = 0;
  const newDatabase = (): Promise<string> => postgres.createDatabase(`state_${count++}`);

  stateContract('postgres', async () => {
    const url = await newDatabase();
    return { open: () => openPostgresState({ url }), remove: async () => undefined };
  });
  describe('state: postgres, beyond the contract', () => beyondTheContract(postgres, newDatabase));
  describe('migrations of the state', () => migrations(newDatabase));
}

function beyondTheContract(server: TestPostgres, newDatabase: () => Promise<string>): void {
  test('while the server is down every call is refused as unavailable, and works again when it is back', async () => {
    const state = await openPostgresState({ url: await newDatabase() });
    await state.commit(numberedChanges(1));
    await server.halt();
    for (const call of [
      () => state.commit(numberedChanges(2)),
      () => state.getMany('people', ['p1']),
      () => state.range('people', { limit: 1 }),
      () => state.count('people'),
    ]) {
      await expect(call()).rejects.toMatchObject({
        code: 'state.unavailable',
        status: 503,
        retryAfterSeconds: 2,
      });
    }
    await server.resume();
    await state.commit(numberedChanges(2));
    await expectNumbered(state, 2);
    await state.close();
  });

  test('opening while the server is down is refused as unavailable', async () => {
    const url = await newDatabase();
    await server.halt();
    await expect(openPostgresState({ url })).rejects.toMatchObject({
      code: 'state.unavailable',
      status: 503,
    });
    await server.resume();
    await (await openPostgresState({ url })).close();
  });

  test('every commit that resolved is there after the server crashed, and none is there in half', async () => {
    const url = await newDatabase();
    const state = await openPostgresState({ url });
    let next = 1;
    for (let round = 0; round < 3; round++) {
      let resolved = 0;
      const crash = { isDue: false };
      const writing = (async () => {
        for (;;) {
          // Four at a time, as callers that do not wait for each other.
          const numbers = [next, next + 1, next + 2, next + 3];
          await Promise.all(numbers.map((number) => state.commit(numberedChanges(number))));
          next += numbers.length;
          resolved = next - 1;
          if (resolved > (round + 1) * 100) crash.isDue = true;
        }
      })().catch((error: unknown) => expect(error).toMatchObject({ code: 'state.unavailable' }));
      await until(() => crash.isDue);
      await server.halt('immediate');
      await writing;
      await server.resume();

      const position = await retried(() => lastNumber(state));
      expect(position).toBeGreaterThanOrEqual(resolved);
      await expectNumbered(state, position);
      next = position + 1;
    }
    await state.close();
  });

  test('two processes cannot write one database', async () => {
    const url = await newDatabase();
    const first = await openPostgresState({ url });
    await expect(openPostgresState({ url, lockWaitMs: SHORT_WAIT_MS })).rejects.toMatchObject({
      code: 'state.in-use',
      status: 503,
    });
    await first.commit(numberedChanges(1));
    await first.close();
    const second = await openPostgresState({ url, lockWaitMs: SHORT_WAIT_MS });
    await expectNumbered(second, 1);
    await second.close();
  });

  test('who loses its session to another process loses the right to write', async () => {
    const url = await newDatabase();
    const first = await openPostgresState({ url, lockWaitMs: SHORT_WAIT_MS });
    await first.commit(numberedChanges(1));
    await withClient(url, async (client) => {
      await client.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database())`);
    });
    const second = await openPostgresState({ url });
    await second.commit(numberedChanges(2));
    await expect(first.commit(numberedChanges(9))).rejects.toMatchObject({ code: 'state.unavailable' });
    await expectNumbered(second, 2);
    await second.close();
    await first.commit(numberedChanges(3));
    await expectNumbered(first, 3);
    await first.close();
  });

  test('commits survive a session that is lost between them', async () => {
    const url = await newDatabase();
    const state = await openPostgresState({ url });
    await withClient(url, async (client) => {
      for (let number = 1; number <= 5; number++) {
        await retried(() => state.commit(numberedChanges(number)));
        await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`);
      }
    });
    await retried(() => expectNumbered(state, 5));
    await state.close();
  });

  test('a database that does not store UTF-8 is refused', async () => {
    const url = await newDatabase();
    await withClient(url, (client) =>
      client.query(`create database latin encoding 'LATIN1' template template0 lc_collate 'C' lc_ctype 'C'`),
    );
    const latin = url.replace(/\/\w+$/, '/latin');
    await expect(openPostgresState({ url: latin })).rejects.toMatchObject({
      code: 'state.server-unfit',
      detail: { encoding: 'LATIN1' },
    });
  });

  test.skipIf(!canMount())(
    'a full disk of the server refuses commits whole, and takes on again when there is room',
    async () => {
      const url = await newDatabase();
      const disk = await mountSmallDisk(SMALL_DISK_MB);
      onTestFinished(() => disk.remove());
      execFileSync('chown', ['postgres', disk.folder]);
      await withClient(url, async (client) => {
        await client.query(`create tablespace small location '${disk.folder}'`);
        await client.query('create database small tablespace small');
      });
      const state = await openPostgresState({ url: url.replace(/\/\w+$/, '/small') });
      await state.commit(numberedChanges(1));
      await writeFile(join(disk.folder, 'filler'), Buffer.alloc(FILLER_MB * 2 ** 20));
      // Nothing in it repeats, so that compression gains nothing.
      const noise = randomBytes(200_000).toString('hex');
      let written = 0;
      const fillUp = async (): Promise<void> => {
        for (; ; written++) await state.commit([{ collection: 'jobs', key: `j${written}`, value: noise }]);
      };
      await expect(fillUp()).rejects.toMatchObject({ code: 'state.full', status: 503, retryAfterSeconds: 2 });
      await expectNumbered(state, 1);
      expect(await state.count('jobs')).toBe(written);

      await rm(join(disk.folder, 'filler'));
      await state.commit([{ collection: 'jobs', key: 'last', value: noise }, ...numberedChanges(2)]);
      await expectNumbered(state, 2);
      await state.close();
      await withClient(url, async (client) => {
        await client.query('drop database small');
        await client.query('drop tablespace small');
      });
    },
  );

  test('commits are flushed whatever the server is set to', async () => {
    const url = await newDatabase();
    await withClient(url, (client) =>
      client.query(`alter database ${url.replace(/.*\//, '')} set synchronous_commit = off`),
    );
    const state = await openPostgresState({ url });
    await withClient(url, async (client) => {
      const before = await flushed(client);
      await state.commit(numberedChanges(1));
      expect(await flushed(client)).toBeGreaterThan(before);
    });
    await state.close();
  });
}

function migrations(newDatabase: () => Promise<string>): void {
  const open = async (url: string): Promise<void> => (await openPostgresState({ url })).close();

  test('make a table for each collection, once', async () => {
    const url = await newDatabase();
    await open(url);
    await open(url);
    await withClient(url, async (client) => {
      const tables = await client.query(
        `select tablename from pg_tables where schemaname = 'rapport' order by 1`,
      );
      expect(tables.rows.map(({ tablename }) => tablename)).toEqual([...COLLECTIONS, 'migrations'].sort());
      const { rows } = await client.query('select name, length(sha256) as digits from rapport.migrations');
      expect(rows).toEqual(MIGRATIONS.map((name) => ({ name, digits: 64 })));
    });
  });

  test('run in their order, each whole or not at all', async () => {
    const url = await newDatabase();
    const folder = await copyOfMigrations();
    await writeFile(join(folder, '0901_more.sql'), `select rapport.add_collection('more');`);
    await writeFile(join(folder, '0902_broken.sql'), `select rapport.add_collection('lost'); select 1 / 0;`);
    await withClient(url, async (client) => {
      await expect(migrate(client, folder)).rejects.toMatchObject({ code: '22012' });
      const { rows } = await client.query('select name from rapport.migrations order by 1');
      expect(rows.map(({ name }) => name)).toEqual([...MIGRATIONS, '0901_more.sql']);
      await expect(client.query('select from rapport.lost')).rejects.toMatchObject({ code: '42P01' });
      await client.query('select from rapport.more');
    });
    await expect(open(url)).rejects.toMatchObject({
      code: 'state.database-newer',
      detail: { foreign: ['0901_more.sql'] },
    });
    await rm(folder, { recursive: true });
  });

  test('are append-only: one that was changed after it ran is refused', async () => {
    const url = await newDatabase();
    await open(url);
    const folder = await copyOfMigrations();
    await writeFile(join(folder, '0001_collections.sql'), '-- Something else.');
    await withClient(url, (client) =>
      expect(migrate(client, folder)).rejects.toMatchObject({
        code: 'state.migration-changed',
        detail: { name: '0001_collections.sql' },
      }),
    );
    await rm(folder, { recursive: true });
  });
}

async function copyOfMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-migrations-'));
  await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
  return folder;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** How far the server has flushed its write-ahead log, in bytes. */
async function flushed(client: Client): Promise<number> {
  const { rows } = await client.query(
    `select pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::float8 as bytes`,
  );
  return rows[0].bytes;
}

/** Repeats a call that is refused as unavailable, as callers do, until it succeeds. */
async function retried<T>(call: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + RETRY_MS_MAX;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'state.unavailable' || performance.now() > deadline)
        throw error;
    }
  }
}

async function until(isSo: () => boolean): Promise<void> {
  await expect.poll(isSo, { timeout: RETRY_MS_MAX }).toBe(true);
}
