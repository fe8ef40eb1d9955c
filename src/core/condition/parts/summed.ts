import {
  firstAtOrAfter,
  isTallied,
  type Measured,
  measureTally,
  measureTotal,
  type Tally,
  type Total,
} from '../../trait/index.ts';
import { TIME_ZONE_DEFAULT } from '../facts.ts';
import type { PersonView } from '../person-view.ts';
import type { Reading, ReadingParts } from './reading-parts.ts';

/** Answers from sums: they change by themselves only when something of the future comes due, or with the test. */
export function summedReading({ question, spec, compiler, check, zoneFor }: ReadingParts): Reading {
  const { measure } = question;
  const plan = compiler.trait(spec);
  const stateOf = (person: PersonView): Total | Tally =>
    (person.trait(plan.key) ?? plan.monoid.empty()) as Total | Tally;
  const valueAt = (state: Total | Tally, at: number): Measured =>
    isTallied(measure)
      ? measureTally(measure, state as Tally, at)
      : measureTotal(measure, state as Total, at);
  const ofNothing = valueAt(plan.monoid.empty() as Total | Tally, 0);
  return {
    valueAt: (person, at) => valueAt(stateOf(person), at),
    holds(person, at) {
      const state = person.trait(plan.key) as Total | Tally | undefined;
      // Nothing of it was done, which is most often so: no test of that moves with time.
      if (!state) return check.holds(ofNothing, at, TIME_ZONE_DEFAULT);
      return check.holds(valueAt(state, at), at, zoneFor(person));
    },
    nextChange(person, at) {
      if (person.trait(plan.key) === undefined) return undefined;
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
  };
}
