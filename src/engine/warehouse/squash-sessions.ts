import { refusal } from '../../core/index.ts';
import type { Warehouse } from './warehouse.ts';

/** Sessions of one step: the statement stays under 200 KB. */
const SQUASH_SESSIONS_MAX = 3_000;

interface Joined {
  readonly fragment: number;
  readonly session: number;
  readonly into: number;
}

/**
 * Writes the session that they were joined to into the rows of some sessions, and then forgets that they were joined. One call
 * is one bounded step; call it in quiet moments until `isMore` is false. As with people (squashOverrides) only what is at or
 * below `upTo`, the place up to which the warehouse is complete, is taken; a crash at any point leaves a step to be done again.
 */
export async function squashSessions(
  warehouse: Warehouse,
  upTo: number,
  sessionsMax: number = SQUASH_SESSIONS_MAX,
): Promise<{ readonly sessionCount: number; readonly isMore: boolean }> {
  const { rows: joined } = await warehouse.query<Joined>(
    `select fragment, session, argMax(into_session, place) as into
from session_overrides
group by fragment, session
having max(place) <= {upTo:UInt64}
order by max(place), session
limit {limit:UInt32}`,
    { upTo, limit: sessionsMax },
  );
  if (joined.length === 0) return { sessionCount: 0, isMore: false };
  // What was joined to a session that was joined later itself belongs to the last one; it can only be the later one.
  const targets = new Map(joined.map(({ session, into }) => [session, into]));
  const lastOf = (session: number): number => {
    let last = session;
    for (let next = targets.get(last); next !== undefined; next = targets.get(last)) last = next;
    return last;
  };
  const fragments = numbers([...new Set(joined.map(({ fragment }) => fragment))]);
  const sessions = numbers([...targets.keys()]);
  // Numbers from our own table: a mutation is kept as text until it is done, so its values cannot be bound.
  const where = `fragment in (${fragments}) and session in (${sessions})`;
  const owners = numbers([...targets.keys()].map(lastOf));
  await warehouse.command(
    `alter table events update session = transform(session, [${sessions}], [${owners}], session) where ${where}`,
  );
  const { rows } = await warehouse.query<{ left: number }>(
    `select count() as left\nfrom events\nwhere ${where}`,
  );
  if ((rows[0]?.left ?? 0) > 0)
    throw refusal(
      'warehouse.query-failed',
      500,
      'Rows still belong to the session of before a late event: see system.mutations of the warehouse.',
    );
  await warehouse.command(`alter table session_overrides delete where ${where} and place <= ${upTo}`);
  return { sessionCount: joined.length, isMore: joined.length === sessionsMax };
}

/** How many sessions wait to be squashed; a count without reading rows. */
export async function countJoinedSessions(warehouse: Warehouse): Promise<number> {
  const { rows } = await warehouse.query<{ count: number }>('select count() as count from session_overrides');
  return rows[0]?.count ?? 0;
}

function numbers(values: readonly number[]): string {
  for (const value of values)
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${value} is not an id or a place.`);
  return values.join(',');
}
