import { refusal } from '../../core/index.ts';
import type { Warehouse } from './warehouse.ts';

/** Fragments of one step: the statement stays under 200 KB, and a step rewrites one narrow column of what it touches. */
const SQUASH_FRAGMENTS_MAX = 4_000;

/** What one step of squashing did. */
export interface Squashed {
  /** Fragments whose rows now say who they belong to. */
  readonly fragmentCount: number;
  /** Rows that were rewritten. */
  readonly rowCount: number;
  /** Whether there is more to do at once. */
  readonly isMore: boolean;
}

interface Override {
  readonly fragment: number;
  readonly person: number;
}

/**
 * Writes the current person into the rows of some overridden fragments and then forgets their overrides. One call is
 * one bounded step; call it in quiet moments until `isMore` is false.
 *
 * `upTo` is the place up to which the warehouse is complete. Only overrides at or below it are taken: rows written for
 * the person of before are all there then, and none can arrive after its override is gone.
 *
 * A crash at any point leaves the same answers to every report: rows change to what their override says already, an
 * override goes when no row needs it, and an unfinished step is simply done again.
 */
export async function squashOverrides(
  warehouse: Warehouse,
  upTo: number,
  fragmentsMax: number = SQUASH_FRAGMENTS_MAX,
): Promise<Squashed> {
  const overrides = await oldestOverrides(warehouse, upTo, fragmentsMax);
  if (overrides.length === 0) return { fragmentCount: 0, rowCount: 0, isMore: false };
  const fragments = overrides.map((override) => override.fragment);
  const people = overrides.map((override) => override.person);
  const rowCount = await countOutdated(warehouse, fragments, people);
  if (rowCount > 0) {
    // Numbers from our own table: a mutation is kept as text until it is done, so its values cannot be bound.
    const list = fragments.map(plainNumber).join(',');
    const newPerson = `transform(fragment, [${list}], [${people.map(plainNumber).join(',')}], person)`;
    await warehouse.command(`alter table events update person = ${newPerson} where fragment in (${list})`);
    const left = await countOutdated(warehouse, fragments, people);
    if (left > 0) {
      const message =
        'Rows still belong to the person of before a merge: see system.mutations of the warehouse.';
      throw refusal('warehouse.query-failed', 500, message, { detail: { rows: left } });
    }
  }
  await warehouse.command(
    `alter table person_overrides delete
    where fragment in (${fragments.map(plainNumber).join(',')}) and place <= ${plainNumber(upTo)}`,
  );
  return { fragmentCount: fragments.length, rowCount, isMore: overrides.length === fragmentsMax };
}

/** Fragments whose newest override the warehouse has caught up with, oldest first. */
async function oldestOverrides(warehouse: Warehouse, upTo: number, limit: number): Promise<Override[]> {
  const { rows } = await warehouse.query<Override>(
    `select fragment, argMax(person, place) as person
    from person_overrides
    group by fragment
    having max(place) <= {upTo:UInt64}
    order by max(place), fragment
    limit {limit:UInt32}`,
    { upTo, limit },
  );
  return rows;
}

async function countOutdated(
  warehouse: Warehouse,
  fragments: readonly number[],
  people: readonly number[],
): Promise<number> {
  const { rows } = await warehouse.query<{ count: number }>(
    `select count() as count
    from events
    where fragment in {fragments:Array(UInt64)}
    and person != transform(fragment, {fragments:Array(UInt64)}, {people:Array(UInt64)}, person)`,
    { fragments, people },
  );
  return rows[0]?.count ?? 0;
}

function plainNumber(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${value} is not an id or a place.`);
  return String(value);
}
