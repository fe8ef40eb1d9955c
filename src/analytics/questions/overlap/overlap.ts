import { and, type Condition } from '../../../core/condition/index.ts';
import { refusal } from '../../../core/index.ts';
import { type Cannot, matcherOfMetric } from '../../cell/metric-words.ts';
import { scopeCondition, windowOf } from '../../cell/scope-condition.ts';
import type { Frame } from '../../frame.ts';
import { type Part, partsOf, sumOf } from '../../model/aggregate.ts';
import { mustFindMetric } from '../../model/find.ts';
import { title } from '../../model/title.ts';
import { type Asking, type Cell, question } from '../../question.ts';
import type { Events, Statement } from '../../rows/events.ts';
import { eventsOf } from '../../scope.ts';
import { inSegment, membersOfAll } from '../../segment/apply.ts';
import { type ResolvedSegment, resolveSegment } from '../../segment/resolve.ts';
import { OverlapAnswer, OverlapCell, OverlapQuery } from './query.ts';

/** What segments have in common, and what each has alone. */
export const overlap = question({
  id: 'overlap',
  title: title('Overlap | Überschneidung | Recoupement | Coincidencia | 重叠'),
  summary: 'What up to five segments have in common and what each has alone (Venn)',
  query: OverlapQuery,
  answer: OverlapAnswer,
  async ask(query, { frame, run }) {
    const [row = {}] = await run<Record<string, number[]>>(overlapSql(query, frame));
    const numbers = (name: string): number[] => row[name] ?? [];
    const regions = regionsOf(query);
    return {
      total: numbers('inside0'),
      regions: regions.map((sets, i) => ({
        sets,
        inAll: numbers(`inside${i}`),
        inOnly: numbers(`alone${i}`),
      })),
    };
  },
  cell: { schema: OverlapCell, open: openCell },
});

const metricsOf = ({ metrics = ['people'] }: OverlapQuery): readonly string[] => metrics;

/** All combinations of sets by their numbers, the empty one first. */
function regionsOf({ sets }: OverlapQuery): number[][] {
  return Array.from({ length: 2 ** sets.length }, (_, mask) =>
    sets.flatMap((__, i) => ((mask >> i) % 2 === 1 ? [i] : [])),
  );
}

/** A row counts, whatever it says. */
const EACH_ROW: Part = { name: 'count', of: '', rows: '1', sign: 1 };

/** The rows by the mask of the sets that they are in, the first in the lowest bit; then every region from the masks that belong to it. */
function overlapSql(query: OverlapQuery, frame: Frame): Statement {
  const events = eventsOf(query, frame);
  const sets = query.sets.map((set) => resolveSegment(set, frame));
  const measured = metricsOf(query).map((id) => partsOf(events, mustFindMetric(id).measured(events)));
  const isOfPeople = tellsPeopleApart(query, sets, events, measured.flat());
  // Where rows are people, nobody stands in two of them.
  const metrics = isOfPeople ? measured.map(() => [EACH_ROW]) : measured;
  const parts = metrics.flat();
  const states = parts.map(
    ({ name, of, rows }) => `${name}StateIf(${[of, rows].filter((sql) => sql !== '').join(', ')})`,
  );
  const numbers = (test: string): string => {
    const merged = (part: Part): string => `${part.name}MergeIf(m${parts.indexOf(part)}, ${test})`;
    return `[${metrics.map((each) => `toFloat64(${sumOf(each, merged)})`).join(', ')}]`;
  };
  const columns = regionsOf(query).flatMap((_, region) => [
    `${numbers(`bitAnd(mask, ${region}) = ${region}`)} as inside${region}`,
    `${numbers(`mask = ${region}`)} as alone${region}`,
  ]);
  return {
    sql: `select ${columns.join(',\n  ')}
from (
select mask, ${states.map((state, i) => `${state} as m${i}`).join(', ')}
from ${isOfPeople ? maskedPeople(sets, events) : maskedRows(query, sets, events, states)}
group by mask
)`,
    bindings: events.bindings(),
  };
}

/** Whether nothing is asked but how many people there are, of all that they did until the end of the range or of now. */
function tellsPeopleApart(
  { segments = [], filters = [] }: OverlapQuery,
  sets: readonly ResolvedSegment[],
  events: Events,
  parts: readonly Part[],
): boolean {
  return (
    sets.every(({ level }) => level === 'person') &&
    parts.every(({ of, rows }) => of === 'who' && rows === 'who != 0') &&
    segments.length + filters.length === 0 &&
    events.span.to <= events.frame.at + 1
  );
}

/** A row for each person of the range, with her `mask`: who is in which set, and who was there at all, are told by one reading of everything. */
function maskedPeople(sets: readonly ResolvedSegment[], events: Events): string {
  const people = events.embed(membersOfAll(events.frame, conditionsOf(sets), events.span));
  return `(\nselect ${maskOf(sets)} as mask\nfrom (\n${people}\n)\nwhere active\n)`;
}

/** The rows with their `mask`. */
function maskedRows(
  query: OverlapQuery,
  sets: readonly ResolvedSegment[],
  events: Events,
  states: readonly string[],
): string {
  if (sets.some(({ level }) => level !== 'person')) {
    const bits = query.sets.map((set, i) => `toUInt8(${inSegment(events, set)}) * ${2 ** i}`);
    const mask = events.name(bits.join(' + '));
    return `(\nselect *, ${mask} as mask\nfrom ${events.from([mask, ...states])}\n)`;
  }
  return `(
select *, toUInt8(member_bits) as mask
from ${events.from(states)} as e
any left join (
select person as member, ${maskOf(sets)} as member_bits
from (
${events.embed(membersOfAll(events.frame, conditionsOf(sets)))}
)
) as m on who = member
)`;
}

const conditionsOf = (sets: readonly ResolvedSegment[]): Condition[] =>
  sets.map(({ condition }) => condition);

/** The mask of somebody by the columns of `membersOfAll`. */
const maskOf = (sets: readonly ResolvedSegment[]): string =>
  sets.map((_, i) => `toUInt8(c${i}) * ${2 ** i}`).join(' + ');

function testOf(inside: readonly string[], sets: readonly number[], isOnly: boolean): string {
  const tests = inside.flatMap((test, i) => (sets.includes(i) ? [test] : isOnly ? [`not ${test}`] : []));
  return and(...tests);
}

function openCell(query: OverlapQuery, cell: OverlapCell): Cell {
  const id = metricsOf(query)[cell.metric ?? 0];
  if (id === undefined || cell.sets.some((set) => set >= query.sets.length))
    throw refusal('analytics.no-such-cell', 422, 'The question has no such metric or set.');
  const select = (columns: string, { frame }: Asking): Statement => {
    const events: Events = eventsOf(query, frame);
    const inside = query.sets.map((set) => inSegment(events, set));
    const { where } = mustFindMetric(id).measured(events);
    const test = and(where, testOf(inside, cell.sets, cell.isOnly === true));
    return {
      sql: `select distinct ${columns}\nfrom ${events.from([test])}\nwhere ${test}`,
      bindings: events.bindings(),
    };
  };
  return {
    people: (asking) => select('who as person', asking),
    events: (asking) => select('place, derived', asking),
    meaning: ({ frame }) => meaningOf(query, cell, id, frame),
  };
}

function meaningOf(
  query: OverlapQuery,
  { sets, isOnly }: OverlapCell,
  metric: string,
  frame: Frame,
): Condition | Cannot {
  const scope = scopeCondition(query, frame);
  if ('cannot' in scope) return scope;
  const did = matcherOfMetric(metric);
  if (!did) return { cannot: 'the metric is no count of events' };
  const within: Condition[] = [];
  for (const [i, set] of query.sets.entries()) {
    const found = scopeCondition({ segments: [set] }, frame);
    if ('cannot' in found) return found;
    if (sets.includes(i)) within.push(...found.conditions);
    else if (isOnly) within.push({ not: { all: found.conditions } });
  }
  return { all: [...scope.conditions, { did, in: windowOf(query.range, frame) }, ...within] };
}
