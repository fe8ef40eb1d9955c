import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCondition } from './check.ts';
import { type Condition, HEADS } from './condition.ts';
import { EXAMPLES } from './examples.fixture.ts';
import { MEASURE_KEYS } from './measure-keys.ts';
import { anyCondition } from './random.fixture.ts';
import { LANGUAGES, type Language, sayCondition } from './words.ts';

const audienceName = (id: string) => (id === 'summer-sale' ? 'Summer sale' : undefined);
const traitName = (id: string) => (id === 'orders-90d' ? 'Orders in 90 days' : undefined);

describe('conditions in plain words', () => {
  it.each(LANGUAGES)('read well in %s', (language) => {
    const said = EXAMPLES.map(
      ([title, condition]) => `${title}: ${sayCondition(condition, { language, audienceName, traitName })}`,
    );
    expect(said.join('\n')).toMatchSnapshot();
  });

  it('are heard for every kind and every measure, with conditions that are sound', () => {
    const text = JSON.stringify(EXAMPLES);
    for (const key of [...HEADS, ...MEASURE_KEYS]) expect(text).toContain(`"${key}":`);
    for (const [title, condition] of EXAMPLES) expect(checkCondition(condition), title).toEqual([]);
  });

  it('say that the days before and after an anniversary are one stretch', () => {
    const date = { anniversary: { next: 7, last: 3 } };
    const said = (language: Language, more = {}) =>
      sayCondition({ attribute: 'birthday', date: { ...date, ...more } }, { language });
    expect(said('en', { before: '2000-01-01' })).toBe(
      'birthday is before January 1, 2000 and (birthday comes round within the next 7 days or birthday came round within the last 3 days)',
    );
    for (const [language, or] of [
      ['de', ' oder '],
      ['fr', ' ou '],
      ['es', ' o '],
      ['zh', '或'],
    ] as const)
      expect(said(language)).toContain(or);
  });

  it('are grammatical with one, with a single day and with every channel', () => {
    const bought = { event: 'Order Completed' };
    const all = (condition: Condition) => LANGUAGES.map((language) => sayCondition(condition, { language }));
    expect(all({ did: bought, lines: { exactly: 1 } })).toEqual([
      'bought with exactly 1 product line',
      'hat mit genau 1 Produktzeile gekauft',
      'a acheté avec exactement 1 ligne de produits',
      'ha comprado con exactamente 1 línea de productos',
      '以恰好1个商品行购买过',
    ]);
    expect(all({ did: bought, in: { from: '2026-11-01', to: '2026-11-01' } })).toEqual([
      'bought on November 1, 2026',
      'hat am 1. November 2026 gekauft',
      'a acheté le 1er novembre 2026',
      'ha comprado el 1 de noviembre de 2026',
      '在2026年11月1日购买过',
    ]);
    expect(sayCondition({ consent: { channel: 'any' }, is: 'out' }, { language: 'de' })).toBe(
      'hat Werbung auf allen Kanälen abgelehnt',
    );
    const exact = { did: bought, times: { exactly: 3, atLeast: 1 } };
    expect(sayCondition(exact, { language: 'en' })).toBe('bought exactly 3 times');
  });

  it('leave no gap, no template and no double blank, whatever is said', () => {
    fc.assert(
      fc.property(anyCondition, fc.constantFrom(...LANGUAGES), (condition, language) => {
        const said = sayCondition(condition, { language });
        expect(said).not.toMatch(/undefined|\{thing\}|\{when\}|\{n\}| {2}|^ | $| [,;)]/);
        expect(said.length).toBeGreaterThan(2);
      }),
      { numRuns: 2_000 },
    );
  });
});
