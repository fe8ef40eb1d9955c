import { AUDIENCE_ENTERED, AUDIENCE_LEFT } from '../../../core/condition/index.ts';
import { createEvents, type Events } from '../../rows/events.ts';
import type { Dimension, DimensionFamily } from '../dimension.ts';
import { named, title } from '../title.ts';

const ID = /^[A-Za-z0-9_.:-]{1,128}(\/[A-Za-z0-9_-]{1,64})?$/;

/** Who entered and left which audience when, one row a person: `moves` are (ms, audience, entered) in order of time. */
function movesSql(events: Events, audience?: string) {
  const inner = createEvents(events.frame, { from: 0, to: events.frame.at + 1 }, { withSystem: true });
  inner.needs(`name in ${inner.bind('Array(String)', [AUDIENCE_ENTERED, AUDIENCE_LEFT])}`);
  const raw = (key: string): string => `JSONExtractString(properties_text, '${key}')`;
  const id = inner.name(raw('audience'));
  const entered = inner.name(`name = ${inner.bind('String', AUDIENCE_ENTERED)}`);
  if (audience !== undefined) inner.keep(`${id} = ${inner.bind('String', audience)}`);
  const order = `(ms, place, derived, ${id}, ${entered})`;
  return {
    sql: `select who as key, arrayMap(m -> (m.1, m.4, m.5), arraySort(groupArray(${order}))) as value
from ${inner.from(['who', 'ms', 'name', 'properties_text', id, entered])}
group by who`,
    bindings: inner.bindings(),
  };
}

/** The audiences that a person was in at the moment of the event; an event counts under each of them. */
export const audienceThen: Dimension = {
  id: 'audience',
  title: title(
    'Audience at the time | Zielgruppe zu der Zeit | Audience à ce moment | Audiencia en ese momento | 当时所在受众',
  ),
  type: 'text',
  container: 'event',
  isList: true,
  read(events) {
    const moves = events.name(`arrayFilter(m -> m.1 <= ms, ${events.join('who', movesSql(events))})`);
    const names = events.name(`arrayDistinct(arrayMap(m -> m.2, ${moves}))`);
    // Of each audience the last move counts; few people are in many.
    const inside = events.name(`arrayFilter(a -> arrayLast(m -> m.2 = a, ${moves}).3 = 1, ${names})`);
    return `arrayJoin(if(empty(${inside}), [''], ${inside}))`;
  },
};

/** Whether the person was in one audience at the moment of the event: `in` or `out`. */
export const memberFamily: DimensionFamily = {
  id: 'member',
  title: title(
    'In an audience at the time | Zu der Zeit in einer Zielgruppe | Dans une audience à ce moment | En una audiencia en ese momento | 当时是否在受众中',
  ),
  argument: 'the id of an audience',
  of: (id) =>
    ID.test(id)
      ? {
          id: `member:${id}`,
          title: named(id),
          type: 'text',
          container: 'event',
          read(events) {
            const moves = events.join('who', movesSql(events, id));
            return events.name(`if(arrayLast(m -> m.1 <= ms, ${moves}).3 = 1, 'in', 'out')`);
          },
        }
      : undefined,
};
