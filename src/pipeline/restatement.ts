import { ORDER_RESTATED } from '../core/condition/index.ts';
import { type Event, INTERACTIVE_CHANNELS } from '../core/index.ts';
import { type Entry, type Fragment, factLine, type Profile, sessionAt } from '../profile/index.ts';
import type { Committer } from './committer.ts';
import type { DerivedNumbers } from './moves.ts';

/** What rows of this person say otherwise than is known since a place. */
interface Restatement {
  readonly entries: readonly Entry[];
  readonly person: Profile;
  readonly place: number;
}

/**
 * Writes the rows that correct others. They stand when and where the corrected money stands, and with the same fragments: so
 * sums by month, channel, source, country and store are right, and they go along when people merge and come apart.
 * @param received time of the log (ms)
 */
export function restate(
  { entries, person, place }: Restatement,
  numbers: DerivedNumbers,
  received: number,
  committer: Pick<Committer, 'fact'>,
): void {
  for (const entry of entries)
    committer.fact(restatementLine(entry, person, place, numbers.next(place), received), place);
}

function restatementLine(
  entry: Entry,
  person: Profile,
  place: number,
  derived: number,
  received: number,
): string {
  const { orderId, spot, revenue, orderCount, currency, fragment } = entry;
  const isInteractive = INTERACTIVE_CHANNELS.has(spot.channel);
  const holder: Fragment | undefined = isInteractive
    ? person.fragments.find(({ id }) => id === fragment)
    : undefined;
  const event: Event = {
    id: `restated:${place}.${derived}`,
    type: 'track',
    name: ORDER_RESTATED,
    time: spot.time,
    received,
    source: spot.source,
    channel: spot.channel,
    identities: [],
    properties: { order_id: orderId, ...(spot.store !== undefined && { store_id: spot.store }) },
    context: spot.country === undefined ? {} : { location: { country: spot.country } },
  };
  return factLine(event, {
    place,
    derived,
    person: person.id,
    fragment,
    folded: { session: holder ? sessionAt(holder.sessions, spot.time) : 0, absorbedSession: 0 },
    revenue,
    orderCount,
    isOrder: true,
    currency,
    keys: [],
  });
}
