import { refusal } from '../refusal.ts';
import { SCALE } from '../trait/index.ts';
import type { ComputedTrait } from './computed-schema.ts';
import type { TraitCondition } from './condition.ts';
import { asksCatalogue } from './matcher.ts';
import { type MeasureKey, NEWEST_DEFAULT } from './measure-keys.ts';
import { testKind, type ValueTest, type ValueTestKind } from './operators/kinds.ts';
import { type Comparison, numberComparisons } from './operators/number.ts';
import type { MeasureTest, Question } from './question.ts';

/** Finds a trait that people defined by its id; undefined when there is none. */
export type TraitResolver = (id: string) => ComputedTrait | undefined;

const COUNTS: ReadonlySet<MeasureKey> = new Set(['times', 'lines', 'distinct', 'repeated']);
const NUMBERS: ReadonlySet<MeasureKey> = new Set(['sum', 'average', 'minimum', 'maximum']);
const TIMES: ReadonlySet<MeasureKey> = new Set(['firstTime', 'lastTime']);

/** Whether a measure gives whole numbers. */
export function isCount(measure: MeasureKey): boolean {
  return COUNTS.has(measure);
}

/** The tests that the value of a trait can be put to. What is always there cannot be missing. */
export function testsOf({ measure, as }: ComputedTrait): readonly ValueTestKind[] {
  if (COUNTS.has(measure) || measure === 'sum') return ['number'];
  if (NUMBERS.has(measure)) return ['number', 'exists'];
  if (TIMES.has(measure)) return ['date', 'exists'];
  if (measure === 'newest') return ['list'];
  if (measure === 'mostFrequent') return ['text', 'exists'];
  return as === 'number' ? ['number', 'exists'] : ['text', 'date', 'truth', 'exists'];
}

/** A trait as a question about behaviour, without its test. */
export function measureOfTrait(trait: ComputedTrait): Omit<Question, 'test'> {
  const { did, in: window, measure: key, of, size } = trait;
  const as = NUMBERS.has(key) || trait.as === 'number' ? 'number' : 'text';
  return {
    did,
    window,
    key,
    measure: key === 'times' || key === 'lines' ? 'count' : key,
    of,
    as: of && as,
    size: key === 'newest' ? (size ?? NEWEST_DEFAULT) : undefined,
    perLine: key === 'lines' || asksCatalogue(did) || (of !== undefined && 'product' in of),
  };
}

/** The trait that a condition names or holds. Refusal: `condition.unknown-trait` (422) when it names one that there is not. */
export function traitOf({ trait }: TraitCondition, traits: TraitResolver): ComputedTrait {
  const found = typeof trait === 'string' ? traits(trait) : trait;
  if (found) return found;
  throw refusal(
    'condition.unknown-trait',
    422,
    'The condition names a trait that does not exist; name another one.',
    { detail: { trait } },
  );
}

/** A test of a trait's value as a question about behaviour. */
export function questionOfTrait(condition: TraitCondition, traits: TraitResolver): Question {
  const trait = traitOf(condition, traits);
  const { trait: _, ...test } = condition;
  return { ...measureOfTrait(trait), test: measureTest(trait.measure, test) };
}

function measureTest(measure: MeasureKey, test: ValueTest): MeasureTest {
  switch (testKind(test)) {
    case 'number': {
      const comparisons = numberComparisons(test.number!);
      return { kind: 'number', comparisons: isCount(measure) ? comparisons.map(wholeNumbers) : comparisons };
    }
    case 'date':
      return { kind: TIMES.has(measure) ? 'time' : 'date', date: test.date! };
    case 'text':
      return { kind: 'text', text: test.text! };
    case 'list':
      return { kind: 'list', list: test.list! };
    case 'truth':
      return { kind: 'truth', truth: test.truth! };
    case 'exists':
      return { kind: 'exists', exists: test.exists! };
  }
}

/** A comparison in ten-thousandths as one of whole numbers, which says the same of every count. */
function wholeNumbers([operator, bound]: Comparison): Comparison {
  const number = bound / SCALE;
  if (Number.isInteger(number)) return [operator, number];
  switch (operator) {
    case '>':
    case '<=':
      return [operator, Math.floor(number)];
    case '>=':
    case '<':
      return [operator, Math.ceil(number)];
    default:
      // No count is a fraction, and none is below 0.
      return [operator, -1];
  }
}
