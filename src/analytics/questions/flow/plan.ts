import type { Frame } from '../../frame.ts';
import type { Events, Statement } from '../../rows/events.ts';
import { hitPathsSql, hitsOf, type PathChoice } from './paths.ts';
import type { FlowQuery } from './query.ts';

const STEPS = 5;
const ITEMS = 10;
const DIMENSION = 'page';

/** How a part of a path goes on or came about. */
export const PART = { link: 0, exit: 1, entry: 2, cutAfter: 3, cutBefore: 4 } as const;

/**
 * A row as the warehouse gives it: how many paths go from a value of a step to one of the next. `isNode`: all paths with the value,
 * wherever they go. Ranks above the number of items are given as 0: all others.
 */
export interface PartRow {
  readonly isNode: number;
  readonly step: number;
  readonly rank: number;
  readonly value: string;
  readonly nextRank: number;
  readonly next: string;
  readonly part: number;
  readonly paths: number;
  readonly people: number;
  readonly valueCount: number;
}

/** A flow with what is meant where the query does not say. */
export function planOf(query: FlowQuery) {
  const { kind = 'starts', value, repeats = false, items = ITEMS } = query;
  return {
    scope: query,
    choice: {
      dimension: query.dimension ?? DIMENSION,
      within: query.within ?? 'session',
      hasRepeats: repeats,
    } satisfies PathChoice,
    kind,
    values: value === undefined ? [] : [value].flat(),
    occurrence: query.occurrence ?? 'first',
    before: kind === 'starts' ? 0 : (query.before ?? STEPS),
    after: kind === 'ends' ? 0 : (query.after ?? STEPS),
    items,
  };
}
export type FlowPlan = ReturnType<typeof planOf>;

/**
 * Paths with `anchor`, the position of step 0: a select with path_key, person, hits and anchor.
 */
export function anchoredSql(plan: FlowPlan, events: Events, value: string): string {
  const paths = hitPathsSql(events, value, plan.choice);
  const ends = plan.kind === 'ends' ? 'length(hits)' : '1';
  const fits = `h -> h.3 in ${events.bind('Array(String)', plan.values)}`;
  const found = plan.occurrence === 'first' ? 'arrayFirstIndex' : 'arrayLastIndex';
  const anchor = plan.values.length === 0 ? ends : `${found}(${fits}, hits)`;
  return `select *\nfrom (\nselect *, toInt64(${anchor}) as anchor\nfrom (\n${paths}\n)\n)\nwhere anchor > 0`;
}

/** All parts of all paths, those of the same values together, and the nodes. */
export function flowSql(plan: FlowPlan, frame: Frame): Statement {
  const { events, value } = hitsOf(plan.scope, plan.choice, frame);
  const [before, after, items] = [plan.before, plan.after, plan.items].map((n) => events.bind('Int64', n));
  const isOfPeople = plan.choice.within === 'person';
  // A path of a person is one of hers, so that nobody needs to be told apart.
  const people = isOfPeople ? 'count()' : 'uniqExactState(person)';
  const merged = isOfPeople ? 'sum(persons)' : 'uniqExactMerge(persons)';
  const sql = `select grouping(nextshown) as isNode, step, rank, valueshown as value, nextrank as nextRank, nextshown as next, part,
  toFloat64(sum(way_count)) as paths, toFloat64(${merged}) as people, toFloat64(uniqExact(origin)) as valueCount
from (
select *,
  if(ownrank > ${items}, 0, ownrank) as rank, if(ownrank > ${items}, '', origin) as valueshown,
  if(torank > ${items}, 0, torank) as nextrank, if(torank > ${items}, '', target) as nextshown
from (
select *,
  dense_rank() over (partition by step, part in (2, 4) order by origin_weight desc, origin) as ownrank,
  dense_rank() over (partition by step, part in (1, 3) order by target_weight desc, target) as torank
from (
select *,
  sum(way_count) over (partition by step, part in (2, 4), origin) as origin_weight,
  sum(way_count) over (partition by step, part in (1, 3), target) as target_weight
from (
select piece.1 as step, piece.2 as origin, piece.3 as target, piece.4 as part, count() as way_count, ${people} as persons
from (
${piecesSql(anchoredSql(plan, events, value), before!, after!)}
)
array join pieces as piece
group by step, origin, target, part
)
)
)
)
group by grouping sets ((step, rank, valueshown, nextrank, nextshown, part), (step, rank, valueshown))
order by step, isNode, rank = 0, rank, nextrank = 0, nextrank`;
  return { sql, bindings: events.bindings() };
}

/**
 * Beside each path its parts between the steps, as (step of the origin, origin, target, part): the entry or the cut before, the links, and the
 * exit or the cut after. Every value of a step is the origin of one part and the target of another.
 */
function piecesSql(anchored: string, before: string, after: string): string {
  return `select person, arrayMap((a, b, i) -> (
    left + i - anchor - 2, a, b,
    multiIf(i = 1, if(left = 1, 2, 4), i > length(shown), if(left + length(shown) - 1 = total, 1, 3), 0)
  ), arrayPushFront(shown, ''), arrayPushBack(shown, ''), arrayEnumerate(arrayPushBack(shown, ''))) as pieces
from (
select person, anchor, toInt64(length(hits)) as total, greatest(1, anchor - ${before}) as left,
  arraySlice(hits, left, least(total, anchor + ${after}) - left + 1).3 as shown
from (
${anchored}
)
)`;
}
