import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from './check/problem.ts';
import { checkCondition } from './check.ts';
import { EXAMPLES } from './examples.fixture.ts';
import { sayCondition } from './words.ts';

const text = readFileSync('docs/conditions.md', 'utf8');
const examples = [...text.matchAll(/```json\n([\s\S]*?)\n```\n> (.*)/g)].map(([, json, words]) => ({
  condition: JSON.parse(json!),
  words,
}));

describe('docs/conditions.md', () => {
  it('shows every example, and says of each what Rapport says', () => {
    const audienceName = (id: string) => (id === 'summer-sale' ? 'Summer sale' : undefined);
    const traitName = (id: string) => (id === 'orders-90d' ? 'Orders in 90 days' : undefined);
    for (const { condition, words } of examples) {
      expect(checkCondition(condition)).toEqual([]);
      expect(words).toBe(sayCondition(condition, { language: 'en', audienceName, traitName }));
    }
    const shown = new Set(examples.map(({ condition }) => JSON.stringify(condition)));
    for (const [title, condition] of EXAMPLES) expect(shown.has(JSON.stringify(condition)), title).toBe(true);
  });

  it('lists every refusal', () => {
    for (const [code, meaning] of Object.entries(PROBLEM_CODES))
      expect(text).toContain(`| \`${code}\` | ${meaning} |`);
  });
});
