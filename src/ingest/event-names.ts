import type { EventType } from '../core/index.ts';

/** What an event is called whose verb says it all; a `track` has a name of its own. */
export const NAMES_OF_TYPES: Readonly<Record<Exclude<EventType, 'track'>, string>> = {
  identify: 'Identified',
  page: 'Page Viewed',
  screen: 'Screen Viewed',
  group: 'Group Joined',
  alias: 'Alias Given',
};
