import { describe, expect, it } from 'vitest';
import { de } from '../../ui/language/words/de.ts';
import { en } from '../../ui/language/words/en.ts';
import { es } from '../../ui/language/words/es.ts';
import { fr } from '../../ui/language/words/fr.ts';
import { zh } from '../../ui/language/words/zh.ts';

/** Every text with its place; a function is called with values that can be found again. */
function textsOf(words: object, place = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const here = place === '' ? key : `${place}.${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value !== 'function') return textsOf(value as object, here);
    const given = Array.from({ length: (value as (...given: unknown[]) => string).length }, (_, i) => i + 71);
    return [[here, (value as (...given: unknown[]) => string)(...given)]];
  });
}
/** The values that a text shows, in any order. */
const valuesIn = (text: string): string[] => (text.match(/7[1-9]/g) ?? []).sort();

const english = new Map(textsOf(en));

describe.each(Object.entries({ de, fr, es, zh }))('the texts in %s', (_language, words) => {
  const texts = textsOf(words);

  it('are as many as in English, at the same places, and none is empty', () => {
    expect(texts.map(([place]) => place).sort()).toEqual([...english.keys()].sort());
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('show the same values as the English ones', () => {
    const differing = texts.filter(
      ([place, text]) => valuesIn(text).join() !== valuesIn(english.get(place)!).join(),
    );
    expect(differing).toEqual([]);
  });
});
