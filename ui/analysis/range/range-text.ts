import type { Words } from '../../language/dictionaries.ts';
import type { Format } from '../../language/format.ts';
import type { Compare, Range } from '../api-types.ts';

type RangeWords = Words['analysis']['ranges'];

/** A range in words: "Last 30 days", "This month", "1 March 2026 – 31 March 2026". */
export function rangeText(range: Range, words: RangeWords, format: Format): string {
  if ('last' in range) {
    const [, count = '', unit = 'd'] = /^(\d+)(\w+)$/.exec(range.last) ?? [];
    return words.last[unit as keyof RangeWords['last']](Number(count));
  }
  if ('calendar' in range) {
    const { back = 0, count = 1 } = range;
    const say = words.calendar[range.calendar];
    if (count > 1) return back === 0 ? say.span(count) : say.whole(count);
    return back === 0 ? say.now : back === 1 ? say.before : say.ago(back);
  }
  const edge = (given: typeof range.from): string => {
    if (typeof given !== 'string')
      return [
        words.calendar[given.startOf].start,
        ...(given.shift ? [signed(given.shift)] : []),
        ...(given.days ? [words.days(signed(given.days))] : []),
      ].join(' ');
    return given.length === 10
      ? format.day(Date.parse(`${given}T12:00:00Z`))
      : format.moment(Date.parse(given));
  };
  if (range.to === undefined) return words.since(edge(range.from));
  const [from, to] = [edge(range.from), edge(range.to)];
  return from === to ? from : `${from} – ${to}`;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : `${value}`;
}

/** A comparison in words. */
export function compareText(compare: Compare, words: RangeWords, format: Format): string {
  if (compare === 'previous') return words.previous;
  if (compare === 'year-before') return words.yearBefore;
  return words.against(rangeText(compare, words, format));
}
