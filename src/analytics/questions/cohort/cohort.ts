import { refusal } from '../../../core/index.ts';
import type { Frame } from '../../frame.ts';
import { title } from '../../model/title.ts';
import { type Asking, type Cell, question } from '../../question.ts';
import { eventsOf } from '../../scope.ts';
import { meaningOf } from './meaning.ts';
import { cohortSql, type MemberRow, membersSql, type Period, periodsOf, shownOffsets } from './plan.ts';
import { CohortAnswer, CohortCell, CohortQuery } from './query.ts';

const LIMIT = 50;

/** Who, once included, comes back period by period. */
export const cohort = question({
  id: 'cohort',
  title: title('Cohorts | Kohorten | Cohortes | Cohortes | 同期群'),
  summary: 'Who comes back, or stays away, period by period after the first',
  query: CohortQuery,
  answer: CohortAnswer,
  async ask(query, { frame, run }) {
    const periods = periodsOf(query, frame);
    return shape(query, periods, await run<MemberRow>(cohortSql(query, frame)));
  },
  values: ({ by }, { rows }) =>
    by ? [{ dimension: by.dimension, values: () => rows.map(({ cohort }) => cohort) }] : [],
  cell: { schema: CohortCell, open: openCell },
});

type AnswerCell = CohortAnswer['average'][number];

function shape(query: CohortQuery, periods: readonly Period[], rows: readonly MemberRow[]): CohortAnswer {
  const groups = new Map<string, MemberRow[]>(query.by ? [] : periods.map(({ name }) => [name, []]));
  for (const row of rows) {
    const key = query.by ? row.value : periods[row.first]!.name;
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  const all = [...groups].map(([cohort, group]) => ({
    cohort,
    size: sizeOf(group),
    isComplete: group.every(({ first }) => periods[first]!.isComplete) && isOver(query, periods, cohort),
    cells: cellsOf(query, periods, group, false),
  }));
  if (query.by) all.sort((a, b) => b.size - a.size || (a.cohort < b.cohort ? -1 : 1));
  const limit = query.by ? (query.by.limit ?? LIMIT) : all.length;
  return {
    periods: periods.map(({ name }) => name),
    rows: all.slice(0, limit),
    average: cellsOf(query, periods, rows, true),
    rowCount: all.length,
  };
}

/** A cohort of time without anybody is as complete as its period. */
function isOver({ by }: CohortQuery, periods: readonly Period[], cohort: string): boolean {
  return by !== undefined || periods.find(({ name }) => name === cohort)!.isComplete;
}

function sizeOf(rows: readonly MemberRow[]): number {
  return rows.reduce((sum, { offset, people }) => sum + (offset === 0 ? people : 0), 0);
}

/** The cells of some people, of as many offsets as lie within the range for any of them. */
function cellsOf(
  query: CohortQuery,
  periods: readonly Period[],
  rows: readonly MemberRow[],
  onlyComplete: boolean,
): AnswerCell[] {
  const firsts = [...new Set(rows.map(({ first }) => first))];
  const latest = periods.length - 1 - Math.min(...firsts);
  const earliest = query.hasLatency ? -Math.max(...firsts) : 1;
  const cells: AnswerCell[] = [];
  if (firsts.length === 0) return cells;
  for (let offset = earliest; offset <= latest; offset++) {
    if (offset === 0) continue;
    const seen = rows.filter(({ first }) => {
      const period = periods[first + offset];
      return period !== undefined && (!onlyComplete || period.isComplete);
    });
    const size = sizeOf(seen);
    const back = seen.reduce((sum, row) => sum + (row.offset === offset ? row.people : 0), 0);
    const people = query.shows === 'churn' ? size - back : back;
    const isComplete = seen.every(({ first }) => periods[first + offset]!.isComplete);
    if (size > 0) cells.push({ offset, size, people, share: people / size, isComplete });
  }
  return cells;
}

function openCell(query: CohortQuery, { cohort, offset }: CohortCell): Cell {
  return {
    people({ frame }: Asking) {
      const events = eventsOf(query, frame);
      const members = membersSql(query, frame, events);
      const tests = [
        query.by
          ? `value = ${events.bind('String', cohort)}`
          : `first = ${events.bind('Int64', indexOf(query, cohort, frame))}`,
      ];
      if (offset !== undefined) {
        const back = `has(${shownOffsets(query)}, ${events.bind('Int64', offset)})`;
        const last = events.bind('Int64', periodsOf(query, frame).length - 1);
        tests.push(`first + ${events.bind('Int64', offset)} between 0 and ${last}`);
        tests.push(query.shows === 'churn' ? `not ${back}` : back);
      }
      return {
        sql: `select person\nfrom (\n${members}\n)\nwhere ${tests.join('\nand ')}`,
        bindings: events.bindings(),
      };
    },
    meaning: ({ frame }) => meaningOf(query, { cohort, ...(offset === undefined ? {} : { offset }) }, frame),
  };
}

function indexOf(query: CohortQuery, cohort: string, frame: Frame): number {
  const index = periodsOf(query, frame).findIndex(({ name }) => name === cohort);
  if (index < 0) throw refusal('analytics.no-such-cell', 422, `The question has no cohort “${cohort}”.`);
  return index;
}
