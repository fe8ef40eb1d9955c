import { AUDIENCE_ENTERED, AUDIENCE_LEFT, type Condition, conditionSql } from '../core/condition/index.ts';
import { type Bindings, countOverrides, currentPerson, type Warehouse } from '../engine/warehouse/index.ts';

/** Entries and exits of one day. */
export interface DayOfMoves {
  readonly day: string;
  readonly entered: number;
  readonly backFilled: number;
  readonly left: number;
}

const MOVES = [AUDIENCE_ENTERED, AUDIENCE_LEFT];
/** People shown for a condition that is being written. */
const SAMPLE = 5;
/** What a question asked while somebody types may take. */
const ESTIMATE_LIMITS = { seconds: 20 };

/** Who entered and left an audience, by day of the time zone. Statements after a merge or an un-merge are no entries. */
export async function movesByDay(
  warehouse: Warehouse,
  audience: string,
  since: number,
  timeZone: string,
): Promise<DayOfMoves[]> {
  const { rows } = await warehouse.query<DayOfMoves>(
    `select toString(toDate(time, {zone:String})) as day,
  countIf(name = {entered:String} and how = 'live') as entered,
  countIf(name = {entered:String} and how = 'back-fill') as backFilled,
  countIf(name != {entered:String}) as left
from (
  select time, name, JSONExtractString(properties_text, 'how') as how
  from events
  where name in {moves:Array(String)}
  and derived > 0
  and JSONExtractString(properties_text, 'audience') = {audience:String}
  and time >= fromUnixTimestamp64Milli({since:Int64})
)
group by day
order by day`,
    { zone: timeZone, entered: AUDIENCE_ENTERED, moves: MOVES, audience, since },
  );
  return rows;
}

/** People above an id who ever entered an audience, in order of their ids. Whether they are in it now, their records say. */
export async function everEntered(
  warehouse: Warehouse,
  audience: string,
  above: number,
  limit: number,
): Promise<number[]> {
  const { from, person } = currentPerson(await countOverrides(warehouse));
  const { rows } = await warehouse.query<{ id: number }>(
    `select distinct ${person} as id
from ${from}
where name = {entered:String}
and derived > 0
and JSONExtractString(properties_text, 'audience') = {audience:String}
and id > {above:UInt64}
order by id
limit {limit:UInt32}`,
    { entered: AUDIENCE_ENTERED, audience, above, limit },
  );
  return rows.map((row) => row.id);
}

/** What a condition comes to now. */
export interface Estimate {
  readonly people: number;
  readonly elapsedMs: number;
  readonly sample: number[];
}

const LISTS = () => ({ list: true }) as const;

/** Counts the people of whom a condition is true, by SQL over everything that happened. */
export async function estimate(
  warehouse: Warehouse,
  condition: Condition,
  at: number,
  sourcePrecedence: readonly string[] | undefined,
): Promise<Estimate> {
  const events = currentPerson(await countOverrides(warehouse));
  const { sql, bindings } = conditionSql(condition, at, {
    audiences: LISTS,
    events,
    ...(sourcePrecedence ? { sourcePrecedence } : {}),
  });
  const { rows, statistics } = await warehouse.query<{ people: number; sample: number[] }>(
    `select count() as people, arraySort(groupArraySample(${SAMPLE}, 1)(person)) as sample\nfrom (\n${sql}\n)`,
    bindings as Bindings,
    ESTIMATE_LIMITS,
  );
  const { people = 0, sample = [] } = rows[0] ?? {};
  return { people, sample, elapsedMs: statistics.elapsedMs };
}

/** How many people are in exactly these of several audiences: a bit for each, the first is 1. */
export interface OverlapPart {
  readonly mask: number;
  readonly people: number;
}

/** Counts the people in each combination of two or three conditions. */
export async function overlap(
  warehouse: Warehouse,
  conditions: readonly Condition[],
  at: number,
  sourcePrecedence: readonly string[] | undefined,
): Promise<OverlapPart[]> {
  const events = currentPerson(await countOverrides(warehouse));
  const all: Record<string, Bindings[string]> = {};
  const parts = conditions.map((condition, i) => {
    const { sql, bindings } = conditionSql(condition, at, {
      audiences: LISTS,
      events,
      ...(sourcePrecedence ? { sourcePrecedence } : {}),
    });
    for (const [name, value] of Object.entries(bindings)) all[`c${i}${name}`] = value;
    const own = sql.replaceAll(/\{(p\d+):/g, `{c${i}$1:`);
    return `select person, toUInt8(${2 ** i}) as bit\nfrom (\n${own}\n)`;
  });
  const { rows } = await warehouse.query<OverlapPart>(
    `select mask, count() as people
from (select person, groupBitOr(bit) as mask from (${parts.join('\nunion all\n')}) group by person)
group by mask
order by mask`,
    all,
    ESTIMATE_LIMITS,
  );
  return rows;
}
