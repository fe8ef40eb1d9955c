import { IconFilterDown } from '@tabler/icons-react';
import { lazy } from 'react';
import { durationText } from '../../diagrams/duration-text.ts';
import { stepText } from '../../diagrams/touch-text.ts';
import { partKind, type Reading } from '../../part-kind.ts';
import { addGroup } from './change.ts';
import { groupName } from './group-name.ts';
import type { FalloutAnswer, FalloutQuery } from './query.ts';

/** What leads to an order in the words of shops; everything can be swapped in the chart. */
const USUAL = ['Product Viewed', 'Product Added', 'Checkout Started', 'Order Completed'];

/** People, or sessions, through steps: bars with who goes on and who leaves. */
export const falloutPart = partKind<FalloutQuery, FalloutAnswer>({
  id: 'fallout',
  question: 'fallout',
  title: (words) => words.diagrams.fallout.title,
  icon: IconFilterDown,
  width: 12,
  height: 380,
  newQuery: ({ component }) => ({
    steps: USUAL.map((event) => ({ any: [{ event }] })),
    limit: '7d',
    ...(component?.kind === 'segment' ? { groups: [[component.segment]] } : {}),
  }),
  isEmpty: ({ groups }) => (groups[0]?.all ?? 0) === 0,
  View: lazy(async () => ({ default: (await import('./view.tsx')).FalloutView })),
  name: ({ words, names }, { steps }) => {
    const [first, last] = [steps[0], steps.at(-1)];
    const { or } = words.diagrams;
    return first && last && steps.length > 1
      ? words.diagrams.fallout.name(stepText(first.any, names, or), stepText(last.any, names, or))
      : words.diagrams.fallout.title;
  },
  caption,
  csv: ({ words, names }, query, answer) => [
    ['group', 'step', 'reached', 'share_of_first', 'share_of_previous', 'fell_out', 'median_seconds'],
    ...answer.groups.flatMap((group, i) =>
      group.steps.map((step, j) => [
        groupName(query.groups, i, { words, names }),
        stepText(query.steps[j]?.any ?? [], names, words.diagrams.or),
        step.count,
        step.shareOfFirst,
        step.shareOfPrevious,
        step.fellOut,
        step.medianSeconds,
      ]),
    ),
  ],
  drop: (query, component) => (component.kind === 'segment' ? addGroup(component.segment)(query) : undefined),
});

/** The rule, and between which steps most people leave. */
function caption(
  { words, format, names, language }: Reading,
  query: FalloutQuery,
  answer: FalloutAnswer,
): string {
  const say = words.diagrams.fallout;
  const rule = say.rule({
    isSession: query.container === 'session',
    isNext: query.steps.slice(1).some(({ path }) => path === 'next'),
    limit: query.limit === undefined ? undefined : durationText(query.limit, language),
  });
  const steps = answer.groups[0]?.steps ?? [];
  const falls = steps
    .slice(1)
    .map((step, i) => ({ from: i, share: 1 - (step.shareOfPrevious ?? 1) }))
    .sort((a, b) => b.share - a.share);
  const worst = falls[0];
  const last = steps.at(-1);
  if (!worst || !last || (steps[0]?.count ?? 0) === 0) return say.ruleOnly(rule);
  const name = (i: number): string => stepText(query.steps[i]?.any ?? [], names, words.diagrams.or);
  return say.caption({
    rule,
    reached: format.percent(last.shareOfFirst),
    worst: format.percent(worst.share, 0),
    from: name(worst.from),
    to: name(worst.from + 1),
  });
}
