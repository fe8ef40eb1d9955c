import { describe, expect, it } from 'vitest';
import { createTexts } from '../../ui/language/dictionaries.ts';

const texts = createTexts();
await texts.need('analysis', 'editing', 'settings');
const [en, de, fr, es, zh] = await Promise.all([
  texts.load('en'),
  texts.load('de'),
  texts.load('fr'),
  texts.load('es'),
  texts.load('zh'),
]);

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
  const said = textsOf(words);

  it('are as many as in English, at the same places, and none is empty', () => {
    expect(said.map(([place]) => place).sort()).toEqual([...english.keys()].sort());
    expect(said.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('show the same values as the English ones', () => {
    const differing = said.filter(
      ([place, text]) => valuesIn(text).join() !== valuesIn(english.get(place)!).join(),
    );
    expect(differing).toEqual([]);
  });
});
