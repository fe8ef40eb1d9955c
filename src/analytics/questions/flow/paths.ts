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
export interface Hits {
  readonly events: Events;
  /** SQL of the text of the value. */
  readonly value: string;
  /** SQL of the number that stands for it (`codeOf`). */
  readonly code: string;
}

/**
 * The number that stands for a text within a statement: its hash of 64 bits. Lists of numbers are put together and sorted five times
 * faster than lists of texts. 0 stands for no value.
 */
export function codeOf(text: string): string {
  return `sipHash64(${text})`;
}

/** Finds the hits of a scope. */
export function hitsOf(scope: Scope, { dimension: id, within }: PathChoice, frame: Frame): Hits {
  const events = eventsOf(scope, frame);
  const dimension = mustFindDimension(id);
  const value = events.name(textOf(dimension, dimension.read(events), events));
  events.restrict(`events.channel in (${[...INTERACTIVE_CHANNELS].map((each) => `'${each}'`).join(', ')})`);
  events.restrict('events.derived = 0');
  ofPeople(events);
  if (within === 'session') events.restrict('events.session != 0');
  events.keep(`${value} != ''`);
  return { events, value, code: events.name(codeOf(value)) };
}

/** One row a path: `path_key`, `person`, and, in order of time, the `codes` of its values and the `places` of its hits. */
export function hitPathsSql({ events, code }: Hits, { within, hasRepeats }: PathChoice): string {
  const key = within === 'session' ? 'session' : 'who';
  const [codes, places] = hasRepeats
    ? ['all_codes', 'all_places']
    : [
        'arrayCompact(all_codes)',
        'arrayFilter((p, c, before) -> c != before, all_places, all_codes, arrayPushFront(arrayPopBack(all_codes), 0))',
      ];
  const sorted = (array: string): string => `arraySort((x, t, p) -> (t, p), ${array}, times, hit_places)`;
  return `select path_key, person, ${codes} as codes, ${places} as places
from (
select path_key, person, ${sorted('hit_codes')} as all_codes, ${sorted('hit_places')} as all_places
from (
select ${key} as path_key, any(who) as person, groupArray(ms) as times, groupArray(place) as hit_places, groupArray(${code}) as hit_codes
from ${events.from([key, 'ms', code])}
group by ${key}
)
)`;
}

/** What each code stands for: a select with `code` and `text`. */
export function textsSql({ events, value, code }: Hits): string {
  return `select ${code} as code, any(${value}) as text\nfrom ${events.from([code, value])}\ngroup by code`;
}
