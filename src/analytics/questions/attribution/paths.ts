import { durationMs } from '../../../core/trait/index.ts';
import type { Frame } from '../../frame.ts';
import { textOf } from '../../model/dimension.ts';
import { mustFindDimension, mustFindMetric } from '../../model/find.ts';
import type { Measured } from '../../model/metric.ts';
import { ORDER_CHANGES, ORDERED } from '../../model/orders.ts';
import { spanOf } from '../../range/range.ts';
import type { Span } from '../../range/span.ts';
import { createEvents, type Events, type Statement } from '../../rows/events.ts';
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
 * (a person, a session) is the first time. The touch of the conversion's own event is on its path. What changes an order later, such
 * as a refund, has the path of the order: `origin` is the conversion, or the order that it changes, as (ms, place, derived, who, session).
 */
export function pathsSql(events: Events, order: PathOrder): string {
  const lookback = order.lookback ?? LOOKBACK;
  const key = touchKeyOf(lookback);
  const touches = events.embed(groupedTouches(events, order));
  const since =
    lookback === 'session' || lookback === 'person'
      ? ''
      : ` and x.1 >= origin.1 - ${events.bind('Int64', durationMs(lookback))}`;
  return `select c.who as who, c.session as session, ms, place, derived, amounts, origin,
  arrayFilter(x -> (x.1, x.2, x.3) <= (origin.1, origin.2, origin.3)${since}, touches) as path
from (
select *, origin.${key === 'who' ? 4 : 5} as toucher
from (
${conversionsSql(events, order.metrics)}
)
) as c
left join (
${touches}
) as came on c.toucher = came.touched`;
}

/** The conversions alone: who, session, ms, place, derived, `origin` and `amounts`. */
export function conversionsSql(events: Events, metrics: readonly string[]): string {
  const measured = metrics.map((id) => mustFindMetric(id).measured(events));
  const amounts = measured.map((each) => amountOf(each));
  const origin = originOf(events, metrics);
  const from = events.from(['ms', origin, ...amounts]);
  return `select *
from (
select who, session, ms, place, derived, ${origin} as origin, [${amounts.join(', ')}] as amounts
from ${from}
)
where arrayExists(a -> a != 0, amounts)`;
}

/** So long after it was placed the change of an order finds it; what comes later has the touches of its own time. */
const CHANGE_MS_MAX = 60 * 86_400_000;

/** The conversion whose path counts: the order that a row changes, or the row itself. */
function originOf(events: Events, metrics: readonly string[]): string {
  const itself = '(ms, place, derived, who, session)';
  if (!hasChanges(metrics)) return itself;
  const orders = changedOrders(events.frame, events.span);
  const placed = events.join('order_id', {
    sql: `select order_id as key, min(${itself}) as value\nfrom ${orders.from(['order_id', 'ms'])}\ngroup by order_id`,
    bindings: orders.bindings(),
  });
  const isChange = `name in ${events.bind('Array(String)', ORDER_CHANGES)}`;
  return events.name(`if(${isChange} and ${placed}.1 != 0, ${placed}, ${itself})`);
}

/** The events by which the orders were placed that change in a span. */
function changedOrders(frame: Frame, span: Span): Events {
  const orders = createEvents(frame, { from: Math.max(EVER, span.from - CHANGE_MS_MAX), to: span.to });
  const moment = (ms: number): string => `fromUnixTimestamp64Milli(${orders.bind('Int64', ms)})`;
  orders.needs(`name = ${orders.bind('String', ORDERED)}`);
  orders.restrict(`events.order_id in (
select order_id
from events
where name in ${orders.bind('Array(String)', ORDER_CHANGES)}
and time >= ${moment(span.from)}
and time < ${moment(span.to)}
)`);
  return orders;
}

function hasChanges(metrics: readonly string[]): boolean {
  return metrics.some((id) => mustFindMetric(id).names?.some((name) => ORDER_CHANGES.includes(name)));
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
  const events = touchEvents(order, frame, { from: touchesFrom(lookback, span.from), to: span.to }, span);
  const dimension = mustFindDimension(id);
  const value = events.name(textOf(dimension, dimension.read(events), events));
  events.keep(`${value} != ''`);
  for (const filter of order.touches ?? []) applyFilter(events, filter);
  const key = touchKeyOf(lookback);
  if (key === 'session') events.restrict('events.session != 0');
  return { events, value, key };
}

/** The events around conversions; of those whose orders change later also the ones around the orders. */
function touchEvents({ scope, metrics }: PathOrder, frame: Frame, around: Span, span: Span): Events {
  if (around.from === EVER || !hasChanges(metrics)) return eventsAround(scope, frame, around);
  const from = Math.max(EVER, around.from - CHANGE_MS_MAX);
  const events = eventsAround(scope, frame, { from, to: around.to });
  const orders = changedOrders(frame, span);
  const placers = events.embed({
    sql: `select who\nfrom ${orders.from([])}\nwhere time < fromUnixTimestamp64Milli(${orders.bind('Int64', span.from)})`,
    bindings: orders.bindings(),
  });
  const isNear = `events.time >= fromUnixTimestamp64Milli(${events.bind('Int64', around.from)})`;
  events.restrict(`(${isNear} or ${frame.events.person} in (\n${placers}\n))`);
  return events;
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
