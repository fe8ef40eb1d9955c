import { tsv, tsvJson, tsvNumbers, tsvTexts, tsvTime } from './index.ts';

/** Columns of `events` that `eventLine` writes; `properties` follows from its text. */
export const EVENT_COLUMNS = [
  'place',
  'time',
  'received',
  'fragment',
  'person',
  'session',
  'id',
  'type',
  'name',
  'source',
  'channel',
  'identities',
  'utm_campaign',
  'path',
  'order_id',
  'revenue',
  'product_ids',
  'product_prices',
  'product_quantities',
  'properties_text',
  'context_text',
] as const;

/** A fact as a test states it. */
export interface EventRow {
  readonly place: number;
  readonly time: number;
  readonly received: number;
  readonly fragment: number;
  readonly person: number;
  readonly session: number;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly source: string;
  readonly channel: string;
  readonly identities: readonly string[];
  readonly campaign: string;
  readonly path: string;
  readonly orderId: string;
  readonly revenue: string;
  readonly productIds: readonly string[];
  readonly productPrices: readonly number[];
  readonly productQuantities: readonly number[];
  readonly properties: object;
  readonly context: object;
}

/** A plain fact with this place; a test changes what it is about. */
export function eventRow(place: number, change: Partial<EventRow> = {}): EventRow {
  return {
    place,
    time: Date.UTC(2026, 4, 3, 10) + place,
    received: Date.UTC(2026, 4, 3, 10) + place + 5,
    fragment: 1,
    person: 1,
    session: 1,
    id: `message-${place}`,
    type: 'track',
    name: 'Product Viewed',
    source: 'shop',
    channel: 'web',
    identities: ['anonymous:a'],
    campaign: '',
    path: '/',
    orderId: '',
    revenue: '0',
    productIds: [],
    productPrices: [],
    productQuantities: [],
    properties: {},
    context: {},
    ...change,
  };
}

/** The fact as a TabSeparated line of EVENT_COLUMNS. */
export function eventLine(row: EventRow): string {
  return `${[
    row.place,
    tsvTime(row.time),
    tsvTime(row.received),
    row.fragment,
    row.person,
    row.session,
    tsv(row.id),
    row.type,
    tsv(row.name),
    tsv(row.source),
    row.channel,
    tsvTexts(row.identities),
    tsv(row.campaign),
    tsv(row.path),
    tsv(row.orderId),
    row.revenue,
    tsvTexts(row.productIds),
    tsvNumbers(row.productPrices),
    tsvNumbers(row.productQuantities),
    tsvJson(JSON.stringify(row.properties)),
    tsvJson(JSON.stringify(row.context)),
  ].join('\t')}\n`;
}

/** Facts with places from..to-1, as lines. */
export function eventLines(
  from: number,
  to: number,
  change: (place: number) => Partial<EventRow> = () => ({}),
): string[] {
  return Array.from({ length: to - from }, (_, i) => eventLine(eventRow(from + i, change(from + i))));
}
