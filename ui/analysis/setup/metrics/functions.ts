/** A function of formulas, and what a click puts into one. */
interface Known {
  readonly name: FunctionName;
  readonly text: string;
  /** By how many characters the caret goes back, so that it stands where the first value goes. */
  readonly back: number;
}

export type FunctionGroup = keyof typeof NAMES;
export type FunctionName = (typeof NAMES)[FunctionGroup][number];

const NAMES = {
  row: [
    'if',
    'otherwise',
    'abs',
    'round',
    'floor',
    'ceiling',
    'sqrt',
    'exp',
    'ln',
    'log',
    'sign',
    'least',
    'greatest',
  ],
  column: [
    'column_sum',
    'column_mean',
    'column_median',
    'column_least',
    'column_greatest',
    'column_count',
    'column_deviation',
    'column_variance',
    'column_percentile',
    'column_quartile',
    't_score',
    'correlation',
    'regression_slope',
    'regression_start',
    'regression_value',
  ],
  running: ['cumulative', 'cumulative_mean', 'rolling_sum', 'rolling_mean', 'previous'],
  whole: ['total'],
} as const;

/** What stands between the brackets of functions of several values. */
const VALUES: Readonly<Partial<Record<FunctionName, string>>> = {
  if: ' > 0, , 0',
  otherwise: ', 0',
  round: ', 2',
  column_percentile: ', 90',
  column_quartile: ', 1',
  rolling_sum: ', 7',
  rolling_mean: ', 7',
  previous: ', 1',
  correlation: ', ',
  regression_slope: ', ',
  regression_start: ', ',
  regression_value: ', ',
  least: ', ',
  greatest: ', ',
};

/** All functions by what they work on: those of src/analytics/formula/functions.ts, which takes a new one here too. */
export const FUNCTIONS: readonly { readonly group: FunctionGroup; readonly list: readonly Known[] }[] = (
  Object.keys(NAMES) as FunctionGroup[]
).map((group) => ({
  group,
  list: NAMES[group].map((name): Known => {
    const values = VALUES[name] ?? '';
    return { name, text: `${name}(${values})`, back: values.length + 1 };
  }),
}));
