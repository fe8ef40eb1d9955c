import { refusal } from '../../../core/index.ts';
import type { Frame } from '../../frame.ts';
import { textOf } from '../../model/dimension.ts';
import { mustFindDimension } from '../../model/find.ts';
import type { Statement } from '../../rows/events.ts';
import { eventsOf } from '../../scope.ts';
import { isHit } from '../../touch/touch.ts';
import type { FalloutQuery } from './query.ts';
import { walkOf } from './walk.ts';

/** Values shown, unless said. */
const LIMIT = 20;

/** What those who came to a step and no further did next: the first thing that each of them did after it, most common first. */
export function insteadSql(
  query: FalloutQuery,
  instead: NonNullable<FalloutQuery['instead']>,
  frame: Frame,
): Statement {
  const left = leftSql(query, instead.step, frame);
  const events = eventsOf(query, frame);
  const key = query.container === 'session' ? 'session' : 'who';
  const leftAt = events.join(key, left);
  const dimension = mustFindDimension(instead.dimension ?? 'event');
  const value = events.name(textOf(dimension, dimension.read(events), events));
  const after = events.name(`${isHit(events)} and ms > ${leftAt}`);
  events.keep(`${leftAt} != 0`);
  // Everybody who left has a row: that of the step itself.
  const next = `if(countIf(${after}) = 0, '', argMinIf(${value}, (time, place, derived), ${after}))`;
  return {
    sql: `select value, count() as count
from (
select ${key}, ${next} as value
from ${events.from([key, value, after])}
group by ${key}
)
group by value
order by count desc, value
limit ${events.bind('Int64', instead.limit ?? LIMIT)}`,
    bindings: events.bindings(),
  };
}

/** When those who came to a step and no further took it last (ms). Refusal: `analytics.no-such-step` (422). */
function leftSql(query: FalloutQuery, step: number, frame: Frame): Statement {
  const { events, sql, reached, last } = walkOf(query, frame);
  if (step > reached.length)
    throw refusal(
      'analytics.no-such-step',
      422,
      `The fallout has ${reached.length} steps; there is none of number ${step}.`,
    );
  const further = reached[step];
  return {
    sql: `select key, ${last[step - 1]} as value\nfrom (\n${sql}\n)\nwhere ${reached[step - 1]}${further ? ` and not ${further}` : ''}`,
    bindings: events.bindings(),
  };
}
