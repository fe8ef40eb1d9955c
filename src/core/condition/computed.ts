import { type Static, Type } from 'typebox';
import { createCalendar, type Measured, SCALE } from '../trait/index.ts';
import { canonicalMatcher, keyOf } from './canonical.ts';
import { checkMatcher, checkWindow } from './check/behaviour.ts';
import { type Problem, placeAt } from './check/problem.ts';
import type { Surroundings } from './compile.ts';
import { TIME_ZONE_ATTRIBUTE } from './facts.ts';
import { asksCatalogue, Matcher, ValueField } from './matcher.ts';
import { isInPersonZone } from './parts/bounds.ts';
import { readMeasure } from './parts/reading.ts';
import type { PersonView } from './person-view.ts';
import { MEASURE_KEYS } from './question.ts';
import { planTrait, type TraitPlan } from './traits.ts';
import { ConditionWindow } from './window.ts';

/**
 * A trait that people define: what a behaviour condition measures, without a test. `as` tells how a first or last value is read; all
 * other measures know.
 */
export const ComputedTrait = Type.Object(
  {
    did: Matcher,
    in: Type.Optional(ConditionWindow),
    measure: Type.Enum(MEASURE_KEYS),
    of: Type.Optional(ValueField),
    as: Type.Optional(Type.Union([Type.Literal('number'), Type.Literal('text')])),
  },
  { additionalProperties: false, title: 'Computed trait' },
);
export type ComputedTrait = Static<typeof ComputedTrait>;

/** A computed trait ready to be read. */
export interface CompiledTrait {
  readonly key: string;
  readonly traits: readonly TraitPlan[];
  readonly attributes: ReadonlySet<string>;
  readonly asksCatalogue: boolean;
  /** A count, a number in units, a text, a time in ms; undefined when there is nothing to measure. */
  value(person: PersonView, at: number): number | string | undefined;
  /** The exact moment at which the value changes by itself, because something leaves or enters its window; undefined when never. */
  nextChange(person: PersonView, at: number): number | undefined;
}

const NUMBERS: ReadonlySet<string> = new Set(['sum', 'average', 'minimum', 'maximum']);
const WITHOUT_VALUE: ReadonlySet<string> = new Set(['times', 'lines', 'firstTime', 'lastTime']);

/** What is wrong with a computed trait of the right shape; nothing when it can be compiled. */
export function checkTrait(trait: ComputedTrait): Problem[] {
  const problems: Problem[] = [];
  const place = placeAt(problems);
  checkMatcher(trait.did, place.down('did'));
  if (trait.in) checkWindow(trait.in, place.down('in'));
  const needsValue = !WITHOUT_VALUE.has(trait.measure);
  if (needsValue && !trait.of)
    place.problem('condition.incomplete', 'Needs “of”: the value that is measured.');
  if (!needsValue && trait.of)
    place.down('of').problem('condition.ambiguous', 'Nothing is read for this measure; leave it away.');
  const isOfLine = trait.measure === 'lines' || (trait.of !== undefined && 'product' in trait.of);
  if (asksCatalogue(trait.did) && needsValue && !isOfLine)
    place
      .down('of')
      .problem(
        'condition.catalogue-count',
        'The catalogue is asked of product lines; measure a field of the product.',
      );
  if (asksCatalogue(trait.did) && trait.measure === 'times')
    place
      .down('measure')
      .problem(
        'condition.catalogue-count',
        'The catalogue is asked of product lines; count “lines” instead.',
      );
  return problems;
}

/** Compiles a computed trait that `checkTrait` has nothing against. It shares its traits with conditions that ask the same. */
export function compileTrait(trait: ComputedTrait, surroundings: Surroundings = {}): CompiledTrait {
  const { calendar = createCalendar(), catalogue = () => undefined } = surroundings;
  const { did, in: window, measure, of } = trait;
  const plans = new Map<string, TraitPlan>();
  const isPersonal = isInPersonZone(window);
  const as = NUMBERS.has(measure) || trait.as === 'number' ? 'number' : 'text';
  const question = {
    did,
    window,
    measure: measure === 'times' || measure === 'lines' ? 'count' : measure,
    of,
    as: of && as,
    perLine: measure === 'lines' || asksCatalogue(did) || (of !== undefined && 'product' in of),
  } as const;
  // A value changes when it no longer is what it is: the check compares with the value at the moment that is asked about.
  let current: Measured;
  const check = { holds: (value: Measured) => value === current, nextChange: () => undefined };
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
      return of && as === 'number' && typeof value === 'number' && measure !== 'distinct'
        ? value / SCALE
        : value;
    },
    nextChange(person, at) {
      current = reading.valueAt(person, at);
      return reading.nextChange(person, at);
    },
  };
}
