import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTERACTIVE_CHANNELS } from '../../../core/index.ts';
import { anyHistory } from '../../history.fixture.ts';
import { useTestWarehouse } from '../../warehouse.fixture.ts';
import { neighbours } from './neighbours.ts';

const test = useTestWarehouse();

interface Side {
  readonly values: readonly { value: string; times: number; people: number }[];
  readonly none: { readonly times: number; readonly people: number };
}

describe('next and previous items', { timeout: 120_000 }, () => {
  it('are those that a plain walk through each session meets, every time the value comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyHistory,
        fc.integer({ min: 1, max: 2 }),
        fc.boolean(),
        async (events, away, repeats) => {
          await test.fill(events);
          const query = { range: { from: '2026-01-01' }, dimension: 'page', value: '/', away, repeats };
          const answer = (await test.ask(neighbours, query)) as {
            times: number;
            next: Side;
            previous: Side;
          };
          const hits = events.filter(({ channel }) => INTERACTIVE_CHANNELS.has(channel));
          const met = new Map<string, Set<string>>();
          for (const session of new Set(hits.map((hit) => hit.session))) {
            const all = hits
              .filter((hit) => hit.session === session)
              .sort((a, b) => a.time - b.time || a.place - b.place);
            const path = repeats ? all : all.filter(({ page }, i) => page !== all[i - 1]?.page);
            for (const [i, { page, place, person }] of path.entries()) {
              if (page !== '/') continue;
              for (const [side, at] of [
                ['next', i + away],
                ['previous', i - away],
              ] as const) {
                const key = `${side} ${path[at]?.page ?? ''}`;
                met.set(key, (met.get(key) ?? new Set()).add(`${place} ${person}`));
              }
            }
          }
          const expected = new Map([...met].map(([key, times]) => [key, times.size]));
          const found = (['next', 'previous'] as const).flatMap((side) => [
            ...answer[side].values.map(({ value, times }) => [`${side} ${value}`, times] as const),
            ...(answer[side].none.times > 0 ? [[`${side} `, answer[side].none.times] as const] : []),
          ]);
          expect(new Map(found)).toEqual(expected);
          const cell = neighbours.cell!.open(query, { side: 'next', value: '/yoga' });
          expect(await test.placesBehind(cell)).toHaveLength(expected.get('next /yoga') ?? 0);
        },
      ),
      { numRuns: 5, seed: 10, endOnFailure: true },
    );
  });
});
