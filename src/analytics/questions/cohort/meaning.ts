import type { Condition } from '../../../core/condition/index.ts';
import { refusal } from '../../../core/index.ts';
import { type Cannot, matcherOfMetric } from '../../cell/metric-words.ts';
import { scopeCondition } from '../../cell/scope-condition.ts';
import type { Frame } from '../../frame.ts';
import { spanOf } from '../../range/range.ts';
import type { Span } from '../../range/span.ts';

import { type Period, periodsOf } from './plan.ts';
import type { CohortCell, CohortQuery, Criterion } from './query.ts';

/**
 * A cell as a condition: did it in the period of the cohort and in none of the range before, and came back in another, or did not.
 * There are words for criteria that say only that something happened.
 */
export function meaningOf(
  query: CohortQuery,
  { cohort, offset }: CohortCell,
  frame: Frame,
): Condition | Cannot {
  if (query.by)
    return { cannot: 'Which event was the first of a period, and what it said, is no condition.' };
  const scope = scopeCondition(query, frame);
  if ('cannot' in scope) return scope;
  const periods = periodsOf(query, frame);
  const at = periods.findIndex(({ name }) => name === cohort);
  if (at < 0) throw refusal('analytics.no-such-cell', 422, `The question has no cohort “${cohort}”.`);
  const range = spanOf(query.range, frame);
  const [first, ...more] = query.inclusion.map(wordsOf);
  const returned = (query.return ?? query.inclusion).map(wordsOf);
  const inclusion = first && more.length === 0 ? first : undefined;
  if (!inclusion || returned.some((each) => each === undefined))
    return { cannot: 'Only criteria that one metric of events is above 0 have words as a condition.' };
  const inPeriod = (did: Did, { span }: Period): Condition => ({
    did,
    in: between({ from: Math.max(span.from, range.from), to: Math.min(span.to, range.to) }),
  });
  const period = periods[at]!;
  const parts: Condition[] = [...scope.conditions, inPeriod(inclusion, period)];
  if (at > 0)
    parts.push({ not: { did: inclusion, in: between({ from: range.from, to: period.span.from }) } });
  if (offset !== undefined) {
    const back = offsetsUpTo(offset, query.isRolling).flatMap((each) => {
      const other = periods[at + each];
      return other ? returned.map((did) => inPeriod(did!, other)) : [];
    });
    if (back.length === 0) return { cannot: 'The period lies outside of the range.' };
    parts.push(query.shows === 'churn' ? { not: { all: back } } : { all: back });
  }
  return { all: parts };
}

type Did = NonNullable<ReturnType<typeof matcherOfMetric>>;

function wordsOf({ segments = [], number, ...column }: Criterion): Did | undefined {
  const isPlain = segments.length === 0 && number === undefined && 'metric' in column;
  return isPlain ? matcherOfMetric(column.metric) : undefined;
}

function offsetsUpTo(offset: number, isRolling: true | undefined): number[] {
  if (!isRolling) return [offset];
  return Array.from({ length: Math.abs(offset) }, (_, i) => Math.sign(offset) * (i + 1));
}

function between({ from, to }: Span): { readonly from: string; readonly to: string } {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
