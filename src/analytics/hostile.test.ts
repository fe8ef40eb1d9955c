import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../core/index.ts';
import { QUESTIONS } from './questions.ts';
import type { Statement } from './rows/events.ts';
import { frameOf } from './warehouse.fixture.ts';

/** Stands in every hostile text, so that it is found wherever it gets to. */
const MARK = 'zqx';
const HOSTILE = [
  `${MARK}') or 1 = 1 --`,
  `${MARK}\\') union all select 1`,
  `${MARK}"; drop table events; --`,
  `${MARK}\`, (select * from events), \``,
  `{${MARK}:String}`,
  `{p0:String} ${MARK}`,
  `${MARK}/* */`,
  `${MARK}\n\u0000\u2028`,
  `__proto__ ${MARK}`,
];

const frame = frameOf({
  zone: `Europe/${MARK}'`,
  rates: [{ currency: `${MARK}'`, since: 0, rate: 1 }],
  audiences: () => ({ list: true }),
  definition: (key) =>
    key.startsWith('metric/') ? { name: MARK, format: 'count', formula: 'events' } : undefined,
});
const calendarOnly = { ...frame, zone: 'UTC' };

const hostile = fc.constantFrom(...HOSTILE);
const text = fc.oneof(hostile, fc.constantFrom('revenue', 'people'));
const condition = fc.oneof(
  { weight: 3, arbitrary: hostile.map((event) => ({ did: { event } })) },
  hostile.map((event) => ({ did: { event } })),
  hostile.map((is) => ({ did: { event: 'Page Viewed', where: [{ property: 'color', text: { is } }] } })),
  hostile.map((is) => ({ attribute: 'tier', text: { anyOf: [is] } })),
  hostile.map((property) => ({ did: { event: 'Page Viewed', where: [{ property, exists: true }] } })),
  hostile.map((member) => ({ member })),
);
const dimension = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      'campaign',
      'day',
      'category',
      'marketing-channel',
      'audience',
      'property:color',
    ),
  },
  hostile,
  fc
    .tuple(
      fc.constantFrom(
        'property',
        'context',
        'attribute',
        'member',
        'catalogue',
        'derived',
        'session-first',
        'person-last',
        'segment',
      ),
      hostile,
    )
    .map(([family, argument]) => `${family}:${argument}`),
);
const filters = fc.array(fc.record({ dimension, text: fc.record({ is: hostile }) }), { maxLength: 2 });
const segments = fc.array(
  fc.oneof(
    fc.record({ level: fc.constantFrom('person', 'session', 'event'), condition }),
    fc.record({ audience: text }),
    fc.record({ segment: text }),
  ),
  { maxLength: 2 },
);
const scope = {
  range: fc.constantFrom(
    { last: '7d' },
    { last: '7d' },
    { calendar: 'month' },
    { from: `2026-01-01${MARK}` },
  ),
  segments,
  filters,
};
const metric = fc.oneof(
  fc.constantFrom('revenue', 'people', 'orders'),
  hostile.map((name) => `events:${name}`),
  hostile,
  hostile.map((path) => `sum:${path}`),
);
const formula = fc.oneof(
  hostile,
  hostile.map((name) => `[events:${name}]`),
  hostile.map((id) => `within(revenue, "${id}")`),
  hostile.map((x) => `round(revenue, ${x})`),
);
const criteria = fc.array(
  fc.oneof(
    fc.record({ metric: fc.constantFrom('revenue', 'orders', 'average-order-value') }),
    fc.record({ metric, segments }, { requiredKeys: ['metric'] }),
    fc.record({ formula }),
  ),
  { minLength: 1, maxLength: 2 },
);
const queries: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  table: fc.record(
    {
      ...scope,
      levels: fc.array(
        fc.record(
          { dimension, only: fc.array(hostile, { minLength: 1, maxLength: 2 }) },
          { requiredKeys: ['dimension'] },
        ),
        { maxLength: 2 },
      ),
      columns: fc.array(fc.oneof(fc.record({ metric, segments }), fc.record({ formula })), {
        minLength: 1,
        maxLength: 2,
      }),
    },
    { requiredKeys: ['range', 'levels', 'columns'] },
  ),
  fallout: fc.record(
    {
      ...scope,
      steps: fc.array(
        fc.record({
          any: fc.array(
            fc.oneof(
              fc.record({ event: hostile }),
              fc.record({ dimension, text: fc.record({ contains: hostile }) }),
            ),
            { minLength: 1, maxLength: 2 },
          ),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      limit: fc.constantFrom('1h', `1h${MARK}`),
    },
    { requiredKeys: ['range', 'steps'] },
  ),
  attribution: fc.record(
    {
      ...scope,
      dimension,
      lookback: fc.constantFrom('session', 'person', '30d', `30d${MARK}`),
      touches: filters,
      metrics: fc.array(metric, { minLength: 1, maxLength: 2 }),
      costs: fc.constant(true),
      models: fc.array(
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom('last', 'u-shaped', 'markov').map((model) => ({ model })) },
          fc.constantFrom('7d', `7d${MARK}`).map((halfLife) => ({ model: 'time-decay', halfLife })),
          hostile.map((model) => ({ model })),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    },
    { requiredKeys: ['range', 'metrics', 'models'] },
  ),
  flow: fc.record(
    {
      ...scope,
      dimension,
      value: hostile,
      within: fc.constantFrom('session', 'person'),
      repeats: fc.boolean(),
    },
    { requiredKeys: ['range'] },
  ),
  neighbours: fc.record(
    { ...scope, dimension, value: fc.array(hostile, { minLength: 1, maxLength: 2 }) },
    { requiredKeys: ['range', 'dimension', 'value'] },
  ),
  cohort: fc.record(
    {
      ...scope,
      unit: fc.constantFrom('day', 'week', 'year'),
      inclusion: criteria,
      return: criteria,
      by: fc.record({ dimension }),
      isRolling: fc.constant(true),
    },
    { requiredKeys: ['range', 'unit', 'inclusion'] },
  ),
  'click-to-brick': fc.record(
    { ...scope, touch: fc.record({ event: hostile }), by: dimension },
    { requiredKeys: ['range'] },
  ),
  overlap: fc.record(
    {
      ...scope,
      sets: fc.array(
        fc.oneof(
          fc.record({ level: fc.constantFrom('person', 'session', 'event'), condition }),
          fc.record({ audience: text }),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      metrics: fc.array(metric, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['range', 'sets'] },
  ),
  histogram: fc.record(
    { ...scope, metric, per: fc.constantFrom('person', 'session'), withNothing: fc.constant(true) },
    { requiredKeys: ['range', 'metric'] },
  ),
  experiment: fc.record(
    {
      ...scope,
      exposure: fc.record({ dimension, filters }),
      control: hostile,
      metrics: fc.array(fc.record({ metric }), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['range', 'exposure', 'control', 'metrics'] },
  ),
};

/** SQL without quoted names of sub-columns, which hold what the pattern of a path lets through. */
const outsideNames = (sql: string): string => sql.replaceAll(/`[A-Za-z0-9_$ -]*`/g, '');

describe.each(Object.keys(queries))('hostile queries: %s', (id) => {
  const question = QUESTIONS.find((each) => each.id === id)!;
  const validator = Compile(question.query);

  it('are refused, or their texts are bound and never part of the SQL', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(queries[id]!, fc.boolean(), async (query, isPlain) => {
        if (!validator.Check(query)) return;
        const statements: Statement[] = [];
        const run = async (statement: Statement): Promise<never[]> => {
          statements.push(statement);
          return [];
        };
        try {
          await question.ask(query, { frame: isPlain ? calendarOnly : frame, run });
        } catch (error) {
          // An unknown zone is refused by the calendar of the JavaScript engine.
          if (!(error instanceof Refusal) && !(error instanceof RangeError)) throw error;
        }
        for (const { sql, bindings } of statements) {
          asked++;
          expect(outsideNames(sql)).not.toContain(MARK);
          for (const [, name] of sql.matchAll(/\{(\w+):/g)) expect(bindings).toHaveProperty(name!);
        }
      }),
      { numRuns: 1_500, seed: 5 },
    );
    expect(asked).toBeGreaterThan(20);
  });
});
