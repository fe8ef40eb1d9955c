import { INTERACTIVE_CHANNELS } from '../../../core/index.ts';
import type { Frame } from '../../frame.ts';
import { textOf } from '../../model/dimension.ts';
import { mustFindDimension } from '../../model/find.ts';
import type { Events } from '../../rows/events.ts';
import { eventsOf, ofPeople, type Scope } from '../../scope.ts';

/** What a path is put together of. */
export interface PathChoice {
  readonly dimension: string;
  readonly within: 'session' | 'person';
  readonly hasRepeats: boolean;
}

/** Hits: what people did themselves that has a value of the dimension. */
export function hitsOf(scope: Scope, { dimension: id, within }: PathChoice, frame: Frame) {
  const events = eventsOf(scope, frame);
  const dimension = mustFindDimension(id);
  const value = events.name(textOf(dimension, dimension.read(events), events));
  events.restrict(`events.channel in (${[...INTERACTIVE_CHANNELS].map((each) => `'${each}'`).join(', ')})`);
  events.restrict('events.derived = 0');
  ofPeople(events);
  if (within === 'session') events.restrict('events.session != 0');
  events.keep(`${value} != ''`);
  return { events, value };
}

/**
 * One row a path: `path_key`, `person`, and `hits`, an array of (ms, place, value) in order of time.
 */
export function hitPathsSql(events: Events, value: string, { within, hasRepeats }: PathChoice): string {
  const key = within === 'session' ? 'session' : 'who';
  const isFirst = 'i = 1 or h.3 != sorted[i - 1].3';
  const hits = hasRepeats ? 'sorted' : `arrayFilter((h, i) -> ${isFirst}, sorted, arrayEnumerate(sorted))`;
  return `select path_key, person, ${hits} as hits
from (
select ${key} as path_key, any(who) as person, arraySort(groupArray((ms, place, ${value}))) as sorted
from ${events.from([key, 'ms', value])}
group by ${key}
)`;
}
