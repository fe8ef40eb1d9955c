import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyHistory, type Happened, happened } from '../../history.fixture.ts';
import { useTestWarehouse } from '../../warehouse.fixture.ts';
import type { TableAnswer, TableQuery } from './query.ts';
import { table } from './table.ts';

const test = useTestWarehouse();

const RUNS = Number(process.env.RAPPORT_RUNS ?? 8);

const ask = (query: TableQuery): Promise<TableAnswer> => test.ask(table, query);

const distinct = (values: readonly unknown[]): number => new Set(values).size;

/** What each metric is, said in one line over a list of events. */
const REFERENCE: Readonly<Record<string, (events: readonly Happened[]) => number>> = {
  people: (events) => distinct(events.map(({ person }) => person)),
  sessions: (events) => distinct(events.flatMap(({ session }) => (session ? [session] : []))),
  events: (events) => events.length,
  orders: (events) => events.reduce((sum, { orderCount }) => sum + orderCount, 0),
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
        expect(answer.total.values.map(round)).toEqual(expected.get(''));
        expected.delete('');
        // Steps of time in which nothing happened are rows, too.
        const isSomething = ({ values }: { values: (number | null)[] }): boolean =>
          values[METRICS.indexOf('events')] !== 0;
        const found = answer.rows
          .filter(isSomething)
          .map(({ path, values }) => [`${path.length}:${path.join(' > ')}`, values.map(round)]);
        expect(new Map(found as [string, number[]][])).toEqual(expected);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it('shares amounts among product lines, and counts an event and an order once under each value', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (events) => {
        await test.fill(events);
        const answer = await ask({
          range: { from: '2026-01-01' },
          levels: [{ dimension: 'category' }],
          columns: [{ metric: 'events' }, { metric: 'orders' }, { metric: 'revenue' }, { metric: 'units' }],
        });
        const shared = new Map<string, Happened[]>();
        const amounts = new Map<string, number>();
        const pieces = new Map<string, number>();
        const firstOf = new Map<string, number>();
        for (const { orderId, place, name } of events)
          if (name === 'Order Completed')
            firstOf.set(orderId, Math.min(place, firstOf.get(orderId) ?? Infinity));
        for (const event of events) {
          const lines =
            event.lines.length > 0 ? event.lines : [{ category: '', price: 0, quantity: 0, product: '' }];
          const whole = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
          for (const category of new Set(lines.map((line) => line.category))) {
            const own = lines.filter((line) => line.category === category);
            shared.set(category, [...(shared.get(category) ?? []), event]);
            const part = own.reduce(
              (sum, { price, quantity }) =>
                sum + (whole === 0 ? 1 / lines.length : (price * quantity) / whole),
              0,
            );
            amounts.set(category, (amounts.get(category) ?? 0) + event.revenue * part);
            const isFirst = event.name === 'Order Completed' && firstOf.get(event.orderId) === event.place;
            const quantity = own.reduce((sum, line) => sum + line.quantity, 0);
            pieces.set(category, (pieces.get(category) ?? 0) + (isFirst ? quantity : 0));
          }
        }
        const expected = [...shared].map(([category, group]) => [
          category,
          [group.length, REFERENCE.orders!(group), round(amounts.get(category)!), pieces.get(category)],
        ]);
        expect(new Map(answer.rows.map(({ path, values }) => [path[0], values.map(round)]))).toEqual(
          new Map(expected as [string, number[]][]),
        );
        expect(round(answer.total.values[2]!)).toBe(round(REFERENCE.revenue!(events)));
        expect(answer.total.values[0]).toBe(events.length);
      }),
      { numRuns: 6, seed: 2 },
    );
  });
});

describe('a table of a small shop', () => {
  const day = (text: string): number => Date.parse(`${text}T10:00:00Z`);
  const order = (place: number, time: string, person: number, revenue: number, country: string) =>
    happened({
      place,
      time: day(time),
      person,
      session: person,
      name: 'Order Completed',
      orderId: `O${place}`,
      revenue,
      currency: 'EUR',
      country,
    });
  const events = [
    order(1, '2026-03-02', 1, 10, 'DE'),
    order(2, '2026-03-03', 2, 20, 'DE'),
    order(3, '2026-03-03', 3, 30, 'CH'),
    order(4, '2026-04-02', 1, 50, 'DE'),
    order(5, '2026-04-04', 4, 5, 'AT'),
    happened({ place: 6, time: day('2026-04-04'), person: 5, session: 5, country: 'AT' }),
  ];
  beforeAll(() => test.fill(events));
  const april = { from: '2026-04-01', to: '2026-04-04' };
  const march = { from: '2026-03-01', to: '2026-03-04' };

  it('reckons formulas over columns and rows', async () => {
    const { rows, total } = await ask({
      range: { from: '2026-03-01', to: '2026-04-09' },
      levels: [{ dimension: 'country', sortBy: 'value' }],
      columns: [
        { formula: 'revenue / orders' },
        { formula: 'if(revenue > 30, revenue - 30, 0 - revenue)' },
        { formula: 'revenue / total(revenue)', format: 'share' },
        { formula: 'round(column_mean(revenue), 2)' },
        { formula: 'cumulative(revenue)' },
        { formula: 'previous(revenue)' },
        { formula: '[average-order-value] ^ 2' },
        { formula: 'column_percentile(orders, 50)' },
        { formula: 'people / (orders - orders)' },
        { formula: '2 + 3 * 4 - -1' },
        { formula: 'round(t_score(revenue), 4)' },
        { formula: 'rolling_sum(orders, 2)' },
      ],
    });
    expect(rows.map(({ path, values }) => [path[0], values.map(round)])).toEqual([
      ['AT', [5, -5, round(5 / 115), 38.33, 115, 30, 25, 1, null, 15, -0.8729, 4]],
      ['CH', [30, -30, round(30 / 115), 38.33, 110, 80, 900, 1, null, 15, -0.2182, 2]],
      ['DE', [80 / 3, 50, round(80 / 115), 38.33, 80, null, (80 / 3) ** 2, 1, null, 15, 1.0911, 3]].map(
        (each) => (Array.isArray(each) ? each.map((x) => round(x as number)) : each),
      ),
    ]);
    expect(total.values[0]).toBe(23);
  });

  it('says where a formula is wrong', async () => {
    const wrong = async (formula: string) => {
      try {
        await ask({ range: april, levels: [], columns: [{ formula }] });
        return undefined;
      } catch (error) {
        const { code, detail } = error as { code: string; detail: { at: number; length: number } };
        return [code, detail.at, detail.length];
      }
    };
    expect(await wrong('revenue / / orders')).toEqual(['analytics.formula-invalid', 10, 1]);
    expect(await wrong('revenue * sales')).toEqual(['analytics.formula-invalid', 10, 5]);
    expect(await wrong('square(revenue)')).toEqual(['analytics.formula-invalid', 0, 6]);
    expect(await wrong('round(revenue, 1, 2)')).toEqual(['analytics.formula-invalid', 0, 5]);
    expect(await wrong('(revenue')).toEqual(['analytics.formula-invalid', 8, 1]);
    expect(await wrong("revenue'); drop table events")).toEqual(['analytics.formula-invalid', 7, 1]);
  });

  it('refuses more steps of time than anybody can look at, and a dimension within itself', async () => {
    const refused = (change: Partial<TableQuery>) =>
      ask({
        range: { from: '1970-01-01', to: '2200-01-01' },
        levels: [],
        columns: [{ metric: 'people' }],
        ...change,
      })
        .then(() => 'answered')
        .catch(({ code }: { code: string }) => code);
    const tooMany = 'analytics.too-many-steps';
    expect(await refused({ levels: [{ dimension: 'hour' }] })).toBe(tooMany);
    expect(await refused({ levels: [{ dimension: 'country' }, { dimension: 'day' }] })).toBe(tooMany);
    expect(await refused({ sparklines: 'day' })).toBe(tooMany);
    expect(await refused({ levels: [{ dimension: 'month' }] })).toBe('answered');
    const twice = [{ dimension: 'country' }, { dimension: 'country' }];
    expect(await refused({ levels: twice })).toBe('analytics.level-twice');
  });

  it('compares with another range, and sorts by the change', async () => {
    const { rows, total } = await ask({
      range: april,
      compare: march,
      levels: [{ dimension: 'country', sortBy: 0, sortOn: 'change', order: 'ascending' }],
      columns: [{ metric: 'revenue' }, { metric: 'people' }],
    });
    expect(
      rows.map(({ path, values, previous, changes }) => [path[0], values, previous, changes?.map(round)]),
    ).toEqual([
      ['CH', [0, 0], [30, 1], [-1, -1]],
      ['DE', [50, 1], [30, 2], [round(2 / 3), -0.5]],
      ['AT', [5, 2], [0, 0], [null, null]],
    ]);
    expect(total).toMatchObject({ values: [55, 3], previous: [60, 3] });
  });

  it('puts the steps of two ranges beside each other, and shows days on which nothing happened', async () => {
    const { rows } = await ask({
      range: april,
      compare: 'previous',
      levels: [{ dimension: 'day' }],
      columns: [{ metric: 'revenue' }],
    });
    expect(rows.map(({ path, values, previous }) => [path[0], values[0], previous?.[0]])).toEqual([
      ['2026-04-01', 0, 0],
      ['2026-04-02', 50, 0],
      ['2026-04-03', 0, 0],
      ['2026-04-04', 5, 0],
    ]);
    const other = await ask({
      range: april,
      compare: march,
      levels: [{ dimension: 'day' }],
      columns: [{ metric: 'revenue' }],
    });
    expect(other.rows.map(({ previous }) => previous?.[0])).toEqual([0, 10, 50, 0]);
  });

  it('has pages that follow each other without end, and knows how many rows there are', async () => {
    const page = async (offset: number) =>
      ask({
        range: { from: '2026-03-01' },
        levels: [{ dimension: 'country', limit: 1, offset }],
        columns: [{ metric: 'revenue' }],
      });
    const pages = await Promise.all([0, 1, 2, 3].map(page));
    expect(pages.map(({ rows }) => rows.map(({ path }) => path[0]))).toEqual([['DE'], ['CH'], ['AT'], []]);
    expect(pages[0]!.rowCount).toBe(3);
    expect(pages[1]!.total.values).toEqual([115]);
  });

  it('shows each row over time', async () => {
    const { rows, steps, total } = await ask({
      range: april,
      sparklines: 'day',
      levels: [{ dimension: 'country' }],
      columns: [{ metric: 'revenue' }],
    });
    expect(steps).toEqual(['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04']);
    expect(rows.map(({ path, sparklines }) => [path[0], sparklines])).toEqual([
      ['DE', [[0, 50, 0, 0]]],
      ['AT', [[0, 0, 0, 5]]],
    ]);
    expect(total.sparklines).toEqual([[0, 50, 0, 5]]);
  });

  it('counts for a segment of its own in each column: of people, of sessions and of events', async () => {
    const bought = { did: { event: 'Order Completed' } };
    const often = { ...bought, times: { atLeast: 2 } };
    const { total } = await ask({
      range: { from: '2026-03-01' },
      levels: [],
      columns: [
        { metric: 'revenue', segments: [{ level: 'person', condition: often }] },
        { metric: 'events', segments: [{ level: 'session', condition: bought }] },
        { metric: 'people', segments: [{ level: 'event', condition: { not: bought } }] },
        { metric: 'people' },
      ],
    });
    expect(total.values).toEqual([60, 5, 1, 5]);
  });

  it('converts amounts by the rate of their day', async () => {
    await test.fill([
      { ...order(1, '2026-03-02', 1, 10, 'CH'), currency: 'CHF' },
      { ...order(2, '2026-04-02', 1, 10, 'CH'), currency: 'CHF' },
      order(3, '2026-04-02', 1, 10, 'DE'),
    ]);
    const rates = [
      { currency: 'CHF', since: day('2026-01-01'), rate: 1.1 },
      { currency: 'CHF', since: day('2026-04-01'), rate: 1.2 },
    ];
    const query: TableQuery = { range: { from: '2026-01-01' }, levels: [], columns: [{ metric: 'revenue' }] };
    const { total } = (await table.ask(query, await test.asking({ rates }))) as TableAnswer;
    expect(total.values.map(round)).toEqual([33]);
    await test.fill(events);
  });

  it('says what was to be expected of each day, and finds the one on which something happened', async () => {
    const trend = Array.from({ length: 60 }, (_, i) => {
      const date = new Date(Date.UTC(2026, 0, 1 + i));
      const revenue = 100 + (date.getUTCDay() === 0 ? 50 : 0) + (i % 3) + (i === 55 ? 400 : 0);
      return order(i + 1, date.toISOString().slice(0, 10), i, revenue, 'DE');
    });
    await test.fill(trend);
    const { rows } = await ask({
      range: { from: '2026-02-20', to: '2026-03-01' },
      anomalies: true,
      levels: [{ dimension: 'day' }],
      columns: [{ metric: 'revenue' }],
    });
    expect(rows.filter(({ bands }) => bands![0]!.isAnomaly).map(({ path }) => path[0])).toEqual([
      '2026-02-25',
    ]);
    const sunday = rows.find(({ path }) => path[0] === '2026-02-22')!;
    expect(sunday.bands![0]!.expected).toBeGreaterThan(140);
    await test.fill(events);
  });

  it('credits a column to the values of its level by a model of its own', async () => {
    const visit = (place: number, time: string, person: number, campaign: string) =>
      happened({ place, time: day(time), person, session: place, campaign });
    await test.fill([
      visit(1, '2026-04-01', 1, 'spring'),
      visit(2, '2026-04-02', 1, 'sale'),
      order(3, '2026-04-03', 1, 90, 'DE'),
      order(4, '2026-04-03', 2, 10, 'DE'),
    ]);
    const query = {
      range: april,
      levels: [{ dimension: 'campaign', sortBy: 2 }],
      columns: [
        { metric: 'people' },
        { metric: 'revenue', attribution: { model: { model: 'first' } } },
        { metric: 'revenue', attribution: { model: { model: 'linear' }, lookback: 'person' as const } },
      ],
    };
    const { rows, total } = await test.ask<TableAnswer>(table, query);
    expect(rows.map(({ path, values }) => [path[0], values])).toEqual([
      ['sale', [1, 0, 45]],
      ['spring', [1, 90, 45]],
      ['', [2, 10, 10]],
    ]);
    expect(total.values).toEqual([2, 100, 100]);
    const cell = table.cell!.open(query, { path: ['spring'], column: 1 });
    expect(await test.peopleBehind(cell)).toEqual([1]);
    expect(await test.placesBehind(table.cell!.open(query, { path: [], column: 2 }))).toEqual([3, 4]);
    await test.fill(events);
  });

  it('reckons formulas over credited metrics, beside what reports of advertising say', async () => {
    const at = { time: day('2026-04-02'), person: 1, session: 1 };
    const report = { ...at, person: 0, session: 0, channel: 'ad' as const, name: 'Ad Cost Reported' };
    await test.fill([
      happened({ ...at, place: 1, campaign: 'spring' }),
      happened({ ...at, place: 2, campaign: 'sale', time: at.time + 1 }),
      order(3, '2026-04-03', 1, 90, 'DE'),
      order(4, '2026-04-03', 2, 10, 'DE'),
      happened({
        ...report,
        place: 5,
        campaign: 'spring',
        properties: { cost: 15, clicks: 3, currency: 'EUR' },
      }),
      happened({ ...report, place: 6, campaign: 'tv', properties: { cost: 20, currency: 'EUR' } }),
    ]);
    const linear = { model: { model: 'linear' } };
    const query = {
      range: april,
      levels: [{ dimension: 'campaign', sortBy: 1 }],
      columns: [
        { metric: 'cost' },
        { formula: 'revenue / cost', attribution: linear },
        { metric: 'return-on-ad-spend', attribution: { model: { model: 'participation' } } },
        { formula: 'orders + 0', attribution: linear },
        { metric: 'ad-clicks' },
      ],
    };
    const { rows, total } = await test.ask<TableAnswer>(table, query);
    expect(rows.map(({ path, values }) => [path[0], values])).toEqual([
      ['spring', [15, 3, 6, 0.5, 3]],
      ['tv', [20, 0, 0, 0, 0]],
      ['', [0, null, null, 1, 0]],
      ['sale', [0, null, null, 0.5, 0]],
    ]);
    expect(total.values).toEqual(
      [35, round(100 / 35), round(100 / 35), 2, 3].map((value) => expect.closeTo(value!)),
    );
    const some = { ...query, levels: [{ dimension: 'campaign', only: ['sale'] }] };
    expect((await test.ask<TableAnswer>(table, some)).total.values).toEqual([0, null, null, 0.5, 0]);
    await test.fill(events);
  });
});
