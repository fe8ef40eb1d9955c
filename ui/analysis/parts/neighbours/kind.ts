import { IconArrowsLeftRight } from '@tabler/icons-react';
import { lazy } from 'react';
import { idColumns } from '../../id-columns.ts';
import { partKind, type Reading } from '../../part-kind.ts';
import { middleText } from './middle-text.ts';
import type { NeighboursAnswer, NeighboursQuery } from './query.ts';

/** What comes right after something, and what came right before it. */
export const neighboursPart = partKind<NeighboursQuery, NeighboursAnswer>({
  id: 'neighbours',
  question: 'neighbours',
  title: (words) => words.diagrams.neighbours.title,
  icon: IconArrowsLeftRight,
  width: 6,
  height: 320,
  newQuery: ({ component }) => ({
    dimension: component?.kind === 'dimension' ? component.id : 'event',
    value: component?.kind === 'dimension' ? [] : 'Product Added',
    limit: 10,
  }),
  isReady: ({ value }) => value.length > 0,
  Setup: lazy(async () => ({ default: (await import('./setup.tsx')).NeighboursSetup })),
  isEmpty: ({ times }) => times === 0,
  View: lazy(async () => ({ default: (await import('./view.tsx')).NeighboursView })),
  name: ({ words, names }, query) => words.diagrams.neighbours.name(middleText(query, names)),
  caption({ words, format, names }: Reading, query, { times, previous, next }) {
    const { dimension, away = 1, within } = query;
    const text = (first: (typeof next.values)[number] | undefined): string =>
      first ? `${names.value(dimension, first.value)} (${format.percent(first.share, 0)})` : '—';
    return words.diagrams.neighbours.caption({
      value: middleText(query, names),
      times: format.number(times),
      before: text(previous.values[0]),
      after: text(next.values[0]),
      away,
      isPerson: within === 'person',
    });
  },
  csv({ names }, { dimension }, answer) {
    const { heads, cells } = idColumns(names, dimension, 'value');
    return [
      ['side', ...heads, 'times', 'people', 'share'],
      ...(['previous', 'next'] as const).flatMap((side) =>
        answer[side].values.map((each) => [side, ...cells(each.value), each.times, each.people, each.share]),
      ),
    ];
  },
  drop: (query, component) =>
    component.kind === 'dimension' ? { ...query, dimension: component.id, value: [] } : undefined,
});
