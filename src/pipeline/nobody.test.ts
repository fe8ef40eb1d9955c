import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { conditionSql } from '../core/condition/index.ts';
import { type Bindings, migrateWarehouse, openEmbeddedWarehouse } from '../engine/warehouse/index.ts';
import { FACT_COLUMNS } from '../profile/index.ts';
import { factPlaces, type Given, NOON, openRig } from './partition.fixture.ts';

const report = (day: number, cost: number | string): Given => ({
  id: `spring-${day}`,
  name: 'Ad Cost Reported',
  time: NOON + day * 86_400_000,
  identities: {},
  properties: { cost, clicks: 10, impressions: 1_000.5, currency: 'EUR' },
  context: { campaign: { name: 'spring', source: 'google', medium: 'cpc' } },
});

describe('an event about nobody', () => {
  it('counts once, however often it is sent and whenever the process dies, and makes no person', async () => {
    const rig = await openRig();
    await rig.send([report(0, 3), report(1, 4), report(0, 3)], 'ad');
    await rig.die();
    await rig.restart();
    await rig.send([report(1, 4), report(2, 5)], 'ad');
    await rig.partition.flush();
    await rig.die();
    await rig.restart();
    await rig.send([report(0, 3), report(2, 5)], 'ad');
    const stored = await rig.stored();
    expect(factPlaces(rig.blocks)).toHaveLength(3);
    expect(stored.filter((entry) => /^(people|identities|quarantine) /.test(entry))).toEqual([]);
    const straight = await openRig(rig.log);
    expect(stored).toEqual(await straight.stored());
    await Promise.all([rig.close(), straight.close()]);
  });

  it('is a row without a person, whose figures have columns, and whom no condition counts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-nobody-'));
    const warehouse = await openEmbeddedWarehouse({ folder });
    try {
      await migrateWarehouse(
        warehouse,
        fileURLToPath(new URL('../../migrations/warehouse', import.meta.url)),
      );
      const rig = await openRig();
      await rig.send([report(0, 3), report(1, '4.5'), report(2, 'free')], 'ad');
      await rig.send([{ id: 'v', identities: { anonymous: 'a' } }]);
      await rig.partition.flush();
      for (const { table, lines } of rig.blocks)
        if (table === 'events') await warehouse.insert('events', FACT_COLUMNS, [lines]);
      const { rows } = await warehouse.query(
        `select utm_campaign, person, sum(cost) as spent, sum(clicks) as clicked, sum(impressions) as shown
from events
where name = 'Ad Cost Reported'
group by all`,
      );
      expect(rows).toEqual([{ utm_campaign: 'spring', person: 0, spent: 7.5, clicked: 30, shown: 3_001.5 }]);
      const { sql, bindings } = conditionSql(
        { not: { did: { event: 'Order Completed' } } },
        NOON + 10 * 86_400_000,
      );
      const people = await warehouse.query<{ person: number }>(sql, bindings as Bindings);
      expect(people.rows.map(({ person }) => person)).toEqual([(await rig.person('anonymous:a'))!.id]);
      await rig.close();
    } finally {
      await warehouse.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
