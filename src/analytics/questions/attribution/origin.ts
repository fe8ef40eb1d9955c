import type { Frame } from '../../frame.ts';
import { mustFindMetric } from '../../model/find.ts';
import { ORDER_CHANGES, ORDERED } from '../../model/orders.ts';
import type { Span } from '../../range/span.ts';
import { createEvents, type Events } from '../../rows/events.ts';

/** So long after it was placed the change of an order finds it; what comes later has the touches of its own time. */
export const CHANGE_MS_MAX = 60 * 86_400_000;

/** SQL of the conversion whose path counts: the order that a row changes, or the row itself, as (ms, place, derived, whose touches count). */
export function originOf(events: Events, metrics: readonly string[], key: 'who' | 'session'): string {
  const itself = `(ms, place, derived, ${key})`;
  if (!changesOrders(metrics)) return itself;
  const orders = changedOrders(events.frame, events.span);
  const placed = events.join('order_id', {
    sql: `select order_id as key, min(${itself}) as value\nfrom ${orders.from(['order_id', 'ms'])}\ngroup by order_id`,
    bindings: orders.bindings(),
  });
  const isChange = `name in ${events.bind('Array(String)', ORDER_CHANGES)}`;
  return events.name(`if(${isChange} and ${placed}.1 != 0, ${placed}, ${itself})`);
}

/** Whether some metrics count what changes an order after it was placed. */
export function changesOrders(metrics: readonly string[]): boolean {
  return metrics.some((id) => mustFindMetric(id).names?.some((name) => ORDER_CHANGES.includes(name)));
}

/** The events by which the orders were placed that change in a span. */
function changedOrders(frame: Frame, span: Span): Events {
  const orders = createEvents(frame, { from: Math.max(0, span.from - CHANGE_MS_MAX), to: span.to });
  const moment = (ms: number): string => `fromUnixTimestamp64Milli(${orders.bind('Int64', ms)})`;
  orders.needs(`name = ${orders.bind('String', ORDERED)}`);
  orders.restrict(`order_id in (
select order_id
from events
prewhere name in ${orders.bind('Array(String)', ORDER_CHANGES)}
where time >= ${moment(span.from)}
and time < ${moment(span.to)}
)`);
  return orders;
}
