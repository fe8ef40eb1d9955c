import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conditionSql, type SqlBindings } from '../src/core/condition/index.ts';
import { type CurrentPerson, countOverrides, currentPerson } from '../src/engine/warehouse/index.ts';
import { openShop, type Shop } from '../test/app.ts';
import type { Answers } from './answers.ts';
import { readAudienceFiles } from './definitions/audience-files.ts';
import { type BroughtUp, bringUp } from './delivery/bring-up.ts';
import { openRemote } from './delivery/remote.ts';
import { demoOptions } from './options.ts';

const NOW = Date.UTC(2026, 2, 31, 10);
/** 1,000 people are 52,000 events; DEMO_TEST_PEOPLE=6000 takes the whole demo. */
const PEOPLE = Number(process.env['DEMO_TEST_PEOPLE'] ?? 1_000);
const LOAD_MS_MAX = 30_000 + PEOPLE * 60;

describe('the whole program, loaded as a retailer would load it,', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-demo-'));
  let shop: Shop;
  let up: BroughtUp;
  let answers: Answers;
  let current: CurrentPerson;

  beforeAll(async () => {
    shop = await openShop();
    shop.clock.offsetMs = NOW - Date.now();
    const began = performance.now();
    up = await bringUp({
      remote: openRemote(shop.url),
      options: demoOptions({ now: NOW, people: PEOPLE, seed: 7 }),
      deliveredUntil: 0,
      until: NOW,
      folder,
      now: () => Date.now(),
    });
    const delivered = performance.now();
    await shop.settled();
    answers = up.retailer.answers();
    current = currentPerson(await countOverrides(shop.app.warehouse));
    const seconds = (ms: number): string => (ms / 1000).toFixed(1);
    console.log(
      `${PEOPLE} people: ${up.figures.messages} messages in ${up.figures.requests} requests, delivered in ${seconds(delivered - began)} s, in the warehouse after ${seconds(performance.now() - began)} s`,
    );
  }, LOAD_MS_MAX);
  afterAll(async () => {
    await shop.close();
    rmSync(folder, { recursive: true });
  });

  const rows = async <Row>(sql: string, bindings: SqlBindings = {}): Promise<Row[]> =>
    (await shop.app.warehouse.query<Row>(sql, bindings)).rows;
  /** The person who has an identity; 0 for nobody. */
  const personOf = async (key: string): Promise<number> =>
    (await shop.app.partition.workingSet.readNode(key))?.person ?? 0;

  it.each(readAudienceFiles())('finds exactly the members of $id', async ({ id, condition }) => {
    const { sql, bindings } = conditionSql(condition, NOW, { events: current });
    const found = (await rows<{ person: number }>(sql, bindings)).map(({ person }) => person);
    const told = answers.audiences.find((audience) => audience.id === id)!.members;
    const names = new Map<number, string>();
    for (const key of told) names.set(await personOf(key), key);
    expect(names.has(0)).toBe(false);
    const members = new Set(found);
    const missing = [...names].filter(([person]) => !members.has(person)).map(([, key]) => key);
    const surplus = found.filter((person) => !names.has(person));
    expect({ id, missing, surplus }).toEqual({ id, missing: [], surplus: [] });
    if (PEOPLE >= 1_000) expect(found.length).toBeGreaterThan(0);
  });
});
