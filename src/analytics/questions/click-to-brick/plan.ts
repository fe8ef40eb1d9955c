import { DAY_MS } from '../../../core/trait/index.ts';
import type { Frame } from '../../frame.ts';
import { amountOf } from '../../model/amount.ts';
import { textOf } from '../../model/dimension.ts';
import { mustFindDimension } from '../../model/find.ts';
import { ABOUT_ORDERS, ORDERED } from '../../model/orders.ts';
import type { Events, Statement } from '../../rows/events.ts';
import { eventsAround, eventsOf } from '../../scope.ts';
import { touchListSql } from '../../touch/list.ts';
import type { ClickToBrickQuery } from './query.ts';

/** From a touch to the order, unless said. */
export const DAYS = 14;
export const BY = 'marketing-channel';

/** A row as the warehouse gives it: of a value of touches, of a store, or of all. */
export interface BrickRow {
  readonly of: 'touch' | 'store' | 'all';
  readonly name: string;
  readonly orders: number;
  readonly revenue: number;
  readonly people: number;
  readonly medianDays: number | null;
  readonly storeOrders: number;
  readonly storeRevenue: number;
}

export function brickSql(query: ClickToBrickQuery, frame: Frame): Statement {
  const events = eventsOf(query, frame);
  const sql = `select multiIf(grouping(touched) = 0, 'touch', grouping(store) = 0, 'store', 'all') as of,
  if(grouping(touched) = 0, touched, store) as name,
  toFloat64(countIf(assisted)) as orders, sumIf(net, assisted) as revenue, toFloat64(uniqExactIf(person, assisted)) as people,
  quantileExactInclusiveIf(0.5)(waited / ${DAY_MS}, assisted) as medianDays,
  toFloat64(count()) as storeOrders, sum(net) as storeRevenue
from (
${assistedSql(query, events)}
)
group by grouping sets ((touched), (store), ())`;
  return { sql, bindings: events.bindings() };
}

/**
 * Orders of stores: person, place (of the order), store, `net`, and of the last touch before it `assisted`, `touched` (its value) and
 * `waited` (ms). An order that is reported again is where it was reported first.
 */
export function assistedSql(query: ClickToBrickQuery, events: Events): string {
  const reach = (query.days ?? DAYS) * DAY_MS;
  const orders = ordersSql(events);
  const touches = events.embed(touchesSql(query, events, orders, reach));
  const within = events.bind('Int64', reach);
  return `select person, ordered_place as place, store, net, notEmpty(led) as assisted, led[-1].4 as touched, ordered_at - led[-1].1 as waited
from (
select person, ordered_place, store, net, ordered_at,
  arrayFilter(x -> x.1 < ordered_at and x.1 >= ordered_at - ${within}, touches) as led
from (
${orders}
) as o
left join (
${touches}
) as came on o.person = came.touched
)`;
}

function ordersSql(events: Events): string {
  const names = events.bind('Array(String)', ABOUT_ORDERS);
  events.needs(`name in ${names}`);
  const amount = amountOf(events);
  const isPlaced = `name = ${events.bind('String', ORDERED)}`;
  const columns = ['order_id', 'store', 'ms', 'channel', 'name', amount];
  return `select argMinIf(who, (time, place), ${isPlaced}) as person, argMinIf(place, (time, place), ${isPlaced}) as ordered_place,
  argMinIf(store, (time, place), ${isPlaced}) as store, minIf(ms, ${isPlaced}) as ordered_at, sum(toFloat64(${amount})) as net
from ${events.from(columns)}
where name in ${names}
group by order_id
having countIf(${isPlaced}) > 0 and argMinIf(channel, (time, place), ${isPlaced}) = ${events.bind('String', 'store')}`;
}

/** The touches of those who ordered. */
function touchesSql(query: ClickToBrickQuery, ordered: Events, orders: string, reach: number): Statement {
  const { frame, span } = ordered;
  const events = eventsAround(query, frame, { from: Math.max(0, span.from - reach), to: span.to });
  const dimension = mustFindDimension(query.by ?? BY);
  const value = events.name(textOf(dimension, dimension.read(events), events));
  if (query.touch) {
    const { test, names } = events.fits(query.touch);
    events.keep(test);
    events.needs(names);
  } else {
    events.restrict("events.channel in ('web', 'app')");
    events.keep('opens_session');
  }
  const buyers = events.embed({
    sql: `select person\nfrom (\n${orders}\n)`,
    bindings: ordered.bindings(),
  });
  events.restrict(`${frame.events.person} in (\n${buyers}\n)`);
  return { sql: touchListSql({ events, dimension, value }, 'who'), bindings: events.bindings() };
}
