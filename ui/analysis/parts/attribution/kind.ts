import { IconScale } from '@tabler/icons-react';
import { lazy } from 'react';
import { idColumns } from '../../id-columns.ts';
import { partKind, type Reading } from '../../part-kind.ts';
import { modelText } from './model-text.ts';
import type { AttributionAnswer, AttributionQuery } from './query.ts';
import { lookbackText, USUAL } from './usual.ts';

/** To whom conversions are credited, by several models beside each other. */
export const attributionPart = partKind<AttributionQuery, AttributionAnswer>({
  id: 'attribution',
  question: 'attribution',
  title: (words) => words.diagrams.attribution.title,
  icon: IconScale,
  width: 12,
  height: 420,
  newQuery: ({ component }) => ({
    dimension: component?.kind === 'dimension' ? component.id : USUAL.dimension,
    lookback: USUAL.lookback,
    metrics: [component?.kind === 'metric' ? component.id : 'revenue'],
    models: [{ model: 'last' }, { model: 'first' }, { model: 'linear' }, { model: 'data-driven' }],
  }),
  isEmpty: ({ metrics }) => metrics.every(({ total }) => total === 0),
  View: lazy(async () => ({ default: (await import('./view.tsx')).AttributionView })),
  name: ({ words, names }, { metrics, dimension }) =>
    words.diagrams.attribution.name(
      metrics.map((id) => names.metric(id)).join(', '),
      names.dimension(dimension ?? USUAL.dimension),
    ),
  caption,
  csv({ language, names }, query, { metrics, rows, none }) {
    const dimension = query.dimension ?? USUAL.dimension;
    const { heads, cells } = idColumns(names, dimension, dimension);
    return [
      [
        ...heads,
        ...metrics.flatMap(({ title }) =>
          query.models.map((model) => `${title[language] ?? ''} (${modelText(model, language, undefined)})`),
        ),
        ...(query.costs ? ['cost'] : []),
      ],
      ...rows.map(({ value, credits, cost }) => [
        ...cells(value),
        ...credits.flat(),
        ...(query.costs ? [cost ?? null] : []),
      ]),
      [...cells(''), ...none.credits.flat(), ...(query.costs ? [null] : [])],
    ];
  },
  drop(query, component) {
    if (component.kind === 'dimension') return { ...query, dimension: component.id };
    if (component.kind !== 'metric' || query.metrics.includes(component.id)) return undefined;
    return { ...query, metrics: [...query.metrics, component.id] };
  },
});

/** Where models differ most, and how much had no touch. */
function caption(
  reading: Reading,
  query: AttributionQuery,
  { metrics, rows, models }: AttributionAnswer,
): string {
  const { words, format, language, names } = reading;
  const say = words.diagrams.attribution;
  const metric = metrics[0];
  if (!metric) return '';
  const rule = say.rule({
    metric: metric.title[language] ?? '',
    lookback: lookbackText(query.lookback ?? USUAL.lookback, reading),
    without: format.percent(metric.withoutTouchShare),
  });
  const gaps = rows.flatMap(({ value, credits }) => {
    const [base = 0, ...others] = credits[0] ?? [];
    return others.map((credit, i) => ({ value, base, credit, model: i + 1, gap: Math.abs(credit - base) }));
  });
  const widest = gaps.sort((a, b) => b.gap - a.gap)[0];
  if (!widest || widest.gap === 0 || widest.base === 0) return say.ruleOnly(rule);
  const title = (i: number): string => models[i]?.title[language] ?? '';
  const change = widest.credit / widest.base - 1;
  return say.caption(
    rule,
    widest.value ? names.value(query.dimension ?? USUAL.dimension, widest.value) : say.none,
    format.percent(Math.abs(change), 0),
    change > 0,
    title(widest.model),
    title(0),
  );
}
