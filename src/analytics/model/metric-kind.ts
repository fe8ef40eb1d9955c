import { Type } from 'typebox';
import { isObject } from '../../core/index.ts';
import type { DefinitionKind, Finding } from '../../definition/index.ts';
import { FORMULA_CHARACTERS_MAX, type Formula, parseFormula } from '../formula/parse.ts';
import { FormulaFault } from '../formula/token.ts';
import type { Frame } from '../frame.ts';
import { metricOf } from './find.ts';
import { CALCULATED } from './kinds.ts';
import { type CalculatedMetric, FORMATS } from './metric.ts';
import { named } from './title.ts';

/** The kind of definition that a calculated metric is; queries name it by its id. */
export const metricKind: DefinitionKind = {
  id: 'metric',
  title: 'Calculated metric',
  permission: 'analytics.write',
  schema: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 200 }),
      description: Type.Optional(Type.String({ maxLength: 2_000 })),
      format: Type.Enum(FORMATS),
      formula: Type.String({ minLength: 1, maxLength: FORMULA_CHARACTERS_MAX }),
      isBetterLow: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  check(document, others, id): readonly Finding[] {
    const { formula } = document as { formula: string };
    const isKnown = (metric: string): boolean =>
      metric !== id &&
      (metricOf(metric) !== undefined ||
        CALCULATED.some((each) => each.id === metric) ||
        isObject(others.document(`metric/${metric}`) as never));
    try {
      const missing = metricsIn(parseFormula(formula)).find((part) => !isKnown(part.id));
      if (!missing) return [];
      return [fault(`There is no metric “${missing.id}”.`, missing.at)];
    } catch (error) {
      if (error instanceof FormulaFault) return [fault(error.message, error.at)];
      throw error;
    }
  },
  dependsOn(document) {
    try {
      const ids = metricsIn(parseFormula((document as { formula: string }).formula)).map(({ id }) => id);
      return [...new Set(ids)]
        .filter((id) => !metricOf(id) && !CALCULATED.some((each) => each.id === id))
        .map((id) => `metric/${id}`);
    } catch {
      // What cannot be read depends on nothing; the check says why.
      return [];
    }
  },
};

function fault(message: string, at: number): Finding {
  return {
    severity: 'error',
    code: 'metric.formula',
    pointer: '/formula',
    at,
    message: `At character ${at + 1}: ${message}`,
  };
}

function metricsIn(formula: Formula): (Formula & { kind: 'metric' })[] {
  if (formula.kind === 'metric') return [formula];
  return formula.kind === 'call' ? formula.of.flatMap(metricsIn) : [];
}

/** A metric that is a formula: one that every workspace has, or one that was set up. */
export function calculatedOf(id: string, frame: Frame): CalculatedMetric | undefined {
  const shipped = CALCULATED.find((each) => each.id === id);
  const document = frame.definition(`metric/${id}`) as
    | (Omit<CalculatedMetric, 'id' | 'title'> & { name: string })
    | undefined;
  if (!document) return shipped;
  const { name, format, formula } = document;
  return { id, title: named(name), format, formula, ...(document.isBetterLow ? { isBetterLow: true } : {}) };
}
