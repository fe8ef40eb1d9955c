import {
  boundsOf,
  type Entries,
  entersAt,
  firstAtOrAfter,
  leavesAt,
  type Measured,
  noEntries,
  type SinceMark,
  slideOver,
  type Window,
  withProducts,
} from '../../trait/index.ts';
import { TIME_ZONE_DEFAULT } from '../facts.ts';
import type { PersonView, TraitState } from '../person-view.ts';
import { compileCatalogueTests } from '../read-event.ts';
import { compileWindow } from './bounds.ts';
import type { CountRange, Reading, ReadingParts } from './reading-parts.ts';

/** Answers from a list: entries come into the window and leave it. */
export function listedReading({ question, spec, compiler, check, zoneFor, range }: ReadingParts): Reading {
  const { calendar, catalogue } = compiler;
  const { measure, size } = question;
  const plan = compiler.trait(spec);
  const fits = compileCatalogueTests(question.did, calendar);
  if (fits) compiler.catalogueTest({ trait: plan.key, fits });
  const windowFor = compileWindow(question.window, calendar);
  // What is measured of somebody who did nothing of it, who are most; no test of that moves with time.
  const ofNothing = slideOver(measure, noEntries(), size)(0, 0);
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
    return [measure === 'count' ? end - first : slideOver(measure, entries, size)(first, end), zone];
  };
  return {
    valueAt: (person, at) => valueAt(person, at)[0],
    holds(person, at) {
      if (person.trait(plan.key) === undefined) return check.holds(ofNothing, at, TIME_ZONE_DEFAULT);
      const [value, zone] = valueAt(person, at);
      return check.holds(value, at, zone);
    },
    nextChange(person, at) {
      if (person.trait(plan.key) === undefined) return undefined;
      const { entries, window, zone } = look(person);
      const { times } = entries;
      let [first, end] = indices(entries, window, at);
      if (range && window.kind === 'last' && end === times.length)
        return countChange(times, end - first, range, window.ms);
      const slide = slideOver(measure, entries, size);
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
  { least, greatest }: CountRange,
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
