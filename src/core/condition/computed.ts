import { createCalendar, type Measured, SCALE } from '../trait/index.ts';
import { canonicalMatcher, keyOf } from './canonical.ts';
import { checkTrait as check } from './check/computed.ts';
import { type Problem, placeAt } from './check/problem.ts';
import type { Surroundings } from './compile.ts';
import type { ComputedTrait } from './computed-schema.ts';
import { TIME_ZONE_ATTRIBUTE } from './facts.ts';
import { asksCatalogue } from './matcher.ts';
import { isInPersonZone } from './parts/bounds.ts';
import { readMeasure } from './parts/reading.ts';
import type { PersonView } from './person-view.ts';
import { isCount, measureOfTrait } from './trait-question.ts';
import { planTrait, type TraitPlan } from './traits.ts';

export { ComputedTrait } from './computed-schema.ts';

/** A computed trait ready to be read. */
export interface CompiledTrait {
  readonly key: string;
  readonly traits: readonly TraitPlan[];
  readonly attributes: ReadonlySet<string>;
  readonly asksCatalogue: boolean;
  /** A count, a number in units, a text, texts, a time in ms; undefined when there is nothing to measure. */
  value(person: PersonView, at: number): Measured;
  /** The exact moment at which the value changes by itself, because something leaves or enters its window; undefined when never. */
  nextChange(person: PersonView, at: number): number | undefined;
}

/** What is wrong with a computed trait of the right shape; nothing when it can be compiled. */
export function checkTrait(trait: ComputedTrait): Problem[] {
  const problems: Problem[] = [];
  check(trait, placeAt(problems));
  return problems;
}

/** Compiles a computed trait that `checkTrait` has nothing against. It shares its traits with conditions that ask the same. */
export function compileTrait(trait: ComputedTrait, surroundings: Surroundings = {}): CompiledTrait {
  const { calendar = createCalendar(), catalogue = () => undefined } = surroundings;
  const { did, in: window } = trait;
  const plans = new Map<string, TraitPlan>();
  const isPersonal = isInPersonZone(window);
  const question = measureOfTrait(trait);
  // A value changes when it no longer is what it is: the check compares with the value at the moment that is asked about.
  let current: Measured;
  const check = { holds: (value: Measured) => isSame(value, current), nextChange: () => undefined };
  const compiler = {
    calendar,
    catalogue,
    attribute: () => undefined,
    consent: () => undefined,
    catalogueTest: () => undefined,
    trait(spec: TraitPlan['spec']) {
      const plan = planTrait(spec, calendar);
      plans.set(plan.key, plan);
      return plan;
    },
  };
  const reading = readMeasure(question, compiler, check, isPersonal, undefined);
  return {
    key: keyOf({ ...trait, did: canonicalMatcher(did) }),
    traits: [...plans.values()],
    attributes: new Set(isPersonal ? [TIME_ZONE_ATTRIBUTE] : []),
    asksCatalogue: asksCatalogue(did),
    value(person, at) {
      const value = reading.valueAt(person, at);
      return question.as === 'number' && typeof value === 'number' && !isCount(trait.measure)
        ? value / SCALE
        : value;
    },
    nextChange(person, at) {
      current = reading.valueAt(person, at);
      return reading.nextChange(person, at);
    },
  };
}

function isSame(a: Measured, b: Measured): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && a.join('\n') === b.join('\n'));
}
