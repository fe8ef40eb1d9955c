import type { Frame } from '../../frame.ts';
import type { Statement } from '../../rows/events.ts';
import { codeOf, type Hits, hitPathsSql, hitsOf, type PathChoice, textsSql } from './paths.ts';
import type { FlowQuery } from './query.ts';

const STEPS = 5;
const ITEMS = 10;
export const DIMENSION = 'page';

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
 * Paths with `anchor`, the position of step 0: a select with path_key, person, codes, places and anchor.
 */
export function anchoredSql(plan: FlowPlan, hits: Hits): string {
  const paths = hitPathsSql(hits, plan.choice);
  const ends = plan.kind === 'ends' ? 'length(codes)' : '1';
  const fits = `c -> c in (${plan.values.map((value) => codeOf(hits.events.bind('String', value))).join(', ')})`;
  const found = plan.occurrence === 'first' ? 'arrayFirstIndex' : 'arrayLastIndex';
  const anchor = plan.values.length === 0 ? ends : `${found}(${fits}, codes)`;
  return `select *\nfrom (\nselect *, toInt64(${anchor}) as anchor\nfrom (\n${paths}\n)\n)\nwhere anchor > 0`;
}

/** All parts of all paths, those of the same values together, and the nodes. */
export function flowSql(plan: FlowPlan, frame: Frame): Statement {
  const hits = hitsOf(plan.scope, plan.choice, frame);
  const { events } = hits;
  const [before, after, items] = [plan.before, plan.after, plan.items].map((n) => events.bind('Int64', n));
  const texts = textsSql(hits);
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
select step, part, way_count, persons, ifNull(o.text, '') as origin, ifNull(t.text, '') as target
from (
select step, origin_code, target_code, part, count() as way_count, ${people} as persons
from (
${piecesSql(anchoredSql(plan, hits), before!, after!)}
)
array join steps as step, parts as part, origins as origin_code, targets as target_code
group by step, origin_code, target_code, part
) as pieces
any left join (
${texts}
) as o on origin_code = o.code
any left join (
${texts}
) as t on target_code = t.code
)
)
)
)
group by grouping sets ((step, rank, valueshown, nextrank, nextshown, part), (step, rank, valueshown))
order by step, isNode, rank = 0, rank, nextrank = 0, nextrank`;
  return { sql, bindings: events.bindings() };
}

/**
 * Beside each path its parts between the steps: four lists, of the `steps` and codes of the `origins`, the codes of the `targets` and the
 * `parts`. The first is the entry or the cut before, then come the links, and the exit or the cut after. Every value of a step is the origin
 * of one part and the target of another.
 */
function piecesSql(anchored: string, before: string, after: string): string {
  return `select person, arrayPushFront(shown, 0) as origins, arrayPushBack(shown, 0) as targets,
  range(first - anchor - 1, first - anchor + toInt64(length(shown))) as steps,
  arrayConcat([if(first = 1, 2, 4)], arrayWithConstant(length(shown) - 1, 0), [if(first + length(shown) - 1 = total, 1, 3)]) as parts
from (
select person, anchor, toInt64(length(codes)) as total, greatest(1, anchor - ${before}) as first,
  arraySlice(codes, first, least(total, anchor + ${after}) - first + 1) as shown
from (
${anchored}
)
)`;
}
