import type { Frame } from '../../frame.ts';
import type { Events, Statement } from '../../rows/events.ts';
import { MODELS } from './models/kinds.ts';
import type { AttributionModel, PathSql } from './models/model.ts';
import { conversionEvents, type PathOrder, pathsSql } from './paths.ts';
import type { ModelChoice } from './query.ts';

/** The model of a choice. */
export function modelOf({ model }: ModelChoice): AttributionModel<unknown> {
  return MODELS.find(({ id }) => id === model) as AttributionModel<unknown>;
}

/**
 * SQL of what each touch gets of a conversion by a model, beside the values of `path`; what remains of it goes to the value '', which
 * is no touch. Undefined for a model that looks at all conversions together.
 */
export function sharesSql(choice: ModelChoice, events: Events): string | undefined {
  const { model, ...settings } = choice;
  const path: PathSql = {
    values: 'path.4',
    times: 'path.1',
    own: 'arrayMap(t -> t.2 = origin.2 and t.3 = origin.3, path)',
    count: 'length(path)',
    at: 'origin.1',
    bind: events.bind,
  };
  const shares = modelOf(choice).shares?.(path, settings);
  return shares && `arrayMap(s -> toFloat64(s), ${shares})`;
}

/** One metric by one model, as it is wanted elsewhere: of the column of a table, or of a cell. */
export interface CreditOrder extends Omit<PathOrder, 'metrics'> {
  readonly metric: string;
  readonly model: ModelChoice;
}

/**
 * Credited rows: a select with `value` (the text of the touch, '' for none), `credit`, and who, session, ms, place and derived of the
 * conversion. Sums of `credit` by value are attribution by any model but `markov`, which has no rows of its own: undefined.
 */
export function creditedSql(order: CreditOrder, frame: Frame): Statement | undefined {
  const events = conversionEvents(order, frame);
  const shares = sharesSql(order.model, events);
  if (shares === undefined) return undefined;
  const sql = `select value, share * amount as credit, who, session, ms, place, derived
from (
select who, session, ms, place, derived, amounts[1] as amount, path.4 as values, ${shares} as shares
from (
${pathsSql(events, { ...order, metrics: [order.metric] })}
)
)
array join arrayPushBack(values, '') as value, arrayPushBack(shares, toFloat64(arraySum(shares) = 0)) as share
where share != 0`;
  return { sql, bindings: events.bindings() };
}
