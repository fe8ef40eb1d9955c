import { and, or } from '../../core/condition/index.ts';
import { refusal } from '../../core/index.ts';
import { aggregateSql } from '../model/aggregate.ts';
import { metricOf } from '../model/find.ts';
import type { CalculatedMetric, Format } from '../model/metric.ts';
import { calculatedOf } from '../model/metric-kind.ts';
import type { ColumnSchema } from '../model/schema.ts';
import { named, type Title } from '../model/title.ts';
import type { Events } from '../rows/events.ts';
import { inSegment } from '../segment/apply.ts';
import type { Segment } from '../segment/schema.ts';
import { compileFormula } from './compile.ts';
import type { FormulaSql } from './functions.ts';
import { parseFormula } from './parse.ts';
import { FormulaFault } from './token.ts';

/** What a column is called and how it is written. */
export interface ColumnHead {
  readonly title: Title;
  readonly format: Format;
  readonly isBetterLow: boolean;
  /** Its rows add up, or are counted: where nothing happened it is 0 and not nothing. */
  readonly isCounted: boolean;
}

/**
 * The aggregates that some columns need, each once. Columns are compiled over their names, `n0`, `n1` …; then `list` says what they are.
 */
export class Aggregates {
  private readonly events: Events;
  private readonly known = new Map<string, string>();

  constructor(events: Events) {
    this.events = events;
  }

  /** The name of an aggregate; undefined when no measured metric has the id. */
  name(id: string, segments: readonly Segment[], test: string): string | undefined {
    const metric = metricOf(id);
    if (!metric) return undefined;
    const tests = [test, ...segments.map((segment) => inSegment(this.events, segment))];
    const sql = aggregateSql(this.events, metric.measured(this.events), and(...tests));
    const name = this.known.get(sql) ?? `n${this.known.size}`;
    this.known.set(sql, name);
    return name;
  }

  /** Each aggregate in the order of its name. */
  get list(): readonly string[] {
    return [...this.known.keys()];
  }
}

/** What a column says of itself. Refusals: `analytics.unknown-metric`, `analytics.formula-invalid` (422). */
export function headOf(column: ColumnSchema, events: Events): ColumnHead {
  if ('formula' in column)
    return {
      title: named(column.name ?? column.formula),
      format: column.format ?? 'number',
      isBetterLow: false,
      isCounted: false,
    };
  const metric = metricOf(column.metric);
  const found = metric ?? mustCalculate(column.metric, events);
  const { title, format, isBetterLow = false } = found;
  return { title, format, isBetterLow, isCounted: metric !== undefined };
}

/**
 * A column as SQL over the names of aggregates.
 * @param test SQL that says which rows count for it; '1' for all
 */
export function columnSql(
  column: ColumnSchema,
  aggregates: Pick<Aggregates, 'name'>,
  events: Events,
  test: string,
  context: FormulaSql,
): string {
  const own = column.segments ?? [];
  const measured = (id: string, segment?: string): string | undefined =>
    aggregates.name(id, segment === undefined ? own : [...own, segmentOf(segment)], test);
  const formula = 'formula' in column ? column.formula : undefined;
  const direct = formula === undefined ? measured((column as { metric: string }).metric) : undefined;
  if (direct !== undefined) return direct;
  const text = formula ?? mustCalculate((column as { metric: string }).metric, events).formula;
  try {
    return compileFormula(parseFormula(text), {
      ...context,
      measured,
      calculated: (id) => calculatedOf(id, events.frame),
    });
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error;
    const { message, at, length } = error;
    throw refusal(
      'analytics.formula-invalid',
      422,
      `At character ${at + 1} of “${text.slice(0, 100)}”: ${message}`,
      {
        detail: { formula: text, at, length },
      },
    );
  }
}

/** SQL that says whether a row counts for a column, by any of the metrics that it is made of. Needs the rows that do. */
export function columnTest(column: ColumnSchema, events: Events): string {
  const tests: string[] = [];
  const nothing = (): string => '1';
  const context = { name: nothing, siblings: '', everything: '', upTo: nothing };
  const note: Pick<Aggregates, 'name'> = {
    name(id, segments) {
      const metric = metricOf(id);
      if (!metric) return undefined;
      tests.push(
        and(metric.measured(events).where, ...segments.map((segment) => inSegment(events, segment))),
      );
      return '1';
    },
  };
  columnSql(column, note, events, '1', context);
  return or(...tests);
}

function mustCalculate(id: string, { frame }: Events): CalculatedMetric {
  const found = calculatedOf(id, frame);
  if (found) return found;
  throw refusal(
    'analytics.unknown-metric',
    422,
    `There is no metric “${id}”; GET /api/analytics/metrics lists them.`,
    {
      detail: { metric: id },
    },
  );
}

/** A segment as a formula names it: `audience:vip`, or the id of one that was set up. */
function segmentOf(name: string): Segment {
  if (name.startsWith('audience:')) return { audience: name.slice('audience:'.length) };
  return { segment: name };
}
