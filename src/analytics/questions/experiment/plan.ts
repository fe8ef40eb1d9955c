import type { Frame } from '../../frame.ts';
import { aggregateSql } from '../../model/aggregate.ts';
import { textOf } from '../../model/dimension.ts';
import { mustFindDimension, mustFindMetric } from '../../model/find.ts';
import { spanOf } from '../../range/range.ts';
import type { Statement } from '../../rows/events.ts';
import { eventsAround, eventsOf } from '../../scope.ts';
import { applyFilter } from '../../segment/filter.ts';
import type { ExperimentQuery } from './query.ts';

const VARIANT = 'variant';

/** A variant as the warehouse gives it; '' stands for those who saw several. */
export interface VariantRow {
  readonly variant: string;
  readonly people: number;
  readonly sums: number[];
  readonly squares: number[];
}

/** Who was exposed: `exposed` (the person), `variant` ('' for several), `since` (ms). */
export function exposuresSql({ exposure, ...scope }: ExperimentQuery, frame: Frame): Statement {
  const events = eventsAround(scope, frame, spanOf(scope.range, frame));
  const dimension = mustFindDimension(exposure.dimension ?? VARIANT);
  const variant = events.name(textOf(dimension, dimension.read(events), events));
  events.keep(`${variant} != ''`);
  for (const filter of exposure.filters) applyFilter(events, filter);
  return {
    sql: `select who as exposed, if(uniqExact(${variant}) = 1, any(${variant}), '') as variant, min(ms) as since
from ${events.from(['who', 'ms', variant])}
group by who`,
    bindings: events.bindings(),
  };
}

/** People and their numbers by variant. What a person did before she was exposed does not count. */
export function variantsSql(query: ExperimentQuery, frame: Frame): Statement {
  const events = eventsOf(query, frame);
  const { sql: exposures, bindings } = exposuresSql(query, frame);
  const since = events.join('who', {
    sql: `select exposed as key, since as value\nfrom (\n${exposures}\n)`,
    bindings,
  });
  events.keep(`${since} > 0`);
  events.keep(`ms >= ${since}`);
  const numbers = query.metrics.map(({ metric, as }) => {
    const number = aggregateSql(events, mustFindMetric(metric).measured(events));
    return as === 'share' ? `toFloat64(${number} > 0)` : `toFloat64(${number})`;
  });
  const from = events.from(['who', 'ms', ...numbers]);
  const all = events.embed({ sql: exposures, bindings });
  const each = (sql: (i: number) => string): string => query.metrics.map((_, i) => sql(i + 1)).join(', ');
  const sql = `select variant, toFloat64(count()) as people, [${each((i) => `sum(numbers[${i}])`)}] as sums,
  [${each((i) => `sum(numbers[${i}] * numbers[${i}])`)}] as squares
from (
${all}
) as e
left join (
select who, [${numbers.join(', ')}] as numbers
from ${from}
group by who
) as o on e.exposed = o.who
group by variant
order by variant`;
  return { sql, bindings: events.bindings() };
}
