import type { ListBody } from '../audience/index.ts';
import { LIST_CHANGED, LISTED_FOR_EVER, NOT_LISTED } from '../core/condition/index.ts';
import type { Event } from '../core/index.ts';

/** Somebody is put on a list or taken off it, as an event. */
export function listEvent(
  { list, how }: ListBody,
  [, until]: ListBody['entries'][number],
  place: number,
  at: number,
): Event {
  return {
    id: `${list}:${place}`,
    type: 'track',
    name: LIST_CHANGED,
    time: at,
    received: at,
    source: 'audience',
    channel: 'system',
    identities: [],
    properties: { audience: list, listed: until !== 0, until: instantOf(until), how },
    context: {},
  };
}

function instantOf(until: number | null): string {
  if (until === null) return LISTED_FOR_EVER;
  return until === 0 ? NOT_LISTED : new Date(until).toISOString();
}
