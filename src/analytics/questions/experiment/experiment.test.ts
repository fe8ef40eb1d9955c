import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHistory, type Happened } from '../../history.fixture.ts';
import { useTestWarehouse } from '../../warehouse.fixture.ts';
import { experiment } from './experiment.ts';
import type { ExperimentAnswer, ExperimentQuery } from './query.ts';

const test = useTestWarehouse();

const QUERY: ExperimentQuery = {
  range: { from: '2026-01-01' },
  exposure: { dimension: 'property:color', filters: [{ dimension: 'event', text: { is: 'Page Viewed' } }] },
  control: 'red',
  metrics: [{ metric: 'revenue' }, { metric: 'orders', as: 'share' }],
};

/** Of each variant the people, and the sums of both metrics, by plain loops. */
function reference(events: readonly Happened[]) {
  const variants = new Map<string, [people: number, revenue: number, buyers: number]>();
  let mixed = 0;
  for (const person of new Set(events.map((event) => event.person))) {
    const own = events.filter((event) => event.person === person);
    const shown = own.filter(
      ({ name, properties }) => name === 'Page Viewed' && properties.color !== undefined,
    );
    const colors = new Set(shown.map(({ properties }) => String(properties.color)));
    if (colors.size === 0) continue;
    if (colors.size > 1) {
      mixed++;
      continue;
    }
    const since = Math.min(...shown.map(({ time }) => time));
    const after = own.filter(({ time }) => time >= since);
    const revenue = after.reduce((sum, event) => sum + event.revenue, 0);
    const [people, total, buyers] = variants.get([...colors][0]!) ?? [0, 0, 0];
    const bought = Number(after.some(({ name }) => name === 'Order Completed'));
    variants.set([...colors][0]!, [people + 1, total + revenue, buyers + bought]);
  }
  return { variants, mixed };
}

describe('an experiment', { timeout: 120_000 }, () => {
  it('counts for each variant what its people did after they saw it first, and leaves out who saw several', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (events) => {
        await test.fill(events);
        const answer = await test.ask<ExperimentAnswer>(experiment, QUERY);
        const { variants, mixed } = reference(events);
        expect(answer.mixedPeople).toBe(mixed);
        expect(
          new Map(
            answer.variants.map(({ variant, people, results }) => [
              variant,
              [people, ...results.map(({ sum }) => sum)],
            ]),
          ),
        ).toEqual(variants);
      }),
      { numRuns: 6, seed: 12, endOnFailure: true },
    );
  });

  it('opens a variant: its people', async () => {
    const [events] = fc.sample(anyHistory, { numRuns: 1, seed: 13 });
    await test.fill(events!);
    const people = await test.peopleBehind(experiment.cell!.open(QUERY, { variant: 'red' }));
    expect(people).toHaveLength(reference(events!).variants.get('red')?.[0] ?? 0);
  });
});
