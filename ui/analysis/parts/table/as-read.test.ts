import { expect, it } from 'vitest';
import type { Names } from '../../model/names.ts';
import { NO_MODEL } from '../../model/queries.ts';
import { asRead } from './as-read.ts';
import type { TableAnswer, TableQuery } from './query.ts';

const CALLED: Readonly<Record<string, string>> = {
  s1: 'Zürich',
  s2: 'Ärzteweg',
  s3: 'Halle 10',
  s4: 'Halle 9',
};
const names = { value: (_, value) => CALLED[value] ?? value } as Names;
const model = {
  ...NO_MODEL,
  dimensions: [{ id: 'day-of-week', title: {}, type: 'number', container: 'event' }],
};

function sorted(paths: readonly string[][], order: 'ascending' | 'descending', by = {}): string[] {
  const query = { levels: [{ dimension: 'store', sortBy: 'value', order, ...by }], columns: [] };
  const rows = paths.map((path) => ({ path }));
  const rowCount = 5;
  const found = asRead(query as TableQuery, { rows, rowCount } as TableAnswer, {
    names,
    model,
    language: 'de',
  });
  return found.map(({ path }) => path.join(' '));
}

const ALL = [[''], ['s1'], ['s1', 'web'], ['s2'], ['s3'], ['s4'], ['s4', 'app'], ['s4', 'web']];

it('rows that stand by their values stand in the order in which they are read, rows below them with them', () => {
  const up = ['', 's2', 's4', 's4 app', 's4 web', 's3', 's1', 's1 web'];
  expect(sorted(ALL, 'ascending')).toEqual(up);
  expect(sorted(ALL, 'descending')).toEqual(['s1', 's1 web', 's3', 's4', 's4 app', 's4 web', 's2', '']);
});

it('rows that are not all there, days and numbers, and rows by a number stay as they came', () => {
  const came = ALL.map((path) => path.join(' '));
  expect(sorted(ALL.slice(1), 'ascending')).toEqual(came.slice(1));
  expect(sorted(ALL, 'ascending', { dimension: 'session-first:day-of-week' })).toEqual(came);
  expect(sorted(ALL, 'ascending', { sortBy: 0 })).toEqual(came);
});
