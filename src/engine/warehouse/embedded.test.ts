import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVENT_COLUMNS, eventLines } from './event-row.fixture.ts';
import { type EmbeddedWarehouse, migrateWarehouse, openClickHouse, openEmbeddedWarehouse } from './index.ts';
import { warehouseContract } from './warehouse.contract.ts';

const SERVER = process.env['RAPPORT_TEST_CLICKHOUSE'];

warehouseContract('embedded', (folder) => openEmbeddedWarehouse({ folder }));
if (SERVER) warehouseContract('server', async () => openClickHouse({ url: SERVER }));
else
  test.skip('the warehouse contract: server (set RAPPORT_TEST_CLICKHOUSE to the URL of a ClickHouse server)');

describe('the embedded warehouse', () => {
  let parent: string;
  let opened: EmbeddedWarehouse[];

  const open = async (folder = join(parent, 'data')): Promise<EmbeddedWarehouse> => {
    const warehouse = await openEmbeddedWarehouse({ folder });
    opened.push(warehouse);
    return warehouse;
  };
  const count = async (warehouse: EmbeddedWarehouse): Promise<number> =>
    (await warehouse.query<{ count: number }>('select count() as count from events')).rows[0]?.count ?? -1;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'rapport-embedded-'));
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((warehouse) => warehouse.close()));
    await rm(parent, { recursive: true, force: true });
  });

  test('a second opener is told that the folder is in use, and the first goes on', async () => {
    const first = await open();
    await expect(open()).rejects.toMatchObject({ code: 'warehouse.locked', status: 503 });
    expect((await first.health()).state).toBe('up');
  });

  test('the engine gives way to the program where both want the same core', async () => {
    const warehouse = await open();
    expect(getPriority(warehouse.pid())).toBe(Math.min(constants.priority.PRIORITY_LOW, getPriority() + 5));
  });

  test('what was written is there when it is opened again', async () => {
    const first = await open();
    await migrateWarehouse(first, 'migrations/warehouse');
    await first.insert('events', EVENT_COLUMNS, eventLines(0, 100));
    await first.close();
    // A block that a killed program left.
    const blocks = join(parent, 'data', 'blocks');
    await writeFile(join(blocks, '1-1'), 'half a ro');
    expect(await count(await open())).toBe(100);
    expect(await readdir(blocks)).toEqual([]);
  });

  test('a large block goes by a file, of which nothing is left, also when a row is refused', async () => {
    const warehouse = await open();
    await migrateWarehouse(warehouse, 'migrations/warehouse');
    const lines = eventLines(0, 3_000);
    expect(lines.join('').length).toBeGreaterThan(200_000);
    await warehouse.insert('events', EVENT_COLUMNS, lines);
    expect(await count(warehouse)).toBe(3_000);
    const refused = warehouse.insert('events', EVENT_COLUMNS, [...lines, 'no row\n']);
    await expect(refused).rejects.toMatchObject({ code: 'warehouse.query-failed' });
    expect(await count(warehouse)).toBe(3_000);
    expect(await readdir(join(parent, 'data', 'blocks'))).toEqual([]);
  });

  test('a path too long for a socket works as well', async () => {
    const warehouse = await open(join(parent, 'x'.repeat(60), 'y'.repeat(60)));
    expect((await warehouse.health()).state).toBe('up');
  });

  test('the engine killed during inserts loses nothing acknowledged, cuts no month in two, and comes back', async () => {
    const warehouse = await open();
    await migrateWarehouse(warehouse, 'migrations/warehouse');
    const months = [Date.UTC(2026, 3, 15), Date.UTC(2026, 4, 15)];
    const size = 3_000;
    const block = (from: number) =>
      eventLines(from, from + size, (place) => ({ time: months[place % 2] as number, session: from }));
    // Each goes by a file.
    expect(block(0).join('').length).toBeGreaterThan(200_000);
    const acknowledged: number[] = [];
    for (let round = 0; round < 3; round++) {
      const killed = warehouse.pid();
      let isStopped = false;
      const inserting = (async () => {
        for (let i = 0; !isStopped; i++) {
          const from = (round * 1_000 + i) * size;
          try {
            await warehouse.insert('events', EVENT_COLUMNS, block(from));
            acknowledged.push(from);
            if (i === 2) process.kill(killed ?? 0, 'SIGKILL');
          } catch (error) {
            expect(error).toMatchObject({ code: 'warehouse.unavailable', status: 503 });
            isStopped = true;
          }
        }
      })();
      await inserting;
      await expect.poll(async () => (await warehouse.health()).state, { timeout: 20_000 }).toBe('up');
      expect(warehouse.pid()).not.toBe(killed);
    }
    const { rows } = await warehouse.query<{ session: number; month: number; count: number }>(
      'select session, toMonth(time) as month, count() as count from events group by session, month',
    );
    expect(rows.every((row) => row.count === size / 2)).toBe(true);
    const whole = rows.map((row) => row.session);
    for (const from of acknowledged) expect(whole.filter((session) => session === from).length).toBe(2);
    const detached = await warehouse.query("select name from system.detached_parts where table = 'events'");
    expect(detached.rows).toEqual([]);
    expect(await readdir(join(parent, 'data', 'blocks'))).toEqual([]);
  });

  test('while the engine is away it says so, how long and how often', async () => {
    const warehouse = await open();
    process.kill(warehouse.pid() ?? 0, 'SIGKILL');
    await expect
      .poll(() => warehouse.health(), { interval: 2 })
      .toMatchObject({ state: 'down', reason: expect.stringContaining('SIGKILL'), restarts: 1 });
    await expect.poll(async () => (await warehouse.health()).state, { timeout: 20_000 }).toBe('up');
  });

  test('a query that nobody waits for any more is stopped in the engine', async () => {
    const warehouse = await open();
    const abandoned = warehouse
      .query('select count() from numbers(1000000000000) where sipHash64(number) = 1')
      .catch(() => 'gone');
    const running = async () =>
      (
        await warehouse.query<{ count: number }>(
          "select count() as count from system.processes where query like '%sipHash64%1000000000000%' or query like '%1000000000000%sipHash64%'",
        )
      ).rows[0]?.count;
    await expect.poll(running).toBeGreaterThan(1);
    await warehouse.close();
    expect(await abandoned).toBe('gone');
    const again = await open();
    expect((await again.health()).state).toBe('up');
  });

  test('the engine ends when its parent dies, and the folder is free at once', async () => {
    const folder = join(parent, 'data');
    const script = `
      import { openEmbeddedWarehouse } from '${new URL('./index.ts', import.meta.url).href}';
      openEmbeddedWarehouse({ folder: process.argv[1] }).then((w) => process.stdout.write('pid ' + w.pid() + '\\n'));`;
    const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => owner.stdout.once('data', resolve));
    owner.kill('SIGKILL');
    const next = await open(folder);
    expect((await next.health()).state).toBe('up');
  });

  test('a backup brings everything back, into another folder too', async () => {
    const warehouse = await open();
    await migrateWarehouse(warehouse, 'migrations/warehouse');
    await warehouse.insert(
      'events',
      EVENT_COLUMNS,
      eventLines(0, 1_000, (place) => ({ time: Date.UTC(2026, place % 12, 5) })),
    );
    const folder = join(parent, 'backup');
    await warehouse.backup(folder);
    await warehouse.insert('events', EVENT_COLUMNS, eventLines(1_000, 1_100));
    expect(await count(warehouse)).toBe(1_100);
    await warehouse.restore(folder);
    expect(await count(warehouse)).toBe(1_000);
    const other = await open(join(parent, 'other'));
    await other.restore(folder);
    expect(await count(other)).toBe(1_000);
    expect(await migrateWarehouse(other, 'migrations/warehouse')).toEqual([]);
    await other.insert('events', EVENT_COLUMNS, eventLines(2_000, 2_001));
    expect(await count(other)).toBe(1_001);
  });

  test('a backup that is damaged changes nothing', async () => {
    const warehouse = await open();
    await migrateWarehouse(warehouse, 'migrations/warehouse');
    await warehouse.insert('events', EVENT_COLUMNS, eventLines(0, 10));
    await expect(warehouse.restore(join(parent, 'nothing'))).rejects.toMatchObject({
      code: 'warehouse.query-failed',
    });
    expect(await count(warehouse)).toBe(10);
  });
});
