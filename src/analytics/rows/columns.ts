import type { CurrentPerson } from '../../engine/warehouse/index.ts';

/**
 * The columns that SQL of dimensions and metrics may name, with their SQL over table `events`. Nothing else of the table is read, and
 * no name comes from a caller. `who` is the person of now.
 */
export const EVENT_COLUMNS = {
  time: 'time',
  ms: 'toUnixTimestamp64Milli(time)',
  place: 'place',
  derived: 'derived',
  session: 'session',
  // An event that opened its session, as far as events came in order: a session has the place of its first event for an id.
  opens_session: 'session != 0 and session = place',
  type: 'toString(type)',
  name: 'name',
  source: 'source',
  // A number to group by, and the text that conditions compare with.
  channel_code: 'events.channel',
  channel: 'toString(channel)',
  utm_source: 'utm_source',
  utm_medium: 'utm_medium',
  utm_campaign: 'utm_campaign',
  utm_term: 'utm_term',
  utm_content: 'utm_content',
  path: 'path',
  referrer_host: 'referrer_host',
  device: 'device',
  platform: 'platform',
  browser: 'browser',
  country: 'country',
  city: 'city',
  store: 'store',
  order_id: 'order_id',
  revenue: 'revenue',
  order_count: 'order_count',
  currency: 'currency',
  product_ids: 'product_ids',
  product_quantities: 'product_quantities',
  properties_text: 'properties_text',
  context_text: 'context_text',
} as const;

export type EventColumn = keyof typeof EVENT_COLUMNS | 'who';

/** The columns that some SQL names, with their own SQL. A name within a text constant is taken for one too, which costs only reading it. */
export function columnsIn(
  sql: readonly string[],
  events: CurrentPerson,
): (readonly [name: string, expression: string])[] {
  const words = new Set(sql.flatMap((text) => text.match(/\b[a-z_]+\b/g) ?? []));
  const all: [string, string][] = [['who', events.person], ...Object.entries(EVENT_COLUMNS)];
  return all.filter(([name]) => words.has(name));
}
