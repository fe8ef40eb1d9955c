import { describe, expect, it } from 'vitest';
import { createCalendar, DAY_MS, dayOf, momentOf } from './index.ts';

const calendar = createCalendar();
const at = (text: string): number => Date.parse(text);

describe('calendar', () => {
  it('days begin at local midnight, also where the clock is changed at midnight', () => {
    expect(calendar.startOfDay('Europe/Zurich', dayOf(2026, 7, 1)!)).toBe(at('2026-06-30T22:00:00Z'));
    expect(calendar.startOfDay('America/Havana', dayOf(2026, 3, 8)!)).toBe(at('2026-03-08T05:00:00Z'));
    expect(calendar.startOfDay('Asia/Kathmandu', dayOf(2026, 3, 8)!)).toBe(at('2026-03-07T18:15:00Z'));
  });

  it('a day that a zone skipped begins with the day after it', () => {
    const skipped = dayOf(2011, 12, 30)!;
    expect(calendar.startOfDay('Pacific/Apia', skipped)).toBe(
      calendar.startOfDay('Pacific/Apia', skipped + 1),
    );
  });

  it('weeks begin on Monday, quarters in January, April, July and October', () => {
    const now = at('2026-11-22T12:00:00Z');
    const starts = (['day', 'week', 'month', 'quarter', 'year'] as const).map((unit) =>
      new Date(calendar.unitStart('UTC', unit, now, 0)).toISOString().slice(0, 10),
    );
    expect(starts).toEqual(['2026-11-22', '2026-11-16', '2026-11-01', '2026-10-01', '2026-01-01']);
    expect(calendar.unitStart('UTC', 'month', now, -11)).toBe(at('2025-12-01T00:00:00Z'));
  });

  it('the day before daylight saving ends has 24 hours and the day itself 25', () => {
    const [a, b, c] = [24, 25, 26].map((day) => calendar.startOfDay('Europe/Berlin', dayOf(2026, 10, day)!));
    expect([b! - a!, c! - b!]).toEqual([DAY_MS, DAY_MS + 3_600_000]);
  });
});

describe('moments', () => {
  it('reads days and instants with an offset, and nothing else', () => {
    expect(momentOf('2024-02-29')).toEqual({ day: dayOf(2024, 2, 29), ms: undefined });
    expect(momentOf('2024-05-01T10:11:12.5+02:00')?.ms).toBe(at('2024-05-01T08:11:12.500Z'));
    expect(momentOf('2024-05-01T10:11Z')?.ms).toBe(at('2024-05-01T10:11:00Z'));
    for (const text of [
      '2023-02-29',
      '1850-01-01',
      '2024-5-1',
      '2024-05-01 10:00',
      '2024-05-01T10:11',
      'soon',
    ])
      expect(momentOf(text)).toBeUndefined();
    expect(momentOf(1_700_000_000)).toBeUndefined();
  });
});
