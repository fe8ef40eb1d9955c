import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrateWarehouse, openEmbeddedWarehouse, squashSessions } from '../engine/warehouse/index.ts';
import { FACT_COLUMNS } from '../profile/index.ts';
import { SESSION_COLUMNS, textLines } from './outbox.ts';
import { type Given, NOON, openRig, type Rig, settingsRecord } from './partition.fixture.ts';

const RUNS = Number(process.env.RAPPORT_TEST_RUNS ?? 100);
const MINUTE = 60_000;

const visits = fc.array(
  fc.record({ device: fc.constantFrom('a', 'b'), minute: fc.nat(400), isKnown: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 40,
  },
);

/** Events one after the other, whatever the time that they speak of. */
async function visited(
  events: readonly { device: string; minute: number; isKnown: boolean }[],
): Promise<Rig> {
  const rig = await openRig();
  // A log begins with its settings: an event at place 0 would open a session of the name that stands for none.
  await rig.append(settingsRecord({}));
  for (const [i, { device, minute, isKnown }] of events.entries()) {
    const identities: Given['identities'] = isKnown
      ? { anonymous: device, user: `u-${device}` }
      : { anonymous: device };
    await rig.send([{ id: `m${i}`, identities, time: NOON + minute * MINUTE }]);
  }
  await rig.partition.flush();
  return rig;
}

/** How many sessions the rows of the warehouse tell of, once they are written over. */
function sessionsInRows(rig: Rig): number {
  const joined = new Map(
    textLines(rig.blocks, 'sessions').map((line) => line.split('\t').slice(1, 3) as [string, string]),
  );
  const last = (session: string): string => {
    const next = joined.get(session);
    return next === undefined ? session : last(next);
  };
  const column = FACT_COLUMNS.indexOf('session');
  return new Set(textLines(rig.blocks, 'events').map((line) => last(line.split('\t')[column]!))).size;
}

async function sessionsInProfiles(rig: Rig): Promise<number> {
  const views = await Promise.all(['anonymous:a', 'anonymous:b'].map((identity) => rig.person(identity)));
  return views.reduce((sum, view) => sum + (view?.sessions.count ?? 0), 0);
}

describe('sessions in the warehouse', () => {
  it('are those of the profiles, in whatever order events arrive', async () => {
    await fc.assert(
      fc.asyncProperty(visits, async (events) => {
        const rig = await visited(events);
        expect(sessionsInRows(rig)).toBe(await sessionsInProfiles(rig));
        await rig.close();
      }),
      { numRuns: RUNS },
    );
  });

  it('become one in the rows when a late event joins them, however long the chain', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-sessions-'));
    const warehouse = await openEmbeddedWarehouse({ folder });
    try {
      await migrateWarehouse(
        warehouse,
        fileURLToPath(new URL('../../migrations/warehouse', import.meta.url)),
      );
      // Six visits fifty minutes apart; late events close the gaps from the end on.
      const minutes = [0, 50, 100, 150, 200, 250, 225, 175, 125, 75, 25];
      const rig = await visited([
        ...minutes.map((minute) => ({ device: 'a', minute, isKnown: false })),
        { device: 'b', minute: 30, isKnown: false },
      ]);
      for (const { table, lines } of rig.blocks) {
        if (table === 'sessions') await warehouse.insert('session_overrides', SESSION_COLUMNS, [lines]);
        if (table === 'events') await warehouse.insert('events', FACT_COLUMNS, [lines]);
      }
      const count = async () =>
        (await warehouse.query<{ count: number }>('select uniqExact(session) as count from events')).rows[0]!
          .count;
      expect(await count()).toBeGreaterThan(2);
      const { to } = rig.blocks.at(-1)!;
      for (let isMore = true; isMore; ) ({ isMore } = await squashSessions(warehouse, to, 2));
      expect(await count()).toBe(2);
      expect(await count()).toBe(await sessionsInProfiles(rig));
      const { rows } = await warehouse.query('select count() as count from session_overrides');
      expect(rows).toEqual([{ count: 0 }]);
      await rig.close();
    } finally {
      await warehouse.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
