import type { Measure } from '../trait/index.ts';
import type { BehaviourCondition } from './condition.ts';
import { asksCatalogue, type Matcher, type ValueField } from './matcher.ts';
import { type MeasureKey, measureKey, NEWEST_DEFAULT } from './measure-keys.ts';
import type { DateTest } from './operators/date.ts';
import type { ListTest } from './operators/list.ts';
import { type Comparison, countComparisons, numberComparisons } from './operators/number.ts';
import type { TextTest } from './operators/text.ts';
import type { ConditionWindow } from './window.ts';

/** What a measured value must be. Numbers are in ten-thousandths, counts as they are. */
export type MeasureTest =
  | { readonly kind: 'number'; readonly comparisons: readonly Comparison[] }
  | { readonly kind: 'text'; readonly text: TextTest }
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'list'; readonly list: ListTest }
  | { readonly kind: 'exists'; readonly exists: boolean }
  /** A date written in an event. */
  | { readonly kind: 'date'; readonly date: DateTest }
  /** When an event happened. */
  | { readonly kind: 'time'; readonly date: DateTest };

/** A behaviour condition with its defaults filled in: measure these events over this window, and put the result to a test. */
export interface Question {
  readonly did: Matcher;
  readonly window: ConditionWindow | undefined;
  readonly key: MeasureKey;
  readonly measure: Measure;
  readonly of: ValueField | undefined;
  /** How values are read; undefined where none is. */
  readonly as: 'number' | 'text' | undefined;
  /** How many values `newest` gives. */
  readonly size: number | undefined;
  /** Product lines are measured one by one, not whole events. */
  readonly perLine: boolean;
  readonly test: MeasureTest;
}

/** Fills in the defaults of a behaviour condition. */
export function questionOf(condition: BehaviourCondition): Question {
  const key = measureKey(condition);
  const { measure, of, as, test } = readMeasure(condition, key);
  const size = key === 'newest' ? (condition.newest!.size ?? NEWEST_DEFAULT) : undefined;
  const perLine = key === 'lines' || asksCatalogue(condition.did) || (of !== undefined && 'product' in of);
  return { did: condition.did, window: condition.in, key, measure, of, as, size, perLine, test };
}

type Read = Pick<Question, 'measure' | 'of' | 'as' | 'test'>;

function readMeasure(condition: BehaviourCondition, key: MeasureKey): Read {
  const counted = (
    measure: Measure,
    test: Parameters<typeof countComparisons>[0],
    of?: ValueField,
  ): Read => ({
    measure,
    of,
    as: of && 'text',
    test: { kind: 'number', comparisons: countComparisons(test) },
  });
  switch (key) {
    case 'times':
    case 'lines':
      return counted('count', condition[key] ?? { atLeast: 1 });
    case 'distinct':
      return counted('distinct', condition.distinct!, condition.distinct!.of);
    case 'sum':
    case 'average':
    case 'minimum':
    case 'maximum': {
      const { of, ...test } = condition[key]!;
      return {
        measure: key,
        of,
        as: 'number',
        test: { kind: 'number', comparisons: numberComparisons(test) },
      };
    }
    case 'firstTime':
    case 'lastTime':
      return { measure: key, of: undefined, as: undefined, test: { kind: 'time', date: condition[key]! } };
    case 'repeated':
      return counted('repeated', condition.repeated!, condition.repeated!.of);
    case 'newest': {
      const { of, list } = condition.newest!;
      return { measure: key, of, as: 'text', test: { kind: 'list', list } };
    }
    case 'mostFrequent': {
      const { of, text } = condition.mostFrequent!;
      return { measure: key, of, as: 'text', test: { kind: 'text', text } };
    }
    case 'first':
    case 'last':
      return readValue(key, condition[key]!);
  }
}

function readValue(measure: Measure, value: NonNullable<BehaviourCondition['first']>): Read {
  const { of, text, number, date, truth } = value;
  if (number)
    return { measure, of, as: 'number', test: { kind: 'number', comparisons: numberComparisons(number) } };
  if (text) return { measure, of, as: 'text', test: { kind: 'text', text } };
  if (date) return { measure, of, as: 'text', test: { kind: 'date', date } };
  return { measure, of, as: 'text', test: { kind: 'truth', truth: truth ?? true } };
}
