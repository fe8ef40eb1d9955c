import { expect, it } from 'vitest';
import { createFormat } from './format.ts';
import { pluralOf } from './plural.ts';

it.each([
  ['en', 0, 'people'],
  ['en', 1, 'person'],
  ['en', 1_204, 'people'],
  ['fr', 0, 'person'],
  ['fr', 1, 'person'],
  ['es', 1_000, 'people'],
] as const)(
  'in %s the plural of %d is by the rules of the language, written or not',
  (language, count, form) => {
    const { number } = createFormat({ language, timeZone: 'UTC', currency: 'EUR' });
    const plural = pluralOf(language);
    expect(plural(count, 'person', 'people')).toBe(form);
    expect(plural(number(count), 'person', 'people')).toBe(form);
  },
);

it.each(['en', 'de', 'fr', 'es'] as const)(
  'a thousand and a million are many in %s however short they are written',
  (language) => {
    const { compact } = createFormat({ language, timeZone: 'UTC', currency: 'EUR' });
    for (const count of [1_000, 1_000_000])
      expect(pluralOf(language)(compact(count), 'person', 'people')).toBe('people');
  },
);
