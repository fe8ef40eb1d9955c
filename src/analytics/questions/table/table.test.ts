import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyHistory, type Happened, openTestWarehouse, type TestWarehouse } from '../../history.fixture.ts';
import type { TableAnswer, TableQuery } from './query.ts';
import { table } from './table.ts';

let test: TestWarehouse;
beforeAll(async () => {
  test = await openTestWarehouse();
});
afterAll(() => test.close());

const RUNS = Number(process.env.RAPPORT_RUNS ?? 12);

async function ask(query: TableQuery): Promise<TableAnswer> {
  return (await table.ask(query, await test.asking())) as TableAnswer;
}

const distinct = (values: readonly unknown[]): number => new Set(values).size;

/** What each metric is, said in one line over a list of events. */
const REFERENCE: Readonly<Record<string, (events: readonly Happened[]) => number>> = {
  people: (events) => distinct(events.map(({ person }) => person)),
  sessions: (events) => distinct(events.flatMap(({ session }) => (session ? [session] : []))),
  events: (events) => events.length,
  orders: (events) =>
    distinct(events.flatMap(({ name, orderId }) => (name === 'Order Completed' ? [orderId] : []))),
  revenue: (events) => events.reduce((sum, { revenue }) => sum + revenue, 0),
  buyers: (events) =>
    distinct(events.flatMap(({ name, person }) => (name === 'Order Completed' ? [person] : []))),
  'events:Product Added': (events) => events.filter(({ name }) => name === 'Product Added').length,
};
const METRICS = Object.keys(REFERENCE);

/** What each dimension is of an event. */
const VALUES: Readonly<Record<string, (event: Happened) => string>> = {
  event: ({ name }) => name,
  channel: ({ channel }) => channel,
  campaign: ({ campaign }) => campaign,
  country: ({ country }) => country,
  'property:color': ({ properties }) => String(properties.color ?? ''),
  day: ({ time }) => new Date(time).toISOString().slice(0, 10),
  month: ({ time }) => `${new Date(time).toISOString().slice(0, 7)}-01`,
};

const round = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e6) / 1e6;

/** The table by plain grouping: rows by path, without order or limits. */
function reference(
  events: readonly Happened[],
  dimensions: readonly string[],
): Map<string, (number | null)[]> {
  const groups = new Map<string, Happened[]>([['', [...events]]]);
  for (const event of events)
    for (let depth = 1; depth <= dimensions.length; depth++) {
      const key = dimensions
        .slice(0, depth)
        .map((id) => VALUES[id]!(event))
        .join(' > ');
      groups.set(`${depth}:${key}`, [...(groups.get(`${depth}:${key}`) ?? []), event]);
    }
  return new Map(
    [...groups].map(([key, group]) => [key, METRICS.map((metric) => round(REFERENCE[metric]!(group)))]),
  );
}

const anyLevels = fc.uniqueArray(fc.constantFrom(...Object.keys(VALUES)), { maxLength: 3 });

describe('a table', { timeout: 120_000 }, () => {
  it('counts what a plain reckoning counts, at every depth, for people who merged and events that came late', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, anyLevels, async (events, dimensions) => {
        await test.fill(events);
        const answer = await ask({
          range: { from: '2026-01-01' },
          levels: dimensions.map((dimension) => ({ dimension, limit: 1_000 })),
          columns: METRICS.map((metric) => ({ metric })),
        });
        const expected = reference(events, dimensions);
        expect(answer.total.map(round)).toEqual(expected.get(''));
        expected.delete('');
        const found = answer.rows.map(({ path, values }) => [
          `${path.length}:${path.join(' > ')}`,
          values.map(round),
        ]);
        expect(new Map(found as [string, number[]][])).toEqual(expected);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });
});
