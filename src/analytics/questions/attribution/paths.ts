import { durationMs } from '../../../core/trait/index.ts';
import type { Frame } from '../../frame.ts';
import { textOf } from '../../model/dimension.ts';
import { mustFindDimension, mustFindMetric } from '../../model/find.ts';
import type { Measured } from '../../model/metric.ts';
import { spanOf } from '../../range/range.ts';
import type { Events, Statement } from '../../rows/events.ts';
import { eventsAround, eventsOf, type Scope } from '../../scope.ts';
import { applyFilter } from '../../segment/filter.ts';
import { DIMENSION, LOOKBACK, type Lookback, type Touches } from './query.ts';

/** Which conversions are shared among which touches. */
export interface PathOrder extends Touches {
  readonly scope: Scope;
  readonly metrics: readonly string[];
}

/** Before anything that happened (ms). */
const EVER = 0;

/** What touches are put together by. */
export function touchKeyOf(lookback: Lookback): 'who' | 'session' {
  return lookback === 'session' ? 'session' : 'who';
}

/**
 * Conversions with their touches: a select with who, session, ms, place and derived of the event, `amounts` (a number a metric) and
 * `path`, an array of (ms, place, derived, value) in order of time. A conversion that is counted once however often it is reported
 * (an order, a person) is the first report. The touch of the conversion's own event is on its path.
 */
export function pathsSql(events: Events, order: PathOrder): string {
  const lookback = order.lookback ?? LOOKBACK;
  const key = touchKeyOf(lookback);
  const touches = events.embed(groupedTouches(events, order));
  const since =
    lookback === 'session' || lookback === 'person'
      ? ''
      : ` and x.1 >= ms - ${events.bind('Int64', durationMs(lookback))}`;
  return `select c.who as who, c.session as session, ms, place, derived, amounts,
  arrayFilter(x -> (x.1, x.2, x.3) <= (ms, place, derived)${since}, touches) as path
from (
${conversionsSql(events, order.metrics)}
) as c
left join (
${touches}
) as came on c.${key} = came.touched`;
}

/** The conversions alone: who, session, ms, place, derived and `amounts`. */
export function conversionsSql(events: Events, metrics: readonly string[]): string {
  const measured = metrics.map((id) => mustFindMetric(id).measured(events));
  const amounts = measured.map((each) => amountOf(each));
  const from = events.from(['ms', ...amounts]);
  return `select *
from (
select who, session, ms, place, derived, [${amounts.join(', ')}] as amounts
from ${from}
)
where arrayExists(a -> a != 0, amounts)`;
}

/** What a row adds to a metric. */
function amountOf({ measure, where }: Measured): string {
  switch (measure.kind) {
    case 'count':
      return `toFloat64(${where})`;
    case 'sum':
      return where === '1' ? `toFloat64(${measure.of})` : `if(${where}, toFloat64(${measure.of}), 0.)`;
    case 'distinct':
    case 'approximate':
      return `if((${where}) and row_number() over (partition by (${where}), ${measure.of} order by ms, place, derived) = 1, 1., 0.)`;
  }
}

/** All touches that a conversion of the range may have: `touched` (whose) and `touches`, in order of time. */
function groupedTouches({ frame }: Events, order: PathOrder): Statement {
  const touches = touchesOf(order, frame);
  const { key, value } = touches;
  return {
    sql: `select ${key} as touched, arraySort(groupUniqArray((ms, place, derived, ${value}))) as touches
from ${touches.events.from([key, 'ms', value])}
group by ${key}`,
    bindings: touches.events.bindings(),
  };
}

/** The events that are touches: those with a value of the dimension. */
export function touchesOf(order: PathOrder, frame: Frame) {
  const { lookback = LOOKBACK, dimension: id = DIMENSION } = order;
  const span = spanOf(order.scope.range, frame);
  const events = eventsAround(order.scope, frame, { from: touchesFrom(lookback, span.from), to: span.to });
  const dimension = mustFindDimension(id);
  const value = events.name(textOf(dimension, dimension.read(events), events));
  events.keep(`${value} != ''`);
  for (const filter of order.touches ?? []) applyFilter(events, filter);
  const key = touchKeyOf(lookback);
  if (key === 'session') events.restrict('events.session != 0');
  return { events, value, key };
}

/** A session goes on from the day before the range at the longest. */
const SESSION_MS_MAX = 86_400_000;

function touchesFrom(lookback: Lookback, from: number): number {
  if (lookback === 'person') return EVER;
  return Math.max(EVER, from - (lookback === 'session' ? SESSION_MS_MAX : durationMs(lookback)));
}

/** The events of the conversions of an order. */
export function conversionEvents(order: Pick<PathOrder, 'scope'>, frame: Frame): Events {
  return eventsOf(order.scope, frame);
}
