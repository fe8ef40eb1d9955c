import { IconGitFork } from '@tabler/icons-react';
import { lazy } from 'react';
import { idColumns } from '../../id-columns.ts';
import { partKind, type Reading } from '../../part-kind.ts';
import { pivotTo } from './change.ts';
import type { FlowAnswer, FlowQuery } from './query.ts';
import { USUAL, valueText } from './usual.ts';

/** The ways that people take, as a Sankey diagram whose columns are steps. */
export const flowPart = partKind<FlowQuery, FlowAnswer>({
  id: 'flow',
  question: 'flow',
  title: (words) => words.diagrams.flow.title,
  icon: IconGitFork,
  width: 12,
  height: 440,
  newQuery: ({ component }) => ({
    dimension: component?.kind === 'dimension' ? component.id : 'event',
    kind: 'starts',
    after: USUAL.after,
    items: USUAL.items,
  }),
  isEmpty: ({ pathCount }) => pathCount === 0,
  View: lazy(async () => ({ default: (await import('./view.tsx')).FlowView })),
  name: ({ words, names }, query) => {
    const say = words.diagrams.flow;
    const of = names.dimension(query.dimension ?? USUAL.dimension);
    const value = valueText(query, names);
    return value === undefined ? say.name(of) : say.nameOf[query.kind ?? USUAL.kind](value);
  },
  caption,
  csv({ names }, { dimension = USUAL.dimension }, { links, steps }) {
    const from = idColumns(names, dimension, 'from');
    const to = idColumns(names, dimension, 'to');
    return [
      ['step', ...from.heads, ...to.heads, 'paths', 'people'],
      ...links.map((each) => [
        each.step,
        ...from.cells(each.from),
        ...to.cells(each.to),
        each.paths,
        each.people,
      ]),
      ...steps.flatMap(({ step, nodes }) =>
        nodes
          .filter(({ exits }) => exits > 0)
          .map(({ value, exits }) => [step, ...from.cells(value), ...to.cells(''), exits, null]),
      ),
    ];
  },
  drop: (query, component) =>
    component.kind === 'dimension'
      ? pivotTo({ dimension: component.id, kind: query.kind ?? USUAL.kind })(query)
      : undefined,
});

/** Whose ways, and where most of them go next and end. */
function caption({ words, format, names }: Reading, query: FlowQuery, answer: FlowAnswer): string {
  const say = words.diagrams.flow;
  const paths = format.number(answer.pathCount);
  const rule = say.rule({
    paths,
    isPerson: query.within === 'person',
    dimension: names.dimension(query.dimension ?? USUAL.dimension),
  });
  const isBackwards = query.kind === 'ends';
  const zero = answer.steps.find(({ step }) => step === 0)?.nodes ?? [];
  const links = answer.links.filter(({ step }) => step === (isBackwards ? -1 : 0));
  const best = links
    .filter(({ from, to }) => from !== null && to !== null)
    .sort((a, b) => b.paths - a.paths)[0];
  const exits = zero.reduce((sum, node) => sum + node.exits, 0);
  const share = (part: number): string =>
    format.percent(answer.pathCount > 0 ? part / answer.pathCount : null, 0);
  const nameOf = (value: string | null): string =>
    names.value(query.dimension ?? USUAL.dimension, value ?? '');
  if (!best) return say.ruleOnly(rule);
  return isBackwards
    ? say.captionBack(rule, share(best.paths), nameOf(best.from), nameOf(best.to))
    : say.caption(rule, share(best.paths), nameOf(best.from), nameOf(best.to), share(exits));
}
