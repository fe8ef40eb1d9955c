/** What a function works with. */
export interface FormulaSql {
  /** A name for an expression, so that others can build on it. */
  name(sql: string): string;
  /** `over (…)` all rows beside a row. */
  readonly siblings: string;
  /**
   * `over (…)` rows up to this one: time and numbers in their order, other rows by a value, the greatest first.
   * @param by the value, and @param back how many rows before this one, all without
   */
  upTo(by: string, back?: number): string;
  /** `over (…)` everything, for what the total says. */
  readonly everything: string;
}

/** A function of formulas: SQL over values that may be null. A kind is a line of FUNCTIONS. */
interface FormulaFunction {
  /** Least and most values that it takes. */
  readonly arguments: readonly [number, number];
  sql(values: readonly string[], context: FormulaSql): string;
  readonly help: string;
}

const MANY = 20;
const ROLLING_MAX = 1_000;

const row = (
  count: number | readonly [number, number],
  help: string,
  sql: (...values: string[]) => string,
): FormulaFunction => ({
  arguments: typeof count === 'number' ? [count, count] : count,
  help,
  sql: (values) => sql(...values),
});

/** A function over all rows beside a row. */
const column = (name: string, help: string): FormulaFunction => ({
  arguments: [1, 1],
  help,
  sql: ([x], { name: named, siblings }) => named(`toNullable(toFloat64(${name}(${x}) ${siblings}))`),
});

const truth = (sql: string): string => `toFloat64(ifNull(${sql}, 0))`;
const compare = (sign: string): FormulaFunction => row(2, 'Comparison', (a, b) => truth(`${a} ${sign} ${b}`));
/** Numbers written in a formula where SQL takes only constants. */
function constant(value: string, least: number, most: number): number {
  const number = Number(value);
  return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : least;
}

/** The functions and operators of formulas. */
export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = Object.assign(Object.create(null), {
  '+': row(2, 'Sum', (a, b) => `(${a} + ${b})`),
  '-': row(2, 'Difference', (a, b) => `(${a} - ${b})`),
  '*': row(2, 'Product', (a, b) => `(${a} * ${b})`),
  '/': row(2, 'Quotient; nothing where it would be by 0', (a, b) => `(${a} / nullIf(${b}, 0))`),
  '%': row(2, 'Rest of a division', (a, b) => `(${a} - ${b} * floor(${a} / nullIf(${b}, 0)))`),
  '^': row(2, 'Power', (a, b) => `pow(${a}, ${b})`),
  '=': compare('='),
  '!=': compare('!='),
  '<': compare('<'),
  '<=': compare('<='),
  '>': compare('>'),
  '>=': compare('>='),
  and: row(2, 'Both are true (not 0)', (a, b) => truth(`${a} != 0 and ${b} != 0`)),
  or: row(2, 'One is true', (a, b) => truth(`${a} != 0 or ${b} != 0`)),
  not: row(1, 'Is 0', (a) => truth(`${a} = 0`)),
  negative: row(1, 'The other sign', (a) => `(-${a})`),
  if: row(
    3,
    'The second value where the first is true, else the third',
    (c, a, b) => `if(ifNull(${c}, 0) != 0, ${a}, ${b})`,
  ),
  otherwise: row(2, 'The second value where the first is nothing', (a, b) => `ifNull(${a}, ${b})`),
  abs: row(1, 'Without its sign', (a) => `abs(${a})`),
  round: row(
    [1, 2],
    'Rounded, to so many decimals',
    (a, digits = '0') => `round(${a}, ${constant(digits, -12, 12)})`,
  ),
  floor: row(1, 'The next lower whole number', (a) => `floor(${a})`),
  ceiling: row(1, 'The next higher whole number', (a) => `ceil(${a})`),
  sqrt: row(1, 'Square root', (a) => `if(${a} < 0, null, sqrt(${a}))`),
  exp: row(1, 'e to the power', (a) => `exp(${a})`),
  ln: row(1, 'Natural logarithm', (a) => `if(${a} <= 0, null, log(${a}))`),
  log: row(
    [1, 2],
    'Logarithm to base 10, or another',
    (a, base = '10') => `if(${a} <= 0, null, log(${a}) / nullIf(log(${base}), 0))`,
  ),
  sign: row(1, '-1, 0 or 1', (a) => `sign(${a})`),
  least: row([1, MANY], 'The least of values', (...all) => `least(${all.join(', ')})`),
  greatest: row([1, MANY], 'The greatest of values', (...all) => `greatest(${all.join(', ')})`),
  column_sum: column('sum', 'Sum over the rows beside'),
  column_mean: column('avg', 'Mean over the rows beside'),
  column_median: column('quantileExactInclusive(0.5)', 'Median over the rows beside'),
  column_least: column('min', 'Least of the rows beside'),
  column_greatest: column('max', 'Greatest of the rows beside'),
  column_count: column('count', 'How many rows beside have a number'),
  column_deviation: column('stddevSamp', 'Standard deviation of the rows beside (of a sample)'),
  column_variance: column('varSamp', 'Variance of the rows beside (of a sample)'),
  column_percentile: {
    arguments: [2, 2],
    help: 'The value below which so many per cent of the rows beside lie',
    sql: ([x, percent = '50'], { name, siblings }) =>
      name(
        `toNullable(toFloat64(quantileExactInclusive(${constant(percent, 0, 100) / 100})(${x}) ${siblings}))`,
      ),
  },
  column_quartile: {
    arguments: [2, 2],
    help: 'The first, second or third quartile of the rows beside',
    sql: ([x, quartile = '1'], { name, siblings }) =>
      name(
        `toNullable(toFloat64(quantileExactInclusive(${constant(quartile, 0, 4) / 4})(${x}) ${siblings}))`,
      ),
  },
  t_score: {
    arguments: [1, 1],
    help: 'How many standard deviations a row is from the mean of the rows beside',
    sql: ([x], { name, siblings }) =>
      name(`(${x} - avg(${x}) ${siblings}) / nullIf(stddevSamp(${x}) ${siblings}, 0)`),
  },
  cumulative: {
    arguments: [1, 1],
    help: 'Sum up to this row',
    sql: ([x = ''], { name, upTo }) => name(`toNullable(toFloat64(sum(${x}) ${upTo(x)}))`),
  },
  cumulative_mean: {
    arguments: [1, 1],
    help: 'Mean up to this row',
    sql: ([x = ''], { name, upTo }) => name(`toNullable(toFloat64(avg(${x}) ${upTo(x)}))`),
  },
  rolling_sum: {
    arguments: [2, 2],
    help: 'Sum of this row and those before it, so many together',
    sql: ([x = '', count = '7'], { name, upTo }) =>
      name(`toNullable(toFloat64(sum(${x}) ${upTo(x, constant(count, 1, ROLLING_MAX) - 1)}))`),
  },
  rolling_mean: {
    arguments: [2, 2],
    help: 'Mean of this row and those before it, so many together',
    sql: ([x = '', count = '7'], { name, upTo }) =>
      name(`toNullable(toFloat64(avg(${x}) ${upTo(x, constant(count, 1, ROLLING_MAX) - 1)}))`),
  },
  previous: {
    arguments: [1, 2],
    help: 'The value so many rows before, 1 unless said',
    sql: ([x = '', count = '1'], { name, upTo }) => {
      const back = constant(count, 1, ROLLING_MAX);
      return name(`if(count() ${upTo(x, back)} > ${back}, first_value(${x}) ${upTo(x, back)}, null)`);
    },
  },
  total: {
    arguments: [1, 1],
    help: 'What the total says',
    sql: ([x], { name, everything }) => name(`max(if(depth = 0, ${x}, null)) ${everything}`),
  },
  correlation: {
    arguments: [2, 2],
    help: 'Correlation of two values over the rows beside (Pearson)',
    sql: ([x, y], { name, siblings }) => name(`nullIf(corr(${x}, ${y}) ${siblings}, nan)`),
  },
  regression_slope: {
    arguments: [2, 2],
    help: 'Slope of the line of the second value over the first, by least squares over the rows beside',
    sql: ([x, y], { name, siblings }) =>
      name(`covarSamp(${x}, ${y}) ${siblings} / nullIf(varSamp(${x}) ${siblings}, 0)`),
  },
  regression_start: {
    arguments: [2, 2],
    help: 'Where that line meets 0 of the first value',
    sql: ([x, y], { name, siblings }) =>
      name(
        `avg(${y}) ${siblings} - covarSamp(${x}, ${y}) ${siblings} / nullIf(varSamp(${x}) ${siblings}, 0) * avg(${x}) ${siblings}`,
      ),
  },
  regression_value: {
    arguments: [2, 2],
    help: 'What that line says for the first value of this row',
    sql: ([x, y], { name, siblings }) =>
      name(
        `avg(${y}) ${siblings} + covarSamp(${x}, ${y}) ${siblings} / nullIf(varSamp(${x}) ${siblings}, 0) * (${x} - avg(${x}) ${siblings})`,
      ),
  },
} satisfies Record<string, FormulaFunction>);
