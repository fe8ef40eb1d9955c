import { expect, it } from 'vitest';
import { daysUntil, trendsOf } from './trend-routes.ts';

it('names the last days of the time zone, also where one of them has 23 hours', () => {
  const morning = Date.parse('2026-03-30T06:00Z');
  expect(daysUntil(morning, 3, 'Europe/Berlin')).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
  expect(daysUntil(morning, 2, 'Pacific/Auckland')).toEqual(['2026-03-29', '2026-03-30']);
});

it('reckons the sizes of days back from the size now, and counts who moved today', () => {
  const days = ['2026-03-28', '2026-03-29', '2026-03-30'];
  const moves = [
    { audience: 'a', day: '2026-03-28', entered: 5, left: 0 },
    { audience: 'a', day: '2026-03-30', entered: 3, left: 1 },
  ];
  expect(trendsOf(days, moves, new Map([['a', 7]]))).toEqual({
    days,
    trends: [{ id: 'a', sizes: [5, 5, 7], enteredToday: 3, leftToday: 1 }],
  });
});
