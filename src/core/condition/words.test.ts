import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCondition } from './check.ts';
import { HEADS } from './condition.ts';
import { EXAMPLES } from './examples.fixture.ts';
import { MEASURE_KEYS } from './measure-keys.ts';
import { anyCondition } from './random.fixture.ts';
import { LANGUAGES, sayCondition } from './words.ts';

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
