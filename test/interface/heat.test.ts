import { expect, it } from 'vitest';
import { heatStep, scaleMax } from '../../ui/analysis/parts/cohort/heat.ts';

it('one outlier does not pale the heat of the others, and takes the last step itself', () => {
  const shares = [...Array.from({ length: 39 }, (_, i) => 0.01 * (i + 1)), 1];
  const most = scaleMax(shares);
  expect(most).toBeCloseTo(0.39);
  expect(heatStep(1, most)).toBe(7);
  expect(heatStep(0.39, most)).toBe(7);
  expect(heatStep(0.2, most)).toBe(4);
});

it('nothing has no heat, and whatever is more than nothing has some', () => {
  expect([null, undefined, 0, 1e-9].map((share) => heatStep(share, 0.5))).toEqual([0, 0, 0, 1]);
  expect(scaleMax([])).toBe(1);
});
