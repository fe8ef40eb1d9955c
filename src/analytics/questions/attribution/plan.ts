import type { Frame } from '../../frame.ts';
import type { Statement } from '../../rows/events.ts';
import { touchListSql } from '../../touch/list.ts';
import { sharesSql } from './credit.ts';
import {
  conversionEvents,
  conversionsSql,
  type PathOrder,
  pathsSql,
  touchesOf,
  touchKeyOf,
} from './paths.ts';
import { type AttributionQuery, LOOKBACK } from './query.ts';

/** A row as the warehouse gives it: of each metric what each model credits, models over all conversions left out, `any` last. */
export interface CreditRow {
  readonly value: string;
  readonly credits: number[][];
}

/** The credits of all metrics by all models that share out single conversions, and what had a touch at all, as the last of them. */
export function creditsSql(query: AttributionQuery, frame: Frame): Statement {
  const order = orderOf(query);
  const events = conversionEvents(order, frame);
  const shares = [...query.models, ANY].flatMap((choice) => sharesSql(choice, events) ?? []);
  const names = shares.map((_, j) => `s${j}`);
  const credits = query.metrics.map((_, i) => {
    const sums = names.map((name) => `sum(amounts[${i + 1}] * ${name})`);
    return `[${sums.join(', ')}]`;
  });
  const joined = names.map((name) => `arrayPushBack(a${name}, toFloat64(arraySum(a${name}) = 0)) as ${name}`);
  const sql = `select value, [${credits.join(',\n  ')}] as credits
from (
select amounts, path.4 as values,
  ${shares.map((share, j) => `${share} as a${names[j]}`).join(',\n  ')}
from (
${pathsSql(events, order)}
)
)
array join arrayPushBack(values, '') as value,
  ${joined.join(',\n  ')}
group by value`;
  return { sql, bindings: events.bindings() };
}

/** A model that tells with and without a touch apart and adds up to the total. */
const ANY = { model: 'last' } as const;

/** A step between two values on the paths of people, as the warehouse gives it. `end`: 0 goes on, 1 conversion, 2 nothing came of it. */
export interface StepRow {
  readonly origin: string;
  readonly next: string;
  readonly end: number;
  readonly paths: number;
}

/**
 * How often one touch followed another. Each conversion of the metric has its path; the touches of the range after somebody's last
 * conversion, or after that of a session, are a path without one.
 */
export function stepsSql(query: AttributionQuery, metric: string, frame: Frame): Statement {
  const order = { ...orderOf(query), metrics: [metric] };
  const events = conversionEvents(order, frame);
  const paths = pathsSql(events, order);
  const key = touchKeyOf(order.lookback ?? LOOKBACK);
  const touches = touchesOf(order, frame, events.span);
  const tails = events.embed({ sql: touchListSql(touches, key), bindings: touches.events.bindings() });
  const sql = `select step.1 as origin, step.2 as next, step.3 as end, toFloat64(count()) as paths
from (
select path.4 as values, 1 as result
from (
${paths}
)
where notEmpty(path)
and amounts[1] > 0
union all
select arrayFilter(x -> (x.1, x.2, x.3) > until, touches).4 as values, 2 as result
from (
${tails}
) as came
left join (
select ${key} as converted, max((ms, place, derived)) as until
from (
${conversionsSql(events, order.metrics, key)}
)
where amounts[1] > 0
group by ${key}
) as done on touched = converted
where notEmpty(values)
)
array join arrayMap((a, b, i) -> (a, b, if(i = length(values) + 1, result, 0)), arrayPushFront(values, ''), arrayPushBack(values, ''), arrayEnumerate(arrayPushBack(values, ''))) as step
group by step`;
  return { sql, bindings: events.bindings() };
}

/** The paths that a query is about. */
export function orderOf({ metrics, dimension, lookback, touches, ...scope }: AttributionQuery): PathOrder {
  return {
    scope,
    metrics,
    ...(dimension === undefined ? {} : { dimension }),
    ...(lookback === undefined ? {} : { lookback }),
    ...(touches === undefined ? {} : { touches }),
  };
}
