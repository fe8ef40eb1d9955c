import { expect, it } from 'vitest';
import type { Names } from '../model/names.ts';
import { en } from '../words/en.ts';
import { filterText } from './filter-text.ts';

const names = { dimension: (id) => id, value: (_, value) => value.toUpperCase() } as Names;

it('says filters by texts in words, and by numbers in signs', () => {
  const say = (test: object): string =>
    filterText({ dimension: 'price', ...test } as never, names, en as never);
  expect(say({ text: { anyOf: ['web', 'app'] } })).toBe('price is WEB, APP');
  expect(say({ number: { atLeast: 10, below: 50 } })).toBe('price: ≥ 10 & < 50');
});
