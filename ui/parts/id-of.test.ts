import { expect, it } from 'vitest';
import { slugOf } from '../analysis/setup/slug.ts';
import { idOf } from './id-of.ts';

it('a name as an id has lower letters, digits and single dashes within it, and an end', () => {
  expect(idOf(' Gold customers, lapsed! ')).toBe('gold-customers-lapsed');
  expect(idOf('2026 – Sale')).toBe('2026-sale');
  expect(idOf('Käufer aus Zürich, groß')).toBe('kaufer-aus-zurich-gross');
  expect(idOf('金卡')).toBe('');
  expect(idOf(`${'a'.repeat(63)} b`)).toBe('a'.repeat(63));
  expect(idOf('a'.repeat(70))).toBe('a'.repeat(64));
});

it('one that formulas name begins with a letter', () => {
  expect(slugOf('2026: Größe à la carte')).toBe('grosse-a-la-carte');
  expect(slugOf('2026')).toBe('');
  expect(slugOf('a'.repeat(70))).toBe('a'.repeat(60));
});
