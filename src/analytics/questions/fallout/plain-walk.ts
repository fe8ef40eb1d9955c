import { layered, or } from '../../../core/condition/index.ts';
import type { Events } from '../../rows/events.ts';
import type { FalloutQuery } from './query.ts';
import { newNames, type Walk } from './way.ts';

/** Whether the steps are bounded by nothing: each follows at any later time. */
export function isPlain({ steps, limit, simultaneous }: FalloutQuery): boolean {
  const isFree = steps.every(({ path, within }) => path !== 'next' && within === undefined);
  return isFree && limit === undefined && simultaneous !== 'in-order';
}

/**
 * The ways where the steps are bounded by nothing: then the earliest time at which a step can be reached is that of its first touch after
 * the earliest of the step before, whatever else there is. Times need no order, and no list is walked more than twice.
 */
export function plainWalk(events: Events, key: Walk['key'], tests: readonly string[]): Walk {
  events.keep(or(...tests));
  const times = tests.map((test, i) => `groupArrayIf(ms, ${test}) as t${i}`);
  const lists = `select ${key} as key, any(who) as person, ${times.join(', ')}\nfrom ${events.from(['ms', ...tests])}\ngroup by key`;
  const { name, columns } = newNames();
  const first: string[] = [];
  const last: string[] = [];
  const gaps: string[] = [];
  for (const i of tests.keys()) {
    const before = first[i - 1];
    // One select a step, and no more: the engine's thinking grows with the square of how many stand within each other.
    const reachable =
      before === undefined ? `t${i}` : `arrayFilter(t -> ${before} != 0 and t > ${before}, t${i})`;
    const from = first[i - 2] ?? '0';
    // Of no times the least is 0.
    const at = name(`arrayMin(${reachable})`);
    const nearest = before && name(`arrayMax(arrayFilter(t -> t < ${at} and t > ${from}, t${i - 1}))`);
    gaps.push(nearest === undefined ? 'toInt64(0)' : `(${at} - ${nearest})`);
    first.push(at);
    last.push(name(`arrayMax(${reachable})`));
  }
  return {
    events,
    key,
    sql: layered(columns(), lists),
    reached: first.map((at) => `(${at} != 0)`),
    gaps,
    last,
  };
}
