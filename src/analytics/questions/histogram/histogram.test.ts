import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '../../../core/condition/index.ts';
import { anyHistory, openTestWarehouse, type TestWarehouse } from '../../history.fixture.ts';
import type { Statement } from '../../rows/events.ts';
import { membersSql } from '../../segment/apply.ts';
import { edgesOf } from './edges.ts';
import { histogram } from './histogram.ts';
import type { HistogramAnswer } from './query.ts';

let test: TestWarehouse;
beforeAll(async () => {
  test = await openTestWarehouse();
});
afterAll(() => test.close());

const RANGE = { from: '2026-01-01' };

describe('a histogram', { timeout: 120_000 }, () => {
  it('counts people and sessions by how much they have, as plain grouping does', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyHistory,
        fc.constantFrom('person' as const, 'session' as const),
        fc.boolean(),
        async (events, per, withNothing) => {
          await test.fill(events);
          const answer = (await histogram.ask(
            {
              range: RANGE,
              metric: 'revenue',
              per,
              buckets: { edges: [0.5, 25, 60] },
              ...(withNothing ? { withNothing: true } : {}),
            },
            await test.asking(),
          )) as HistogramAnswer;
          const sums = new Map<number, number>();
          for (const { person, session, name, revenue } of events) {
            const key = per === 'person' ? person : session;
            if (key === 0 || (!withNothing && name !== 'Order Completed')) continue;
            sums.set(key, (sums.get(key) ?? 0) + revenue);
          }
          const numbers = [...sums.values()];
          const between = (from: number, to: number): number =>
            numbers.filter((number) => number >= from && number < to).length;
          expect(answer.count).toBe(numbers.length);
          const found = answer.buckets
            .filter(({ count }) => count > 0)
            .map(({ from, count }) => [from, count]);
          const expected = [
            [null, between(-1, 0.5)],
            [0.5, between(0.5, 25)],
            [25, between(25, 60)],
            [60, between(60, 1e9)],
          ];
          expect(found).toEqual(expected.filter(([, count]) => count! > 0));
        },
      ),
      { numRuns: 5, seed: 6, endOnFailure: true },
    );
  });

  it('opens a bucket: the same people by the condition that it means', async () => {
    const [events] = fc.sample(anyHistory, { numRuns: 1, seed: 7 });
    await test.fill(events!);
    const asking = await test.asking();
    const cell = histogram.cell!.open({ range: RANGE, metric: 'page-views' }, { from: 2, to: 5 });
    const people = async (statement: unknown) =>
      (await test.run<{ person: number }>(statement as Statement)).map(({ person }) => person).sort();
    const meaning = (await cell.meaning(asking)) as Condition;
    expect(await people(membersSql(asking.frame, meaning, 'person'))).toEqual(
      await people(await cell.people(asking)),
    );
  });

  it('makes round buckets over all values, of whole numbers where nothing lies between', () => {
    const spread = { minimum: 3, maximum: 96, isWhole: false };
    expect(edgesOf({ count: 5 }, spread)).toEqual([0, 20, 40, 60, 80]);
    expect(edgesOf({ count: 20 }, { minimum: 1, maximum: 4, isWhole: true })).toEqual([1, 2, 3, 4]);
    expect(edgesOf({ width: 2.5, from: 1, count: 3 }, spread)).toEqual([1, 3.5, 6]);
  });

  it('refuses edges that do not ascend', () => {
    expect(() => edgesOf({ edges: [1, 1] }, { minimum: 0, maximum: 1, isWhole: false })).toThrow(
      expect.objectContaining({ code: 'analytics.edges-unordered' }),
    );
  });
});
