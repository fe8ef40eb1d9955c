import { and, type Condition } from '../../../core/condition/index.ts';
import { refusal } from '../../../core/index.ts';
import { type Cannot, matcherOfMetric } from '../../cell/metric-words.ts';
import { scopeCondition, windowOf } from '../../cell/scope-condition.ts';
import type { Frame } from '../../frame.ts';
import { aggregateSql } from '../../model/aggregate.ts';
import { mustFindMetric } from '../../model/find.ts';
import { title } from '../../model/title.ts';
import { type Asking, type Cell, question } from '../../question.ts';
import type { Events, Statement } from '../../rows/events.ts';
import { eventsOf } from '../../scope.ts';
import { inSegment } from '../../segment/apply.ts';
import { OverlapAnswer, OverlapCell, OverlapQuery } from './query.ts';

/** What segments have in common, and what each has alone. */
export const overlap = question({
  id: 'overlap',
  title: title('Overlap', 'Überschneidung', 'Recoupement', 'Coincidencia', '重叠'),
  summary: 'What up to five segments have in common and what each has alone (Venn)',
  query: OverlapQuery,
  answer: OverlapAnswer,
  async ask(query, { frame, run }) {
    const rows = await run<OverlapRow>(overlapSql(query, frame));
    const regions = regionsOf(query);
    // An aggregate of nothing is one row.
    return rows.map(({ total, inside, alone }) => ({
      total,
      regions: regions.map((sets, i) => ({ sets, inAll: inside[i]!, inOnly: alone[i]! })),
    }))[0] as OverlapAnswer;
  },
  cell: { schema: OverlapCell, open: openCell },
});

interface OverlapRow {
  readonly total: number[];
  readonly inside: number[][];
  readonly alone: number[][];
}

const metricsOf = ({ metrics = ['people'] }: OverlapQuery): readonly string[] => metrics;

/** All combinations of sets by their numbers, the empty one first. */
function regionsOf({ sets }: OverlapQuery): number[][] {
  return Array.from({ length: 2 ** sets.length }, (_, mask) =>
    sets.flatMap((__, i) => ((mask >> i) % 2 === 1 ? [i] : [])),
  );
}

function overlapSql(query: OverlapQuery, frame: Frame): Statement {
  const events = eventsOf(query, frame);
  const inside = query.sets.map((set) => inSegment(events, set));
  const regions = regionsOf(query);
  const numbers = (test: string): string => {
    const each = metricsOf(query).map(
      (id) => `toFloat64(${aggregateSql(events, mustFindMetric(id).measured(events), test)})`,
    );
    return `[${each.join(', ')}]`;
  };
  const columns = [
    `${numbers('1')} as total`,
    `[${regions.map((sets) => numbers(testOf(inside, sets, false))).join(',\n  ')}] as inside`,
    `[${regions.map((sets) => numbers(testOf(inside, sets, true))).join(',\n  ')}] as alone`,
  ];
  return {
    sql: `select ${columns.join(',\n  ')}\nfrom ${events.from(columns)}`,
    bindings: events.bindings(),
  };
}

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
