import { IconFlask } from '@tabler/icons-react';
import { lazy } from 'react';
import { partKind, type Reading } from '../../part-kind.ts';
import type { ExperimentAnswer, ExperimentQuery } from './query.ts';
import { VARIANT } from './variant.ts';

/** Variants against a control, with intervals that hold whenever somebody looks. */
export const experimentPart = partKind<ExperimentQuery, ExperimentAnswer>({
  id: 'experiment',
  question: 'experiment',
  title: (words) => words.diagrams.experiment.title,
  icon: IconFlask,
  width: 12,
  height: 300,
  newQuery: ({ component }) => ({
    exposure: { dimension: component?.kind === 'dimension' ? component.id : VARIANT, filters: [] },
    control: '',
    metrics: [{ metric: 'revenue' }, { metric: 'orders', as: 'share' }],
  }),
  isReady: ({ control }) => control !== '',
  Setup: lazy(async () => ({ default: (await import('./settings.tsx')).ExperimentSetup })),
  isEmpty: ({ variants }) => variants.every(({ people }) => people === 0),
  View: lazy(async () => ({ default: (await import('./view.tsx')).ExperimentView })),
  caption,
  csv: (_, { metrics }, { variants }) => [
    [
      'variant',
      'people',
      'metric',
      'as',
      'mean',
      'lower',
      'upper',
      'lift',
      'lift_lower',
      'lift_upper',
      'confidence',
    ],
    ...variants.flatMap((variant) =>
      variant.results.map((result, i) => [
        variant.variant,
        variant.people,
        metrics[i]?.metric ?? '',
        metrics[i]?.as ?? 'mean',
        result.mean,
        result.interval?.lower ?? null,
        result.interval?.upper ?? null,
        result.lift,
        result.liftInterval?.lower ?? null,
        result.liftInterval?.upper ?? null,
        result.confidence,
      ]),
    ),
  ],
  drop: (query, component) =>
    component.kind === 'metric'
      ? { ...query, metrics: [...query.metrics, { metric: component.id }] }
      : undefined,
});

/** What was found of the first metric, and how sure it is. */
function caption(
  { words, format, names }: Reading,
  query: ExperimentQuery,
  { variants }: ExperimentAnswer,
): string {
  const say = words.diagrams.experiment;
  const people = variants.reduce((sum, variant) => sum + variant.people, 0);
  const nameOf = (variant: string): string => names.value(query.exposure.dimension ?? VARIANT, variant);
  const rule = say.rule(format.number(people), nameOf(query.control));
  const metric = names.metric(query.metrics[0]?.metric ?? '');
  const best = variants
    .filter(({ isControl }) => !isControl)
    .map(({ variant, results }) => ({ variant, result: results[0] }))
    .sort((a, b) => (b.result?.confidence ?? 0) - (a.result?.confidence ?? 0))[0];
  const { lift, confidence, isConclusive } = best?.result ?? {};
  if (!best || lift === null || lift === undefined) return say.ruleOnly(rule);
  const share = format.percent(Math.abs(lift));
  return isConclusive
    ? say.conclusive(rule, nameOf(best.variant), share, lift > 0, metric, format.percent(confidence, 0))
    : say.open(rule, nameOf(best.variant), share, lift > 0, metric);
}
