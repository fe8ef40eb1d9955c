import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EVENT_COLUMNS, eventLines } from './event-row.fixture.ts';
import {
  countOverrides,
  currentPerson,
  type EmbeddedWarehouse,
  migrateWarehouse,
  openEmbeddedWarehouse,
  squashOverrides,
} from './index.ts';

const OVERRIDE_COLUMNS = ['fragment', 'written_person', 'person', 'place'];

describe('events after merges', () => {
  let folder: string;
  let warehouse: EmbeddedWarehouse;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-squash-'));
    warehouse = await openEmbeddedWarehouse({ folder });
    await migrateWarehouse(warehouse, 'migrations/warehouse');
  });
  afterAll(async () => {
    await warehouse?.close();
    await rm(folder, { recursive: true, force: true });
  });
  /** Ten fragments of ten rows; fragment f was written for person 100 + f. Two months, two blocks. */
  beforeEach(async () => {
    await warehouse.command('truncate table events');
    await warehouse.command('truncate table person_overrides');
    for (const from of [0, 50]) {
      const lines = eventLines(from, from + 50, (place) => ({
        fragment: 1 + (place % 10),
        person: 101 + (place % 10),
        time: Date.UTC(2026, 3 + (place % 2), 20),
        properties: { category: `C${place % 10}` },
      }));
      await warehouse.insert('events', EVENT_COLUMNS, lines);
    }
  });

  const override = (fragment: number, person: number, place: number, written = 100 + fragment) =>
    warehouse.insert('person_overrides', OVERRIDE_COLUMNS, `${fragment}\t${written}\t${person}\t${place}\n`);

  /** Rows of each person, as a report sees them. */
  const seen = async (): Promise<Record<number, number>> => {
    const { from, person } = currentPerson(await countOverrides(warehouse));
    const { rows } = await warehouse.query<{ who: number; rowCount: number }>(
      `select ${person} as who, count() as rowCount from ${from} where properties.category != {none:String} group by who`,
      { none: 'x' },
    );
    return Object.fromEntries(rows.map((row) => [row.who, row.rowCount]));
  };
  const stored = async (): Promise<Record<number, number>> => {
    const { rows } = await warehouse.query<{ person: number; rowCount: number }>(
      'select person, count() as rowCount from events group by person',
    );
    return Object.fromEntries(rows.map((row) => [row.person, row.rowCount]));
  };
  const each = (ids: readonly number[]): Record<number, number> =>
    Object.fromEntries(ids.map((id) => [id, 10]));

  test('without overrides the plain table is read', () => {
    expect(currentPerson(0)).toEqual({ from: 'events', person: 'person' });
  });

  test('rows count for who they belong to now; the newest override of a fragment holds', async () => {
    await override(1, 102, 200);
    await override(3, 102, 200);
    await override(3, 103, 300);
    await override(4, 999, 300, 12345);
    expect(await seen()).toEqual({ ...each([103, 105, 106, 107, 108, 109, 110, 999]), 102: 20 });
  });

  test('squashing writes the same answer into the rows and forgets the overrides', async () => {
    await override(1, 102, 200);
    await override(3, 102, 250);
    const before = await seen();
    expect(await squashOverrides(warehouse, 250)).toEqual({ fragmentCount: 2, rowCount: 20, isMore: false });
    expect(await countOverrides(warehouse)).toBe(0);
    expect(await stored()).toEqual(before);
    expect(await seen()).toEqual(before);
    expect(await squashOverrides(warehouse, 250)).toEqual({ fragmentCount: 0, rowCount: 0, isMore: false });
  });

  test('an override that the warehouse has not caught up with stays', async () => {
    await override(1, 102, 200);
    await override(3, 102, 300);
    await override(5, 102, 200);
    await override(5, 106, 300);
    expect(await squashOverrides(warehouse, 200)).toEqual({ fragmentCount: 1, rowCount: 10, isMore: false });
    expect(await countOverrides(warehouse)).toBe(3);
    expect(await seen()).toEqual({ ...each([104, 107, 108, 109, 110]), 102: 30, 106: 20 });
  });

  test('a step is bounded and says whether there is more', async () => {
    for (const fragment of [1, 2, 3]) await override(fragment, 110, 200);
    expect(await squashOverrides(warehouse, 200, 2)).toEqual({
      fragmentCount: 2,
      rowCount: 20,
      isMore: true,
    });
    expect(await squashOverrides(warehouse, 200, 2)).toEqual({
      fragmentCount: 1,
      rowCount: 10,
      isMore: false,
    });
    expect(await stored()).toEqual({ ...each([104, 105, 106, 107, 108, 109]), 110: 40 });
  });

  test('the engine killed in the middle of squashing changes no answer, and squashing ends', async () => {
    for (let fragment = 1; fragment <= 9; fragment++) await override(fragment, 110, 200);
    const step = squashOverrides(warehouse, 200, 3).catch(() => undefined);
    await expect
      .poll(
        async () =>
          (await warehouse.query('select 1 from system.mutations').catch(() => ({ rows: [1] }))).rows.length,
        {
          interval: 1,
        },
      )
      .toBeGreaterThan(0);
    process.kill(warehouse.pid() ?? 0, 'SIGKILL');
    await step;
    await expect.poll(async () => (await warehouse.health()).state, { timeout: 20_000 }).toBe('up');
    expect(await seen()).toEqual({ 110: 100 });
    while ((await squashOverrides(warehouse, 200, 3)).fragmentCount > 0);
    expect(await stored()).toEqual({ 110: 100 });
    expect(await countOverrides(warehouse)).toBe(0);
  });
});
