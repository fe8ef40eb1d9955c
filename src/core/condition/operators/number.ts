import { type Static, Type } from 'typebox';
import { NUMBER_MAX, SCALE } from '../../trait/index.ts';

/** Four decimals at most, which the check enforces: conditions compare in ten-thousandths. */
const Amount = Type.Number({ minimum: -NUMBER_MAX, maximum: NUMBER_MAX });
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });

/** What a number must be. Every operator given must hold; `isNot` also holds where there is no number. */
export const NumberTest = Type.Object(
  {
    is: Type.Optional(Amount),
    isNot: Type.Optional(Amount),
    above: Type.Optional(Amount),
    atLeast: Type.Optional(Amount),
    below: Type.Optional(Amount),
    atMost: Type.Optional(Amount),
  },
  { additionalProperties: false, minProperties: 1, title: 'Number' },
);
export type NumberTest = Static<typeof NumberTest>;

/** How often. Every operator given must hold. */
export const CountTest = Type.Object(
  { exactly: Type.Optional(Count), atLeast: Type.Optional(Count), atMost: Type.Optional(Count) },
  { additionalProperties: false, minProperties: 1, title: 'How often' },
);
export type CountTest = Static<typeof CountTest>;

/** A comparison of a number with a bound. */
export type Comparison = readonly [operator: '=' | '!=' | '>' | '>=' | '<' | '<=', bound: number];

/** The test as comparisons in ten-thousandths. */
export function numberComparisons(test: NumberTest): Comparison[] {
  return compare([
    ['=', test.is],
    ['!=', test.isNot],
    ['>', test.above],
    ['>=', test.atLeast],
    ['<', test.below],
    ['<=', test.atMost],
  ]).map(([operator, bound]) => [operator, Math.round(bound * SCALE)]);
}

/** The test as comparisons of whole numbers. */
export function countComparisons(test: CountTest): Comparison[] {
  return compare([
    ['=', test.exactly],
    ['>=', test.atLeast],
    ['<=', test.atMost],
  ]);
}

function compare(all: readonly (readonly [Comparison[0], number | undefined])[]): Comparison[] {
  return all.flatMap(([operator, bound]) => (bound === undefined ? [] : [[operator, bound] as const]));
}

/** Whether a number passes all comparisons; a missing one passes `!=` only. */
export function compares(comparisons: readonly Comparison[], number: number | undefined): boolean {
  for (const [operator, bound] of comparisons) if (!comparesTo(operator, bound, number)) return false;
  return true;
}

function comparesTo(operator: Comparison[0], bound: number, number: number | undefined): boolean {
  if (number === undefined) return operator === '!=';
  switch (operator) {
    case '=':
      return number === bound;
    case '!=':
      return number !== bound;
    case '>':
      return number > bound;
    case '>=':
      return number >= bound;
    case '<':
      return number < bound;
    case '<=':
      return number <= bound;
  }
}

/** The least and greatest whole numbers that pass; least above greatest when none does, undefined when they are not in one piece. */
export function countRange(
  comparisons: readonly Comparison[],
): { readonly least: number; readonly greatest: number } | undefined {
  let [least, greatest] = [0, Number.POSITIVE_INFINITY];
  for (const [operator, bound] of comparisons) {
    if (operator === '!=') return undefined;
    if (operator === '=' || operator === '>=') least = Math.max(least, bound);
    if (operator === '>') least = Math.max(least, bound + 1);
    if (operator === '=' || operator === '<=') greatest = Math.min(greatest, bound);
    if (operator === '<') greatest = Math.min(greatest, bound - 1);
  }
  return { least, greatest };
}
