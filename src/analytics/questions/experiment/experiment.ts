import { title } from '../../model/title.ts';
import { type Cell, question } from '../../question.ts';
import { compare, meanInterval, meanOf, type Sample } from './confidence.ts';
import { exposuresSql, VARIANT, type VariantRow, variantsSql } from './plan.ts';
import { ExperimentAnswer, ExperimentCell, ExperimentQuery } from './query.ts';

const CONFIDENCE = 0.95;
const TIGHTEST_AT = 10_000;

/** What variants did to those who saw them, with intervals that hold whenever one looks. */
export const experiment = question({
  id: 'experiment',
  title: title('Experiment | Experiment | Expérimentation | Experimento | 实验'),
  summary:
    'Variants against a control: lift, anytime-valid intervals, confidence corrected for several variants',
  query: ExperimentQuery,
  answer: ExperimentAnswer,
  async ask(query, { frame, run }) {
    return shape(query, await run<VariantRow>(variantsSql(query, frame)));
  },
  values: ({ exposure: { dimension = VARIANT } }, { variants }) => [
    { dimension, values: () => variants.map(({ variant }) => variant) },
  ],
  cell: { schema: ExperimentCell, open: openCell },
});

function shape(query: ExperimentQuery, rows: readonly VariantRow[]): ExperimentAnswer {
  const known = rows.filter(({ variant }) => variant !== '');
  const control = known.find(({ variant }) => variant === query.control);
  const wanted = query.confidence ?? CONFIDENCE;
  // Bonferroni: one comparison for each variant but the control.
  const comparisons = Math.max(1, known.length - 1);
  const options = { alpha: (1 - wanted) / comparisons, tightestAt: query.tightestAt ?? TIGHTEST_AT };
  const resultOf = (row: VariantRow, i: number) => {
    const sample = sampleOf(row, i);
    const isCompared = control !== undefined && row !== control;
    const { lift, liftInterval, confidence } = isCompared
      ? compare(sample, sampleOf(control, i), options)
      : { lift: undefined, liftInterval: undefined, confidence: undefined };
    const corrected = confidence === undefined ? null : Math.max(0, 1 - (1 - confidence) * comparisons);
    return {
      sum: sample.sum,
      mean: sample.people === 0 ? null : meanOf(sample),
      interval: meanInterval(sample, { ...options, alpha: 1 - wanted }) ?? null,
      lift: lift ?? null,
      liftInterval: liftInterval ?? null,
      confidence: corrected,
      isConclusive: corrected !== null && corrected >= wanted,
    };
  };
  return {
    variants: known.map((row) => ({
      variant: row.variant,
      isControl: row === control,
      people: row.people,
      results: query.metrics.map((_, i) => resultOf(row, i)),
    })),
    mixedPeople: rows.find(({ variant }) => variant === '')?.people ?? 0,
  };
}

function sampleOf({ people, sums, squares }: VariantRow, i: number): Sample {
  return { people, sum: sums[i]!, squares: squares[i]! };
}

function openCell(query: ExperimentQuery, { variant }: ExperimentCell): Cell {
  return {
    people({ frame }) {
      const { sql, bindings } = exposuresSql(query, frame);
      return {
        sql: `select exposed as person\nfrom (\n${sql}\n)\nwhere variant = {cellvariant:String}`,
        bindings: { ...bindings, cellvariant: variant },
      };
    },
    meaning: () => ({
      cannot: 'That somebody saw this variant and none else, by a dimension, is no condition.',
    }),
  };
}
