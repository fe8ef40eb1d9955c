import type { Events } from '../../rows/events.ts';

/** SQL that says whether a row has one of the names; other rows need not be read. */
export function isNamed(events: Events, names: readonly string[]): string {
  const test = `name in ${events.bind('Array(String)', names)}`;
  events.needs(test);
  // Where nothing else matters, every row that is read has it, and nobody asks again.
  return events.name(test);
}
