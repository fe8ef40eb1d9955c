import { describe, expect, it } from 'vitest';
import type { MergeMark } from '../identity/index.ts';
import { newFragment, type Profile } from './fragment.ts';
import { standing } from './standing.ts';

const link = (since: number) => ({ since, last: 99, source: 'web', why: 'test' });
const mark = (from: number, time: number, keys: string[], fragments: number[]): MergeMark => ({
  place: time,
  time,
  from,
  keys,
  fragments,
  why: 'test',
});

/** Sarah (1) absorbed the laptop (2) at 20; the phone (3), which had absorbed the app (4) at 10, at 30. */
const sarah: Profile = {
  id: 1,
  place: 0,
  links: {
    'user:sarah': link(5),
    'anonymous:laptop': link(1),
    'anonymous:phone': link(2),
    'push:app': link(3),
  },
  fragments: [11, 12, 13, 14].map((id) => newFragment(id, `sender ${id}`)),
  merges: [
    mark(2, 20, ['anonymous:laptop'], [12]),
    mark(4, 10, ['push:app'], [14]),
    mark(3, 30, ['anonymous:phone', 'push:app'], [13, 14]),
  ],
};
const at = (asked: number, time: number) => {
  const { id, keys, fragments, merges } = standing(sarah, asked, time);
  return { id, keys: keys.toSorted(), fragments, absorbed: merges.map(({ from }) => from) };
};

describe('a person at a moment', () => {
  it('is without those who joined her later', () => {
    expect(at(1, 4)).toEqual({ id: 1, keys: [], fragments: [11], absorbed: [] });
    expect(at(1, 15)).toMatchObject({ keys: ['user:sarah'], fragments: [11] });
    expect(at(1, 25)).toMatchObject({
      keys: ['anonymous:laptop', 'user:sarah'],
      fragments: [11, 12],
      absorbed: [2],
    });
    expect(at(1, 30)).toMatchObject({ fragments: [11, 12, 13, 14], absorbed: [2, 4, 3] });
  });

  it('is the one who was absorbed later, when it is her who was asked for', () => {
    expect(at(2, 15)).toEqual({ id: 2, keys: ['anonymous:laptop'], fragments: [12], absorbed: [] });
    expect(at(3, 15)).toEqual({
      id: 3,
      keys: ['anonymous:phone', 'push:app'],
      fragments: [13, 14],
      absorbed: [4],
    });
    expect(at(3, 5)).toEqual({ id: 3, keys: ['anonymous:phone'], fragments: [13], absorbed: [] });
    expect(at(4, 5)).toEqual({ id: 4, keys: ['push:app'], fragments: [14], absorbed: [] });
  });

  it('is the one who absorbed, from the merge on', () => {
    expect(at(2, 20)).toEqual(at(1, 20));
    expect(at(4, 40)).toEqual(at(1, 40));
  });
});
