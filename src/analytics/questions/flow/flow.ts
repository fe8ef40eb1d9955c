import { title } from '../../model/title.ts';
import { type Asking, type Cell, question } from '../../question.ts';
import type { Statement } from '../../rows/events.ts';
import { codeOf, hitsOf } from './paths.ts';
import { anchoredSql, DIMENSION, flowSql, PART, type PartRow, planOf } from './plan.ts';
import { FlowAnswer, FlowCell, FlowQuery } from './query.ts';

/** Which ways people take: from, through or to a value, step by step. */
export const flow = question({
  id: 'flow',
  title: title('Flow | Fluss | Flux | Flujo | 流向'),
  summary: 'The ways that people take, step by step, with where they enter and leave',
  query: FlowQuery,
  answer: FlowAnswer,
  async ask(query, { frame, run }) {
    return shape(await run<PartRow>(flowSql(planOf(query), frame)));
  },
  values: ({ dimension = DIMENSION }, { steps }) => [
    { dimension, values: () => steps.flatMap(({ nodes }) => nodes.map(({ value }) => value)) },
  ],
  cell: { schema: FlowCell, open: openCell },
});

const shownOf = (rank: number, value: string): string | null => (rank === 0 ? null : value);

function shape(rows: readonly PartRow[]): FlowAnswer {
  const [entries, exits] = [new Map<string, number>(), new Map<string, number>()];
  const keyOf = (step: number, value: string | null): string => JSON.stringify([step, value]);
  const links: FlowAnswer['links'] = [];
  for (const { isNode, step, rank, value, nextRank, next, part, paths, people } of rows) {
    if (isNode) continue;
    const [from, to] = [shownOf(rank, value), shownOf(nextRank, next)];
    if (part === PART.link) links.push({ step, from, to, paths, people });
    if (part === PART.entry) entries.set(keyOf(step + 1, to), paths);
    if (part === PART.exit) exits.set(keyOf(step, from), paths);
  }
  // What comes in from nowhere has no value: it is no node.
  const nodes = rows.filter(({ isNode, rank, value }) => isNode && (rank === 0 || value !== ''));
  const steps = [...new Set(nodes.map(({ step }) => step))].sort((a, b) => a - b);
  return {
    pathCount: nodes.reduce((sum, { step, paths }) => sum + (step === 0 ? paths : 0), 0),
    steps: steps.map((step) => ({
      step,
      nodes: nodes
        .filter((node) => node.step === step)
        .map(({ rank, value, paths, people, valueCount }) => {
          const shown = shownOf(rank, value);
          const key = keyOf(step, shown);
          return {
            value: shown,
            valueCount,
            paths,
            people,
            entries: entries.get(key) ?? 0,
            exits: exits.get(key) ?? 0,
          };
        }),
    })),
    links,
  };
}

function openCell(query: FlowQuery, { step, value, next, isExit }: FlowCell): Cell {
  const plan = planOf(query);
  const inside = ({ frame }: Asking, select: string, join = ''): Statement => {
    const hits = hitsOf(plan.scope, plan.choice, frame);
    const { events } = hits;
    const code = (text: string): string => codeOf(events.bind('String', text));
    const at = `anchor + ${events.bind('Int64', step)}`;
    const tests = [
      `${at} between 1 and length(codes)`,
      `codes[${at}] = ${code(value)}`,
      ...(next === undefined ? [] : [`${at} < length(codes)`, `codes[${at} + 1] = ${code(next)}`]),
      ...(isExit ? [`${at} = length(codes)`] : []),
    ];
    const sql = `select distinct ${select.replaceAll('AT', at)}
from (
${anchoredSql(plan, hits)}
)
where ${tests.join('\nand ')}${join}`;
    return { sql, bindings: events.bindings() };
  };
  return {
    people: (asking) => inside(asking, 'person'),
    events: (asking) => inside(asking, 'places[AT] as place, toUInt32(0) as derived'),
    meaning: () => ({
      cannot:
        'What comes next of all that has a value is said by a path, which conditions have no words for.',
    }),
  };
}
