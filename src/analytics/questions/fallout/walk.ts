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
  const mask = tests.map((test, i) => `toUInt64(${test}) * ${2 ** i}`).join(' + ');
  if (needsHits) {
    events.needs('1');
    events.keep(isHit(events));
  }
  const named = events.name(mask);
  if (!needsHits) events.keep(`${named} != 0`);
  const isOrdered = needsHits || query.simultaneous === 'in-order';
  const order = isOrdered ? `(ms, place, derived, ${named})` : `(ms, ${named})`;
  const hits = `select ${key} as key, any(who) as person, arraySort(groupArray(${order})) as hits\nfrom ${events.from(['ms', named])}\ngroup by key`;
  const arrays = `select key, person, hits.1 as t, hits.${isOrdered ? 4 : 2} as m\nfrom (\n${hits}\n)`;
  const { name, columns } = newNames();
  const limitMs = query.limit === undefined ? undefined : events.bind('Int64', durationMs(query.limit));
  const states = statesOf(query, limitMs, events, name);
  const reached = states.map(({ at }) => name(`arrayExists(a -> a != 0, ${at})`));
  const gaps = states.map(({ at, since }, i) =>
    i === 0
      ? 'toInt64(0)'
      : name(`arrayFirst((g, a) -> a != 0, ${name(`arrayMap((a, b) -> a - b, ${at}, ${since})`)}, ${at})`),
  );
  const last = states.map(({ at }) => name(`arrayMax(${at})`));
  return { events, key, sql: layered(columns(), arrays), reached, gaps, last };
}

/** A step at each touch: when it was reached there (the time of the touch, or 0), the time of the step before, and when the way began. */
interface State {
  readonly at: string;
  readonly since: string;
  readonly began: string;
}

function statesOf(
  { steps, simultaneous }: FalloutQuery,
  limitMs: string | undefined,
  events: Events,
  name: (sql: string) => string,
): State[] {
  const first = name('arrayMap((x, m) -> if(bitTest(m, 0), x, 0), t, m)');
  const states: State[] = [{ at: first, since: first, began: first }];
  const isFirst = name('arrayMap((x, before) -> x != before, t, arrayPushFront(arrayPopBack(t), -1))');
  /** What stood at the touch before. */
  const shifted = (array: string): string => name(`arrayPushFront(arrayPopBack(${array}), 0)`);
  /** What stood at the last touch of an earlier time at which there was something. */
  const carried = (array: string): string => {
    const before = shifted(name(`arrayFill(a -> a != 0, ${array})`));
    if (simultaneous === 'in-order') return before;
    return name(`arrayFill((b, isFirst) -> isFirst, ${before}, ${isFirst})`);
  };
  for (const [i, step] of steps.entries()) {
    if (i === 0) continue;
    const before = states[i - 1]!;
    const reach = step.path === 'next' ? shifted : carried;
    const since = reach(before.at);
    const began = limitMs === undefined ? since : reach(before.began);
    const tests = [`bitTest(m, ${i})`, 'b != 0'];
    if (step.within !== undefined) tests.push(`x - b <= ${events.bind('Int64', durationMs(step.within))}`);
    if (limitMs !== undefined) tests.push(`x - s <= ${limitMs}`);
    const at = name(`arrayMap((x, m, b, s) -> if(${tests.join(' and ')}, x, 0), t, m, ${since}, ${began})`);
    states.push({
      at,
      since,
      began: limitMs === undefined ? at : name(`arrayMap((a, s) -> if(a != 0, s, 0), ${at}, ${began})`),
    });
  }
  return states;
}
