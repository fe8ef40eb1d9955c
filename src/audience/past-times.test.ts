import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Condition, compileCondition } from '../core/condition/index.ts';
import type { Event } from '../core/index.ts';
import {
  countOverrides,
  currentPerson,
  migrateWarehouse,
  openEmbeddedWarehouse,
} from '../engine/warehouse/index.ts';
import { FACT_COLUMNS, factLine } from '../profile/index.ts';
import { type HistoryEvent, traitsOfHistory } from './history.ts';
import type { PastQuestion } from './past-query.ts';
import { areTimes, entriesOfTimes, type TimesRow, timesSql } from './past-times.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 9, 24, 12);
const EVENTS = 3_000;
const FRAGMENTS = 60;
const NAMES = ['Product Viewed', "Won't \\ be", 'Order Completed', 'Another One'];

const looked: Condition = {
  sequence: [{ did: { event: 'Product Viewed' } }, { did: { event: "Won't \\ be" }, within: '2d' }],
  afterwards: { without: [{ event: 'Order Completed' }] },
  in: { last: '90d' },
};

function questionOf(condition: Condition, before: number): PastQuestion {
  return { plans: compileCondition(condition, {}).traits, before, at: NOW };
}

/** Events in no order of their times, many at the same moment, some older than any window, some of the future. */
function history(): { readonly place: number; readonly fragment: number; readonly event: Event }[] {
  return Array.from({ length: EVENTS }, (_, place) => {
    const days = (place * 7_919) % 130;
    const time = NOW + DAY - days * DAY - (place % 3) * 1_234;
    const event: Event = {
      id: `e${place}`,
      type: 'track',
      name: NAMES[(place * 31) % NAMES.length]!,
      time,
      received: time,
      source: 'shop',
      channel: 'web',
      identities: [],
      properties: {},
      context: {},
    };
    return { place, fragment: 1 + ((place * 17) % FRAGMENTS) * 1_000, event };
  });
}

it('takes only traits that are lists of the times of one kind of event', () => {
  const asks = (condition: Condition): boolean => areTimes(questionOf(condition, 1));
  expect(asks(looked)).toBe(true);
  expect(asks({ did: { event: 'Order Completed' }, in: { last: '30d' }, times: { atLeast: 2 } })).toBe(true);
  const others: Condition[] = [
    { did: { event: '*' }, in: { last: '30d' } },
    { did: { event: ['Order Completed', 'Product Viewed'] }, in: { last: '30d' } },
    {
      did: { event: 'Order Completed' },
      sum: { of: { property: 'revenue' }, above: 2 },
      in: { last: '30d' },
    },
    {
      did: { event: 'Order Completed', where: [{ property: 'coupon', text: { is: 'a' } }] },
      in: { last: '30d' },
    },
  ];
  expect(others.map((other) => [other, asks(other), asks({ all: [looked, other] })])).toEqual(
    others.map((other) => [other, false, false]),
  );
});

it('reads the same from the warehouse as event by event, also of people who are somebody else by now', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-past-'));
  const warehouse = await openEmbeddedWarehouse({ folder });
  try {
    await migrateWarehouse(warehouse, 'migrations/warehouse');
    const events = history();
    const personOf = (fragment: number): number => (fragment === 1 ? 7 : fragment + 1);
    const lines = events.map(({ place, fragment, event }) =>
      factLine(event, {
        ...{ place, person: fragment + 1, fragment, keys: [] },
        folded: { session: 0, absorbedSession: 0 },
        ...{ revenue: 0, orderCount: 0, isOrder: false, currency: '' },
      }),
    );
    await warehouse.insert('events', FACT_COLUMNS, lines);
    await warehouse.insert(
      'person_overrides',
      ['fragment', 'written_person', 'person', 'place'],
      ['1\t2\t7\t1\n'],
    );
    const question = questionOf(looked, EVENTS - 100);
    const past: HistoryEvent[] = events
      .filter(({ place }) => place < question.before)
      .map(({ fragment, event }) => ({ fragment, person: personOf(fragment), event }));
    const expected = traitsOfHistory(question.plans, past, NOW);
    expect(expected.length).toBeGreaterThan(FRAGMENTS / 2);

    const current = currentPerson(await countOverrides(warehouse));
    const found = [];
    for (const [above, upTo] of [
      [0, 20_001],
      [20_001, 1_000_000],
    ] as const) {
      const { sql, bindings } = timesSql(question, current, above, upTo);
      found.push(...entriesOfTimes(question, (await warehouse.query<TimesRow>(sql, bindings)).rows));
    }
    expect(found).toEqual(expected);
  } finally {
    await warehouse.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
