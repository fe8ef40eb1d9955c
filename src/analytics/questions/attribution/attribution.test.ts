import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHistory, type Happened, happened, NOW } from '../../history.fixture.ts';
import { useTestWarehouse } from '../../warehouse.fixture.ts';
import { attribution } from './attribution.ts';
import type { AttributionAnswer, AttributionQuery, ModelChoice } from './query.ts';
import { creditsOf, referencePaths, removalsByReference } from './reference.fixture.ts';

const test = useTestWarehouse();

const RUNS = Number(process.env.RAPPORT_RUNS ?? 10);
const DAY = 86_400_000;

const ask = (query: AttributionQuery): Promise<AttributionAnswer> => test.ask(attribution, query);

const MODELS: readonly ModelChoice[] = [
  { model: 'last' },
  { model: 'first' },
  { model: 'same' },
  { model: 'linear' },
  { model: 'participation' },
  { model: 'u-shaped' },
  { model: 'j-shaped' },
  { model: 'inverse-j' },
  { model: 'time-decay' },
  { model: 'time-decay', halfLife: '36h' },
  { model: 'custom', first: 1, middle: 0, last: 0 },
  { model: 'custom', first: 0, middle: 7, last: 0 },
  { model: 'data-driven' },
  { model: 'markov' },
];

const round = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;

const person = (days: number, campaign: string, change: Partial<Happened> = {}): Happened =>
  happened({ time: NOW - days * DAY, campaign, session: 0, ...change });

/** Paid search nine days before, social six days before, e-mail and display on the day; 50 are spent. */
const WORKED: readonly Happened[] = [
  person(9, 'paid search', { place: 1 }),
  person(6, 'social', { place: 2 }),
  person(0, 'e-mail', { place: 3 }),
  person(0, 'display', { place: 4 }),
  person(0, '', { place: 5, name: 'Order Completed', orderId: 'O1', revenue: 50, currency: 'EUR' }),
];

const anyLookback = fc.constantFrom('session', 'person', '3d', '30d');

describe('attribution', { timeout: 120_000 }, () => {
  it('gives the amounts of the worked example, to the cent', async () => {
    await test.fill(WORKED);
    const { rows } = await ask({
      range: { last: '1d' },
      dimension: 'campaign',
      metrics: ['revenue'],
      models: [{ model: 'j-shaped' }, { model: 'time-decay' }],
    });
    const cents = rows.map(({ value, credits }) => [
      value,
      ...credits[0]!.map((credit) => Math.round(credit * 100) / 100),
    ]);
    expect(cents).toEqual([
      ['display', 30, 16.88],
      ['paid search', 10, 6.92],
      ['e-mail', 5, 16.88],
      ['social', 5, 9.32],
    ]);
  });

  it('credits what a plain reckoning credits, by every model and look-back, for people who merged and events that came late', async () => {
    const metrics = ['revenue', 'orders', 'events:Product Added'];
    await fc.assert(
      fc.asyncProperty(anyHistory, anyLookback, async (events, lookback) => {
        await test.fill(events);
        const answer = await ask({
          range: { from: '2026-03-10' },
          dimension: 'campaign',
          lookback,
          metrics,
          models: [...MODELS],
          limit: 1_000,
        });
        const found = new Map([
          ...answer.rows.map(({ value, credits }) => [value, credits] as const),
          ['', answer.none.credits] as const,
        ]);
        for (const [i, metric] of metrics.entries()) {
          const paths = referencePaths(events, metric, lookback, Date.parse('2026-03-10'));
          expect(round(answer.metrics[i]!.total)).toBe(
            round(paths.reduce((sum, { amount }) => sum + amount, 0)),
          );
          for (const [j, choice] of MODELS.entries()) {
            const expected =
              choice.model === 'markov'
                ? removalsByReference(events, paths, lookback, Date.parse('2026-03-10'))
                : creditsOf(paths, choice);
            const shown = [...found].map(([value, credits]) => [value, round(credits[i]![j]!)] as const);
            expect([choice, new Map(shown.filter(([, credit]) => credit !== 0))]).toEqual([
              choice,
              new Map(
                [...expected]
                  .map(([value, credit]) => [value, round(credit)] as const)
                  .filter(([, credit]) => credit !== 0),
              ),
            ]);
          }
        }
      }),
      { numRuns: RUNS, seed: 2, endOnFailure: true },
    );
  });

  it('opens a number: whose conversions they are, and which', async () => {
    await test.fill([...WORKED, person(2, 'display', { place: 9, person: 2 })]);
    const query = {
      range: { last: '1d' },
      dimension: 'campaign',
      metrics: ['revenue'],
      models: [{ model: 'first' }],
    };
    const open = async (value: string) => {
      const cell = attribution.cell!.open(query, { value, metric: 0, model: 0 });
      return [await test.peopleBehind(cell), await test.placesBehind(cell)];
    };
    expect(await open('paid search')).toEqual([[1], [5]]);
    expect(await open('display')).toEqual([[], []]);
  });

  it('puts what advertising cost beside what it brought, also where it brought nothing', async () => {
    const reported = (place: number, campaign: string, cost: number) =>
      happened({
        ...{ place, person: 0, session: 0, channel: 'ad', name: 'Ad Cost Reported', campaign },
        ...{ time: NOW - 60_000, properties: { cost, currency: 'EUR' } },
      });
    await test.fill([
      ...WORKED,
      reported(20, 'social', 3),
      reported(21, 'social', 2),
      reported(22, 'tv', 7.5),
    ]);
    const { rows, cost } = await ask({
      range: { last: '1d' },
      dimension: 'campaign',
      metrics: ['revenue'],
      models: [{ model: 'linear' }],
      costs: true,
    });
    expect(cost).toBe(12.5);
    expect(new Map(rows.map((row) => [row.value, [row.cost, row.returns![0]![0]]]))).toEqual(
      new Map<string, unknown>([
        ['paid search', [0, null]],
        ['social', [5, 2.5]],
        ['e-mail', [0, null]],
        ['display', [0, null]],
        ['tv', [7.5, 0]],
      ]),
    );
  });

  it('takes what is given back from the touches of the order, whenever it is given back', async () => {
    const changed = (place: number, days: number, name: string, change: Partial<Happened>) =>
      person(days, '', { place, name, orderId: 'O1', currency: 'EUR', ...change });
    await test.fill([
      person(45, 'early', { place: 1 }),
      changed(2, 44, 'Order Completed', { revenue: 50, orderCount: 1 }),
      person(1, 'late', { place: 3 }),
      changed(4, 0, 'Order Refunded', { revenue: -20 }),
      changed(5, 0, 'Order Cancelled', { revenue: -30, orderCount: -1 }),
      person(0, '', { place: 6, name: 'Order Refunded', orderId: 'unknown', revenue: -5, currency: 'EUR' }),
    ]);
    const query = {
      dimension: 'campaign',
      metrics: ['revenue', 'orders'],
      models: [{ model: 'last' }],
      lookback: '7d',
    };
    const recent = await ask({ ...query, range: { last: '3d' } });
    expect(recent.rows.map(({ value, credits }) => [value, credits])).toEqual([
      ['late', [[-5], [0]]],
      ['early', [[-50], [-1]]],
    ]);
    const all = await ask({ ...query, range: { last: '60d' } });
    expect(all.rows.map(({ value, credits }) => [value, credits])).toEqual([['late', [[-5], [0]]]]);
    expect(all.metrics.map(({ total }) => total)).toEqual([-5, 0]);
  });

  it('says how much had no touch at all', async () => {
    await test.fill([
      ...WORKED,
      person(0, '', { place: 8, person: 2, name: 'Order Completed', orderId: 'O2', revenue: 150 }),
    ]);
    const { metrics, none } = await ask({
      range: { last: '1d' },
      dimension: 'campaign',
      metrics: ['revenue'],
      models: [{ model: 'last' }, { model: 'same' }],
    });
    expect(metrics[0]).toMatchObject({ total: 200, withoutTouch: 150, withoutTouchShare: 0.75 });
    expect(none.credits).toEqual([[150, 200]]);
  });
});
