import type { CalculatedMetric } from '../model/metric.ts';
import { type FormulaSql, FUNCTIONS } from './functions.ts';
import { type Formula, parseFormula } from './parse.ts';
import { FormulaFault } from './token.ts';

/** What a formula is compiled over. */
export interface FormulaSources extends FormulaSql {
  /** SQL of a measured metric, or undefined when there is none of this id. */
  measured(id: string, segment: string | undefined): string | undefined;
  /** A metric that is a formula itself. */
  calculated(id: string): CalculatedMetric | undefined;
}

/** Formulas of formulas go no deeper, so that none can come back to itself. */
const NESTED_MAX = 10;

/** A formula as SQL whose value is a Nullable(Float64). Throws a FormulaFault for a metric that there is not. */
export function compileFormula(formula: Formula, sources: FormulaSources, depth = 0): string {
  switch (formula.kind) {
    case 'number':
      // Written by Number, so digits, a dot and an exponent at most.
      return `toNullable(toFloat64(${formula.value}))`;
    case 'metric':
      return metricSql(formula, sources, depth);
    case 'call': {
      const values = formula.of.map((part, i) =>
        // Counts of rows and shares are constants of the function and not reckoned.
        i > 0 && TAKES_CONSTANT.has(formula.name)
          ? constantOf(part, formula)
          : compileFormula(part, sources, depth),
      );
      return FUNCTIONS[formula.name]!.sql(values, sources);
    }
  }
}

const TAKES_CONSTANT = new Set([
  'round',
  'column_percentile',
  'column_quartile',
  'rolling_sum',
  'rolling_mean',
  'previous',
]);

function constantOf(part: Formula, call: Formula & { kind: 'call' }): string {
  if (part.kind === 'number') return String(part.value);
  throw new FormulaFault(`The second value of “${call.name}” is a number.`, call.at, call.name.length);
}

function metricSql(formula: Formula & { kind: 'metric' }, sources: FormulaSources, depth: number): string {
  const { id, at, segment } = formula;
  const measured = sources.measured(id, segment);
  if (measured !== undefined) return measured;
  const calculated = sources.calculated(id);
  if (!calculated) throw new FormulaFault(`There is no metric “${id}”.`, at, id.length);
  if (depth >= NESTED_MAX)
    throw new FormulaFault(
      `“${id}” is made of too many formulas within each other, or of itself.`,
      at,
      id.length,
    );
  const inner = parseFormula(calculated.formula);
  const narrowed =
    segment === undefined
      ? sources
      : { ...sources, measured: (other: string, own = segment) => sources.measured(other, own) };
  return compileFormula(inner, narrowed, depth + 1);
}
