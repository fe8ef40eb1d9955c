import {
  boundsOf,
  type Entries,
  entersAt,
  firstAtOrAfter,
  leavesAt,
  type Measured,
  measureTally,
  measureTotal,
  SCALE,
  type SinceMark,
  slideOver,
  type Tally,
  type Total,
  truthOf,
  type Window,
  withProducts,
} from '../../trait/index.ts';
import type { BehaviourCondition } from '../condition.ts';
import { TIME_ZONE_ATTRIBUTE, TIME_ZONE_DEFAULT } from '../facts.ts';
import { countRange } from '../operators/number.ts';
import { textHolds } from '../operators/text.ts';
import { type Check, numberCheck, timeCheck, valueCheck } from '../operators/value-check.ts';
import { type PersonView, type TraitState, zoneOf } from '../person-view.ts';
import { type Question, questionOf } from '../question.ts';
import { compileCatalogueTests } from '../read-event.ts';
import type { TraitSpec } from '../traits.ts';
import { betweenBounds, compileWindow, isInPersonZone, keptForWindow } from './bounds.ts';
import type { Compiler, Found, Part } from './part.ts';

/** What the person did passes a test. */
export function behaviourPart(condition: BehaviourCondition, compiler: Compiler): Part {
  const question = questionOf(condition);
  const spec = specOf(question, compiler);
  if (zoneReader(question) === zoneOf) compiler.attribute(TIME_ZONE_ATTRIBUTE);
  return spec.form === 'total' || spec.form === 'tally'
    ? summedPart(question, spec, compiler)
    : listedPart(question, spec, compiler);
}

/** The person's time zone where the question asks for it; nothing is looked up where it does not. */
function zoneReader({ window, test }: Question): (person: PersonView) => string {
  const isAsked =
    isInPersonZone(window) ||
    ((test.kind === 'date' || test.kind === 'time') && test.date.timeZone === 'person');
  return isAsked ? zoneOf : () => TIME_ZONE_DEFAULT;
}

/** The cheapest trait that answers the question: sums where the window has no moving start, else a list. */
function specOf(question: Question, { calendar }: Compiler): TraitSpec {
  const { did, window, measure, of, as, perLine } = question;
  const what = { did, ...(of && as ? { of, as } : {}), ...(perLine ? { perLine } : {}) };
  if (window && 'since' in window) return { ...what, form: 'since', since: window.since };
  const isMoving = window !== undefined && ('last' in window || 'calendar' in window);
  const bounds = window && !isMoving ? finite(betweenBounds(window, calendar)) : {};
  if (!isMoving && !compileCatalogueTests(did, calendar))
    return {
      ...what,
      ...bounds,
      form: measure === 'distinct' || measure === 'mostFrequent' ? 'tally' : 'total',
    };
  const keptMs = keptForWindow(window);
  return { ...what, ...bounds, form: 'list', ...(keptMs === undefined ? {} : { keptMs }) };
}

function finite({ from, to }: { from: number; to: number }): { from?: number; to?: number } {
  return { ...(Number.isFinite(from) ? { from } : {}), ...(Number.isFinite(to) ? { to } : {}) };
}

/** Compiles the test of what was measured. */
function checkOf({ test }: Question, { calendar }: Compiler): Check<Measured> {
  switch (test.kind) {
    case 'number':
      return numberCheck(test.comparisons);
    case 'time':
      return timeCheck(test.date, calendar);
    case 'date':
      return valueCheck({ date: test.date }, calendar);
    case 'truth':
      return { holds: (value) => truthOf(value) === test.truth, nextChange: () => undefined };
    case 'text': {
      const holds = textHolds(test.text);
      return {
        holds: (value) => holds(value === undefined ? undefined : String(value)),
        nextChange: () => undefined,
      };
    }
  }
}

/** Answers from sums: they change by themselves only when something of the future comes due, or with the test. */
function summedPart(question: Question, spec: TraitSpec, compiler: Compiler): Part {
  const { measure } = question;
  const plan = compiler.trait(spec);
  const check = checkOf(question, compiler);
  const zoneFor = zoneReader(question);
  const stateOf = (person: PersonView): Total | Tally =>
    (person.trait(plan.key) ?? plan.monoid.empty()) as Total | Tally;
  const valueAt = (state: Total | Tally, at: number): Measured =>
    measure === 'distinct' || measure === 'mostFrequent'
      ? measureTally(measure, state as Tally, at)
      : measureTotal(measure, state as Total, at);
  return {
    holds: (person, at) => check.holds(valueAt(stateOf(person), at), at, zoneFor(person)),
    nextChange(person, at) {
      const state = stateOf(person);
      const zone = zoneFor(person);
      const now = check.holds(valueAt(state, at), at, zone);
      const { times } = state.pending;
      let from = at;
      for (let i = firstAtOrAfter(times, at + 1); ; i = firstAtOrAfter(times, from + 1)) {
        const due = times[i];
        const changed = check.nextChange(valueAt(state, from), from, zone);
        if (changed !== undefined && (due === undefined || changed < due)) return changed;
        if (due === undefined) return undefined;
        if (check.holds(valueAt(state, due), due, zone) !== now) return due;
        from = due;
      }
    },
    found: (person, at) => foundOf(question, valueAt(stateOf(person), at)),
  };
}

/** Answers from a list: entries come into the window and leave it. */
function listedPart(question: Question, spec: TraitSpec, compiler: Compiler): Part {
  const { calendar, catalogue } = compiler;
  const { measure, test } = question;
  const plan = compiler.trait(spec);
  const check = checkOf(question, compiler);
  const fits = compileCatalogueTests(question.did, calendar);
  const zoneFor = zoneReader(question);
  const windowFor = compileWindow(question.window, calendar);
  const look = (person: PersonView): { entries: Entries; window: Window; zone: string } => {
    const zone = zoneFor(person);
    const { entries, marks } = partsOf(person.trait(plan.key) ?? plan.monoid.empty());
    return {
      entries: fits ? withProducts(entries, (product) => fits(catalogue(product))) : entries,
      window: windowFor(zone, marks),
      zone,
    };
  };
  const indices = (entries: Entries, window: Window, at: number): [from: number, to: number] => {
    const { from, to } = boundsOf(window, at, calendar);
    const first = firstAtOrAfter(entries.times, from);
    return [first, Math.max(first, firstAtOrAfter(entries.times, to))];
  };
  const valueAt = (person: PersonView, at: number): [value: Measured, zone: string] => {
    const { entries, window, zone } = look(person);
    const [first, end] = indices(entries, window, at);
    return [measure === 'count' ? end - first : slideOver(measure, entries)(first, end), zone];
  };
  const range = measure === 'count' && test.kind === 'number' ? countRange(test.comparisons) : undefined;
  return {
    holds(person, at) {
      const [value, zone] = valueAt(person, at);
      return check.holds(value, at, zone);
    },
    found: (person, at) => foundOf(question, valueAt(person, at)[0]),
    nextChange(person, at) {
      const { entries, window, zone } = look(person);
      const { times } = entries;
      let [first, end] = indices(entries, window, at);
      if (range && window.kind === 'last' && end === times.length)
        return countChange(times, end - first, range, window.ms);
      const slide = slideOver(measure, entries);
      let value = slide(first, end);
      const now = check.holds(value, at, zone);
      let from = at;
      for (;;) {
        const leaves = end > first ? leavesAt(window, times[first]!, from, calendar) : undefined;
        const enters = end < times.length ? entersAt(window, times[end]!, calendar) : undefined;
        const shift = Math.min(leaves ?? Number.POSITIVE_INFINITY, enters ?? Number.POSITIVE_INFINITY);
        const changed = check.nextChange(value, from, zone);
        if (changed !== undefined && changed < shift) return changed;
        if (shift === Number.POSITIVE_INFINITY) return undefined;
        from = shift;
        [first, end] = indices(entries, window, from);
        value = slide(first, end);
        if (check.holds(value, from, zone) !== now) return from;
      }
    },
  };
}

/** When a count that only falls crosses a bound: the moment at which the deciding entry leaves. No need to walk there. */
function countChange(
  times: readonly number[],
  count: number,
  { least, greatest }: { least: number; greatest: number },
  lengthMs: number,
): number | undefined {
  // Entries left at the moment of change: one too few, or just few enough.
  const left = count > greatest ? greatest : count >= least ? least - 1 : -1;
  if (left < 0) return undefined;
  const leaving = times[times.length - left - 1]!;
  // Entries of the same moment leave together, so it may jump over what was asked.
  const leftThen = times.length - firstAtOrAfter(times, leaving + 1);
  return count > greatest && leftThen < least ? undefined : leaving + lengthMs;
}

function partsOf(state: TraitState): { entries: Entries; marks: readonly number[] } {
  const listed = state as Entries | SinceMark;
  return 'marks' in listed ? listed : { entries: listed, marks: [] };
}

/** A measured value as people read it: numbers in units, not in ten-thousandths. */
function foundOf({ measure, as }: Question, value: Measured): Found {
  if (measure === 'firstTime' || measure === 'lastTime')
    return { kind: 'time', ms: value as number | undefined };
  return { kind: 'value', value: as === 'number' && typeof value === 'number' ? value / SCALE : value };
}
