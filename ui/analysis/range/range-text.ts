import type { Words } from '../../language/dictionaries.ts';
import type { Format } from '../../language/format.ts';
import type { Compare, Range } from '../api-types.ts';

type RangeWords = Words['analysis']['ranges'];

/** A range in words: "Last 30 days", "This month", "1 March 2026 – 31 March 2026". */
export function rangeText(range: Range, words: RangeWords, format: Format): string {
  if ('last' in range) {
    const [, count = '', unit = 'd'] = /^(\d+)(\w+)$/.exec(range.last) ?? [];
    return words.last(Number(count), unit as keyof RangeWords['units']);
  }
  if ('calendar' in range)
    return words.calendar(range.calendar as CalendarUnit, range.back ?? 0, range.count ?? 1);
  const edge = (given: typeof range.from): string => {
    if (typeof given !== 'string')
      return words.formula(given.startOf as CalendarUnit, given.shift ?? 0, given.days ?? 0);
    return given.length === 10
      ? format.day(Date.parse(`${given}T12:00:00Z`))
      : format.moment(Date.parse(given));
  };
  if (range.to === undefined) return words.since(edge(range.from));
  return range.from === range.to ? edge(range.from) : `${edge(range.from)} – ${edge(range.to)}`;
}

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A comparison in words. */
export function compareText(compare: Compare, words: RangeWords, format: Format): string {
  if (compare === 'previous') return words.previous;
  if (compare === 'year-before') return words.yearBefore;
  return words.against(rangeText(compare, words, format));
}
