import { beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '../answers.ts';
import { openRetailer } from '../retailer.ts';

const NOW = Date.UTC(2026, 2, 31);
const PEOPLE = 8_000;

describe('the truth that nobody can see', () => {
  let answers: Answers;
  const buyers = new Set<number>();

  beforeAll(() => {
    const retailer = openRetailer({ now: NOW, people: PEOPLE, days: 60, aheadDays: 14, seed: 11 });
    let taken: Answers | undefined;
    for (const { at, fact } of retailer.items) {
      if (at <= NOW) continue;
      taken ??= retailer.answers();
      if (fact?.kind === 'ordered' && (fact.as || fact.device)) buyers.add(fact.order!.person.index);
    }
    answers = taken!;
  });

  it('has propensities that come true in the fortnight after now, low ones and high ones', () => {
    const people = answers.people.toSorted((a, b) => a.propensity.orders - b.propensity.orders);
    const size = Math.floor(people.length / 5);
    const rows = Array.from({ length: 5 }, (_, i) => {
      const group = people.slice(i * size, (i + 1) * size);
      const foreseen = group.reduce((sum, { propensity }) => sum + propensity.orders, 0) / size;
      const actual = group.filter(({ number }) => buyers.has(number)).length / size;
      return { foreseen, actual, error: Math.sqrt((foreseen * (1 - foreseen)) / size) };
    });
    console.table(rows);
    // Three standard errors of the draw, and a fifth for what is yet to be sent and cannot be foreseen.
    for (const { foreseen, actual, error } of rows)
      expect(Math.abs(actual - foreseen)).toBeLessThan(3 * error + 0.2 * foreseen);
    expect(rows[4]!.actual).toBeGreaterThan(10 * rows[0]!.actual);
  });

  it('has uplifts that an analyst finds again by comparing who was sent a message with who was held out', () => {
    let [foreseen, seen, variance] = [0, 0, 0];
    for (const one of answers.campaigns) {
      const { sentCount, heldOutCount, orderShareSent: sent, orderShareHeldOut: held } = one;
      foreseen += sentCount * one.trueUplift;
      seen += sentCount * (sent - held);
      variance +=
        sentCount * sent * (1 - sent) + (sentCount ** 2 * held * (1 - held)) / Math.max(1, heldOutCount);
    }
    const error = Math.sqrt(variance);
    console.log(
      `orders that messages added: ${foreseen.toFixed(0)} in truth, ${seen.toFixed(0)} ± ${error.toFixed(0)} as seen`,
    );
    expect(foreseen).toBeGreaterThan(0);
    expect(Math.abs(seen - foreseen)).toBeLessThan(3 * error);
    for (const { trueUpliftByGroup } of answers.campaigns) {
      expect(trueUpliftByGroup['persuadable']!).toBeGreaterThan(trueUpliftByGroup['neutral']!);
      expect(trueUpliftByGroup['indifferent']).toBe(0);
      expect(trueUpliftByGroup['annoyed']!).toBeLessThanOrEqual(0);
    }
  });
});
