import { type Condition, conditionSql, type RankBy, rankSql } from '../core/condition/index.ts';
import { refusal } from '../core/index.ts';
import { countOverrides, currentPerson, type Warehouse } from '../engine/warehouse/index.ts';
import type { Rank } from './set.ts';

/** People of one answer; larger audiences are read in pages from the records. */
export const PEOPLE_MAX = 1_000_000;

const LISTS = () => ({ list: true }) as const;
/** Ids come in as many arrays as this, because a row for each would take twice the bytes. */
const ARRAYS = 64;

/** Where a question about people is asked, and as of when. */
export interface Asking {
  readonly warehouse: Warehouse;
  /** The time of the log (ms). */
  readonly at: number;
  /** Source ids, strongest first, where the attribute policy says so. */
  readonly precedence: readonly string[] | undefined;
}

/** What every question about conditions has around it. */
export async function surroundingsOf({ warehouse, precedence }: Omit<Asking, 'at'>) {
  return {
    audiences: LISTS,
    events: currentPerson(await countOverrides(warehouse)),
    ...(precedence ? { sourcePrecedence: precedence } : {}),
  };
}

/** Everybody of whom a condition is true, in order of their ids. Refusal: `audience.too-large` (422). */
export async function peopleWhere(asking: Asking, condition: Condition): Promise<number[]> {
  const { sql, bindings } = conditionSql(condition, asking.at, await surroundingsOf(asking));
  const { rows } = await asking.warehouse.query<{ people: number[] }>(
    `select groupArray(person) as people\nfrom (\nselect person from (\n${sql}\n) limit {most:UInt32}\n)\ngroup by person % ${ARRAYS}`,
    { ...bindings, most: PEOPLE_MAX + 1 },
  );
  const people = rows.flatMap((row) => row.people);
  if (people.length > PEOPLE_MAX)
    throw refusal('audience.too-large', 422, `More than ${PEOPLE_MAX} people; split the audience.`);
  return people.sort((a, b) => a - b);
}

/** The first people by a number among those of whom a condition is true; of equals those with the smaller id. */
export async function firstPeople(
  asking: Asking,
  of: Condition,
  by: RankBy,
  rank: Pick<Rank, 'order' | 'limit'>,
): Promise<number[]> {
  const { sql, bindings } = rankSql(of, by, asking.at, await surroundingsOf(asking));
  const order = rank.order === 'most' ? 'desc' : 'asc';
  const { rows } = await asking.warehouse.query<{ people: number[] }>(
    `select groupArray(person) as people
from (
select person from (\n${sql}\n)
order by value ${order}, person
limit {most:UInt32}
)
group by person % ${ARRAYS}`,
    { ...bindings, most: rank.limit },
  );
  return rows.flatMap((row) => row.people);
}

/** Everybody who is on a list. */
export function peopleOnList(asking: Asking, list: string): Promise<number[]> {
  return peopleWhere(asking, { member: list });
}
