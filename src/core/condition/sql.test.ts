import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from 'chdb';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import { createCalendar } from '../trait/index.ts';
import { compileCondition } from './compile.ts';
import type { Condition } from './condition.ts';
import type { ValueTest } from './operators/kinds.ts';
import { factsOf, newFragment, type PlacedEvent, viewOver } from './person.fixture.ts';
import { AUDIENCES, anyCondition, anyEvent, anyMoment, CATALOGUE, TRAITS } from './random.fixture.ts';
import { holdsByReference } from './reference.ts';
import { conditionSql } from './sql.ts';
import { warehouseRow } from './warehouse-row.fixture.ts';

const calendar = createCalendar();
const around = {
  audiences: (id: string) => AUDIENCES[id],
  traits: (id: string) => TRAITS[id],
  catalogue: (id: string) => CATALOGUE[id],
  calendar,
};

/** Conditions asked of every person; more with RAPPORT_RUNS=20000 npx vitest run src/core/condition. */
const CONDITIONS = Math.ceil(Number(process.env.RAPPORT_RUNS ?? 1_500) / 15);
const PEOPLE = 100;
const SEED = Number(process.env.RAPPORT_SEED ?? 1);

const NOW = Date.parse('2026-10-25T12:00:00Z');

function eventOf(properties: JsonObject, time = NOW - 1_000): Omit<PlacedEvent, 'id' | 'place'> {
  const rest = { type: 'track', name: 'Product Viewed', source: 's', channel: 'web' } as const;
  return { ...rest, identities: [], context: {}, time, received: time, properties };
}

/** Values as clients send them. */
const VALUES: readonly Json[] = [
  ...[
    '',
    'yoga',
    'Yoga',
    'YOGA',
    'true',
    'false',
    '5',
    '5.0',
    '-5',
    '1e3',
    ' 5 ',
    '0x10',
    '12.50',
    '99999999999999',
    'null',
  ],
  ...[
    '2026-10-25',
    '2026-10-24T22:00:00Z',
    '2026-10-25T00:30+02:00',
    '2026-02-30',
    '2026-10-25 10:00:00',
    '2024-02-29',
    '25:61',
  ],
  ...['ä', '𝒳', 'a"b\\c/d', 'tab\tnew\nline', 'İ', 'ß', 'x'.repeat(300)],
  ...[0, 5, -5, 1.5, 0.1, 12.34565, 1e-7, 1e11, 1e12, 1e21, 123456789.125],
  ...[true, false, null],
  ...[[], ['yoga'], ['yoga', 'run', 5, null, ''], [[]], {}, { a: 1 }],
];

/** Every operator, with bounds that some value meets exactly. */
const TESTS: readonly ValueTest[] = [
  ...['yoga', '5', 'true', '2026-10-25', 'ä', 'x'.repeat(256), '1e+21', 'a"b\\c/d'].map((is) => ({
    text: { is },
  })),
  ...[
    ['yoga', 'run'],
    ['5', 'true'],
    ['1.5', '-5'],
  ].flatMap((all) => [{ text: { anyOf: all } }, { text: { noneOf: all } }]),
  { text: { isNot: 'yoga' } },
  { text: { is: 'YOGA', ignoreCase: true } },
  { text: { is: 'i̇', ignoreCase: true } },
  { text: { starts: 'yo' } },
  { text: { ends: '5' } },
  { text: { contains: 'O', ignoreCase: true } },
  { text: { lacks: 'o' } },
  { text: { like: '*' } },
  { text: { like: 'tab?new?line' } },
  { text: { like: 'a*/d' } },
  { text: { like: '?' } },
  ...[5, 0, 12.5, 12.3457, 0.1, 1e11].flatMap((bound) => [
    { number: { is: bound } },
    { number: { isNot: bound } },
    { number: { atLeast: bound } },
    { number: { below: bound } },
  ]),
  ...[true, false].flatMap((truth) => [{ truth }, { exists: truth }]),
  { list: { includes: ['yoga', 'ä'] } },
  { list: { includesAll: ['yoga', '5'] } },
  { list: { includesNone: ['yoga'] } },
  { list: { sizeAtLeast: 1 } },
  { list: { sizeAtMost: 0 } },
  ...['UTC', 'Europe/Zurich'].flatMap((timeZone) => [
    { date: { on: '2026-10-25', timeZone } },
    { date: { before: '2026-10-25', timeZone } },
    { date: { after: '2026-10-24T21:59:59.999Z', timeZone } },
  ]),
];

/** Tests that move with time, for places that may have them. */
const MOVING: readonly ValueTest[] = [
  { date: { withinLast: '1d' } },
  { date: { longerAgo: '12h' } },
  { date: { anniversary: { next: 130 }, leapDay: '03-01' } },
  { date: { fullYears: { atLeast: 2 } } },
];

type Place = readonly [
  name: string,
  eventWith: (value: Json) => Omit<PlacedEvent, 'id' | 'place'>,
  conditionOn: (test: ValueTest) => Condition,
];

/** Where a value can stand. */
const PLACES: readonly Place[] = [
  ...['category', 'gift wrap', 'price', 'store.city'].map((property): Place => {
    const [key = '', inner] = property.split('.');
    return [
      `property ${property}`,
      (value) => eventOf({ [key]: inner ? { [inner]: value } : value }),
      (test) => ({ did: { event: 'Product Viewed', where: [{ property, ...test }] } }),
    ];
  }),
  ...['category', 'product_id', 'sku', 'price'].map(
    (product): Place => [
      `product ${product}`,
      (value) => eventOf({ products: [{ [product]: value }] }),
      (test) => ({ did: { event: 'Product Viewed', products: [{ product, ...test }] } }),
    ],
  ),
  [
    'context',
    (value) => ({ ...eventOf({}), context: { page: { title: value } } }),
    (test) => ({ did: { event: 'Product Viewed', where: [{ context: 'page.title', ...test }] } }),
  ],
  [
    'attribute',
    (value) => ({ ...eventOf({ born: value }), type: 'identify' }),
    (test) => ({ attribute: 'born', ...test }),
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'rapport-condition-'));
let session: Session;

beforeAll(() => {
  session = new Session(folder);
  const migration = readFileSync('migrations/warehouse/0001_events.sql', 'utf8');
  for (const statement of migration.split(/;\s*\n/)) if (statement.trim() !== '') session.query(statement);
  session.query(
    'create table catalogue (product_id String, category String, brand String, price Nullable(Float64), stock Nullable(Float64)) engine = Memory',
  );
  const products = Object.entries(CATALOGUE).map(([product_id, product]) => ({ product_id, ...product }));
  insert('catalogue', products);
});

afterAll(() => {
  session.cleanup();
  rmSync(folder, { recursive: true, force: true });
});

function insert(table: string, rows: readonly object[]): void {
  session.query(
    `insert into ${table} format JSONEachRow ${rows.map((row) => JSON.stringify(row)).join('\n')}`,
  );
}

/** The people of whom SQL says that the condition is true. */
function peopleBySql(condition: Condition, at: number): number[] {
  const { sql, bindings } = conditionSql(condition, at, around);
  try {
    const answer = session.queryBind(sql, bindings, 'JSONCompactEachRow');
    return answer
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Number(JSON.parse(line)[0]))
      .sort((a, b) => a - b);
  } catch (error) {
    throw new Error(`${JSON.stringify(condition)}\n${sql}\n${JSON.stringify(bindings).slice(0, 2_000)}`, {
      cause: error,
    });
  }
}

beforeEach(() => {
  session.query('truncate table events');
});

// Each query is a plan of its own: on a busy machine a few hundred take their time.
describe('conditions as SQL', { timeout: 180_000 + CONDITIONS * 1_000 }, () => {
  it('find the people whom the live closures and the whole history find', () => {
    const histories = fc.sample(fc.array(anyEvent, { minLength: 1, maxLength: 20, size: 'max' }), {
      numRuns: PEOPLE,
      seed: SEED,
    });
    const people = histories.map((events, i): [number, PlacedEvent[]] => [
      i + 1,
      events.map((event, place) => ({ ...event, id: `${i}-${place}`, place: i * 100 + place })),
    ]);
    insert(
      'events',
      people.flatMap(([person, events]) => events.map((event) => warehouseRow(event, person))),
    );

    const questions = fc.sample(fc.tuple(anyCondition, anyMoment), { numRuns: CONDITIONS, seed: SEED });
    for (const [condition, at] of questions) {
      const compiled = compileCondition(condition, around);
      const expected: number[] = [];
      for (const [person, events] of people) {
        const facts = factsOf(events, at, [], person);
        const fragments = [0, 1, 2].map(() => newFragment(compiled.traits));
        for (const event of events) fragments[event.place % 3]!.feed(event);
        const live = compiled.holds(viewOver(compiled.traits, fragments, facts), at);
        const byReference = holdsByReference(condition, { ...facts, events }, at, around);
        expect(live, JSON.stringify(condition)).toBe(byReference);
        // Nobody is known before her first event.
        if (byReference && events.some((event) => event.time <= at)) expected.push(person);
      }
      expect(peopleBySql(condition, at), `${JSON.stringify(condition)} at ${at}`).toEqual(expected);
    }
  });

  it.each(PLACES)('read values of every kind as live code does: %s', (place, eventWith, conditionOn) => {
    const events = VALUES.map((value, i) => ({ ...eventWith(value), id: `v${i}`, place: i }));
    insert(
      'events',
      events.map((event, i) => warehouseRow(event, i + 1)),
    );
    for (const test of place === 'attribute' ? [...TESTS, ...MOVING] : TESTS) {
      const condition = conditionOn(test);
      const compiled = compileCondition(condition, around);
      const expected = events.flatMap((event, i) => {
        const fragment = newFragment(compiled.traits);
        fragment.feed(event);
        return compiled.holds(viewOver(compiled.traits, [fragment], factsOf([event], NOW)), NOW)
          ? [i + 1]
          : [];
      });
      expect(peopleBySql(condition, NOW), JSON.stringify(condition)).toEqual(expected);
    }
  });

  it('finds the most frequent, the first and the last among equals as live code does', () => {
    const values = [
      ['a', 5],
      ['a', 4],
      ['b', 3],
      ['b', 2],
      ['c', 2],
    ] as const;
    const events = values.map(([category, secondsAgo], place) => ({
      ...eventOf({ category }, NOW - secondsAgo * 1_000),
      ...{ id: `e${place}`, place },
    }));
    insert(
      'events',
      events.map((event) => warehouseRow(event, 1)),
    );
    const of = { property: 'category' };
    const did = { event: 'Product Viewed' };
    for (const is of ['a', 'b', 'c'])
      for (const measure of ['mostFrequent', 'first', 'last'] as const)
        for (const window of [{}, { in: { last: '1h' } }, { in: { since: { event: 'Nothing' } } }]) {
          const condition: Condition = { did, ...window, [measure]: { of, text: { is } } };
          const expected = holdsByReference(condition, { ...factsOf(events, NOW), events }, NOW, around);
          expect(peopleBySql(condition, NOW), JSON.stringify(condition)).toEqual(expected ? [1] : []);
        }
    for (const exactly of [0, 1, 2, 3])
      expect(peopleBySql({ did, repeated: { of, exactly } }, NOW)).toEqual(exactly === 2 ? [1] : []);
  });
});
