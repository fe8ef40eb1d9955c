import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCondition, type Matcher } from '../core/condition/index.ts';
import { anyCondition, anyEvent, GRID_MS, START_MS, TRAITS } from '../core/condition/random.fixture.ts';
import { encodeRecord } from '../core/index.ts';
import {
  type AudienceRig,
  audienceRecord,
  namedDefinitions,
  openAudienceRig,
  plainRecord,
  productsRecord,
  SLOWEST,
  traitRecord,
} from './audiences.fixture.ts';
import { textLines } from './outbox.ts';
import { record, settingsRecord } from './partition.fixture.ts';

/** More with RAPPORT_RUNS=2000 npx vitest run src/pipeline/audiences.test.ts. */
const RUNS = Number(process.env.RAPPORT_RUNS ?? 60);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The list among the audiences that random conditions name. */
const LIST = 'list-1';

const identities = fc
  .record(
    {
      anonymous: fc.constantFrom('d1', 'd2', 'd3'),
      user: fc.constantFrom('u1', 'u2'),
      email: fc.constantFrom('a@example.com', 'b@example.com'),
    },
    { requiredKeys: ['anonymous'] },
  )
  .chain((all) =>
    // Mostly nobody is named, or all become one person at once.
    fc.constantFrom({ anonymous: all.anonymous }, { anonymous: all.anonymous }, all),
  );

/** Events on their way, some late, some sent twice. */
const batch = fc.record({
  kind: fc.constant('events' as const),
  source: fc.constantFrom('web', 'crm'),
  events: fc.array(fc.tuple(fc.nat(60), identities, anyEvent), { minLength: 1, maxLength: 4 }),
});
const pauseMs = fc.constantFrom(0, 0, GRID_MS, GRID_MS, 5 * HOUR, DAY, 9 * DAY, 400 * DAY);
const anyStep = fc.oneof(
  { weight: 10, arbitrary: batch },
  { weight: 2, arbitrary: fc.constant({ kind: 'tick' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'forget' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('define' as const),
      condition: anyCondition,
      id: fc.constantFrom('x', 'y', 'viewers'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('withdraw' as const), id: fc.constantFrom('x', 'y') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('work' as const), count: fc.constantFrom(1, 1, 2, 3, 100) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('list' as const),
      people: fc.array(fc.tuple(fc.nat(3), fc.constantFrom(null, 0, GRID_MS, 3 * DAY)), { maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('products' as const),
      product: fc.constantFrom('p1', 'p2', 'p3', '5'),
      says: fc.record(
        {
          category: fc.constantFrom('yoga', 'run', 'Yoga'),
          brand: fc.constantFrom('run', 'ä'),
          price: fc.constantFrom(12.5, 80, 24.5),
          stock: fc.constantFrom(0, 3, 7),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('trait' as const),
      trait: fc.constantFrom(
        TRAITS.orders,
        { did: { event: '*' }, measure: 'times' as const, in: { last: '2d' } },
        undefined,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('precedence' as const),
      sources: fc.constantFrom([], ['crm'], ['web', 'crm']),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), a: fc.nat(3), b: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), a: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('die' as const), turns: fc.nat(6) }) },
);
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** Conditions for which the pasts of two people have to be added up. */
const counting = fc.record({
  did: fc.record({ event: fc.constantFrom('Product Viewed', 'Order Completed', '*') }),
  times: fc.record({ atLeast: fc.integer({ min: 2, max: 4 }) }),
  in: fc.constantFrom({ last: '2d' }, { last: '1mo' }),
});

type ProductFilter = NonNullable<Matcher['products']>[number];

/** Conditions that the catalogue answers. */
const stocked = fc.record({
  did: fc.record({
    event: fc.constantFrom('Product Viewed', 'Order Completed', '*'),
    products: fc.constantFrom<ProductFilter[]>(
      [{ catalogue: 'stock', number: { above: 0 } }],
      [{ catalogue: 'price', number: { below: 50 } }],
      [
        { catalogue: 'category', text: { is: 'yoga' } },
        { product: 'quantity', number: { above: 0 } },
      ],
    ),
  }),
  in: fc.constantFrom({ last: '2d' }, { last: '1mo' }, { calendar: 'week' as const }),
  lines: fc.record({ atLeast: fc.integer({ min: 1, max: 2 }) }),
});

const story = fc.record({
  conditions: fc.array(
    fc.oneof(
      { weight: 3, arbitrary: anyCondition.filter((condition) => checkCondition(condition).length === 0) },
      { weight: 1, arbitrary: counting },
      { weight: 1, arbitrary: stocked },
      {
        weight: 1,
        arbitrary: fc
          .integer({ min: 1, max: 3 })
          .map((atLeast) => ({ trait: 'orders', number: { atLeast } })),
      },
    ),
    { minLength: 1, maxLength: 4 },
  ),
  steps: fc.array(fc.tuple(pauseMs, anyStep), { minLength: 1, maxLength: 25, size: 'max' }),
});

const LATEST = { kind: 'latest' } as const;

async function tell(rig: AudienceRig, step: Step, now: number): Promise<void> {
  switch (step.kind) {
    case 'events': {
      const header = {
        kind: 'collected',
        protocol: 'native',
        source: step.source,
        channel: 'web',
        received: now,
      } as const;
      const events = step.events.map(([id, who, event]) => ({
        id: `m${id}-${event.name}`,
        identities: who,
        type: event.type,
        name: event.name,
        time: event.time,
        properties: event.properties,
        context: event.context,
      }));
      await rig.append(
        encodeRecord(
          { ...header, channel: step.events[0]![2].channel },
          Buffer.from(JSON.stringify({ events })),
        ),
      );
      return;
    }
    case 'tick':
      await rig.append(plainRecord('tick', now));
      return;
    case 'forget':
      return rig.partition.forgetSome();
    case 'define':
      await rig.append(audienceRecord(step.id, now, { condition: step.condition }));
      return;
    case 'withdraw':
      await rig.append(audienceRecord(step.id, now, undefined));
      return;
    case 'list': {
      const people = await rig.people();
      const entries = step.people.flatMap(([i, until]) => {
        const person = people[i % Math.max(1, people.length)];
        return person ? [[person.id, until === null || until === 0 ? until : now + until]] : [];
      });
      await rig.append(plainRecord('listed', now, { list: LIST, how: 'upload', entries }));
      return;
    }
    case 'work':
      return rig.work(now, step.count);
    case 'trait':
      await rig.append(traitRecord('orders', now, step.trait));
      return;
    case 'products':
      await rig.append(productsRecord(now, { [step.product]: step.says }));
      return;
    case 'precedence': {
      const sources = [...step.sources];
      const attributePolicy = sources.length > 0 ? ({ kind: 'source-precedence', sources } as const) : LATEST;
      await rig.append(settingsRecord({ attributePolicy }, now));
      return;
    }
    case 'merge': {
      const people = await rig.people();
      const [a, b] = [people[step.a % people.length], people[step.b % people.length]];
      if (a && b) await order(rig, plainRecord('merge', now, { people: [a.id, b.id] }));
      return;
    }
    case 'unmerge': {
      const merged = (await rig.people()).filter((person) => person.merges.length > 0);
      const person = merged[step.a % Math.max(1, merged.length)];
      const absorbed = person?.merges[0]?.from;
      if (person) await order(rig, plainRecord('unmerge', now, { person: person.id, absorbed }));
      else await rig.append(plainRecord('tick', now));
      return;
    }
    case 'die':
      for (let turn = 0; turn < step.turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      await rig.die();
      rig.toAppend.length = 0;
      await rig.restart();
  }
}

/** Orders may be refused; a tick after it is waited for instead. */
async function order(rig: AudienceRig, bytes: Uint8Array): Promise<void> {
  await rig.append(bytes);
  await rig.append(plainRecord('tick', 0));
}

describe('audiences in the fold', () => {
  it(
    'are at every moment what the whole history says, whatever arrives late, merges, parts, dies or is edited',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          story,
          fc.constantFrom({}, { pace: SLOWEST }),
          async ({ conditions, steps }, pace) => {
            const rig = await openAudienceRig(undefined, pace);
            let now = START_MS + 20 * HOUR;
            for (const bytes of [productsRecord(now), ...namedDefinitions(now)]) await rig.append(bytes);
            for (const [i, condition] of conditions.entries())
              await rig.append(audienceRecord(`a${i}`, now, { condition }));
            await rig.work(now);
            for (const [pause, step] of steps) {
              now += pause;
              await tell(rig, step, now);
              expect(await rig.wrong()).toEqual([]);
            }
            await rig.work(now);
            await rig.fire();
            expect(await rig.wrong()).toEqual([]);

            const again = await openAudienceRig(rig.log, pace);
            expect(await again.stored()).toEqual(await rig.stored());
            const lines = (of: AudienceRig) => textLines(of.blocks, 'events');
            expect(lines(again)).toEqual(lines(rig));
            await Promise.all([rig.close(), again.close()]);
          },
        ),
        { numRuns: RUNS, endOnFailure: process.env.RAPPORT_NO_SHRINK !== undefined },
      );
    },
    120_000 + RUNS * 100,
  );

  it('wait together for one reading of history and one look at everybody, and not for one that is begun', async () => {
    const rig = await openAudienceRig();
    const [start, did] = [START_MS, (event: string) => ({ condition: { did: { event } } })];
    const visited = (id: string, name: string) =>
      record([{ id, name, identities: { user: 'u' }, time: start }], 'web', start);
    await rig.append(visited('1', 'Shop Visited'));
    const { book } = rig.partition;
    for (const id of ['a', 'b', 'c']) await rig.append(audienceRecord(id, start, did(`${id} Visited`)));
    await rig.append(visited('2', 'a Visited'));
    await rig.append(audienceRecord('d', start, did('Shop Visited')));
    await rig.partition.folded(rig.log.bounds(0).next - 1);
    expect([...book.fills.values()].map(({ traits }) => traits.length)).toEqual([4]);

    await rig.work(start, 1);
    await rig.append(audienceRecord('e', start, did('Nothing')));
    await rig.partition.folded(rig.log.bounds(0).next - 1);
    expect([...book.fills.values()].map(({ traits }) => traits.length)).toEqual([4, 1]);
    await rig.work(start);
    expect(book.fills.size + book.sweeps.size).toBe(0);
    expect(Object.fromEntries(book.sizes)).toEqual({ a: 1, d: 1 });
    expect(await rig.wrong()).toEqual([]);
    await rig.close();
  });

  it('say after a pause nothing of before it, also while another version is being made ready', async () => {
    const rig = await openAudienceRig();
    const start = START_MS;
    await rig.append(traitRecord('orders', start, { did: { event: 'Order Completed' }, measure: 'times' }));
    await rig.append(audienceRecord('a', start, { condition: { trait: 'orders', number: { atLeast: 1 } } }));
    await rig.work(start);
    // Without its trait the audience is paused, and asks nobody.
    await rig.append(traitRecord('orders', start, undefined));
    const bought = [{ id: '1', name: 'Order Completed', identities: { user: 'u' }, time: start }];
    await rig.append(record(bought, 'web', start));
    await rig.append(traitRecord('orders', start, { did: { event: '*' }, measure: 'times' }));
    await rig.append(plainRecord('tick', start));
    expect(await rig.wrong()).toEqual([]);
    await rig.work(start);
    expect(await rig.wrong()).toEqual([]);
    expect(rig.partition.book.sizes).toEqual(new Map([['a', 1]]));
    await rig.close();
  });

  it('let a thousand people leave at one moment, and a death in the middle neither loses nor repeats any of them', async () => {
    for (const turns of [1, 6]) {
      const rig = await openAudienceRig();
      const [start, hour] = [START_MS, 3_600_000];
      const condition = { did: { event: 'Shop Visited' }, in: { last: '1h' } };
      await rig.append(audienceRecord('a', start, { condition }));
      await rig.work(start);
      for (let from = 0; from < 1_300; from += 130) {
        const events = Array.from({ length: 130 }, (_, i) => ({
          id: `m${from + i}`,
          name: 'Shop Visited',
          identities: { user: `u${from + i}` },
          time: start,
        }));
        await rig.append(record(events, 'web', start));
      }
      await rig.append(plainRecord('tick', start));
      await rig.partition.folded(rig.log.bounds(0).next - 1);
      await rig.partition.flush();
      expect(rig.partition.book.sizes).toEqual(new Map([['a', 1_300]]));
      await rig.append(
        record([{ id: 'last', identities: { user: 'u0' }, time: start }], 'web', start + hour),
      );
      for (let tick = 0; tick < 10; tick++) await rig.append(plainRecord('tick', start + hour));
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      await rig.die();
      await rig.restart();
      expect(await rig.wrong()).toEqual([]);
      expect(rig.partition.book.sizes).toEqual(new Map());
      const again = await openAudienceRig(rig.log);
      expect(await again.stored()).toEqual(await rig.stored());
      const lines = (of: AudienceRig) => textLines(of.blocks, 'events');
      expect(lines(rig)).toEqual(lines(again));
      expect(lines(rig).filter((line) => line.includes('Audience Left'))).toHaveLength(1_300);
      await Promise.all([rig.close(), again.close()]);
    }
  }, 60_000);

  it('keep whom an event let in before the look at everybody came to her, though a death comes before she is stored', async () => {
    const rig = await openAudienceRig();
    const [start, count] = [START_MS, 400];
    const everybody = (id: string, name: string) =>
      Array.from({ length: count }, (_, i) => ({
        id: `${id}${i}`,
        name,
        identities: { user: `u${i}` },
        time: start,
      }));
    await rig.append(record(everybody('a', 'Shop Visited'), 'web', start));
    await rig.append(audienceRecord('a', start, { condition: { did: { event: 'Shop Visited' } } }));
    await rig.people();
    while (rig.partition.book.fills.size > 0) await rig.work(start, 1);
    // It is begun, and whom it will look at is read.
    await rig.work(start, 2);
    await rig.append(record(everybody('b', 'Something Else'), 'web', start));
    await rig.work(start, count - 100);
    await rig.die();
    rig.toAppend.length = 0;
    await rig.restart();
    await rig.work(start);
    expect(await rig.wrong()).toEqual([]);
    expect(rig.partition.book.sizes).toEqual(new Map([['a', count]]));
    await rig.close();
  });
});
