import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMark,
  type Entries,
  type Entry,
  listOfEntries,
  MEASURES,
  type Monoid,
  measureList,
  measureTally,
  measureTotal,
  newestOfEntries,
  type SinceMark,
  sinceMark,
  slideOver,
  tallyOfEntries,
  totalOfEntries,
} from './index.ts';

const entry = fc.record({
  time: fc.integer({ min: 0, max: 50 }),
  value: fc.integer({ min: -5, max: 5 }),
  product: fc.constantFrom('a', 'b'),
});
const textEntry = fc.record({
  time: fc.integer({ min: 0, max: 50 }),
  value: fc.constantFrom('a', 'b', 'é', '𝒳', '\uffff'),
});
const moments = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));

function stateOf<S>(monoid: Monoid<S>, entries: readonly Entry[], settledAt?: number): S {
  const state = monoid.empty();
  for (const entry of entries) {
    monoid.add(state, entry, settledAt);
    if (settledAt !== undefined) monoid.settle(state, settledAt);
  }
  return state;
}

/** What every kind of trait promises, seen through a reading at or after the latest settling. */
function holdsAsMonoid<S>(
  name: string,
  monoid: Monoid<S>,
  entries: fc.Arbitrary<Entry>,
  read: (state: S, at: number) => unknown,
): void {
  it(`${name}: order of arrival, split over fragments and settling change no answer`, () => {
    fc.assert(
      fc.property(fc.array(entries), fc.array(entries), moments, fc.integer(), (a, b, [m, n], seed) => {
        const [settledAt, at] = [Math.min(m, n), Math.max(m, n)];
        const whole = stateOf(monoid, [...a, ...b]);
        const shuffled = [...b, ...a].sort((x, y) => ((x.time * seed) % 7) - ((y.time * seed) % 7));
        expect(monoid.encode(stateOf(monoid, shuffled))).toBe(monoid.encode(whole));
        const halves = [stateOf(monoid, a, settledAt), stateOf(monoid, b)] as const;
        const merged = monoid.merge(halves[0], halves[1]);
        expect(read(merged, at)).toEqual(read(whole, at));
        expect(read(monoid.merge(halves[1], halves[0]), at)).toEqual(read(whole, at));
        expect(read(monoid.decode(monoid.encode(merged)), at)).toEqual(read(whole, at));
        monoid.settle(merged, at);
        expect(read(merged, at)).toEqual(read(whole, at));
        expect(monoid.encode(monoid.merge(merged, monoid.empty()))).toBe(monoid.encode(merged));
      }),
    );
  });
}

const KEPT_MS = 20;
const ofList = (state: Entries, at: number) =>
  MEASURES.map((measure) => measureList(measure, state, at - KEPT_MS + 1, at + 1));

describe('traits', () => {
  holdsAsMonoid('list', listOfEntries(KEPT_MS), entry, ofList);
  holdsAsMonoid('list for ever', listOfEntries(undefined), textEntry, ofList);
  holdsAsMonoid('total', totalOfEntries, entry, (state, at) =>
    MEASURES.map((m) => measureTotal(m, state, at)),
  );
  holdsAsMonoid('total of texts', totalOfEntries, textEntry, (state, at) =>
    (['count', 'first', 'last', 'firstTime', 'lastTime'] as const).map((m) => measureTotal(m, state, at)),
  );
  holdsAsMonoid('tally', tallyOfEntries, textEntry, (state, at) =>
    (['distinct', 'mostFrequent', 'repeated'] as const).map((m) => measureTally(m, state, at)),
  );
  holdsAsMonoid('the newest', newestOfEntries(3), textEntry, (state, at) => {
    const end = state.times.filter((time) => time <= at).length;
    return slideOver('newest', state, 3)(0, end);
  });
  // A value above 3 stands for a mark.
  const marked: Monoid<SinceMark> = {
    ...sinceMark,
    add: (state, entry) =>
      Number(entry.value) > 3 ? addMark(state, entry.time) : sinceMark.add(state, entry),
  };
  holdsAsMonoid('since a mark', marked, entry, ({ marks, entries }, at) => {
    const mark = marks.filter((time) => time <= at).at(-1);
    return mark === undefined ? 'no mark' : measureList('count', entries, mark + 1, at + 1);
  });

  it('a slide over a growing window measures the same as each window on its own', () => {
    const list = fc
      .array(entry, { maxLength: 12 })
      .map((entries) => stateOf(listOfEntries(undefined), entries));
    const steps = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 12 });
    fc.assert(
      fc.property(list, fc.constantFrom(...MEASURES), steps, (entries, measure, steps) => {
        const slide = slideOver(measure, entries);
        let [from, to] = [0, 0];
        for (const [left, right] of steps) {
          to = Math.min(to + right, entries.times.length);
          from = Math.min(from + left, to);
          expect(slide(from, to)).toEqual(slideOver(measure, entries)(from, to));
        }
      }),
    );
  });

  it('the most frequent of equals is the one that came last', () => {
    const state = stateOf(tallyOfEntries, [
      { time: 1, value: 'shoes' },
      { time: 2, value: 'hats' },
    ]);
    expect(measureTally('mostFrequent', state, 5)).toBe('hats');
  });
});
