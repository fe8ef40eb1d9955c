import { Compile } from 'typebox/compile';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Happened, happened, NOW } from '../history.fixture.ts';
import type { TableAnswer, TableQuery } from '../questions/table/query.ts';
import { table } from '../questions/table/table.ts';
import { useTestWarehouse } from '../warehouse.fixture.ts';
import { type Derived, DerivedSchema } from './derived/schema.ts';

const test = useTestWarehouse();
const MINUTE = 60_000;
const at = (minutesAgo: number, change: Partial<Happened>): Happened =>
  happened({ time: NOW - minutesAgo * MINUTE, ...change });
const EVENTS: readonly Happened[] = [
  at(300, {
    place: 1,
    person: 1,
    session: 10,
    page: '/a',
    properties: { url: 'https://shop.example/yoga/mats?utm=x&q=big%20mat#top', color: ' Red ' },
  }),
  at(290, { place: 2, person: 1, session: 10, page: '/b', properties: { color: 'blue', size: 4 } }),
  at(200, { place: 3, person: 1, session: 20, page: '/c', properties: { color: 'blue', size: 2 } }),
  at(100, { place: 4, person: 2, session: 30, page: '/a', properties: { size: 'large' } }),
];

beforeAll(async () => {
  await test.fill(EVENTS);
});

/** Rows of a table with one level: its values, and how many events have each. */
async function values(
  dimension: string,
  definitions: Readonly<Record<string, unknown>> = {},
  range: TableQuery['range'] = { last: '1d' },
) {
  const query: TableQuery = {
    range,
    levels: [{ dimension, sortBy: 'value' }],
    columns: [{ metric: 'events' }],
  };
  const { rows } = (await table.ask(
    query,
    await test.asking({ definition: (key) => definitions[key] }),
  )) as TableAnswer;
  return Object.fromEntries(rows.map(({ path, values: [count] }) => [path[0], count]));
}

const derived = (value: Derived, definitions: Readonly<Record<string, unknown>> = {}) => {
  expect(Compile(DerivedSchema).Check(value), JSON.stringify(value)).toBe(true);
  return values('derived:x', { 'dimension/x': { name: 'X', value }, ...definitions });
};
const color: Derived = { dimension: 'property:color' };
const size: Derived = { dimension: 'property:size' };
const url: Derived = { dimension: 'property:url' };

describe('derived dimensions', () => {
  it('take the first case that fits', async () => {
    const value: Derived = {
      case: [
        { when: [{ of: size, number: { atLeast: 3 } }], value: { constant: 'big' } },
        {
          when: [
            { of: size, number: { below: 3 } },
            { of: color, text: { is: 'blue' } },
          ],
          value: { constant: 'small and blue' },
        },
      ],
      otherwise: color,
    };
    expect(await derived(value)).toEqual({ ' Red ': 1, big: 1, 'small and blue': 1, '': 1 });
  });

  it('classify, look up, merge, concatenate, replace, split, trim and lower texts', async () => {
    expect(await derived({ classify: color, values: { blue: 'cold' } })).toEqual({
      ' Red ': 1,
      cold: 2,
      '': 1,
    });
    const tables = { 'lookup/warmth': { values: { red: 'warm', blue: 'cold' } } };
    expect(await derived({ lookup: { lower: { trim: color } }, table: 'warmth' }, tables)).toEqual({
      warm: 1,
      cold: 2,
      '': 1,
    });
    const wide = {
      'lookup/warmth': {
        columns: ['warmth', 'mood'],
        values: { red: ['warm', 'bold'], blue: ['cold', ''] },
      },
    };
    const mood = { lookup: { lower: { trim: color } }, table: 'warmth', column: 'mood' };
    // An empty cell says nothing: what is otherwise counts.
    expect(await derived({ ...mood, otherwise: { constant: 'none' } }, wide)).toEqual({ bold: 1, none: 3 });
    await expect(derived({ ...mood, column: 'season' }, wide)).rejects.toMatchObject({
      code: 'analytics.unknown-column',
    });
    expect(await derived({ merge: [{ trim: color }, size] })).toEqual({ Red: 1, blue: 2, large: 1 });
    expect(await derived({ concatenate: [{ trim: color }, size], separator: '/' })).toEqual({
      Red: 1,
      'blue/4': 1,
      'blue/2': 1,
      large: 1,
    });
    expect(await derived({ replace: color, find: 'ue', with: 'ack' })).toEqual({
      ' Red ': 1,
      black: 2,
      '': 1,
    });
    expect(await derived({ regex: color, find: '^(b)(.*)$', with: '\\2\\1' })).toEqual({
      ' Red ': 1,
      lueb: 2,
      '': 1,
    });
    expect(await derived({ split: url, by: '/', part: -2 })).toEqual({ yoga: 1, '': 3 });
  });

  it('take URLs apart', async () => {
    const part = async (part: Extract<Derived, { url: unknown }>['part']) =>
      Object.keys(await derived({ url, part })).find((found) => found !== '');
    expect(await part('host')).toBe('shop.example');
    expect(await part('path')).toBe('/yoga/mats');
    expect(await part({ parameter: 'q' })).toBe('big mat');
    expect(await part('fragment')).toBe('top');
  });

  it('reckon, and summarize sessions and people', async () => {
    expect(await derived({ math: '*', of: [size, { constant: '2.5' }] })).toEqual({ '10': 1, '5': 1, '': 2 });
    expect(await derived({ summarize: size, within: 'person', by: 'sum' })).toEqual({ '6': 3, '': 1 });
    expect(await derived({ summarize: color, within: 'person', by: 'most-common' })).toEqual({
      blue: 3,
      '': 1,
    });
    expect(await derived({ summarize: { dimension: 'page' }, within: 'session', by: 'count' })).toEqual({
      '2': 2,
      '1': 2,
    });
  });

  it('look at the event before and after, within the session or the person', async () => {
    expect(await derived({ previous: { dimension: 'page' }, within: 'session' })).toEqual({ '': 3, '/a': 1 });
    expect(await derived({ next: { dimension: 'page' }, within: 'person' })).toEqual({
      '/b': 1,
      '/c': 1,
      '': 2,
    });
  });
});

describe('dimensions of sessions and people', () => {
  it('take the first and last value of the session or the person', async () => {
    expect(await values('session-first:page')).toEqual({ '/a': 3, '/c': 1 });
    expect(await values('session-last:page')).toEqual({ '/a': 1, '/b': 2, '/c': 1 });
    expect(await values('person-last:page')).toEqual({ '/a': 1, '/c': 3 });
  });

  it('see audiences as they were at the moment of the event', async () => {
    const move = (minutesAgo: number, place: number, name: string, audience: string) =>
      at(minutesAgo, {
        place,
        person: 1,
        session: 0,
        channel: 'system',
        name,
        properties: { audience },
        derived: 1,
      });
    await test.fill([
      ...EVENTS,
      move(295, 5, 'Audience Entered', 'vip'),
      move(250, 6, 'Audience Left', 'vip'),
      move(250, 7, 'Audience Entered', 'lost'),
      move(150, 8, 'Audience Entered', 'vip'),
    ]);
    expect(await values('member:vip')).toEqual({ in: 1, out: 3 });
    expect(await values('audience')).toEqual({ '': 2, vip: 1, lost: 1 });
    await test.fill(EVENTS);
  });

  it('know what is new', async () => {
    await test.fill([...EVENTS, at(3 * 1440, { place: 9, person: 2 })]);
    expect(await values('new-or-returning')).toEqual({ new: 3, returning: 1 });
    await test.fill(EVENTS);
  });
});

describe('marketing channels', () => {
  it('go by the rules of the workspace', async () => {
    const rules = [
      { channel: 'Front page', when: [{ dimension: 'page', text: { is: '/a' } }], on: 'any' },
      { channel: 'Elsewhere', when: [] },
    ];
    expect(await values('marketing-channel', { channels: { rules } })).toEqual({ 'Front page': 2, '': 2 });
  });
});
