import type { Channel, Event, EventType, JsonObject, Settings } from '../core/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';
import { fold } from './fold.ts';
import { type Fragment, newFragment, type Profile } from './fragment.ts';
import type { TimelineEvent } from './schemas.ts';
import { fragmentIds, standing } from './standing.ts';

export interface TimelineQuery {
  readonly limit: number;
  /** Only events before this place in the order (time, place, derived) of the last one seen. */
  readonly before?: { readonly time: number; readonly place: number; readonly derived: number };
  readonly names?: readonly string[];
  readonly channels?: readonly string[];
}

/** Most events that a time machine folds again; a person with more is a machine. */
const REPLAY_EVENTS_MAX = 200_000;

const COLUMNS = `id, place, derived, type, name, toUnixTimestamp64Milli(time) as at, toUnixTimestamp64Milli(received) as got,
  source, channel, session, identities, toFloat64(revenue) as revenue, properties_text, context_text, fragment`;

interface Row {
  id: string;
  place: number;
  derived: number;
  type: string;
  name: string;
  at: number;
  got: number;
  source: string;
  channel: string;
  session: number;
  identities: string[];
  revenue: number;
  properties_text: string;
  context_text: string;
  fragment: number;
}

/** The newest events of a person, newest first. A fragment's rows are hers as a whole, so no merge has to be looked up. */
export async function timeline(
  warehouse: Warehouse,
  person: Profile,
  query: TimelineQuery,
): Promise<TimelineEvent[]> {
  const { before, names, channels } = query;
  const { rows } = await warehouse.query<Row>(
    `select ${COLUMNS}
from events
where fragment in {fragments:Array(UInt64)}
${before ? 'and (time, place, derived) < (fromUnixTimestamp64Milli({time:Int64}), {place:UInt64}, {derived:UInt32})' : ''}
${names ? 'and name in {names:Array(String)}' : ''}
${channels ? 'and toString(channel) in {channels:Array(String)}' : ''}
order by time desc, place desc, derived desc
limit {limit:UInt32}`,
    {
      fragments: fragmentIds(person),
      limit: query.limit,
      ...(before ? { time: before.time, place: before.place, derived: before.derived } : {}),
      ...(names ? { names } : {}),
      ...(channels ? { channels } : {}),
    },
  );
  return rows.map(eventOf);
}

/**
 * The person as she stood at a moment: her events until then folded again by the settings of today, in the order in which
 * they came. Who joined her later is left out; asked for by the id of such a one, it is that one as she was before.
 * @param asked the person's id, or that of somebody she absorbed
 * @param at event time, ms
 */
export async function profileAt(
  warehouse: Warehouse,
  person: Profile,
  asked: number,
  at: number,
  settings: Settings,
): Promise<Profile> {
  const { id, keys, fragments: ids, merges } = standing(person, asked, at);
  const { rows } = await warehouse.query<Row>(
    `select ${COLUMNS}
from events
where fragment in {fragments:Array(UInt64)}
and time <= fromUnixTimestamp64Milli({at:Int64})
and derived = 0
order by place
limit {limit:UInt32}`,
    { fragments: ids, at, limit: REPLAY_EVENTS_MAX },
  );
  const fragments = new Map<number, Fragment>();
  for (const row of rows) {
    const fragment = fragments.get(row.fragment) ?? newFragment(row.fragment, senderOf(person, row.fragment));
    fragments.set(row.fragment, fragment);
    fold(fragment, asEvent(row), row.place, settings);
  }
  const links = Object.fromEntries(
    keys.flatMap((key) => (person.links[key] ? [[key, person.links[key]]] : [])),
  );
  return { id, place: person.place, links, fragments: [...fragments.values()], merges };
}

/** A fragment that became part of another has lost its sender, and is one of its own. */
function senderOf(person: Profile, id: number): string {
  return person.fragments.find((fragment) => fragment.id === id)?.key ?? String(id);
}

function asEvent(row: Row): Event {
  const { properties, context, ...rest } = eventOf(row);
  return {
    ...rest,
    type: row.type as EventType,
    channel: row.channel as Channel,
    identities: [],
    properties: properties as JsonObject,
    context: context as JsonObject,
  };
}

function eventOf(row: Row): TimelineEvent {
  return {
    id: row.id,
    place: row.place,
    derived: row.derived,
    type: row.type,
    name: row.name,
    time: row.at,
    received: row.got,
    source: row.source,
    channel: row.channel,
    session: row.session,
    identities: row.identities,
    revenue: row.revenue,
    properties: JSON.parse(row.properties_text) as { [key: string]: unknown },
    context: JSON.parse(row.context_text) as { [key: string]: unknown },
  };
}
