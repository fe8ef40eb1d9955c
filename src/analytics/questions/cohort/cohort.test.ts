import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHistory, type Happened, happened } from '../../history.fixture.ts';
import { useTestWarehouse } from '../../warehouse.fixture.ts';
import { cohort } from './cohort.ts';
import type { CohortAnswer, CohortQuery } from './query.ts';

const test = useTestWarehouse();

const RUNS = Number(process.env.RAPPORT_RUNS ?? 12);
const WEEK = 7 * 86_400_000;
/** A Monday. */
const START = Date.parse('2026-02-23');
const WEEKS = 7;

const ask = (query: CohortQuery): Promise<CohortAnswer> => test.ask(cohort, query);

interface Choice {
  readonly isRolling: boolean;
  readonly shows: 'retention' | 'churn';
  readonly hasLatency: boolean;
  readonly byCountry: boolean;
}

const weekOf = ({ time }: Happened): number => Math.floor((time - START) / WEEK);
/** Included: spent at least 10 in a week. Came back: looked at something. */
const isIn = (events: readonly Happened[]): boolean =>
  events.reduce((sum, { revenue }) => sum + revenue, 0) >= 10;
const isBack = (events: readonly Happened[]): boolean => events.some(({ name }) => name === 'Page Viewed');
const counts = ({ name }: Happened): boolean => name === 'Order Completed';

/** Sizes and counts by plain loops over people and weeks: `cohort offset` to [size, people]. */
function reference(events: readonly Happened[], choice: Choice): Map<string, [number, number]> {
  const cells = new Map<string, [number, number]>();
  const add = (key: string, isCounted: boolean): void => {
    const [size, people] = cells.get(key) ?? [0, 0];
    cells.set(key, [size + 1, people + Number(isCounted)]);
  };
  for (const person of new Set(events.map((event) => event.person))) {
    const weeks = Array.from({ length: WEEKS }, (_, week) =>
      events.filter((event) => event.person === person && weekOf(event) === week),
    );
    const first = weeks.findIndex(isIn);
    if (first < 0) continue;
    const [began] = weeks[first]!.filter(counts).sort((a, b) => a.time - b.time || a.place - b.place);
    const name = choice.byCountry
      ? began!.country
      : new Date(START + first * WEEK).toISOString().slice(0, 10);
    for (let week = choice.hasLatency ? 0 : first + 1; week < WEEKS; week++) {
      if (week === first) continue;
      const between = weeks.slice(Math.min(week, first + 1), week > first ? week + 1 : first);
      const came = choice.isRolling ? between.every(isBack) : isBack(weeks[week]!);
      add(`${name} ${week - first}`, choice.shows === 'churn' ? !came : came);
    }
  }
  return cells;
}

const anyChoice: fc.Arbitrary<Choice> = fc.record({
  isRolling: fc.boolean(),
  shows: fc.constantFrom('retention' as const, 'churn' as const),
  hasLatency: fc.boolean(),
  byCountry: fc.boolean(),
});

describe('cohorts', { timeout: 120_000 }, () => {
  it('count who a plain walk through the weeks counts: thresholds of revenue, rolling, churn, latency, by dimension', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, anyChoice, async (events, choice) => {
        await test.fill(events);
        const { rows } = await ask({
          range: { from: '2026-02-23' },
          unit: 'week',
          inclusion: [{ metric: 'revenue', number: { atLeast: 10 } }],
          return: [{ metric: 'page-views' }],
          shows: choice.shows,
          ...(choice.isRolling ? { isRolling: true } : {}),
          ...(choice.hasLatency ? { hasLatency: true } : {}),
          ...(choice.byCountry ? { by: { dimension: 'country' } } : {}),
        });
        const found = rows.flatMap((row) =>
          row.cells.map(({ offset, size, people }) => [`${row.cohort} ${offset}`, [size, people]] as const),
        );
        expect(new Map(found)).toEqual(reference(events, choice));
      }),
      { numRuns: RUNS, seed: 4, endOnFailure: true },
    );
  });

  it('marks periods that are not over, and those of which the range has a part only', async () => {
    await test.fill([happened({ time: Date.parse('2026-03-18'), name: 'Order Completed', orderId: 'O1' })]);
    const { periods, rows } = await ask({
      range: { from: '2026-03-18' },
      unit: 'week',
      inclusion: [{ metric: 'orders' }],
    });
    expect(periods).toEqual(['2026-03-16', '2026-03-23', '2026-03-30', '2026-04-06']);
    expect(rows[0]).toMatchObject({ cohort: '2026-03-16', size: 1, isComplete: false });
    expect(rows[0]!.cells.map(({ isComplete }) => isComplete)).toEqual([true, true, false]);
  });

  it('opens a cell: the same people by the condition that it means', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyHistory,
        anyChoice,
        fc.integer({ min: -3, max: 3 }),
        async (events, choice, offset) => {
          await test.fill(events);
          const query = {
            range: { from: '2026-03-02' },
            unit: 'week',
            inclusion: [{ metric: 'people:Page Viewed' }],
            return: [{ metric: 'orders' }],
            shows: choice.shows,
            ...(choice.isRolling ? { isRolling: true } : {}),
            hasLatency: true,
          };
          for (const name of ['2026-03-09', '2026-03-16', '2026-03-23']) {
            const cell = cohort.cell!.open(query, { cohort: name, ...(offset === 0 ? {} : { offset }) });
            const meant = await test.peopleMeant(cell);
            if (typeof meant === 'string') continue;
            expect(meant).toEqual(await test.peopleBehind(cell));
          }
        },
      ),
      { numRuns: 3, seed: 5, endOnFailure: true },
    );
  });
});
