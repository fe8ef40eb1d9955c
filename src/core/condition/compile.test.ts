import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../trait/index.ts';
import { canonical, stableText } from './canonical.ts';
import { compileCondition } from './compile.ts';
import type { NumberTest } from './operators/number.ts';
import { LOOK_AHEAD_MS } from './parts/group.ts';
import { factsOf, newFragment, type PlacedEvent, viewOver } from './person.fixture.ts';
import { AUDIENCES, anyCondition, anyEvent, anyMoment, CATALOGUE, TRAITS } from './random.fixture.ts';
import { type History, holdsByReference } from './reference.ts';

const calendar = createCalendar();
const around = {
  audiences: (id: string) => AUDIENCES[id],
  traits: (id: string) => TRAITS[id],
  catalogue: (id: string) => CATALOGUE[id],
  calendar,
};

/** More with RAPPORT_RUNS=20000 npx vitest run src/core/condition. */
const RUNS = Number(process.env.RAPPORT_RUNS ?? 1_500);

/** A person's events in their order of arrival, each with the fragment that it goes to and the clock when it arrives. */
const arrivals = fc
  .array(fc.tuple(anyEvent, fc.nat(2)), { maxLength: 20, size: 'max' })
  .map((events) =>
    events.map(([event, fragment], place): [PlacedEvent, number] => [
      { ...event, id: `e${place}`, place },
      fragment,
    ]),
  );

describe('compiled conditions', () => {
  it('answer from traits, fed late and out of order over several fragments, what the whole history says', () => {
    fc.assert(
      fc.property(
        anyCondition,
        arrivals,
        anyMoment,
        fc.array(anyMoment),
        (condition, arrivals, at, settlings) => {
          const compiled = compileCondition(condition, around);
          const fragments = [0, 1, 2].map(() => newFragment(compiled.traits));
          for (const [i, [event, fragment]] of arrivals.entries()) {
            fragments[fragment]!.feed(event);
            // The clock of the log only goes forward; asking comes last.
            const clock = Math.min(at, ...settlings.slice(i));
            fragments[fragment]!.settle(clock);
          }
          const events = arrivals.map(([event]) => event);
          const history: History = { ...factsOf(events, at), events };
          const view = viewOver(compiled.traits, fragments, history);
          expect(compiled.holds(view, at)).toBe(holdsByReference(condition, history, at, around));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('announce the exact moment at which an answer changes by itself', () => {
    fc.assert(
      fc.property(
        anyCondition,
        arrivals,
        anyMoment,
        fc.array(fc.nat(1_000), { maxLength: 3 }),
        (condition, arrivals, at, probes) => {
          const compiled = compileCondition(condition, around);
          const fragment = newFragment(compiled.traits);
          for (const [event] of arrivals) fragment.feed(event);
          const view = viewOver(
            compiled.traits,
            [fragment],
            factsOf(
              arrivals.map(([event]) => event),
              at,
            ),
          );
          const now = compiled.holds(view, at);
          const next = compiled.nextChange(view, at);
          if (next !== undefined) {
            expect(next).toBeGreaterThan(at);
            if (next < at + LOOK_AHEAD_MS) expect(compiled.holds(view, next)).toBe(!now);
            expect(compiled.holds(view, next - 1)).toBe(now);
          }
          const until = next ?? at + 3 * 365 * 86_400_000;
          for (const probe of probes) {
            const moment = at + Math.floor(((until - 1 - at) * probe) / 1_000);
            expect(compiled.holds(view, moment)).toBe(now);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('announce when a count passes any bound, though the entries are not walked one by one', () => {
    const did = { event: 'Shop Visited' };
    const compiledFor = (number: NumberTest) =>
      compileCondition({ trait: { did, in: { last: '1d' }, measure: 'times' }, number }, around);
    const hour = 3_600_000;
    const start = Date.UTC(2026, 4, 3);
    const found = (number: NumberTest): number | undefined => {
      const compiled = compiledFor(number);
      const fragment = newFragment(compiled.traits);
      for (const at of [0, 1, 1, 2])
        fragment.feed({
          ...{ id: `${at}`, type: 'track', name: 'Shop Visited', source: 's', channel: 'web' },
          ...{ time: start + at * hour, received: start, identities: [], properties: {}, context: {} },
        });
      const next = compiled.nextChange(
        viewOver(compiled.traits, [fragment], factsOf([], 0)),
        start + 3 * hour,
      );
      return next === undefined ? undefined : (next - start) / hour - 24;
    };
    expect(found({ above: 3 })).toBe(0);
    expect(found({ above: 0.5 })).toBe(2);
    expect(found({ below: 4 })).toBe(0);
    expect(found({ below: 1 })).toBe(2);
    expect(found({ isNot: 3 })).toBe(0);
    expect(found({ isNot: 1 })).toBe(1);
    expect(found({ is: 2 })).toBeUndefined();
    expect(found({ atLeast: 1.5, below: 5 })).toBe(1);
    expect(found({ below: 0 })).toBeUndefined();
  });

  it('mean the same in their canonical form, which is stable', () => {
    fc.assert(
      fc.property(anyCondition, arrivals, anyMoment, (condition, arrivals, at) => {
        const stable = canonical(condition);
        expect(stableText(canonical(stable))).toBe(stableText(stable));
        const events = arrivals.map(([event]) => event);
        const history: History = { ...factsOf(events, at), events };
        const holds = (it: typeof condition) => holdsByReference(it, history, at, around);
        expect(holds(stable)).toBe(holds(condition));
      }),
      { numRuns: RUNS / 3 },
    );
  });

  it('announce no moment when entries that leave together jump over the count that is asked', () => {
    const compiled = compileCondition(
      { did: { event: 'A' }, in: { last: '1h' }, times: { exactly: 2 } },
      around,
    );
    const fragment = newFragment(compiled.traits);
    for (const [i, time] of [1_000, 2_000, 2_000].entries())
      fragment.feed({
        ...{ id: `a${i}`, place: i, type: 'track', name: 'A', time, received: time, source: 's' },
        ...{ channel: 'web', identities: [], properties: {}, context: {} },
      } satisfies PlacedEvent);
    const view = viewOver(compiled.traits, [fragment], factsOf([], 0));
    expect(compiled.nextChange(view, 3_000)).toBe(3_601_000);
    const once = compileCondition({ did: { event: 'A' }, in: { last: '1h' }, times: { exactly: 1 } }, around);
    expect(once.nextChange(view, 3_000)).toBeUndefined();
  });
});
