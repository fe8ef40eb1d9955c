import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHistory, type Happened } from '../../history.fixture.ts';
import { useTestWarehouse } from '../../warehouse.fixture.ts';
import { overlap } from './overlap.ts';
import type { OverlapAnswer, OverlapQuery } from './query.ts';

const test = useTestWarehouse();

const NAMES = ['Order Completed', 'Product Added', 'Email Clicked', 'Checkout Started'];
const QUERY: OverlapQuery = {
  range: { from: '2026-01-01' },
  sets: NAMES.map((event) => ({ level: 'person', condition: { did: { event } } })),
  metrics: ['people', 'page-views', 'people:Page Viewed'],
};

/** People and page views of those who did all of `sets`, and none of the others where that is asked. */
function reference(events: readonly Happened[], sets: readonly number[], isOnly: boolean): number[] {
  const did = (person: number, name: string): boolean =>
    events.some((event) => event.person === person && event.name === name);
  const within = (person: number): boolean =>
    NAMES.every((name, i) => (sets.includes(i) ? did(person, name) : !isOnly || !did(person, name)));
  const inside = events.filter(({ person }) => within(person));
  const views = inside.filter(({ name }) => name === 'Page Viewed');
  const people = (list: readonly Happened[]): number => new Set(list.map(({ person }) => person)).size;
  return [people(inside), views.length, people(views)];
}

describe('an overlap of segments', { timeout: 120_000 }, () => {
  it('gives all sixteen regions of four segments as plain sets do', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (events) => {
        await test.fill(events);
        const { regions } = await test.ask<OverlapAnswer>(overlap, QUERY);
        expect(regions).toHaveLength(16);
        for (const { sets, inAll, inOnly } of regions)
          expect({ sets, inAll, inOnly }).toEqual({
            sets,
            inAll: reference(events, sets, false),
            inOnly: reference(events, sets, true),
          });
      }),
      { numRuns: 4, seed: 8, endOnFailure: true },
    );
  });

  it('opens a region: the same people by the condition that it means', async () => {
    const [events] = fc.sample(anyHistory, { numRuns: 1, seed: 9 });
    await test.fill(events!);
    for (const region of [{ sets: [0] }, { sets: [1], isOnly: true }, { sets: [0, 1] }]) {
      const cell = overlap.cell!.open(QUERY, { ...region, metric: 2 });
      expect(await test.peopleMeant(cell)).toEqual(await test.peopleBehind(cell));
    }
    const filters = [{ dimension: 'country', text: { is: 'DE' } }];
    const filtered = overlap.cell!.open({ ...QUERY, filters }, { sets: [0] });
    expect(await test.peopleMeant(filtered)).toEqual(expect.any(String));
  });
});
