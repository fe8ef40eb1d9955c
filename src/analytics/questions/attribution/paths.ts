import { durationMs } from '../../../core/trait/index.ts';
import type { Frame } from '../../frame.ts';
import { textOf } from '../../model/dimension.ts';
import { mustFindDimension, mustFindMetric } from '../../model/find.ts';
import type { Measured } from '../../model/metric.ts';
import { ABOUT_ORDERS } from '../../model/orders.ts';
import type { Span } from '../../range/span.ts';
import { createEvents, type Events, type Statement } from '../../rows/events.ts';
import { eventsAround, eventsOf, type Scope } from '../../scope.ts';
import { applyFilter } from '../../segment/filter.ts';
import { type TouchEvents, touchListSql } from '../../touch/list.ts';
import { CHANGE_MS_MAX, changesOrders, originOf } from './origin.ts';
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
 * as a refund, has the path of the order: `origin` is the conversion, or the order that it changes, as (ms, place, derived, whose touches count).
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
select *, origin.4 as toucher
from (
${conversionsSql(events, order.metrics, key)}
)
) as c
left join (
${touches}
) as came on c.toucher = came.touched`;
}

/** The conversions alone: who, session, ms, place, derived, `origin` and `amounts`. */
export function conversionsSql(events: Events, metrics: readonly string[], key: 'who' | 'session'): string {
  const measured = metrics.map((id) => mustFindMetric(id).measured(events));
  const amounts = measured.map((each) => amountOf(each));
  const origin = originOf(events, metrics, key);
  const from = events.from(['ms', origin, ...amounts]);
  return `select *
from (
select who, session, ms, place, derived, ${origin} as origin, [${amounts.join(', ')}] as amounts
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

/** The lists of touches of those whose conversions they are. */
function groupedTouches(conversions: Events, order: PathOrder): Statement {
  const { lookback = LOOKBACK } = order;
  const { frame, span } = conversions;
  const before = changesOrders(order.metrics) ? CHANGE_MS_MAX : 0;
  const from = Math.max(EVER, touchesFrom(lookback, span.from) - before);
  const touches = touchesOf(order, frame, { from, to: span.to });
  const key = touchKeyOf(lookback);
  const converters = convertersSql(order.metrics, frame, { from: span.from - before, to: span.to }, key);
  // Lists of others are not even made.
  if (converters) {
    const column = key === 'who' ? frame.events.person : 'events.session';
    touches.events.restrict(`${column} in (\n${touches.events.embed(converters)}\n)`);
  }
  return { sql: touchListSql(touches, key), bindings: touches.events.bindings() };
}

/** Whoever may have converted, or in which session; undefined where anything is a conversion, so that nearly everybody has. */
function convertersSql(
  metrics: readonly string[],
  frame: Frame,
  span: Span,
  key: 'who' | 'session',
): Statement | undefined {
  const names = new Set(changesOrders(metrics) ? ABOUT_ORDERS : []);
  for (const id of metrics) {
    const metric = mustFindMetric(id);
    if (!metric.names) return undefined;
    for (const name of metric.names) names.add(name);
  }
  // A row of the system among them is no conversion, but only makes a list too many.
  const events = createEvents(frame, span, { withSystem: true });
  events.needs(`name in ${events.bind('Array(String)', [...names])}`);
  return { sql: `select ${key}\nfrom ${events.from([])}`, bindings: events.bindings() };
}

/** The events of a span that are touches: those with a value of the dimension. */
export function touchesOf(order: PathOrder, frame: Frame, span: Span): TouchEvents {
  const { lookback = LOOKBACK, dimension: id = DIMENSION } = order;
  const events = eventsAround(order.scope, frame, span);
  const dimension = mustFindDimension(id);
  const value = events.name(textOf(dimension, dimension.read(events), events));
  events.keep(`${value} != ''`);
  if (dimension.isThere) events.needs(dimension.isThere);
  for (const filter of order.touches ?? []) applyFilter(events, filter);
  if (touchKeyOf(lookback) === 'session') events.restrict('events.session != 0');
  return { events, dimension, value };
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
