import type { Frame } from '../../frame.ts';
import { aggregateSql } from '../../model/aggregate.ts';
import { textOf } from '../../model/dimension.ts';
import { mustFindDimension, mustFindMetric } from '../../model/find.ts';
import { spanOf } from '../../range/range.ts';
import type { Statement } from '../../rows/events.ts';
import { eventsAround, eventsOf } from '../../scope.ts';
import { applyFilter } from '../../segment/filter.ts';
import type { ExperimentQuery } from './query.ts';

export const VARIANT = 'variant';

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
    sql: `select who as exposed, if(min(${variant}) = max(${variant}), min(${variant}), '') as variant, min(ms) as since
from ${events.from(['who', 'ms', variant])}
group by who`,
    bindings: events.bindings(),
  };
}

/** People and their numbers by variant. What a person did before she was exposed does not count. */
export function variantsSql(query: ExperimentQuery, frame: Frame): Statement {
  const events = eventsOf(query, frame);
  const exposures = events.embed(exposuresSql(query, frame));
  // Who did nothing that counts has one row, in which `who` is 0.
  const numbers = query.metrics.map(({ metric, as }) => {
    const number = aggregateSql(events, mustFindMetric(metric).measured(events), 'who != 0 and ms >= since');
    return as === 'share' ? `toFloat64(${number} > 0)` : `toFloat64(${number})`;
  });
  const each = (sql: (i: number) => string): string => query.metrics.map((_, i) => sql(i + 1)).join(', ');
  const sql = `select variant, toFloat64(count()) as people, [${each((i) => `sum(numbers[${i}])`)}] as sums,
  [${each((i) => `sum(numbers[${i}] * numbers[${i}])`)}] as squares
from (
select any(variant) as variant, [${numbers.join(', ')}] as numbers
from ${events.from(['who', 'ms', ...numbers])} as o
right join (
${exposures}
) as e on o.who = e.exposed
group by exposed
)
group by variant
order by variant`;
  return { sql, bindings: events.bindings() };
}
