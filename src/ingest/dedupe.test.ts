import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, emptySeen, hasSeen, SEEN_DAYS, SEEN_MAX, type Seen } from './dedupe.ts';
import { decodeSeen, encodeSeen } from './seen-text.ts';

const textOf = (seen: Seen): string => Buffer.from(encodeSeen(seen)).toString();

const DAY_MS = 86_400_000;
const NOON = Date.UTC(2026, 4, 3, 12);

type Call = readonly [id: string, received: number];
const calls = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 40 }).map(String), fc.integer({ min: 0, max: 12 })),
  {
    maxLength: 300,
  },
);

function run(seen: Seen, sequence: readonly Call[], from = 0): string[] {
  return sequence.map(([id, received], i) => check(seen, id, from + i, received));
}

describe('the memory of message ids', () => {
  test('an id counts once; the event that was counted is known again by its place', () => {
    const seen = emptySeen();
    expect(check(seen, 'a', 7, NOON)).toBe('new');
    expect(check(seen, 'a', 9, NOON)).toBe('again');
    expect(check(seen, 'a', 7, NOON)).toBe('same');
    expect(check(seen, 'b', 9, NOON)).toBe('new');
    expect(seen.count).toBe(2);
    expect([hasSeen(seen, 'b'), hasSeen(seen, 'c')]).toEqual([true, false]);
  });

  test('a place before the remembered one was itself counted in its time', () => {
    const seen = emptySeen();
    check(seen, 'a', 9, NOON);
    expect(check(seen, 'a', 3, NOON)).toBe('same');
    expect(seen.count).toBe(1);
  });

  test('an id is remembered for eight days and forgotten after', () => {
    const seen = emptySeen();
    check(seen, 'old', 1, NOON);
    check(seen, 'x', 2, NOON + SEEN_DAYS * DAY_MS);
    expect(hasSeen(seen, 'old')).toBe(true);
    expect(check(seen, 'old', 3, NOON + SEEN_DAYS * DAY_MS)).toBe('again');
    check(seen, 'y', 4, NOON + (SEEN_DAYS + 1) * DAY_MS);
    expect(hasSeen(seen, 'old')).toBe(false);
    expect(seen.count).toBe(2);
  });

  test('a busy sender never holds more than the bound; the oldest leave first and are counted', () => {
    const seen = emptySeen();
    for (let i = 0; i < SEEN_MAX; i++) check(seen, `id-${i}`, i, NOON + (i < 500 ? 0 : DAY_MS));
    expect([seen.count, seen.crowdedOut]).toEqual([SEEN_MAX, 0]);
    check(seen, 'one more', SEEN_MAX, NOON + DAY_MS);
    expect([seen.count, seen.crowdedOut]).toEqual([SEEN_MAX - 999, 1_000]);
    expect([hasSeen(seen, 'id-0'), hasSeen(seen, 'id-999'), hasSeen(seen, 'id-1000')]).toEqual([
      false,
      false,
      true,
    ]);
    expect(hasSeen(seen, 'one more')).toBe(true);
  });

  test('within the window the answers are those of a plain set, whatever the order of days', () => {
    fc.assert(
      fc.property(calls, (sequence) => {
        const known = new Set<string>();
        const expected = sequence.map(([id]) => {
          if (known.has(id)) return 'again';
          known.add(id);
          return 'new';
        });
        // At most eight days apart, so nothing may be forgotten.
        const close = sequence.map(([id, day]) => [id, NOON + (day % SEEN_DAYS) * DAY_MS] as const);
        expect(run(emptySeen(), close)).toEqual(expected);
      }),
    );
  });

  test('replaying a sequence over its own traces calls every counted event the same and changes nothing', () => {
    fc.assert(
      fc.property(calls, (sequence) => {
        const close = sequence.map(([id, day]) => [id, NOON + (day % SEEN_DAYS) * DAY_MS] as const);
        const seen = emptySeen();
        const first = run(seen, close);
        const text = textOf(seen);
        expect(run(seen, close)).toEqual(first.map((answer) => (answer === 'new' ? 'same' : answer)));
        expect(textOf(seen)).toBe(text);
      }),
    );
  });

  test('a checkpoint at any moment changes no later answer and no later text', () => {
    fc.assert(
      fc.property(calls, fc.nat(300), (sequence, cut) => {
        const timed = sequence.map(([id, day]) => [id, NOON + day * DAY_MS] as const);
        const whole = emptySeen();
        const answers = run(whole, timed);
        const before = emptySeen();
        const early = run(before, timed.slice(0, cut));
        const after = decodeSeen(textOf(before));
        const late = run(after, timed.slice(cut), Math.min(cut, timed.length));
        expect([...early, ...late]).toEqual(answers);
        expect(textOf(after)).toBe(textOf(whole));
        expect(after.count).toBe(whole.count);
      }),
    );
  });

  test('the text gives back fingerprints of 53 bits and places up to the largest safe integer, in any order', () => {
    const place = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), place), {
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.nat(40_000), pairs), { selector: ([day]) => day }), (days) => {
        const seen = emptySeen();
        for (const [day, list] of days) {
          seen.days.set(day, list.flat());
          seen.count += list.length;
        }
        const back = decodeSeen(textOf(seen));
        expect([...back.days].sort(([a], [b]) => a - b)).toEqual([...seen.days].sort(([a], [b]) => a - b));
        expect(back.count).toBe(days.reduce((sum, [, list]) => sum + list.length, 0));
      }),
    );
    expect(decodeSeen('')).toEqual(emptySeen());
  });
});
