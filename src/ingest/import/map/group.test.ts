import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../read/rows.ts';
import { createGrouping, GROUP_WINDOW_ROWS } from './group.ts';
import type { Rules } from './preset.ts';

const rowOf = (key: string, i: number): Row => ({
  line: i + 1,
  cells: [key],
  text: key,
  broken: key === '!' ? 'row.not-json' : undefined,
});
/** Groups as the lines they are made of. */
const rules: Rules = {
  keyOf: (row) => row.text,
  map: (rows, outcome) =>
    outcome.drop(rows[0]!, { code: rows.map((row) => row.line).join('+'), column: undefined }),
};
function run(keys: readonly string[], from = 0) {
  const out: string[] = [];
  const grouping = createGrouping(rules, {
    event: () => undefined,
    drop: (_row, fault) => void out.push(fault.code),
    reject: (row) => void out.push(`!${row.line}`),
  });
  /** After each row: how many came out, and how many rows are settled. */
  const steps = keys.slice(from).map((key, i) => {
    grouping.take(rowOf(key, from + i));
    return { out: out.length, settled: grouping.settledRows() };
  });
  grouping.end();
  return { out, steps };
}

describe('grouping', () => {
  const keys = fc.array(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', '!', ...Array.from({ length: 40 }, (_, i) => `k${i}`)),
    {
      minLength: 1,
      maxLength: 600,
    },
  );

  test('starting again at a settled row gives exactly what had not come out', () => {
    fc.assert(
      fc.property(keys, fc.nat(), (all, seed) => {
        const { out, steps } = run(all);
        const { out: before, settled } = steps[seed % steps.length]!;
        if (settled === undefined) return;
        expect([...out.slice(0, before), ...run(all, settled).out]).toEqual(out);
      }),
      { numRuns: 500 },
    );
  });

  test('orders one after the other are always settled', () => {
    const all = Array.from({ length: 2_000 }, (_, i) => `order ${Math.floor(i / 7)}`);
    expect(run(all).steps.every((step) => step.settled !== undefined)).toBe(true);
  });

  test('every row comes out once', () => {
    fc.assert(
      fc.property(keys, (all) => {
        const lines = run(all).out.flatMap((group) => group.replace('!', '').split('+').map(Number));
        expect(lines.sort((a, b) => a - b)).toEqual(all.map((_, i) => i + 1));
      }),
    );
  });

  test('rows of one key further apart than the window are two groups', () => {
    const between = Array.from({ length: GROUP_WINDOW_ROWS }, (_, i) => `other ${i}`);
    expect(run(['a', ...between.slice(1), 'a']).out).toContain('1+101');
    expect(run(['a', ...between, 'a']).out).toEqual(expect.arrayContaining(['1', '102']));
  });
});
