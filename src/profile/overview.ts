import { countOverrides, currentPerson, type Warehouse } from '../engine/warehouse/index.ts';

/** The headline figures of a stretch of time. Revenue is net of refunds, in one currency. */
export interface Figures {
  readonly people: number;
  readonly orders: number;
  readonly revenue: number;
  readonly sessions: number;
  readonly events: number;
}

/** The figures of the last days, of as many days before, and day by day. */
export interface Overview {
  readonly current: Figures;
  readonly previous: Figures;
  /** Oldest first; days of the time zone, so the first and the last are parts of days. */
  readonly days: readonly (Figures & { readonly day: string })[];
}

interface Row extends Figures {
  readonly part: 'current' | 'previous';
  readonly day: string;
  readonly isTotal: number;
}

const NOTHING: Figures = { people: 0, orders: 0, revenue: 0, sessions: 0, events: 0 };
const DAY_MS = 86_400_000;

/**
 * The headline figures up to a moment. What follows from events within the program (derived) is no event of a shopper.
 * @param at ms since the epoch
 */
export async function readOverview(
  warehouse: Warehouse,
  at: number,
  days: number,
  { timeZone, currency }: { readonly timeZone: string; readonly currency: string },
): Promise<Overview> {
  const { from, person } = currentPerson(await countOverrides(warehouse));
  const middle = at - days * DAY_MS;
  const { rows } = await warehouse.query<Row>(
    `select if(time >= fromUnixTimestamp64Milli({middle:Int64}), 'current', 'previous') as part,
  toString(toDate(time, {zone:String})) as day,
  grouping(day) as isTotal,
  uniqExact(${person}) as people,
  uniqExactIf(order_id, name = 'Order Completed') as orders,
  toFloat64(sumIf(revenue, currency = {currency:String})) as revenue,
  uniqExactIf(session, session != 0) as sessions,
  count() as events
from ${from}
where time >= fromUnixTimestamp64Milli({since:Int64})
and time < fromUnixTimestamp64Milli({until:Int64})
and derived = 0
and person != 0
group by grouping sets ((part, day), (part))
order by day`,
    { zone: timeZone, currency, since: middle - days * DAY_MS, middle, until: at },
  );
  const total = (part: Row['part']): Figures =>
    figuresOf(rows.find((row) => row.part === part && row.isTotal === 1) ?? NOTHING);
  return {
    current: total('current'),
    previous: total('previous'),
    days: rows
      .filter((row) => row.part === 'current' && row.isTotal === 0)
      .map((row) => ({ day: row.day, ...figuresOf(row) })),
  };
}

function figuresOf({ people, orders, revenue, sessions, events }: Figures): Figures {
  return { people, orders, revenue, sessions, events };
}
