import type { Asking, Cell } from '../question.ts';
import { createEvents, type Statement } from '../rows/events.ts';

/** People behind a number, in order of their ids. */
export interface PeoplePage {
  readonly people: number[];
  /** All of them, whatever the page. */
  readonly total: number;
  /** Give it as `after` for the next page. */
  readonly next?: number;
}

/** Reads a page of the people behind a number. */
export async function peopleOf(
  cell: Cell,
  asking: Asking,
  limit: number,
  after: number,
): Promise<PeoplePage> {
  const { sql, bindings } = await cell.people(asking);
  const rows = await asking.run<{ person: number; total: number; left: number }>({
    sql: `select person, total, count() over () as left
from (
select person, count() over () as total
from (
${sql}
)
)
where person > {cellAfter:UInt64}
order by person
limit {cellLimit:UInt32}`,
    bindings: { ...bindings, cellAfter: after, cellLimit: limit },
  });
  const people = rows.map(({ person }) => person);
  const hasMore = (rows[0]?.left ?? 0) > rows.length;
  return { people, total: rows[0]?.total ?? 0, ...(hasMore ? { next: people.at(-1)! } : {}) };
}

/** How many people are in both, and in only one, of two selects of people. */
export async function compareSets(
  a: Statement,
  b: Statement,
  asking: Asking,
): Promise<{ both: number; one: number }> {
  const events = createEvents(asking.frame, { from: 0, to: 1 });
  const [first, second] = [events.embed(a), events.embed({ ...b, sql: `${b.sql}\n` })];
  const [row] = await asking.run<{ both: number; one: number }>({
    sql: `select countIf(sets = 3) as both, countIf(sets != 3) as one
from (
select person, groupBitOr(bit) as sets
from (
select person, 1 as bit from (\n${first}\n)
union all
select person, 2 as bit from (\n${second}\n)
)
group by person
)`,
    bindings: events.bindings(),
  });
  return row ?? { both: 0, one: 0 };
}
