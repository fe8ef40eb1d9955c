import { and } from '../../../core/condition/index.ts';
import type { Frame } from '../../frame.ts';
import { title } from '../../model/title.ts';
import { question } from '../../question.ts';
import type { Statement } from '../../rows/events.ts';
import { eventsOf } from '../../scope.ts';
import type { Segment } from '../../segment/schema.ts';
import { FalloutCell, openFallout } from './cell.ts';
import { groupTest } from './group.ts';
import { insteadSql } from './instead.ts';
import { FalloutAnswer, FalloutQuery } from './query.ts';
import { walkOf } from './walk.ts';

/** How many go on from step to step, and where they leave. */
export const fallout = question({
  id: 'fallout',
  title: title('Fallout | Absprung | Abandon | Abandono | 流失漏斗'),
  summary: 'How many take each step after the one before, and what the others do instead',
  query: FalloutQuery,
  answer: FalloutAnswer,
  async ask(query, { frame, run }) {
    const groups = [[], ...(query.groups ?? [])];
    const [counts = {}] = await run<Record<string, number>>(countsSql(query, frame, groups));
    const [all = {}] = await run<Record<string, number>>(allSql(query, frame, groups));
    const instead =
      query.instead && (await run<{ value: string; count: number }>(insteadSql(query, query.instead, frame)));
    const shaped = groups.map((_, group) => shape(counts, group, all[`g${group}`] ?? 0, query.steps.length));
    return { groups: shaped, ...(instead ? { instead } : {}) };
  },
  values: (query, { instead = [] }) => [
    { dimension: query.instead?.dimension ?? 'event', values: () => instead.map(({ value }) => value) },
  ],
  cell: { schema: FalloutCell, open: openFallout },
});

/** Of each group and step: how many reached it, and the median time since the step before. */
export function countsSql(
  query: FalloutQuery,
  frame: Frame,
  groups: readonly (readonly Segment[])[],
): Statement {
  const walk = walkOf(query, frame);
  const columns = groups.flatMap((segments, group) => {
    const isIn = groupTest(walk, segments, 'person', 'key');
    return walk.reached.flatMap((reached, step) => {
      const counts = and(reached, isIn);
      const median = `quantileExactInclusiveIf(0.5)(${walk.gaps[step]}, ${counts})`;
      return [
        `countIf(${counts}) as c${group}_${step}`,
        ...(step === 0 ? [] : [`if(c${group}_${step} = 0, null, ${median}) as m${group}_${step}`]),
      ];
    });
  });
  return { sql: `select ${columns.join(',\n  ')}\nfrom (\n${walk.sql}\n)`, bindings: walk.events.bindings() };
}

/** How many people, or sessions, of each group did anything at all. */
function allSql(query: FalloutQuery, frame: Frame, groups: readonly (readonly Segment[])[]): Statement {
  const events = eventsOf(query, frame);
  const key = query.container === 'session' ? 'session' : 'who';
  if (key === 'session') events.restrict('events.session != 0');
  const columns = groups.map((segments, group) => {
    const test = groupTest({ events, key }, segments, 'who', 'session');
    return `${test === '1' ? `uniqExact(${key})` : `uniqExactIf(${key}, ${test})`} as g${group}`;
  });
  return { sql: `select ${columns.join(', ')}\nfrom ${events.from([])}`, bindings: events.bindings() };
}

function shape(
  counts: Readonly<Record<string, number | null>>,
  group: number,
  all: number,
  steps: number,
): FalloutAnswer['groups'][number] {
  const reached = Array.from({ length: steps }, (_, step) => counts[`c${group}_${step}`] ?? 0);
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return {
    all,
    steps: reached.map((count, step) => {
      const median = counts[`m${group}_${step}`];
      return {
        count,
        shareOfAll: share(count, all),
        shareOfFirst: share(count, reached[0]!),
        shareOfPrevious: step === 0 ? null : share(count, reached[step - 1]!),
        fellOut: count - (reached[step + 1] ?? count),
        medianSeconds: median === null || median === undefined ? null : median / 1_000,
      };
    }),
  };
}
