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
  // Lists of small numbers are made faster.
  const bits = [8, 16, 32].find((each) => each >= tests.length) ?? 64;
  const mask = `toUInt${bits}(${tests.map((test, i) => `bitShiftLeft(toUInt64(${test}), ${i})`).join(' + ')})`;
  if (needsHits) {
    events.needs('1');
    events.keep(isHit(events));
  }
  const named = events.name(mask);
  if (!needsHits) events.keep(`${named} != 0`);
  const isOrdered = needsHits || query.simultaneous === 'in-order';
  // Column by column: lists of tuples are made five times slower.
  const lists = ['ms', named, ...(isOrdered ? ['place', 'derived'] : [])];
  const hits = `select ${key} as key, any(who) as person, ${lists.map((column, i) => `groupArray(${column}) as l${i}`).join(', ')}\nfrom ${events.from(['ms', named])}\ngroup by key`;
  const order = isOrdered ? 'arrayZip(l0, l2, l3)' : 'l0';
  const arrays = `select key, person, arraySort(l0) as t, arraySort((m, at) -> at, l1, ${order}) as m\nfrom (\n${hits}\n)`;
  const { name, columns } = newNames();
  const limitMs = query.limit === undefined ? undefined : events.bind('Int64', durationMs(query.limit));
  const states = statesOf(query, limitMs, events, name);
  // The first touch of each step: its place where steps go by places, else its time; 0 where there is none.
  const first = states.map((state, i) =>
    name(
      isByPlace(query, i)
        ? `arrayFirstIndex(s -> s != 0, ${state})`
        : `arrayFirst((x, s) -> s != 0, t, ${state})`,
    ),
  );
  const gaps = states.map((_, i) => {
    const before = states[i - 1];
    if (before === undefined) return 'toInt64(0)';
    return isByPlace(query, i)
      ? name(
          `t[${first[i]}] - arrayMax((x, s, n) -> if(s != 0 and n < ${first[i]}, x, 0), t, ${before}, arrayEnumerate(t))`,
        )
      : name(`${first[i]} - arrayMax((x, s) -> if(s != 0 and x < ${first[i]}, x, 0), t, ${before})`);
  });
  const last = states.map((state) => name(`arrayMax((x, s) -> if(s != 0, x, 0), t, ${state})`));
  return {
    events,
    key,
    sql: layered(columns(), arrays),
    reached: first.map((at) => `(${at} != 0)`),
    gaps,
    last,
  };
}

/** Whether a step follows at a later place on the list, which may be of the same time. */
function isByPlace({ steps, simultaneous }: FalloutQuery, step: number): boolean {
  return simultaneous === 'in-order' || steps[step]!.path === 'next';
}

/** A step at each touch: when the way that led to it began, or 0 where the step is not reached. */
type State = string;

function statesOf(
  { steps, simultaneous }: FalloutQuery,
  limitMs: string | undefined,
  events: Events,
  name: (sql: string) => string,
): State[] {
  const states: State[] = [name('arrayMap((x, m) -> if(bitTest(m, 0), x, 0), t, m)')];
  const isFirst = name('arrayMap((x, before) -> x != before, t, arrayPushFront(arrayPopBack(t), -1))');
  /** What stood at the touch before. */
  const shifted = (array: string): string => `arrayPushFront(arrayPopBack(${array}), 0)`;
  /** What stood at the last touch of an earlier time at which there was something. */
  const carried = (array: string): string => {
    const before = shifted(`arrayFill(a -> a != 0, ${array})`);
    return simultaneous === 'in-order' ? before : `arrayFill((b, isFirst) -> isFirst, ${before}, ${isFirst})`;
  };
  for (const [i, step] of steps.entries()) {
    if (i === 0) continue;
    const state = states[i - 1]!;
    const follow = step.path === 'next' ? shifted : carried;
    const tests = [`bitTest(m, ${i})`, 'b != 0'];
    const lists = ['t', 'm', follow(state)];
    const names = ['x', 'm', 'b'];
    if (limitMs !== undefined) tests.push(`x - b <= ${limitMs}`);
    if (step.within !== undefined) {
      tests.push(`x - came <= ${events.bind('Int64', durationMs(step.within))}`);
      lists.push(follow(`arrayMap((x, s) -> if(s != 0, x, 0), t, ${state})`));
      names.push('came');
    }
    states.push(
      name(`arrayMap((${names.join(', ')}) -> if(${tests.join(' and ')}, b, 0), ${lists.join(', ')})`),
    );
  }
  return states;
}
