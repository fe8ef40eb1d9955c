import type { Asking, Cell } from '../question.ts';

/** An event behind a number, as far as lists show it; the timeline of its person has the rest. */
export interface CellEvent {
  readonly place: number;
  readonly derived: number;
  /** ms since the epoch. */
  readonly time: number;
  readonly person: number;
  readonly session: number;
  readonly name: string;
  readonly channel: string;
  readonly source: string;
  readonly revenue: number;
  readonly currency: string;
}

/** Where a page goes on: after the last event seen. */
export interface EventPlace {
  readonly time: number;
  readonly place: number;
  readonly derived: number;
}

/** Reads a page of the events behind a number, newest first; undefined where people are all there is. */
export async function eventsBehind(
  cell: Cell,
  asking: Asking,
  limit: number,
  after: EventPlace | undefined,
): Promise<CellEvent[] | undefined> {
  const statement = await cell.events?.(asking);
  if (!statement) return undefined;
  const { from, person } = asking.frame.events;
  const older = after
    ? '\nand (time, place, derived) < (fromUnixTimestamp64Milli({cellTime:Int64}), {cellPlace:UInt64}, {cellDerived:UInt32})'
    : '';
  return asking.run<CellEvent>({
    sql: `select place, derived, toUnixTimestamp64Milli(events.time) as time, ${person} as person, session, name,
  toString(channel) as channel, source, toFloat64(revenue) as revenue, currency
from ${from}
where (place, derived) in (
${statement.sql}
)${older.replace('(time,', '(events.time,')}
order by events.time desc, place desc, derived desc
limit {cellLimit:UInt32}`,
    bindings: {
      ...statement.bindings,
      cellLimit: limit,
      ...(after ? { cellTime: after.time, cellPlace: after.place, cellDerived: after.derived } : {}),
    },
  });
}
