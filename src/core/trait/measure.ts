import { type Entries, firstAtOrAfter } from './entry.ts';
import { mostFrequent, mostRepeated, type Tally, type Ticks, ticksAt, topAt } from './tally.ts';
import { compareValues } from './text-order.ts';
import { type Sums, sumsAt, type Total } from './total.ts';

/** What is asked of the entries in a window. */
export const MEASURES = [
  'count',
  'sum',
  'average',
  'minimum',
  'maximum',
  'first',
  'last',
  'firstTime',
  'lastTime',
  'distinct',
  'mostFrequent',
  'repeated',
  'newest',
] as const;
export type Measure = (typeof MEASURES)[number];

/** A number (scaled, or a count, or a time in ms), a text, texts, or undefined when there is nothing to measure. */
export type Measured = number | string | readonly string[] | undefined;

/** Values that `newest` gives at most. */
export const NEWEST_MAX = 100;

/** Measures entries `from` to `to` (indices, `to` excluded). Both may only grow from call to call, which makes a sweep linear. */
export type Slide = (from: number, to: number) => Measured;

/** A slide over entries for each measure; `size` is how many values `newest` gives. */
export function slideOver(measure: Measure, entries: Entries, size = NEWEST_MAX): Slide {
  const { times, values } = entries;
  switch (measure) {
    case 'count':
      return (from, to) => to - from;
    case 'first':
      return (from, to) => (to > from ? values[from] : undefined);
    case 'last':
      return (from, to) => (to > from ? values[to - 1] : undefined);
    case 'firstTime':
      return (from, to) => (to > from ? times[from] : undefined);
    case 'lastTime':
      return (from, to) => (to > from ? times[to - 1] : undefined);
    case 'sum':
      return slideSum(values);
    case 'average': {
      const sum = slideSum(values);
      return (from, to) => (to > from ? sum(from, to) / (to - from) : undefined);
    }
    case 'minimum':
      return slideBound(values, (a, b) => compareValues(a, b) < 0);
    case 'maximum':
      return slideBound(values, (a, b) => compareValues(a, b) > 0);
    case 'distinct': {
      const ticks = slideTicks(entries);
      return (from, to) => ticks(from, to).size;
    }
    case 'mostFrequent': {
      const ticks = slideTicks(entries);
      return (from, to) => mostFrequent(ticks(from, to));
    }
    case 'repeated':
      return slideRepeated(values);
    case 'newest':
      return (from, to) =>
        values
          .slice(Math.max(from, to - size), to)
          .map(String)
          .reverse();
  }
}

function slideSum(values: readonly (number | string)[]): (from: number, to: number) => number {
  let [left, right, sum] = [-1, -1, 0];
  return (from, to) => {
    if (left < 0) left = right = from;
    while (right < to) sum += values[right++] as number;
    while (left < from) sum -= values[left++] as number;
    return sum;
  };
}

/** The least or greatest of a sliding stretch: a queue of candidates, each better than those after it. */
function slideBound(
  values: readonly (number | string)[],
  isBetter: (a: number | string, b: number | string) => boolean,
): Slide {
  const candidates: number[] = [];
  let head = 0;
  let right = 0;
  return (from, to) => {
    for (right = Math.max(right, from); right < to; right++) {
      while (candidates.length > head && !isBetter(values[candidates.at(-1)!]!, values[right]!))
        candidates.pop();
      candidates.push(right);
    }
    while (head < candidates.length && candidates[head]! < from) head++;
    const best = candidates[head];
    return best === undefined ? undefined : values[best];
  };
}

function slideTicks({ times, values }: Entries): (from: number, to: number) => Ticks {
  const ticks: Ticks = new Map();
  let [left, right] = [-1, -1];
  return (from, to) => {
    if (left < 0) left = right = from;
    for (; right < to; right++) {
      const known = ticks.get(String(values[right]));
      if (known) {
        known.count++;
        known.lastTime = times[right]!;
      } else ticks.set(String(values[right]), { count: 1, lastTime: times[right]! });
    }
    for (; left < from; left++) {
      const value = String(values[left]);
      const known = ticks.get(value);
      if (known && --known.count === 0) ticks.delete(value);
    }
    return ticks;
  };
}

/** How often the value comes that comes most often. How many values come how often is counted too, so that no step looks at all. */
function slideRepeated(values: readonly (number | string)[]): Slide {
  const counts = new Map<number | string, number>();
  const valuesWith: number[] = [];
  let [left, right, most] = [-1, -1, 0];
  const step = (value: number | string, change: 1 | -1): void => {
    const before = counts.get(value) ?? 0;
    const after = before + change;
    if (before > 0) valuesWith[before]!--;
    if (after > 0) {
      valuesWith[after] = (valuesWith[after] ?? 0) + 1;
      counts.set(value, after);
    } else counts.delete(value);
    if (after > most) most = after;
    else if (before === most && valuesWith[before] === 0) most = after;
  };
  return (from, to) => {
    if (left < 0) left = right = from;
    while (right < to) step(values[right++]!, 1);
    while (left < from) step(values[left++]!, -1);
    return most;
  };
}

/** Measures the entries of a list between two moments. */
export function measureList(measure: Measure, entries: Entries, from: number, to: number): Measured {
  const start = firstAtOrAfter(entries.times, from);
  return slideOver(measure, entries)(start, Math.max(start, firstAtOrAfter(entries.times, to)));
}

/** Measures everything up to a moment. */
export function measureTotal(measure: Measure, total: Total, at: number): Measured {
  const sums = sumsAt(total, at);
  return measure === 'count' || measure === 'sum' || sums.count > 0 ? READ_SUMS[measure]?.(sums) : undefined;
}

const READ_SUMS: { readonly [M in Measure]?: (sums: Sums) => Measured } = {
  count: (sums) => sums.count,
  sum: (sums) => sums.sum,
  average: (sums) => sums.sum / sums.count,
  minimum: (sums) => sums.min,
  maximum: (sums) => sums.max,
  first: (sums) => sums.firstValue,
  last: (sums) => sums.lastValue,
  firstTime: (sums) => sums.firstTime,
  lastTime: (sums) => sums.lastTime,
};

/** Measures that need counts per value. */
export type TallyMeasure = 'distinct' | 'mostFrequent' | 'repeated';

/** Whether a measure needs counts per value. */
export function isTallied(measure: Measure): measure is TallyMeasure {
  return measure === 'distinct' || measure === 'mostFrequent' || measure === 'repeated';
}

/** Measures values up to a moment: how many there are, which came most often, or how often that came. */
export function measureTally(measure: TallyMeasure, tally: Tally, at: number): Measured {
  if (measure === 'mostFrequent') return topAt(tally, at);
  const ticks = ticksAt(tally, at);
  return measure === 'distinct' ? ticks.size : mostRepeated(ticks);
}
