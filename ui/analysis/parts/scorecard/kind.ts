import { IconGauge } from '@tabler/icons-react';
import { lazy } from 'react';
import { partKind } from '../../part-kind.ts';
import { valueText } from '../../value-text.ts';
import type { ScorecardAnswer, ScorecardQuery } from './query.ts';

const USUAL = ['people', 'sessions', 'orders', 'revenue'];

/** A few numbers at a glance. */
export const scorecardPart = partKind<ScorecardQuery, ScorecardAnswer>({
  id: 'scorecard',
  question: 'scorecard',
  title: (words) => words.parts.scorecard.title,
  icon: IconGauge,
  width: 12,
  height: 110,
  newQuery: ({ component }) => ({
    tiles: component?.kind === 'metric' ? [{ metric: component.id }] : USUAL.map((metric) => ({ metric })),
    trend: 'day',
  }),
  isEmpty: ({ tiles }) => tiles.every(({ value }) => value === null || value === 0),
  View: lazy(async () => ({ default: (await import('./view.tsx')).ScorecardView })),
  drop: (query, component) =>
    component.kind === 'metric' ? { ...query, tiles: [...query.tiles, { metric: component.id }] } : undefined,
  caption({ words, format, language, range }, _, { tiles, currency }) {
    const say = words.parts.scorecard;
    const moved = tiles
      .filter(({ change }) => change !== undefined && change !== null)
      .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0))[0];
    const title = (tile: (typeof tiles)[number]): string => tile.title[language] ?? '';
    if (moved)
      return say.moved(range, title(moved), format.percent(Math.abs(moved.change!)), moved.change! > 0);
    const first = tiles[0];
    return first
      ? say.plain(range, title(first), valueText(format, first.format, first.value, currency))
      : '';
  },
  csv({ language }, _, { tiles }) {
    const isCompared = tiles.some(({ previous }) => previous !== undefined);
    return [
      ['metric', 'value', ...(isCompared ? ['previous', 'change'] : [])],
      ...tiles.map(({ title, value, previous, change }) => [
        title[language] ?? '',
        value,
        ...(isCompared ? [previous ?? null, change ?? null] : []),
      ]),
    ];
  },
});
