import type { Words } from '../../../language/dictionaries.ts';
import type { Names } from '../../model/names.ts';
import type { Criterion } from './query.ts';

const SIGNS: Readonly<Record<string, string>> = {
  is: '=',
  isNot: '≠',
  above: '>',
  atLeast: '≥',
  below: '<',
  atMost: '≤',
};

/** A criterion in short: its metric, and its test unless that is the usual one. */
export function criterionText(criterion: Criterion, names: Names): string {
  const name = 'metric' in criterion ? names.metric(criterion.metric) : criterion.formula;
  const test = Object.entries(criterion.number ?? {}).map(
    ([sign, value]) => `${SIGNS[sign] ?? sign} ${value}`,
  );
  return [name, ...test].join(' ');
}

/** Several criteria, of which all must hold. */
export function criteriaText(criteria: readonly Criterion[], names: Names, words: Words): string {
  return criteria.map((each) => criterionText(each, names)).join(` ${words.diagrams.and} `);
}
