import { IconChartLine } from '@tabler/icons-react';
import { lazy } from 'react';
import { partKind } from '../../part-kind.ts';
import { valueText } from '../../value-text.ts';
import { addColumn } from '../table/change-query.ts';
import type { TableAnswer, TableQuery } from '../table/query.ts';

/** Numbers over time, with what was to be expected and what was not. */
export const trendPart = partKind<TableQuery, TableAnswer>({
  id: 'trend',
  question: 'table',
  title: (words) => words.parts.trend.title,
  icon: IconChartLine,
  width: 12,
  height: 300,
  newQuery: ({ component }) => ({
    levels: [{ dimension: 'day' }],
    columns: [{ metric: component?.kind === 'metric' ? component.id : 'revenue' }],
    anomalies: true,
  }),
  isEmpty: ({ total }) => total.values.every((value) => value === null || value === 0),
  View: lazy(async () => ({ default: (await import('./view.tsx')).TrendView })),
  drop: (query, component) =>
    component.kind === 'metric' ? addColumn({ metric: component.id })(query) : undefined,
  name: ({ names, words }, { columns, levels }) => {
    const numbers = columns.map((column) =>
      'metric' in column ? names.metric(column.metric) : words.parts.table.formula,
    );
    return words.parts.trend.name(numbers.join(', '), names.dimension(levels[0]?.dimension ?? 'day'));
  },
  caption({ words, format, language, names, range }, { levels }, answer) {
    const say = words.parts.trend;
    const head = answer.columns[0];
    const unit = levels[0]?.dimension ?? 'day';
    if (!head || answer.rows.length === 0) return '';
    const title = head.title[language] ?? '';
    const label = (step: string): string => names.value(unit, step);
    const write = (value: number | null | undefined): string =>
      valueText(
        format,
        head.format,
        head.format === 'count' && value ? Math.round(value) : value,
        answer.currency,
      );
    const odd = answer.rows
      .filter(({ bands }) => bands?.[0]?.isAnomaly)
      .map((row) => ({ row, by: Math.abs((row.values[0] ?? 0) - row.bands![0]!.expected) }))
      .sort((a, b) => b.by - a.by);
    const worst = odd[0]?.row;
    if (worst)
      return say.odd(
        range,
        title,
        format.number(odd.length),
        label(worst.path[0]!),
        write(worst.values[0]),
        write(worst.bands![0]!.expected),
      );
    const best = answer.rows.reduce((most, row) =>
      (row.values[0] ?? 0) > (most.values[0] ?? 0) ? row : most,
    );
    return answer.rows.some(({ bands }) => bands?.[0])
      ? say.calm(range, title, names.dimension(unit), label(best.path[0]!), write(best.values[0]))
      : say.plain(range, title, names.dimension(unit), label(best.path[0]!), write(best.values[0]));
  },
});
