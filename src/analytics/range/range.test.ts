import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../core/trait/index.ts';
import { stepSpan, stepsIn } from './calendar.ts';
import { compareSpanOf, spanOf } from './range.ts';
import type { CompareRange, Range } from './schema.ts';

const calendar = createCalendar();
const clock = {
  at: Date.parse('2026-04-10T12:00:00Z'),
  zone: 'Europe/Berlin',
  weekStart: 1 as const,
  calendar,
};

const iso = (ms: number): string => new Date(ms).toISOString();
const spanText = (range: Range): string[] => {
  const { from, to } = spanOf(range, clock);
  return [iso(from), iso(to)];
};
const compared = (range: Range, compare: CompareRange): string[] => {
  const { from, to } = compareSpanOf(compare, range, clock);
  return [iso(from), iso(to)];
};

describe('ranges', () => {
  it('hold whole days of the workspace, also when clocks change', () => {
    expect(spanText({ from: '2026-03-28', to: '2026-03-29' })).toEqual([
      '2026-03-27T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
  });

  it('end now where they are not over', () => {
    expect(spanText({ last: '24h' })).toEqual(['2026-04-09T12:00:00.001Z', '2026-04-10T12:00:00.001Z']);
    expect(spanText({ calendar: 'month' })).toEqual(['2026-03-31T22:00:00.000Z', '2026-04-10T12:00:00.001Z']);
    expect(spanText({ calendar: 'week', back: 1, count: 2 })).toEqual([
      '2026-03-22T23:00:00.000Z',
      '2026-04-05T22:00:00.000Z',
    ]);
  });

  it('can be formulas of calendar units', () => {
    expect(spanText({ from: { startOf: 'quarter', shift: -1 }, to: { startOf: 'month', days: 5 } })).toEqual([
      '2025-12-31T23:00:00.000Z',
      '2026-04-05T22:00:00.000Z',
    ]);
  });

  it('begin weeks on the day of the workspace', () => {
    const sunday = { ...clock, weekStart: 7 as const };
    expect(iso(spanOf({ calendar: 'week' }, sunday).from)).toBe('2026-04-04T22:00:00.000Z');
    expect(stepsIn(sunday, 'week', spanOf({ from: '2026-04-01', to: '2026-04-10' }, sunday))).toEqual([
      '2026-03-29',
      '2026-04-05',
    ]);
  });

  it('are refused when they end before they begin', () => {
    expect(() => spanText({ from: '2026-03-28', to: '2026-03-01' })).toThrow('ends before');
    expect(() => spanText({ from: '2026-02-30' })).toThrow('no such day');
  });

  it('are compared with as many days before, the same part of the unit before, or the weekdays of a year before', () => {
    expect(compared({ from: '2026-04-01', to: '2026-04-07' }, 'previous')).toEqual([
      '2026-03-24T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
    ]);
    expect(compared({ calendar: 'month', back: 1 }, 'previous')).toEqual([
      '2026-01-31T23:00:00.000Z',
      '2026-02-28T23:00:00.000Z',
    ]);
    expect(compared({ calendar: 'year' }, 'previous')[0]).toBe('2024-12-31T23:00:00.000Z');
    expect(compared({ from: '2026-04-01', to: '2026-04-07' }, 'year-before')).toEqual([
      '2025-04-01T22:00:00.000Z',
      '2025-04-08T22:00:00.000Z',
    ]);
  });
});

describe('steps of time', () => {
  it('give the hour that comes twice two names', () => {
    const names = stepsIn(clock, 'hour', {
      from: Date.parse('2026-10-25T00:00Z'),
      to: Date.parse('2026-10-25T03:00Z'),
    });
    expect(names).toEqual(['2026-10-25T02:00+0200', '2026-10-25T02:00+0100', '2026-10-25T03:00+0100']);
    expect(names.map((name) => iso(stepSpan(clock, 'hour', name).from))).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T01:00:00.000Z',
      '2026-10-25T02:00:00.000Z',
    ]);
  });

  it('reach from their first day to the next step', () => {
    expect(Object.values(stepSpan(clock, 'month', '2026-03-01')).map(iso)).toEqual([
      '2026-02-28T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
    ]);
  });
});
