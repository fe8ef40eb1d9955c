import { IconChartHistogram } from '@tabler/icons-react';
import { lazy } from 'react';
import { partKind, type Reading } from '../../part-kind.ts';
import { valueText } from '../../value-text.ts';
import type { HistogramAnswer, HistogramQuery } from './query.ts';

/** How many people, or sessions, have how much of a metric. */
export const histogramPart = partKind<HistogramQuery, HistogramAnswer>({
  id: 'histogram',
  question: 'histogram',
  title: (words) => words.diagrams.histogram.title,
  icon: IconChartHistogram,
  width: 6,
  height: 320,
  newQuery: ({ component }) => ({
    metric: component?.kind === 'metric' ? component.id : 'orders',
    buckets: { count: 12 },
  }),
  isEmpty: ({ count }) => count === 0,
  View: lazy(async () => ({ default: (await import('./view.tsx')).HistogramView })),
  name: ({ words, names }, { metric, per }) =>
    words.diagrams.histogram.name(names.metric(metric), per === 'session'),
  caption({ words, format, names }: Reading, { metric, per }, { mean, median, count }) {
    const kind = names.formatOf(metric);
    const write = (value: number | null): string =>
      valueText(format, kind === 'count' ? 'number' : kind, rounded(value), format.currency);
    return words.diagrams.histogram.caption({
      count: format.number(count),
      metric: names.metric(metric),
      median: write(median),
      mean: write(mean),
      isSession: per === 'session',
    });
  },
  csv: (_, { metric }, { buckets }) => [
    ['from', 'to', 'count', 'share', metric],
    ...buckets.map(({ from, to, count, share, sum }) => [from, to, count, share, sum]),
  ],
  drop: (query, component) => (component.kind === 'metric' ? { ...query, metric: component.id } : undefined),
});

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}
