import { type Static, Type } from 'typebox';
import type { Condition, Matcher } from '../../../core/condition/index.ts';
import { refusal } from '../../../core/index.ts';
import { scopeCondition, windowOf } from '../../cell/scope-condition.ts';
import type { Frame } from '../../frame.ts';
import type { Cell } from '../../question.ts';
import { asMatchers } from '../../touch/touch.ts';
import { groupTest } from './group.ts';
import type { FalloutQuery } from './query.ts';
import { walkOf } from './walk.ts';

/** A number of a fallout: those who came to a step, or those of them who went no further. */
export const FalloutCell = Type.Object(
  {
    step: Type.Integer({ minimum: 1, description: 'From 1' }),
    which: Type.Enum(['reached', 'fell-out']),
    group: Type.Optional(Type.Integer({ minimum: 0, description: '0, everybody, unless said' })),
  },
  { additionalProperties: false },
);
type FalloutCell = Static<typeof FalloutCell>;

/** Ways of several touchpoints a step, written out one by one. */
const WAYS_MAX = 50;

/** What stands behind a number of a fallout. */
export function openFallout(query: FalloutQuery, { step, which, group = 0 }: FalloutCell): Cell {
  if (step > query.steps.length)
    throw refusal(
      'analytics.no-such-step',
      422,
      `The fallout has ${query.steps.length} steps; there is none of number ${step}.`,
    );
  const segments = group === 0 ? [] : (query.groups?.[group - 1] ?? []);
  return {
    people({ frame }) {
      const walk = walkOf(query, frame);
      const further = which === 'fell-out' && walk.reached[step];
      const tests = [walk.reached[step - 1]!, ...(further ? [`not ${further}`] : [])];
      const isIn = groupTest(walk, segments, 'person', 'key');
      return {
        sql: `select distinct person\nfrom (\n${walk.sql}\n)\nwhere ${[...tests, isIn].join(' and ')}`,
        bindings: walk.events.bindings(),
      };
    },
    meaning({ frame }) {
      if (query.container === 'session')
        return { cannot: 'steps are within sessions, and conditions know of people only' };
      if (query.simultaneous === 'in-order')
        return { cannot: 'events of one moment are told apart by the order in which they came' };
      if (query.limit !== undefined) return { cannot: 'the time from the first step to the last is limited' };
      const scope = scopeCondition({ ...query, segments: [...(query.segments ?? []), ...segments] }, frame);
      if ('cannot' in scope) return scope;
      const came = sequenceOf(query, step, frame);
      if ('cannot' in came) return came;
      const further =
        which === 'fell-out' && step < query.steps.length ? sequenceOf(query, step + 1, frame) : undefined;
      if (further && 'cannot' in further) return further;
      const parts = [...scope.conditions, came, ...(further ? [{ not: further }] : [])];
      return parts.length === 1 ? parts[0]! : { all: parts };
    },
  };
}

/** The first steps as a sequence, or several where a step has several touchpoints that are no plain events. */
function sequenceOf(
  { steps, range }: FalloutQuery,
  count: number,
  frame: Frame,
): Condition | { readonly cannot: string } {
  const matchers: Matcher[][] = [];
  for (const { any, path } of steps.slice(0, count)) {
    const found = asMatchers(any);
    if (path === 'next')
      return { cannot: 'a step must be the very next thing, of which conditions know nothing' };
    if (!found)
      return { cannot: 'a step is the value of a dimension, which conditions cannot ask of one event' };
    matchers.push(found);
  }
  const ways = matchers.reduce<Matcher[][]>(
    (all, each) => all.flatMap((way) => each.map((one) => [...way, one])),
    [[]],
  );
  if (ways.length > WAYS_MAX) return { cannot: 'its steps have too many touchpoints' };
  const window = windowOf(range, frame);
  const conditions = ways.map((way): Condition => {
    const sequence = way.map((did, i) => {
      const { within } = steps[i]!;
      return { did, ...(i > 0 && within !== undefined ? { within } : {}) };
    });
    return { sequence, in: window };
  });
  return conditions.length === 1 ? conditions[0]! : { any: conditions };
}
