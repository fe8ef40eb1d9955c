import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, NOON, viewAfter } from './profile.fixture.ts';
import { noteSession, type Sessions, summary } from './sessions.ts';

const PAUSE = 30 * MINUTE;
const RUNS = Number(process.env.RAPPORT_TEST_RUNS ?? 1_000);

/** What sessions are: events in order of time, cut where nothing happened for the length of the pause. */
function reference(times: readonly number[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const time of times.toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && time - last.end < PAUSE) last.end = time;
    else spans.push({ start: time, end: time });
  }
  return spans;
}

describe('a session', () => {
  const view = (...minutes: number[]) => viewAfter(minutes.map((minute) => ({ minute }))).sessions;
  const between = (start: number, end: number) => ({
    start: NOON + start * MINUTE,
    end: NOON + end * MINUTE,
  });

  it('goes on while events are less than 30 minutes apart', () => {
    expect(view(0, 29, 58)).toEqual({ count: 1, last: between(0, 58) });
    expect(view(0, 30)).toEqual({ count: 2, last: between(30, 30) });
  });

  it('takes in a late event, and begins earlier for it', () => {
    expect(view(0, 100, 10)).toEqual({ count: 2, last: between(100, 100) });
    expect(view(0, 100, 80)).toEqual({ count: 2, last: between(80, 100) });
    expect(view(0, 100, 50)).toEqual({ count: 3, last: between(100, 100) });
  });

  it('becomes one with another when a late event closes the gap between them', () => {
    expect(view(0, 50, 25)).toEqual({ count: 1, last: between(0, 50) });
    const sessions: Sessions = [];
    expect(noteSession(sessions, 0, 1, PAUSE)).toEqual({ id: 1 });
    expect(noteSession(sessions, 50 * MINUTE, 2, PAUSE)).toEqual({ id: 2 });
    expect(noteSession(sessions, 25 * MINUTE, 3, PAUSE)).toEqual({ id: 1, absorbed: 2 });
  });

  it('belongs to one device; two devices at the same time are two sessions', () => {
    const events = [{ sender: 'anonymous:phone' }, { sender: 'anonymous:laptop', minute: 1 }];
    expect(viewAfter(events).sessions.count).toBe(2);
  });

  it('is of somebody who acts: orders that a system reports, and messages, open none', () => {
    const events = (['order', 'message', 'ad', 'system', 'catalogue'] as const).map((channel) => ({
      channel,
    }));
    expect(viewAfter(events).sessions).toEqual({ count: 0 });
    expect(viewAfter([{ channel: 'store' }]).sessions.count).toBe(1);
  });

  it('counts though it is too old to be kept', () => {
    const events = Array.from({ length: 1_200 }, (_, i) => ({ minute: i * 60 }));
    expect(viewAfter([...events, { minute: -60 }]).sessions).toEqual({
      count: 1_201,
      last: between(1_199 * 60, 1_199 * 60),
    });
  });

  it('may have another pause', () => {
    expect(viewAfter([{}, { minute: 10 }], { sessionPauseMs: 5 * MINUTE }).sessions.count).toBe(2);
  });
});

describe('sessions', () => {
  const times = fc.array(
    fc
      .oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(0, 30, 60, 90))
      .map((minute) => minute * MINUTE),
    { minLength: 1, maxLength: 40 },
  );

  it('are what a look at all events gives, in any order of arrival', () => {
    fc.assert(
      fc.property(times, (times) => {
        const sessions: Sessions = [];
        for (const [place, time] of times.entries()) noteSession(sessions, time, place, PAUSE);
        const expected = reference(times);
        expect(summary([[sessions]], PAUSE)).toEqual({ count: expected.length, last: expected.at(-1) });
      }),
      { numRuns: RUNS },
    );
  });

  it('have ids that tell for every event in which one it is', () => {
    fc.assert(
      fc.property(times, (times) => {
        const sessions: Sessions = [];
        const into = new Map<number, number>();
        const notes = times.map((time, place) => {
          const { id, absorbed } = noteSession(sessions, time, place, PAUSE);
          if (absorbed !== undefined) into.set(absorbed, id);
          return { time, id };
        });
        const follow = (id: number): number => (into.has(id) ? follow(into.get(id)!) : id);
        for (const { start, end } of reference(times)) {
          const inside = notes.filter(({ time }) => time >= start && time <= end);
          const outside = notes.filter(({ time }) => time < start || time > end);
          const ids = new Set(inside.map(({ id }) => follow(id)));
          expect(ids.size).toBe(1);
          expect(outside.some(({ id }) => ids.has(follow(id)))).toBe(false);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('of a device that was two people’s are the same as if its events had come to one', () => {
    fc.assert(
      fc.property(times, fc.infiniteStream(fc.boolean()), (times, whose) => {
        const lists: [Sessions, Sessions] = [[], []];
        for (const [place, time] of times.entries())
          noteSession(lists[whose.next().value ? 1 : 0], time, place, PAUSE);
        const expected = reference(times);
        expect(summary([lists], PAUSE)).toEqual({ count: expected.length, last: expected.at(-1) });
      }),
      { numRuns: RUNS },
    );
  });
});
