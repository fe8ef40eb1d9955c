import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { PROBLEM_CODES, type Problem, placeAt } from './check/problem.ts';
import { checkShape } from './check/shape.ts';
import { checkCondition, parseCondition } from './check.ts';
import { type Condition, ConditionSchema, DEPTH_MAX } from './condition.ts';
import type { AudienceDefinition } from './parts/member.ts';
import { anyCondition } from './random.fixture.ts';

const viewed = { event: 'Product Viewed' };

/** Wrong documents, with the code and the place that are expected. */
const WRONG: readonly [title: string, document: unknown, code: string, pointer: string][] = [
  ['a list', [], 'condition.wrong-type', ''],
  ['nothing', {}, 'condition.unknown-operator', ''],
  ['an unknown kind', { all: [{ bought: 'x' }] }, 'condition.unknown-operator', '/all/0'],
  ['an empty group', { any: [] }, 'condition.incomplete', '/any'],
  ['an unknown operator', { attribute: 'a', text: { iz: 'x' } }, 'condition.unknown-operator', '/text/iz'],
  [
    'a text for a number',
    { attribute: 'a', number: { atLeast: '5' } },
    'condition.wrong-type',
    '/number/atLeast',
  ],
  ['two tests', { attribute: 'a', text: { is: 'x' }, number: { is: 1 } }, 'condition.ambiguous', ''],
  ['no test', { attribute: 'a' }, 'condition.incomplete', ''],
  [
    'two measures',
    { did: viewed, times: { atLeast: 2 }, lines: { atLeast: 1 }, in: { last: '1d' } },
    'condition.ambiguous',
    '',
  ],
  ['a bad path', { attribute: 'a..b', exists: true }, 'condition.wrong-type', '/attribute'],
  ['a bad duration', { did: viewed, in: { last: '90' } }, 'condition.wrong-type', '/in/last'],
  ['an unknown window', { did: viewed, in: { lately: true } }, 'condition.unknown-operator', '/in'],
  [
    'a filter of the wrong type',
    { did: { event: 'A', where: [{ property: 'x', text: { is: 5 } }] } },
    'condition.wrong-type',
    '/did/where/0/text/is',
  ],
  [
    'a key with a slash',
    { attribute: 'a', text: { 'a/b~c': 'x' } },
    'condition.unknown-operator',
    '/text/a~1b~0c',
  ],
  ['too many decimals', { attribute: 'a', number: { is: 0.12345 } }, 'condition.out-of-bounds', '/number/is'],
  [
    'an empty range',
    { attribute: 'a', number: { above: 5, below: 5 } },
    'condition.contradiction',
    '/number',
  ],
  [
    'wanted and excluded',
    { attribute: 'a', text: { is: 'x', noneOf: ['x'] } },
    'condition.contradiction',
    '/text',
  ],
  ['only a modifier', { attribute: 'a', text: { ignoreCase: true } }, 'condition.incomplete', '/text'],
  [
    'a list too short',
    { attribute: 'a', list: { includesAll: ['x', 'y'], sizeAtMost: 1 } },
    'condition.contradiction',
    '/list',
  ],
  ['no such day', { attribute: 'a', date: { before: '2026-02-30' } }, 'condition.wrong-type', '/date/before'],
  [
    'no such zone',
    { attribute: 'a', date: { on: '2026-02-03', timeZone: 'Mars' } },
    'condition.unknown-time-zone',
    '/date/timeZone',
  ],
  [
    'a date before and after',
    { attribute: 'a', date: { before: '2026-01-01', after: '2026-05-01' } },
    'condition.contradiction',
    '/date',
  ],
  [
    'recent and long ago',
    { attribute: 'a', date: { withinLast: '7d', longerAgo: '30d' } },
    'condition.contradiction',
    '/date',
  ],
  ['every count', { did: viewed, times: { atLeast: 0 } }, 'condition.always-true', '/times'],
  ['no count', { did: viewed, times: { atLeast: 3, atMost: 2 } }, 'condition.contradiction', '/times'],
  [
    'a window that ends before it begins',
    { did: viewed, in: { from: '2026-05-02', to: '2026-05-01' } },
    'condition.impossible-window',
    '/in',
  ],
  [
    'a window of everybody in her own zone',
    { did: viewed, in: { from: '2026-05-02', timeZone: 'person' } },
    'condition.unknown-time-zone',
    '/in/timeZone',
  ],
  ['a window of centuries', { did: viewed, in: { last: '900y' } }, 'condition.out-of-bounds', '/in/last'],
  [
    'a filter that moves with time',
    { did: { event: 'A', where: [{ property: 'due', date: { withinNext: '3d' } }] } },
    'condition.moving-filter',
    '/did/where/0/date/withinNext',
  ],
  [
    'whole events counted with the catalogue',
    { did: { event: 'A', products: [{ catalogue: 'stock', number: { above: 0 } }] }, times: { atLeast: 2 } },
    'condition.catalogue-count',
    '/times',
  ],
  [
    'a stock that is a text',
    { did: { event: 'A', products: [{ catalogue: 'stock', text: { is: 'many' } }] } },
    'condition.wrong-type',
    '/did/products/0/text',
  ],
  [
    'an event that lies ahead',
    { did: viewed, lastTime: { withinNext: '3d' } },
    'condition.contradiction',
    '/lastTime/withinNext',
  ],
  [
    'older than its window',
    { did: viewed, in: { last: '7d' }, lastTime: { longerAgo: '30d' } },
    'condition.contradiction',
    '',
  ],
  [
    'a first step after another',
    { sequence: [{ did: viewed, within: '1d' }] },
    'condition.incomplete',
    '/sequence/0',
  ],
  [
    'a gap of two minds',
    { sequence: [{ did: viewed }, { did: viewed, within: '1h', after: '1d' }] },
    'condition.contradiction',
    '/sequence/1',
  ],
  [
    'a sequence longer than its window',
    {
      sequence: [{ did: viewed }, { did: viewed, after: '2d' }],
      afterwards: { without: [viewed], for: '5d' },
      in: { last: '7d' },
    },
    'condition.impossible-window',
    '/in',
  ],
  [
    'a part and its opposite',
    { all: [{ did: viewed }, { not: { did: viewed, times: { atLeast: 1 } } }] },
    'condition.contradiction',
    '/all/1',
  ],
  [
    'one or its opposite',
    { any: [{ not: { member: 'a' } }, { member: 'a' }] },
    'condition.always-true',
    '/any/1',
  ],
  [
    'two cities at once',
    {
      all: [
        { attribute: 'city', text: { is: 'Bern' } },
        { attribute: 'city', text: { anyOf: ['Basel', 'Genf'] } },
      ],
    },
    'condition.contradiction',
    '/all/1',
  ],
  [
    'a stretch of a split in which no share of 0.01 % begins',
    { split: 'test', from: 0.00001, to: 0.00002 },
    'condition.contradiction',
    '/to',
  ],
  [
    'a trait that is large and small',
    {
      all: [
        { trait: 'orders', number: { above: 5 } },
        { trait: 'orders', number: { below: 3 } },
      ],
    },
    'condition.contradiction',
    '/all/1',
  ],
  [
    'an event that follows from conditions',
    { did: { event: ['A', 'Audience Entered'] } },
    'condition.derived-event',
    '/did/event/1',
  ],
  [
    'often and seldom',
    {
      all: [
        { did: viewed, in: { last: '90d' }, times: { atLeast: 3 } },
        { did: viewed, in: { last: '90d' }, times: { atMost: 1 } },
      ],
    },
    'condition.contradiction',
    '/all/1',
  ],
  [
    'two measures without a window',
    { did: viewed, times: { atLeast: 1 }, sum: { of: { property: 'value' }, above: 5 } },
    'condition.ambiguous',
    '',
  ],
  [
    'a text that begins otherwise',
    { attribute: 'a', text: { is: 'x', starts: 'y' } },
    'condition.contradiction',
    '/text',
  ],
  [
    'a part that is not there',
    { attribute: 'a', text: { ends: 'xy', lacks: 'y' } },
    'condition.contradiction',
    '/text',
  ],
  ['every list', { attribute: 'a', list: { sizeAtLeast: 0 } }, 'condition.always-true', '/list'],
  [
    'no day between two days',
    { attribute: 'a', date: { after: '2020-01-01', before: '2020-01-02' } },
    'condition.contradiction',
    '/date',
  ],
  [
    'a day before itself',
    { attribute: 'a', date: { on: '2020-01-01', before: '2020-01-01' } },
    'condition.contradiction',
    '/date',
  ],
  [
    'a thousand years',
    { attribute: 'a', date: { fullYears: { atLeast: 1000 } } },
    'condition.out-of-bounds',
    '/date/fullYears/atLeast',
  ],
  [
    'filters of two minds',
    {
      did: {
        event: 'A',
        where: [
          { property: 'x', text: { is: 'a' } },
          { property: 'x', text: { is: 'b' } },
        ],
      },
    },
    'condition.contradiction',
    '/did/where/1',
  ],
  [
    'a channel that there is not',
    { did: { event: 'A', where: [{ origin: 'channel', text: { is: 'teleporter' } }] } },
    'condition.contradiction',
    '/did/where/0/text',
  ],
  [
    'a filter of nothing',
    { did: { event: 'A', where: [{ prop: 'x', text: { is: 'a' } }] } },
    'condition.unknown-operator',
    '/did/where/0',
  ],
  [
    'more of the newest than are kept',
    { did: viewed, newest: { of: { property: 'x' }, size: 5, list: { sizeAtLeast: 6 } } },
    'condition.contradiction',
    '/newest',
  ],
  [
    'less than nothing',
    { trait: { did: viewed, measure: 'times' }, number: { below: 0 } },
    'condition.contradiction',
    '/number',
  ],
  [
    'nothing or more',
    { trait: { did: viewed, measure: 'times' }, number: { atLeast: 0 } },
    'condition.always-true',
    '/number',
  ],
  [
    'lately and not for long',
    { all: [{ did: viewed, in: { last: '90d' } }, { not: { did: viewed, in: { last: '1y' } } }] },
    'condition.contradiction',
    '/all/1',
  ],
  [
    'never and often',
    {
      all: [
        { did: viewed, times: { exactly: 0 } },
        { did: viewed, in: { calendar: 'month' }, times: { atLeast: 2 } },
      ],
    },
    'condition.contradiction',
    '/all/1',
  ],
  [
    'missing and something',
    { all: [{ not: { attribute: 'a', exists: true } }, { attribute: 'a', text: { starts: 'x' } }] },
    'condition.contradiction',
    '/all/1',
  ],
];

/** Sound ones that look as if they were not. */
const SOUND: readonly [title: string, document: unknown][] = [
  [
    'lately less than over a long time',
    { all: [{ did: viewed, in: { last: '1y' } }, { not: { did: viewed, in: { last: '90d' } } }] },
  ],
  [
    'other things in two filters',
    {
      did: {
        event: 'A',
        where: [
          { property: 'x', text: { is: 'a' } },
          { context: 'x', text: { is: 'b' } },
        ],
      },
    },
  ],
  [
    'a missing value that is not something',
    {
      all: [
        { attribute: 'a', exists: false },
        { attribute: 'a', text: { isNot: 'x' } },
      ],
    },
  ],
  ['a day between two days', { attribute: 'a', date: { after: '2020-01-01', before: '2020-01-03' } }],
  [
    'an hour of a day',
    { attribute: 'a', date: { after: '2020-01-01T10:00:00Z', before: '2020-01-01T11:00:00Z' } },
  ],
  ['every channel but one', { did: { event: 'A', where: [{ origin: 'channel', text: { isNot: 'web' } }] } }],
  ['any of several that fits', { attribute: 'a', text: { anyOf: ['ab', 'cd'], starts: 'a' } }],
];

describe('checkCondition', () => {
  it.each(SOUND)('lets %s pass', (_title, document) => {
    expect(checkCondition(document)).toEqual([]);
  });

  it.each(WRONG)('refuses %s with its place', (_title, document, code, pointer) => {
    expect(checkCondition(document)).toContainEqual(expect.objectContaining({ code, pointer }));
    expect(Object.keys(PROBLEM_CODES)).toContain(code);
  });

  it('says in words how a value is to be written', () => {
    expect(checkCondition({ did: viewed, in: { last: '-5d' } })).toMatchObject([
      {
        pointer: '/in/last',
        message:
          '“-5d” is not written as needed here: a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y.',
      },
    ]);
  });

  it('refuses what is too deep or too large before it reads it', () => {
    let deep: unknown = { member: 'a' };
    for (let i = 0; i < 20_000; i++) deep = { not: deep };
    expect(checkCondition(deep)).toMatchObject([
      { code: 'condition.too-deep', pointer: '/not'.repeat(DEPTH_MAX) },
    ]);
    const wide = { any: Array.from({ length: 501 }, () => ({ member: 'a' })) };
    expect(checkCondition(wide)).toMatchObject([{ code: 'condition.too-large' }]);
  });

  it('refuses audiences that do not exist and audiences that come back to themselves', () => {
    const audiences: Record<string, AudienceDefinition> = {
      list: { list: true },
      a: { condition: { all: [{ member: 'list' }, { not: { member: 'b' } }] } },
      b: { condition: { any: [{ member: 'own' }, { member: 'list' }] } },
      own: { condition: { member: 'list' } },
    };
    const options = { audiences: (id: string) => audiences[id], audience: 'own' };
    expect(checkCondition({ member: 'nobody' }, options)).toMatchObject([
      { code: 'condition.unknown-audience' },
    ]);
    expect(checkCondition({ not: { member: 'own' } }, options)).toMatchObject([
      { code: 'condition.cycle', pointer: '/not/member' },
    ]);
    expect(checkCondition({ member: 'a' }, options)).toEqual([
      { code: 'condition.cycle', pointer: '/member', message: expect.stringContaining('a → b → own') },
    ]);
    expect(checkCondition({ member: 'list' }, options)).toEqual([]);
    expect(checkCondition({ member: 'a' }, { ...options, audience: 'other' })).toEqual([]);
  });

  it('refuses attributes that are not known and tests that do not fit them', () => {
    const kinds: Record<string, 'text' | 'number'> = { city: 'text', points: 'number' };
    const options = { attributes: (path: string) => kinds[path] };
    expect(checkCondition({ attribute: 'town', exists: true }, options)).toMatchObject([
      { code: 'condition.unknown-attribute', pointer: '/attribute' },
    ]);
    expect(checkCondition({ attribute: 'city', number: { above: 3 } }, options)).toMatchObject([
      { code: 'condition.wrong-type', pointer: '/number' },
    ]);
    expect(checkCondition({ attribute: 'points', number: { above: 3 } }, options)).toEqual([]);
  });

  it('throws one refusal with all problems', () => {
    const document = {
      all: [
        { attribute: 'a', text: { iz: 1 } },
        { did: viewed, in: { last: 'x' } },
      ],
    };
    const thrown = (() => {
      try {
        return parseCondition(document);
      } catch (error) {
        return error as Refusal;
      }
    })();
    expect(thrown).toBeInstanceOf(Refusal);
    expect(thrown).toMatchObject({ code: 'condition.invalid', status: 422 });
    expect(((thrown as Refusal).detail.problems as Problem[]).map(({ pointer }) => pointer)).toEqual([
      '/all/0/text/iz',
      '/all/1/in/last',
    ]);
  });

  it('agrees with the schema on what has the right shape', () => {
    const junk = fc.constantFrom<unknown>(null, 5, 'x', '90d', [], {}, true, ['x'], { is: 'x' }, -1, 1.5);
    fc.assert(
      fc.property(anyCondition, fc.nat(), junk, fc.boolean(), (condition, seed, junk, spoil) => {
        const document = structuredClone(condition) as Condition;
        if (spoil) replaceSomething(document, seed, junk);
        const problems: Problem[] = [];
        checkShape(document, placeAt(problems));
        expect(problems.length === 0, JSON.stringify(document)).toBe(Value.Check(ConditionSchema, document));
      }),
      { numRuns: 3_000 },
    );
  });
});

/** Puts junk at some place of a document. */
function replaceSomething(document: object, seed: number, junk: unknown): void {
  const places: [object: Record<string, unknown>, key: string][] = [];
  const collect = (value: object): void => {
    for (const [key, inner] of Object.entries(value)) {
      places.push([value as Record<string, unknown>, key]);
      if (typeof inner === 'object' && inner !== null) collect(inner);
    }
  };
  collect(document);
  const [object, key] = places[seed % places.length]!;
  object[key] = junk;
}
