import type { Frame } from '../../frame.ts';
import { aggregateSql } from '../../model/aggregate.ts';
import { textOf } from '../../model/dimension.ts';
import { mustFindDimension } from '../../model/find.ts';
import { cost } from '../../model/metrics/advertising.ts';
import { spanOf } from '../../range/range.ts';
import { createEvents, type Statement } from '../../rows/events.ts';
import { type AttributionQuery, DIMENSION } from './query.ts';

/** What advertising cost, by value of the dimension. */
export interface CostRow {
  readonly value: string;
  readonly cost: number;
}

/** The costs of the range by what their reports say of themselves. */
export function costsSql({ range, dimension: id = DIMENSION }: AttributionQuery, frame: Frame): Statement {
  const events = createEvents(frame, spanOf(range, frame));
  const dimension = mustFindDimension(id);
  const value = events.name(textOf(dimension, dimension.read(events), events));
  const sum = aggregateSql(events, cost.measured(events));
  return {
    sql: `select ${value} as value, toFloat64(${sum}) as cost\nfrom ${events.from([value, sum])}\ngroup by value`,
    bindings: events.bindings(),
  };
}
