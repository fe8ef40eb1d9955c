import { refusal } from '../../../core/index.ts';
import { mustFindMetric } from '../../model/find.ts';
import { title } from '../../model/title.ts';
import { type Asking, type Cell, question } from '../../question.ts';
import { removalShares } from './chain.ts';
import { type CostRow, costsSql } from './costs.ts';
import { creditedSql, modelOf } from './credit.ts';
import { type CreditRow, creditsSql, orderOf, type StepRow, stepsSql } from './plan.ts';
import { AttributionAnswer, AttributionCell, AttributionQuery, DIMENSION } from './query.ts';

const LIMIT = 50;
/** Beyond, turning the chain's matrix round would hold up everybody else: 250 states take 30 ms. */
const CHAIN_VALUES_MAX = 250;

/** Conversions credited to the touches before them, by several models side by side. */
export const attribution = question({
  id: 'attribution',
  title: title('Attribution | Attribution | Attribution | Atribución | 归因'),
  summary: 'Conversions credited to the touches before them, by several models side by side',
  query: AttributionQuery,
  answer: AttributionAnswer,
  async ask(query, asking) {
    const found = await asking.run<CreditRow>(creditsSql(query, asking.frame));
    const removals = await removalsOf(query, asking);
    const costs = query.costs && (await asking.run<CostRow>(costsSql(query, asking.frame)));
    return shape(query, found, removals, costs);
  },
  values: ({ dimension = DIMENSION }, { rows }) => [
    { dimension, values: () => rows.map(({ value }) => value) },
  ],
  cell: { schema: AttributionCell, open: openCell },
});

/** Of each metric the share of each value by removal; empty where no model asks for it. */
async function removalsOf(query: AttributionQuery, { run, frame }: Asking): Promise<Map<string, number>[]> {
  if (!query.models.some((choice) => modelOf(choice).shares === undefined)) return [];
  const all: Map<string, number>[] = [];
  for (const metric of query.metrics) {
    const steps = await run<StepRow>(stepsSql(query, metric, frame));
    if (new Set(steps.map(({ next }) => next)).size > CHAIN_VALUES_MAX) throw tooManyValues();
    all.push(
      removalShares(
        steps.map(({ origin, next, end, paths }) => ({
          from: origin === '' ? undefined : origin,
          to: end === 0 ? next : { isConversion: end === 1 },
          count: paths,
        })),
      ),
    );
  }
  return all;
}

function tooManyValues() {
  return refusal(
    'analytics.too-many-values',
    422,
    `The Markov model takes up to ${CHAIN_VALUES_MAX} different values; take fewer by \`touches\`, or another dimension.`,
  );
}

function shape(
  query: AttributionQuery,
  found: readonly CreditRow[],
  removals: readonly ReadonlyMap<string, number>[],
  costs: readonly CostRow[] | undefined,
): AttributionAnswer {
  const any = (row: CreditRow, metric: number): number => row.credits[metric]!.at(-1)!;
  const sumOf = (rows: readonly CreditRow[], metric: number): number =>
    rows.reduce((sum, row) => sum + any(row, metric), 0);
  const isTouch = ({ value }: CreditRow): boolean => value !== '';
  const touched = query.metrics.map((_, i) => sumOf(found.filter(isTouch), i));
  const totals = query.metrics.map((_, i) => sumOf(found, i));
  const creditsOf = ({ value, credits }: CreditRow): number[][] =>
    credits.map((shared, i) => {
      let next = 0;
      return query.models.map((choice) => {
        if (modelOf(choice).shares) return shared[next++]!;
        return value === '' ? totals[i]! - touched[i]! : touched[i]! * (removals[i]!.get(value) ?? 0);
      });
    });
  const rows = [...found.filter(isTouch), ...withoutCredits(query, found, removals, costs)]
    .map((row) => ({
      value: row.value,
      credits: creditsOf(row),
      ...returnsOf(row.value, creditsOf(row), costs),
    }))
    .filter(({ credits, cost }) => cost || credits.some((shared) => shared.some((credit) => credit !== 0)))
    .sort((a, b) => b.credits[0]![0]! - a.credits[0]![0]! || (a.value < b.value ? -1 : 1));
  const none = found.find((row) => !isTouch(row));
  const { offset = 0, limit = LIMIT } = query;
  return {
    metrics: query.metrics.map((id, i) => {
      const { title, format } = mustFindMetric(id);
      const withoutTouch = totals[i]! - touched[i]!;
      const withoutTouchShare = totals[i] ? withoutTouch / totals[i] : null;
      return { title, format, total: totals[i]!, withoutTouch, withoutTouchShare };
    }),
    models: query.models.map((choice) => ({ model: choice.model, title: modelOf(choice).title })),
    rows: rows.slice(offset, offset + limit),
    none: { credits: none ? creditsOf(none) : query.metrics.map(() => query.models.map(() => 0)) },
    rowCount: rows.length,
    ...(costs ? { cost: costs.reduce((sum, { cost }) => sum + cost, 0) } : {}),
  };
}

/** Values that are on no path to a conversion: they lead to values that are, or only cost. */
function withoutCredits(
  { metrics, models }: AttributionQuery,
  found: readonly CreditRow[],
  removals: readonly ReadonlyMap<string, number>[],
  costs: readonly CostRow[] = [],
): CreditRow[] {
  const known = new Set(['', ...found.map(({ value }) => value)]);
  const all = [...removals.flatMap((shares) => [...shares.keys()]), ...costs.map(({ value }) => value)];
  const others = new Set(all.filter((value) => !known.has(value)));
  const nothing = metrics.map(() => [...models, undefined].map(() => 0));
  return [...others].map((value) => ({ value, credits: nothing }));
}

/** What a value cost and brought for it. */
function returnsOf(value: string, credits: readonly number[][], costs: readonly CostRow[] | undefined) {
  if (!costs) return {};
  const cost = costs.find((row) => row.value === value)?.cost ?? 0;
  return {
    cost,
    returns: credits.map((shared) => shared.map((credit) => (cost === 0 ? null : credit / cost))),
  };
}

/** The conversions that a model credits to a value, at least in part. */
function openCell(query: AttributionQuery, cell: AttributionCell): Cell {
  const { metrics, ...order } = orderOf(query);
  const metric = metrics[cell.metric];
  const chosen = query.models[cell.model];
  if (metric === undefined || chosen === undefined)
    throw refusal('analytics.no-such-cell', 422, 'The question has no such metric or model.');
  // By removal a value has no conversions of its own; those that it took part in stand for them.
  const model = modelOf(chosen).shares ? chosen : { model: 'participation' };
  const select = (columns: string, { frame }: Asking) => {
    const { sql, bindings } = creditedSql({ ...order, metric, model }, frame)!;
    return {
      sql: `select distinct ${columns}\nfrom (\n${sql}\n)\nwhere value = {cellvalue:String}`,
      bindings: { ...bindings, cellvalue: cell.value },
    };
  };
  return {
    people: (asking) => select('who as person', asking),
    events: (asking) => select('place, derived', asking),
    meaning: () => ({
      cannot:
        'Which touch is credited follows from all touches of a conversion, for which conditions have no words.',
    }),
  };
}
