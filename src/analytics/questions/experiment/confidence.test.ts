import { describe, expect, it } from 'vitest';
import { compare, halfWidth, meanInterval, type Sample } from './confidence.ts';

const OPTIONS = { alpha: 0.05, tightestAt: 1_000 };

/** A plain linear congruential generator: the test has the same chance each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const NOTHING: Sample = { people: 0, sum: 0, squares: 0 };
const seen = ({ people, sum, squares }: Sample, value: number): Sample => ({
  people: people + 1,
  sum: sum + value,
  squares: squares + value ** 2,
});

describe('confidence sequences', () => {
  it('have the width of the published formula', () => {
    // rho^2 = (-2 ln .05 + ln(-2 ln .05 + 1)) / 1000 = .0079365…; 2(t rho^2 + 1) / (t^2 rho^2) ln(sqrt(t rho^2 + 1) / .05) at t = 1000.
    const rho2 = (-2 * Math.log(0.05) + Math.log(-2 * Math.log(0.05) + 1)) / 1_000;
    const square = 1_000 * rho2 + 1;
    const expected = Math.sqrt(((2 * square) / (1_000_000 * rho2)) * Math.log(Math.sqrt(square) / 0.05));
    expect(halfWidth(1_000, 1, OPTIONS)).toBeCloseTo(expected, 12);
    expect(expected).toBeCloseTo(0.0962, 3);
  });

  it('are wider than a single look allows, and narrowest relative to it where they were meant to be', () => {
    const single = (people: number): number => 1.96 / Math.sqrt(people);
    const ratio = (people: number): number => halfWidth(people, 1, OPTIONS) / single(people);
    expect(ratio(1_000)).toBeGreaterThan(1.3);
    expect(ratio(1_000)).toBeLessThan(ratio(30));
    expect(ratio(1_000)).toBeLessThan(ratio(1_000_000));
  });

  it('call a difference where there is none in at most one of twenty experiments, though somebody looks after every person', () => {
    const random = dice(5);
    let wrong = 0;
    const EXPERIMENTS = 300;
    for (let experiment = 0; experiment < EXPERIMENTS; experiment++) {
      let [a, b] = [NOTHING, NOTHING];
      for (let i = 0; i < 1_500; i++) {
        [a, b] = [seen(a, Number(random() < 0.3)), seen(b, Number(random() < 0.3))];
        if (i >= 30 && (compare(a, b, OPTIONS).confidence ?? 0) >= 0.95) {
          wrong++;
          break;
        }
      }
    }
    expect(wrong / EXPERIMENTS).toBeLessThanOrEqual(0.05);
  });

  it('find a real lift, and hold it within the interval', () => {
    const random = dice(7);
    let [a, b] = [NOTHING, NOTHING];
    for (let i = 0; i < 20_000; i++)
      [a, b] = [seen(a, Number(random() < 0.12)), seen(b, Number(random() < 0.1))];
    const { lift, liftInterval, confidence } = compare(a, b, OPTIONS);
    expect(confidence).toBeGreaterThan(0.95);
    expect(lift).toBeGreaterThan(0.1);
    expect(liftInterval!.lower).toBeLessThan(0.2);
    expect(liftInterval!.upper).toBeGreaterThan(0.2);
  });

  it('say nothing of a single person', () => {
    expect(meanInterval(seen(NOTHING, 1), OPTIONS)).toBeUndefined();
    expect(compare(seen(NOTHING, 1), seen(NOTHING, 2), OPTIONS)).toEqual({
      lift: undefined,
      liftInterval: undefined,
      confidence: undefined,
    });
  });
});
