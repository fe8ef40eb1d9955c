import { DEFAULT_SETTINGS, type Event, type Settings } from '../core/index.ts';
import { namespacesOf } from '../identity/index.ts';
import { fold } from './fold.ts';
import type { Profile } from './fragment.ts';
import type { ProfileView } from './schemas.ts';
import { fragmentFor } from './sender.ts';
import { viewOf } from './view.ts';

/** An event with the least that a test says of it. */
export interface Given extends Partial<Omit<Event, 'time'>> {
  /** Minutes after noon. */
  readonly minute?: number;
  /** Who sent it; everything of one sender is one fragment. */
  readonly sender?: string;
}

/** Noon of a day in May 2026. */
export const NOON = Date.UTC(2026, 4, 3, 12);
/** A minute, ms. */
export const MINUTE = 60_000;

/** Folds events of one person, a new one unless one is given, in the order in which they are given. */
export function foldedPerson(
  events: readonly Given[],
  settings: Partial<Settings> = {},
  person: Profile = { id: 1, place: -1, links: {}, fragments: [], merges: [] },
): Profile {
  for (const [place, { minute = 0, sender = 'anonymous:a', ...given }] of events.entries()) {
    const type = given.type ?? 'track';
    const event: Event = {
      id: `m${place}`,
      type,
      name: type === 'identify' ? 'Identified' : 'Product Viewed',
      time: NOON + minute * MINUTE,
      received: NOON + 10_000 * MINUTE,
      source: 'web',
      channel: 'web',
      identities: [],
      properties: {},
      context: {},
      ...given,
    };
    fold(fragmentFor(person, sender), event, place, { ...DEFAULT_SETTINGS, ...settings });
  }
  return person;
}

/** What readers see of a person after these events. */
export function viewAfter(events: readonly Given[], settings: Partial<Settings> = {}): ProfileView {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  return viewOf(foldedPerson(events, settings), all, namespacesOf(all));
}
