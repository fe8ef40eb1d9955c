import { IconTable } from '@tabler/icons-react';
import { lazy } from 'react';
import { partKind, type Reading } from '../../part-kind.ts';
import { valueText } from '../../value-text.ts';
import { addColumn, addLevel, isTime, sortOf } from './change-query.ts';
import type { TableAnswer, TableQuery } from './query.ts';

const USUAL = ['people', 'sessions', 'orders', 'revenue'];
const LEADERS = 3;

/** The freeform table: numbers by dimensions within each other. */
export const tablePart = partKind<TableQuery, TableAnswer>({
  id: 'table',
  question: 'table',
  title: (words) => words.parts.table.title,
  icon: IconTable,
  width: 12,
  height: 420,
  newQuery: ({ component }) => ({
    levels: [
      { dimension: component?.kind === 'dimension' ? component.id : 'session-first:marketing-channel' },
    ],
    columns: component?.kind === 'metric' ? [{ metric: component.id }] : USUAL.map((metric) => ({ metric })),
    sparklines: 'day',
  }),
  isEmpty: ({ rows }) => rows.length === 0,
  View: lazy(async () => ({ default: (await import('./view.tsx')).TableView })),
  drop: (query, component) =>
    component.kind === 'dimension'
      ? addLevel(component.id)(query)
      : component.kind === 'metric'
        ? addColumn({ metric: component.id })(query)
        : undefined,
  name: ({ names, words }, { levels, columns }) => {
    const [first] = columns;
    const rows = levels.map(({ dimension }) => names.dimension(dimension)).join(' › ');
    const number = first && 'metric' in first ? names.metric(first.metric) : words.parts.table.formula;
    return rows === '' ? number : `${rows} · ${number}`;
  },
  caption,
});

/** Which row leads, with what share of the total; for time the best step. */
function caption(reading: Reading, query: TableQuery, answer: TableAnswer): string {
  const { words, format, language, names, range } = reading;
  const say = words.parts.table;
  const [level] = query.levels;
  const sort = sortOf(query);
  const at = typeof sort.by === 'number' ? sort.by : 0;
  const head = answer.columns[at];
  const rows = answer.rows.filter(({ path }) => path.length === 1);
  if (!level || !head || rows.length === 0) return '';
  const of = (index: number): number => rows[index]?.values[at] ?? 0;
  const best = rows.reduce((most, _, i) => (of(i) > of(most) ? i : most), 0);
  const label = (index: number): string => names.value(level.dimension, rows[index]!.path[0]!);
  const metric = head.title[language] ?? '';
  const value = valueText(format, head.format, of(best), answer.currency);
  const share = rows[best]?.shares[at];
  const dimension = names.dimension(level.dimension);
  if (isTime(level.dimension) || share === null || share === undefined)
    return say.best(range, metric, dimension, label(best), value);
  const leading = rows
    .map((row) => row.shares[at] ?? 0)
    .sort((a, b) => b - a)
    .slice(0, LEADERS)
    .reduce((sum, each) => sum + each, 0);
  return rows.length > LEADERS && leading <= 1
    ? say.leads(
        range,
        metric,
        dimension,
        label(best),
        value,
        format.percent(share),
        format.percent(leading, 0),
      )
    : say.leadsPlain(range, metric, dimension, label(best), value, format.percent(share));
}
