import {
  boundsOf,
  type Calendar,
  durationMs,
  type Entries,
  entersAt,
  firstAtOrAfter,
  leavesAt,
  type Window,
  withProducts,
} from '../../trait/index.ts';
import type { SequenceCondition } from '../condition.ts';
import { TIME_ZONE_ATTRIBUTE, TIME_ZONE_DEFAULT } from '../facts.ts';
import type { Matcher } from '../matcher.ts';
import { type PersonView, zoneOf } from '../person-view.ts';
import { compileCatalogueTests } from '../read-event.ts';
import type { SequenceWindow } from '../window.ts';
import { betweenBounds, compileWindow, isInPersonZone, keptForWindow } from './bounds.ts';
import { type Chain, chainHolds, countSteps } from './chain.ts';
import type { Compiler, Part } from './part.ts';

const NO_MARKS: readonly number[] = [];
const NO_TIMES: readonly number[] = [];

/** The times of one kind of event of a person, oldest first. */
type TimesOf = (person: PersonView) => readonly number[];

/** Events came in this order. */
export function sequencePart(condition: SequenceCondition, compiler: Compiler): Part {
  const { calendar } = compiler;
  const times = (matcher: Matcher): TimesOf => timesOf(matcher, condition.in, compiler);
  const steps = condition.sequence.map((step) => ({
    times: times(step.did),
    withinMs: step.within === undefined ? Number.POSITIVE_INFINITY : durationMs(step.within),
    // A step is later than the one before, by a millisecond at least.
    afterMs: step.after === undefined ? 1 : durationMs(step.after),
    without: (step.without ?? []).map(times),
  }));
  const { afterwards } = condition;
  const without = (afterwards?.without ?? []).map(times);
  const quietMs = afterwards?.for === undefined ? undefined : durationMs(afterwards.for);
  const isPersonal = isInPersonZone(condition.in);
  if (isPersonal) compiler.attribute(TIME_ZONE_ATTRIBUTE);
  const windowFor = compileWindow(condition.in, calendar);

  const chainOf = (person: PersonView): Chain => ({
    steps: steps.map((step) => ({
      times: step.times(person),
      withinMs: step.withinMs,
      afterMs: step.afterMs,
      without: merged(step.without, person),
    })),
    quiet: afterwards && { without: merged(without, person), forMs: quietMs },
  });
  const windowOf = (person: PersonView): Window =>
    windowFor(isPersonal ? zoneOf(person) : TIME_ZONE_DEFAULT, NO_MARKS);
  return {
    holds: (person, at) => holdsAt(chainOf(person), windowOf(person), at, calendar),
    nextChange: (person, at, now) => nextChangeOf(chainOf(person), windowOf(person), at, calendar, now),
    found: (person, at) => ({
      kind: 'steps',
      doneCount: countSteps(chainOf(person), boundsOf(windowOf(person), at, calendar), at),
      stepsCount: steps.length,
    }),
  };
}

/** Plans the list of one step. What may not happen is asked for after the window too, so only its start bounds the list. */
function timesOf(matcher: Matcher, window: SequenceWindow | undefined, compiler: Compiler): TimesOf {
  const keptMs = keptForWindow(window);
  const from =
    window && !('last' in window || 'calendar' in window) ? betweenBounds(window, compiler.calendar).from : 0;
  const fits = compileCatalogueTests(matcher, compiler.calendar);
  const plan = compiler.trait({
    did: matcher,
    form: 'list',
    ...(keptMs === undefined ? {} : { keptMs }),
    ...(from > 0 ? { from } : {}),
    ...(fits ? { perLine: true } : {}),
  });
  if (fits) compiler.catalogueTest({ trait: plan.key, fits });
  return (person) => {
    const entries = person.trait(plan.key) as Entries | undefined;
    if (!entries) return NO_TIMES;
    return fits ? withProducts(entries, (product) => fits(compiler.catalogue(product))).times : entries.times;
  };
}

function merged(lists: readonly TimesOf[], person: PersonView): readonly number[] {
  if (lists.length === 0) return NO_TIMES;
  if (lists.length === 1) return lists[0]!(person);
  return lists.flatMap((list) => [...list(person)]).sort((a, b) => a - b);
}

function holdsAt(chain: Chain, window: Window, at: number, calendar: Calendar): boolean {
  return chainHolds(chain, boundsOf(window, at, calendar), at);
}

/**
 * The exact moment at which the answer changes. Entries that leave the window can only end a sequence, so between two other
 * moments (something of the future comes, a quiet time is over) the end is found by halving.
 */
function nextChangeOf(
  chain: Chain,
  window: Window,
  at: number,
  calendar: Calendar,
  now = holdsAt(chain, window, at, calendar),
): number | undefined {
  let from = at;
  for (;;) {
    const next = nextOther(chain, window, from, calendar);
    if (now) {
      const end = firstFailing(chain, window, from, next ?? Number.POSITIVE_INFINITY, calendar);
      if (end !== undefined) return end;
    }
    if (next === undefined) return undefined;
    if (holdsAt(chain, window, next, calendar) !== now) return next;
    from = next;
  }
}

/** The next moment at which a sequence may begin to hold, or be broken by an event: anything but an entry that leaves. */
function nextOther(chain: Chain, window: Window, at: number, calendar: Calendar): number | undefined {
  let next = Number.POSITIVE_INFINITY;
  const { to } = boundsOf(window, at, calendar);
  for (const { times } of chain.steps) {
    const upcoming = times[firstAtOrAfter(times, to)];
    const enters = upcoming === undefined ? undefined : entersAt(window, upcoming, calendar);
    if (enters !== undefined && enters > at) next = Math.min(next, enters);
  }
  const { quiet } = chain;
  const breaking = quiet?.without[firstAtOrAfter(quiet.without, at + 1)];
  if (breaking !== undefined) next = Math.min(next, breaking);
  if (quiet?.forMs !== undefined) {
    const { times } = chain.steps.at(-1)!;
    const over = times[firstAtOrAfter(times, at - quiet.forMs + 1)];
    if (over !== undefined) next = Math.min(next, over + quiet.forMs);
  }
  return next === Number.POSITIVE_INFINITY ? undefined : next;
}

/**
 * The first moment after `from` and before `to` at which enough entries have left the window for the sequence to end. Its first step
 * is the first to leave, so only those matter; they leave in their order.
 */
function firstFailing(
  chain: Chain,
  window: Window,
  from: number,
  to: number,
  calendar: Calendar,
): number | undefined {
  if (window.kind === 'ever' || window.kind === 'between') return undefined;
  const { times } = chain.steps[0]!;
  const leavingOf = (i: number): number =>
    leavesAt(window, times[i]!, from, calendar) ?? Number.POSITIVE_INFINITY;
  const failsAt = (moment: number): boolean => moment >= to || !holdsAt(chain, window, moment, calendar);
  let low = firstAtOrAfter(times, boundsOf(window, from, calendar).from);
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (failsAt(leavingOf(middle))) high = middle;
    else low = middle + 1;
  }
  const leaving = low < times.length ? leavingOf(low) : Number.POSITIVE_INFINITY;
  return leaving < to ? leaving : undefined;
}
