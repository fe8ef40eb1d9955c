import { layered } from '../../../core/condition/index.ts';
import { durationMs } from '../../../core/trait/index.ts';
import type { Frame } from '../../frame.ts';
import type { Events } from '../../rows/events.ts';
import { eventsOf } from '../../scope.ts';
import { isHit, touches } from '../../touch/touch.ts';
import { isPlain, plainWalk } from './plain-walk.ts';
import type { FalloutQuery } from './query.ts';
import { newNames, type Walk } from './way.ts';

/**
 * Walks through the touches of each person in the order of time. For each step it keeps, at each touch, when the way that led here
 * began, or 0 where none did: a step is reached at a touch of its own that follows, at a later time (or later in order), on one at which the step before was
 * reached. Of those the latest counts, which is the nearest, and began latest too; so both limits are met if any way meets them. Lists are
 * carried forward by arrayFill, never looked up in each other, so the work is linear in the touches.
 */
export function walkOf(query: FalloutQuery, frame: Frame): Walk {
  const key = query.container === 'session' ? 'session' : 'who';
  const events = eventsOf(query, frame, undefined, { withSystem: true });
  const tests = query.steps.map(({ any }) => touches(events, any));
  if (key === 'session') events.restrict('events.session != 0');
  if (isPlain(query)) return plainWalk(events, key, tests);
  const needsHits = query.steps.some(({ path }) => path === 'next');
  const mask = tests.map((test, i) => `bitShiftLeft(toUInt64(${test}), ${i})`).join(' + ');
  if (needsHits) {
    events.needs('1');
    events.keep(isHit(events));
  }
  const named = events.name(mask);
  if (!needsHits) events.keep(`${named} != 0`);
  const isOrdered = needsHits || query.simultaneous === 'in-order';
  // Column by column: lists of tuples are made five times slower.
  const order = (isOrdered ? ['ms', 'place', 'derived', named] : ['ms', named]).map(
    (column) => `groupArray(${column})`,
  );
  const hits = `select ${key} as key, any(who) as person, arraySort(arrayZip(${order.join(', ')})) as hits\nfrom ${events.from(['ms', named])}\ngroup by key`;
  const arrays = `select key, person, hits.1 as t, hits.${isOrdered ? 4 : 2} as m\nfrom (\n${hits}\n)`;
  const { name, columns } = newNames();
  const limitMs = query.limit === undefined ? undefined : events.bind('Int64', durationMs(query.limit));
  const states = statesOf(query, limitMs, events, name);
  const reached = states.map((state) => name(`arrayExists(a -> a.1 != 0, ${state})`));
  const gaps = states.map((state, i) =>
    i === 0
      ? 'toInt64(0)'
      : name(`arrayFirst(a -> a.1 != 0, ${state}).1 - arrayFirst(a -> a.1 != 0, ${state}).2`),
  );
  const last = states.map((state) => name(`arrayMax(a -> a.1, ${state})`));
  return { events, key, sql: layered(columns(), arrays), reached, gaps, last };
}

/** A step at each touch: (when it was reached there or 0, the time of the step before, when the way began). */
type State = string;

function statesOf(
  { steps, simultaneous }: FalloutQuery,
  limitMs: string | undefined,
  events: Events,
  name: (sql: string) => string,
): State[] {
  const states: State[] = [name('arrayMap((x, m) -> if(bitTest(m, 0), (x, x, x), (0, 0, 0)), t, m)')];
  const isFirst = name('arrayMap((x, before) -> x != before, t, arrayPushFront(arrayPopBack(t), -1))');
  /** What stood at the touch before. */
  const shifted = (array: string): string => `arrayPushFront(arrayPopBack(${array}), (0, 0, 0))`;
  /** What stood at the last touch of an earlier time at which there was something. */
  const carried = (array: string): string => {
    const before = shifted(`arrayFill(a -> a.1 != 0, ${array})`);
    return simultaneous === 'in-order' ? before : `arrayFill((b, isFirst) -> isFirst, ${before}, ${isFirst})`;
  };
  for (const [i, step] of steps.entries()) {
    if (i === 0) continue;
    const before = (step.path === 'next' ? shifted : carried)(states[i - 1]!);
    const tests = [`bitTest(m, ${i})`, 'b.1 != 0'];
    if (step.within !== undefined) tests.push(`x - b.1 <= ${events.bind('Int64', durationMs(step.within))}`);
    if (limitMs !== undefined) tests.push(`x - b.3 <= ${limitMs}`);
    states.push(
      name(`arrayMap((x, m, b) -> if(${tests.join(' and ')}, (x, b.1, b.3), (0, 0, 0)), t, m, ${before})`),
    );
  }
  return states;
}
