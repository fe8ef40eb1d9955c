import type { Warehouse } from './warehouse.ts';

/** How a report reads events as belonging to the people of now. Both are SQL text for the same select. */
export interface CurrentPerson {
  /** What stands after `from`: the table, or the table joined with the overrides. All columns keep their plain names. */
  readonly from: string;
  /** The person of a row now; use it wherever the column `person` would stand. */
  readonly person: string;
}

/** All rows of a fragment belong to one person, so the newest override of a fragment holds whoever it was written for. */
const JOINED = `events any left join (
  select fragment as overridden_fragment, argMax(person, place) as overriding_person
  from person_overrides
  group by fragment
) as overrides on fragment = overridden_fragment`;

/**
 * The SQL for "events with their current person", given how many overrides there are (`countOverrides`).
 *
 * Without overrides it is the plain table. With them a join costs 20 ms of CPU a million rows (plain `uniq(person)` 26 ms,
 * joined 45 ms), and grows slowly with their number: 150,000 overrides cost 100 ms a million rows, where `transform` with
 * two arrays takes 220. A dictionary is no faster and must be reloaded. Never wrap the table in `(select * replace …)`:
 * reading a path of `properties` then reads all of them, ten times the bytes (bench/warehouse).
 *
 * @example const { from, person } = currentPerson(await countOverrides(warehouse));
 *   `select name, uniq(${person}) as people from ${from} where name in {names:Array(String)} group by name`
 */
export function currentPerson(overrideCount: number): CurrentPerson {
  if (overrideCount === 0) return { from: 'events', person: 'person' };
  return { from: JOINED, person: 'if(overridden_fragment = 0, person, overriding_person)' };
}

/** How many overrides wait to be squashed; a count without reading rows. */
export async function countOverrides(warehouse: Warehouse): Promise<number> {
  const { rows } = await warehouse.query<{ count: number }>('select count() as count from person_overrides');
  return rows[0]?.count ?? 0;
}
