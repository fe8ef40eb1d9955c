import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { namesOf } from '../../../core/condition/index.ts';
import { INTERACTIVE_CHANNELS } from '../../../core/index.ts';
import { durationMs } from '../../../core/trait/index.ts';
import { anyHistory, type Happened, happened, NOW } from '../../history.fixture.ts';
import { useTestWarehouse } from '../../warehouse.fixture.ts';
import { openFallout } from './cell.ts';
import { fallout } from './fallout.ts';
import type { FalloutAnswer, FalloutQuery, Step } from './query.ts';

const test = useTestWarehouse();

const RUNS = Number(process.env.RAPPORT_RUNS ?? 10);

const ask = (query: FalloutQuery): Promise<FalloutAnswer> => test.ask(fallout, query);

const NAMES = ['Page Viewed', 'Product Viewed', 'Product Added', 'Checkout Started', 'Order Completed'];
const anyStep: fc.Arbitrary<Step> = fc
  .record({
    names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 }),
    path: fc.constantFrom<Step['path']>('eventual', 'eventual', 'next'),
    within: fc.constantFrom(undefined, undefined, '1h', '3d'),
  })
  .map(
    ({ names, path, within }) =>
      ({ any: names.map((event) => ({ event })), path, ...(within ? { within } : {}) }) as Step,
  );

/** Half of them are bounded by nothing, which is reckoned in another way. */
const anyQuery = fc.record({
  isPlain: fc.boolean(),
  steps: fc.array(anyStep, { minLength: 1, maxLength: 4 }),
  container: fc.constantFrom<'person' | 'session'>('person', 'session'),
  limit: fc.constantFrom(undefined, '2h', '6d'),
  simultaneous: fc.constantFrom<'apart' | 'in-order'>('apart', 'in-order'),
});

const byTime = (a: Happened, b: Happened): number => a.time - b.time || a.place - b.place;

/** Whether any way leads through the first steps, tried one by one. */
function reaches(hits: readonly Happened[], query: FalloutQuery, count: number): boolean {
  const limit = query.limit === undefined ? Infinity : durationMs(query.limit);
  const fits = (step: Step, { name }: Happened): boolean =>
    step.any.some((touch) => 'event' in touch && namesOf(touch).includes(name));
  const goOn = (at: number, i: number, start: number): boolean => {
    if (at === count) return true;
    const step = query.steps[at]!;
    const before = hits[i];
    const within = step.within === undefined ? Infinity : durationMs(step.within);
    return hits.some((hit, j) => {
      if (!fits(step, hit)) return false;
      if (!before) return goOn(1, j, hit.time);
      const isLater = query.simultaneous === 'in-order' ? j > i : hit.time > before.time;
      const follows = step.path === 'next' ? j === i + 1 : isLater;
      return (
        follows && hit.time - before.time <= within && hit.time - start <= limit && goOn(at + 1, j, start)
      );
    });
  };
  return goOn(0, -1, 0);
}

describe('a fallout', { timeout: 240_000 }, () => {
  it('counts whoever any way leads through the steps, within sessions and people, with limits of time', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, anyQuery, async (events, { limit: anyLimit, isPlain, ...given }) => {
        await test.fill(events);
        const limit = isPlain ? undefined : anyLimit;
        const rest = isPlain
          ? { container: given.container, steps: given.steps.map(({ any }) => ({ any })) }
          : given;
        const query: FalloutQuery = { range: { from: '2026-01-01' }, ...rest, ...(limit ? { limit } : {}) };
        // Where the very next thing is asked for, only what people do themselves are things.
        const isAsked = ({ channel }: Happened): boolean =>
          INTERACTIVE_CHANNELS.has(channel) || !query.steps.some(({ path }) => path === 'next');
        const owners = new Map<number, Happened[]>();
        for (const event of [...events].sort(byTime).filter(isAsked)) {
          const owner = rest.container === 'session' ? event.session : event.person;
          if (owner !== 0) owners.set(owner, [...(owners.get(owner) ?? []), event]);
        }
        const expected = query.steps.map(
          (_, i) => [...owners.values()].filter((hits) => reaches(hits, query, i + 1)).length,
        );
        const answer = await ask(query);
        expect(answer.groups[0]!.steps.map(({ count }) => count)).toEqual(expected);
      }),
      { numRuns: RUNS, seed: 3 },
    );
  });

  it('says the same, times included, whether nothing bounds the steps or a limit that nobody reaches', async () => {
    const anyNames = fc.array(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(anyHistory, anyNames, async (events, names) => {
        await test.fill(events);
        const steps = names.map((event) => ({ any: [{ event }] }));
        const query: FalloutQuery = { range: { from: '2026-01-01' }, steps };
        expect(await ask({ ...query, limit: '1000d' })).toEqual(await ask(query));
      }),
      { numRuns: RUNS, seed: 5 },
    );
  });

  it('opens each number, and what it means is true of the same people', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyHistory,
        fc.array(anyStep, { minLength: 2, maxLength: 3 }),
        async (events, anySteps) => {
          await test.fill(events);
          const steps = anySteps.map(({ path, ...step }) => step);
          const query: FalloutQuery = { range: { last: '30d' }, steps };
          const answer = await ask(query);
          const asking = await test.asking();
          for (const which of ['reached', 'fell-out'] as const) {
            const cell = openFallout(query, { step: 1, which });
            const people = await test.peopleBehind(cell);
            expect(await test.peopleMeant(cell), JSON.stringify(cell.meaning(asking))).toEqual(people);
            const [first, second] = answer.groups[0]!.steps;
            expect(people.length).toBe(which === 'reached' ? first!.count : first!.count - second!.count);
          }
        },
      ),
      { numRuns: RUNS, seed: 4 },
    );
  });
});

describe('a fallout of a small shop', () => {
  const MINUTE = 60_000;
  const act = (place: number, person: number, minutes: number, name: string, country = 'DE') =>
    happened({ place, person, session: person, time: NOW - 600 * MINUTE + minutes * MINUTE, name, country });
  const steps: Step[] = ['Product Viewed', 'Product Added', 'Order Completed'].map((event) => ({
    any: [{ event }],
  }));
  const query: FalloutQuery = { range: { last: '24h' }, steps };
  beforeAll(() =>
    test.fill([
      act(1, 1, 0, 'Product Viewed'),
      act(2, 1, 10, 'Product Viewed'),
      act(3, 1, 12, 'Product Added'),
      act(4, 1, 20, 'Order Completed'),
      act(5, 2, 0, 'Product Viewed', 'CH'),
      act(6, 2, 4, 'Product Added', 'CH'),
      act(7, 2, 9, 'Support Called', 'CH'),
      act(8, 3, 0, 'Product Viewed'),
      act(9, 3, 5, 'Cart Viewed'),
      act(10, 4, 0, 'Order Completed'),
      act(11, 5, 0, 'Product Added'),
      act(12, 5, 1, 'Product Viewed'),
    ]),
  );

  it('says shares, who fell out, and the median time from the nearest step before', async () => {
    const { groups } = await ask(query);
    expect(groups[0]).toEqual({
      all: 5,
      steps: [
        {
          count: 4,
          shareOfAll: 0.8,
          shareOfFirst: 1,
          shareOfPrevious: null,
          fellOut: 2,
          medianSeconds: null,
        },
        {
          count: 2,
          shareOfAll: 0.4,
          shareOfFirst: 0.5,
          shareOfPrevious: 0.5,
          fellOut: 1,
          medianSeconds: 180,
        },
        {
          count: 1,
          shareOfAll: 0.2,
          shareOfFirst: 0.25,
          shareOfPrevious: 0.5,
          fellOut: 0,
          medianSeconds: 480,
        },
      ],
    });
  });

  it('says what they did instead', async () => {
    const first = await ask({ ...query, instead: { step: 1 } });
    expect(first.instead).toEqual([
      { value: '', count: 1 },
      { value: 'Cart Viewed', count: 1 },
    ]);
    const second = await ask({ ...query, instead: { step: 2 } });
    expect(second.instead).toEqual([{ value: 'Support Called', count: 1 }]);
  });

  it('puts segments beside each other', async () => {
    const condition = { did: { event: 'Order Completed' } };
    const { groups } = await ask({ ...query, groups: [[{ level: 'person', condition }]] });
    expect(groups.map(({ all, steps }) => [all, ...steps.map(({ count }) => count)])).toEqual([
      [5, 4, 2, 1],
      [2, 1, 1, 1],
    ]);
  });

  it('takes values of dimensions for touchpoints, and says when a meaning has no words', async () => {
    const swiss: FalloutQuery = {
      ...query,
      steps: [{ any: [{ dimension: 'country', text: { is: 'CH' } }] }, steps[1]!],
    };
    const { groups } = await ask(swiss);
    expect(groups[0]!.steps.map(({ count }) => count)).toEqual([1, 1]);
    expect(openFallout(swiss, { step: 1, which: 'reached' }).meaning(await test.asking())).toHaveProperty(
      'cannot',
    );
  });

  it('takes sixty steps, with limits of time or without', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `Step ${i}`);
    await test.fill(
      many.flatMap((name, i) => [act(2 * i + 1, 1, i, name), act(2 * i + 2, 2, i === 59 ? 0 : i, name)]),
    );
    const expected = many.map((_, i) => (i === 59 ? 1 : 2));
    const steps: Step[] = many.map((event) => ({ any: [{ event }] }));
    for (const limits of [{}, { limit: '1h' }]) {
      const { groups } = await ask({ ...query, steps, ...limits });
      expect(groups[0]!.steps.map(({ count }) => count)).toEqual(expected);
    }
  });

  it('is this SQL', async () => {
    const { sql, bindings } = await openFallout(
      { ...query, steps: steps.slice(0, 2) },
      { step: 2, which: 'reached' },
    ).people(await test.asking());
    expect(sql).toMatchSnapshot();
    expect(bindings).toMatchSnapshot();
  });
});
