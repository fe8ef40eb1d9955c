import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

it('a caller may make some calls at once and then so many a second, whatever others do', () => {
  let now = 0;
  const limit = createRateLimit({ now: () => now }, { burst: 3, perSecond: 0.5 });
  const calls = (count: number, caller = 'ada') =>
    Array.from({ length: count }, () => limit(caller)?.retryAfterSeconds ?? 'passed');
  expect(calls(5)).toEqual(['passed', 'passed', 'passed', 2, 2]);
  expect(calls(1, 'eve')).toEqual(['passed']);
  now += 1_000;
  expect(calls(1)).toEqual([1]);
  now += 1_000;
  expect(calls(2)).toEqual(['passed', 2]);
  now += 3_600_000;
  expect(calls(4)).toEqual(['passed', 'passed', 'passed', 2]);
});
