import { IconGridDots } from '@tabler/icons-react';
import { lazy } from 'react';
import { idColumns } from '../../id-columns.ts';
import { partKind, type Reading } from '../../part-kind.ts';
import { criteriaText } from './criterion-text.ts';
import { offsetsOf } from './offsets.ts';
import { periodText } from './period-text.ts';
import type { CohortAnswer, CohortQuery } from './query.ts';

/** Who comes back, period by period, as a table of heat. */
export const cohortPart = partKind<CohortQuery, CohortAnswer>({
  id: 'cohort',
  question: 'cohort',
  title: (words) => words.diagrams.cohort.title,
  icon: IconGridDots,
  width: 12,
  height: 420,
  newQuery: ({ component }) => ({
    inclusion: [{ metric: component?.kind === 'metric' ? component.id : 'orders' }],
    unit: 'week',
    ...(component?.kind === 'dimension' ? { by: { dimension: component.id, limit: 12 } } : {}),
  }),
  isEmpty: ({ rows }) => rows.every(({ size }) => size === 0),
  View: lazy(async () => ({ default: (await import('./view.tsx')).CohortView })),
  name: ({ words, names }, query) =>
    words.diagrams.cohort.name(
      criteriaText(query.return ?? query.inclusion, names, words),
      query.shows === 'churn',
    ),
  caption,
  csv: ({ language, names }, { unit, by }, { rows }) => {
    const offsets = offsetsOf(rows);
    const { heads, cells } = idColumns(names, by?.dimension ?? unit, 'cohort');
    return [
      [...heads, 'people', ...offsets.map((offset) => String(offset))],
      ...rows.map((row) => [
        ...cells(by ? row.cohort : periodText(row.cohort, unit, language)),
        row.size,
        ...offsets.map((offset) => row.cells.find((cell) => cell.offset === offset)?.people ?? null),
      ]),
    ];
  },
  drop(query, component) {
    if (component.kind === 'dimension') return { ...query, by: { dimension: component.id, limit: 12 } };
    return component.kind === 'metric' ? { ...query, return: [{ metric: component.id }] } : undefined;
  },
});

/** The rule, and how many come back at first and later on. */
function caption({ words, format, names }: Reading, query: CohortQuery, { average }: CohortAnswer): string {
  const say = words.diagrams.cohort;
  const isChurn = query.shows === 'churn';
  const rule = say.rule({
    inclusion: criteriaText(query.inclusion, names, words),
    back: criteriaText(query.return ?? query.inclusion, names, words),
    unit: query.unit,
    isChurn,
    isRolling: query.isRolling ?? false,
  });
  const after = average.filter(({ offset, share }) => offset > 0 && share !== null);
  const [first, last] = [after[0], after.at(-1)];
  if (!first || !last) return say.ruleOnly(rule);
  return say.caption({
    rule,
    first: format.percent(first.share, 0),
    last: format.percent(last.share, 0),
    offset: last.offset,
    unit: query.unit,
    isChurn,
    isOne: first === last,
  });
}
