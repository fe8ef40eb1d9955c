import { expect, it } from 'vitest';
import { circlesOf, middleOf, sharedArea } from '../../ui/analysis/parts/overlap/circles.ts';

it('two circles share as much of their area as the sets share people', () => {
  const [a, b] = circlesOf([400, 100], () => 50);
  const unit = (Math.PI * a!.r ** 2) / 400;
  expect(Math.PI * b!.r ** 2).toBeCloseTo(100 * unit, 3);
  expect(sharedArea(a!.r, b!.r, Math.hypot(b!.x - a!.x, b!.y - a!.y))).toBeCloseTo(50 * unit, 1);
});

it('sets without anybody in common do not touch, and one within another lies within its circle', () => {
  const [a, b] = circlesOf([100, 100], () => 0);
  expect(Math.hypot(b!.x - a!.x, b!.y - a!.y)).toBeGreaterThan(a!.r + b!.r);
  const [c, d] = circlesOf([100, 25], () => 25);
  expect(Math.hypot(d!.x - c!.x, d!.y - c!.y)).toBeLessThanOrEqual(c!.r - d!.r + 0.01);
});

it('the number of a region stands within its circles and outside of the others', () => {
  const circles = circlesOf([300, 200, 200], () => 60);
  for (const within of [[0], [0, 1], [0, 1, 2]]) {
    const { x, y } = middleOf(circles, within)!;
    circles.forEach((circle, i) => {
      expect(Math.hypot(x - circle.x, y - circle.y) < circle.r).toBe(within.includes(i));
    });
  }
  expect(
    middleOf(
      circlesOf([100, 100], () => 0),
      [0, 1],
    ),
  ).toBeUndefined();
});
