import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHistory } from '../../history.fixture.ts';
import { eventsOf } from '../../scope.ts';
import { useTestWarehouse } from '../../warehouse.fixture.ts';
import { withEdges } from './edges.ts';
import { histogram } from './histogram.ts';
import type { Buckets, HistogramAnswer } from './query.ts';

const test = useTestWarehouse();

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
    const cell = histogram.cell!.open({ range: RANGE, metric: 'page-views' }, { from: 2, to: 5 });
    expect(await test.peopleMeant(cell)).toEqual(await test.peopleBehind(cell));
  });

  it('makes round buckets over all values, of whole numbers where nothing lies between', async () => {
    const edgesOf = async (buckets: Buckets, lowest: number, highest: number, isWhole = false) => {
      const events = eventsOf({ range: RANGE }, await test.frame());
      const numbers = `select toFloat64(arrayJoin([${lowest}, ${highest}])) as number`;
      const sql = withEdges(numbers, buckets, isWhole, events);
      return (await test.run<{ edges: number[] }>({ sql, bindings: events.bindings() }))[0]!.edges;
    };
    expect(await edgesOf({ count: 5 }, 3, 96)).toEqual([0, 20, 40, 60, 80]);
    expect(await edgesOf({ count: 20 }, 1, 4, true)).toEqual([1, 2, 3, 4]);
    expect(await edgesOf({ count: 10 }, 7, 7)).toEqual([7]);
    expect(await edgesOf({ count: 4 }, -0.21, 0.31)).toEqual([-0.4, -0.2, 0, 0.2]);
    expect(await edgesOf({ width: 2.5, from: 1, count: 3 }, 3, 96)).toEqual([1, 3.5, 6]);
    await expect(edgesOf({ edges: [1, 1] }, 0, 1)).rejects.toMatchObject({
      code: 'analytics.edges-unordered',
    });
  });
});
