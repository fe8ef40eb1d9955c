import type { Frame } from '../../frame.ts';
import { convertedOf } from '../../model/amount.ts';
import { textOf } from '../../model/dimension.ts';
import { mustFindDimension } from '../../model/find.ts';
import { spanOf } from '../../range/range.ts';
import { createEvents, type Statement } from '../../rows/events.ts';
import { type AttributionQuery, DIMENSION } from './query.ts';

/** What advertising cost, by value of the dimension. */
export interface CostRow {
  readonly value: string;
  readonly cost: number;
}

/**
 * The costs of the range by what their reports say of themselves: a report has the campaign parameters of the visits that it paid for.
 */
export function costsSql({ range, dimension: id = DIMENSION }: AttributionQuery, frame: Frame): Statement {
  const events = createEvents(frame, spanOf(range, frame));
  events.needs(`name = ${events.bind('String', 'Ad Cost Reported')}`);
  const dimension = mustFindDimension(id);
  const value = events.name(textOf(dimension, dimension.read(events), events));
  const code = events.column("ifNull(toString(properties.currency), '')");
  const cost = convertedOf(events, events.column('cost'), code);
  return {
    sql: `select ${value} as value, sum(${cost}) as cost
from ${events.from([value, cost, 'name'])}
where name = ${events.bind('String', 'Ad Cost Reported')}
group by value`,
    bindings: events.bindings(),
  };
}
