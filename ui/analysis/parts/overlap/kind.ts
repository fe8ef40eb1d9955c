import { IconCirclesRelation } from '@tabler/icons-react';
import { lazy } from 'react';
import { segmentsText } from '../../diagrams/segments-text.ts';
import { partKind, type Reading } from '../../part-kind.ts';
import type { OverlapAnswer, OverlapQuery } from './query.ts';
import { SETS_MAX } from './sets-max.ts';

const SETS_MIN = 2;

/** Segments laid over each other: circles for two or three, and a table. */
export const overlapPart = partKind<OverlapQuery, OverlapAnswer>({
  id: 'overlap',
  question: 'overlap',
  title: (words) => words.diagrams.overlap.title,
  icon: IconCirclesRelation,
  width: 6,
  height: 320,
  newQuery: ({ component }) => ({ sets: component?.kind === 'segment' ? [component.segment] : [] }),
  isReady: ({ sets }) => sets.length >= SETS_MIN,
  Setup: lazy(async () => ({ default: (await import('./setup.tsx')).OverlapSetup })),
  isEmpty: ({ total }) => (total[0] ?? 0) === 0,
  View: lazy(async () => ({ default: (await import('./view.tsx')).OverlapView })),
  name: ({ words, names }, { sets }) =>
    sets.length > 0
      ? sets.map((set) => segmentsText([set], names, words)).join(' ∩ ')
      : words.diagrams.overlap.title,
  caption,
  csv: ({ words, names }, { sets, metrics = ['people'] }, { regions }) => [
    ['segments', ...metrics.flatMap((metric) => [`${metric}_in_all`, `${metric}_in_only`])],
    ...regions.map((region) => [
      region.sets.map((i) => segmentsText(sets[i] ? [sets[i]] : [], names, words)).join(' & '),
      ...metrics.flatMap((_, i) => [region.inAll[i] ?? null, region.inOnly[i] ?? null]),
    ]),
  ],
  drop(query, component) {
    if (component.kind === 'segment')
      return query.sets.length < SETS_MAX
        ? { ...query, sets: [...query.sets, component.segment] }
        : undefined;
    return component.kind === 'metric' ? { ...query, metrics: [component.id] } : undefined;
  },
});

/** How much lies within all segments, of the first. */
function caption(
  { words, format, names }: Reading,
  { sets }: OverlapQuery,
  { regions }: OverlapAnswer,
): string {
  const all = regions.find((region) => region.sets.length === sets.length)?.inAll[0] ?? 0;
  const first = regions.find((region) => region.sets.length === 1 && region.sets[0] === 0)?.inAll[0] ?? 0;
  const name = (i: number): string => segmentsText(sets[i] ? [sets[i]] : [], names, words);
  return words.diagrams.overlap.caption({
    count: format.number(all),
    share: format.percent(first > 0 ? all / first : null, 0),
    first: name(0),
    others: sets
      .slice(1)
      .map((_, i) => name(i + 1))
      .join(words.diagrams.listAnd),
  });
}
