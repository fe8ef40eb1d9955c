import { AUDIENCE_ENTERED, AUDIENCE_LEFT, type Condition, conditionsSql } from '../core/condition/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';
import { type Asking, surroundingsOf } from './people-query.ts';

/** Entries and exits of one day, by cause. */
export interface DayOfMoves {
  readonly day: string;
  readonly entered: Readonly<Record<string, number>>;
  readonly left: Readonly<Record<string, number>>;
}

/** What a question asked while somebody looks may take. */
export const QUESTION_LIMITS = { seconds: 20 };

/** Who entered and left an audience, by day of the time zone and by cause. */
export async function movesByDay(
  warehouse: Warehouse,
  audience: string,
  since: number,
  timeZone: string,
): Promise<DayOfMoves[]> {
  const { rows } = await warehouse.query<{ day: string; name: string; how: string; count: number }>(
    `select toString(toDate(time, {zone:String})) as day, name, properties.how.:String as how, count() as count
from events
where name in {moves:Array(String)}
and derived > 0
and properties.audience.:String = {audience:String}
and time >= fromUnixTimestamp64Milli({since:Int64})
group by day, name, how
order by day`,
    { zone: timeZone, moves: [AUDIENCE_ENTERED, AUDIENCE_LEFT], audience, since },
  );
  const days = new Map<string, { entered: Record<string, number>; left: Record<string, number> }>();
  for (const { day, name, how, count } of rows) {
    const moves = days.get(day) ?? { entered: {}, left: {} };
    days.set(day, moves);
    moves[name === AUDIENCE_ENTERED ? 'entered' : 'left'][how] = count;
  }
  return [...days].map(([day, moves]) => ({ day, ...moves }));
}

/** How many entered and left an audience on a day. */
export interface MovesOfDay {
  readonly audience: string;
  readonly day: string;
  readonly entered: number;
  readonly left: number;
}

/** Who entered and left, of all audiences at once, by day of the time zone. */
export async function movesOfAll(
  warehouse: Warehouse,
  since: number,
  timeZone: string,
): Promise<MovesOfDay[]> {
  const { rows } = await warehouse.query<MovesOfDay>(
    `select properties.audience.:String as audience, toString(toDate(time, {zone:String})) as day,
  countIf(name = {entered:String}) as entered, countIf(name = {left:String}) as left
from events
where name in {moves:Array(String)}
and derived > 0
and time >= fromUnixTimestamp64Milli({since:Int64})
group by audience, day`,
    {
      ...{ zone: timeZone, since, entered: AUDIENCE_ENTERED, left: AUDIENCE_LEFT },
      moves: [AUDIENCE_ENTERED, AUDIENCE_LEFT],
    },
    QUESTION_LIMITS,
  );
  return rows;
}

/** How many people are in exactly these of several audiences: a bit for each, the first is 1. */
export interface OverlapPart {
  readonly mask: number;
  readonly people: number;
}

/** Counts the people in each combination of two or three conditions. */
export async function overlap(asking: Asking, conditions: readonly Condition[]): Promise<OverlapPart[]> {
  const { sql, bindings } = conditionsSql(conditions, asking.at, await surroundingsOf(asking));
  const bits = conditions.map((_, i) => `if(c${i}, ${2 ** i}, 0)`).join(' + ');
  const { rows } = await asking.warehouse.query<OverlapPart>(
    `select ${bits} as mask, count() as people\nfrom (\n${sql}\n)\ngroup by mask\nhaving mask > 0\norder by mask`,
    bindings,
    QUESTION_LIMITS,
  );
  return rows;
}
