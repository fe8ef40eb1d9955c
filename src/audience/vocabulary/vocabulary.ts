import type { Clock, Json, JsonObject } from '../../core/index.ts';
import { isObject } from '../../core/index.ts';
import type { Warehouse } from '../../engine/warehouse/index.ts';
import { countFields, type Field } from './fields.ts';

/** An event that people do, and how often. */
export interface EventName {
  readonly name: string;
  /** In the last 90 days. */
  readonly count: number;
  readonly lastAt: number;
}

/** Names that conditions are made of, as they are used in this shop. */
export interface Vocabulary {
  readonly events: readonly EventName[];
  /** What people were told to be, in a sample of their statements. */
  readonly attributes: readonly Field[];
}

/** Fields of events of some names, in a sample of them. */
export interface EventFields {
  readonly properties: readonly Field[];
  /** Of their product lines. */
  readonly products: readonly Field[];
  readonly context: readonly Field[];
}

/** Tells the names that conditions are made of; answers are at most a minute old. */
export interface VocabularyReader {
  read(): Promise<Vocabulary>;
  fieldsOf(events: readonly string[]): Promise<EventFields>;
}

const FRESH_MS = 60_000;
const SECONDS_MAX = 10;
const SINCE_MS = 90 * 86_400_000;
const EVENTS_MAX = 500;
/** Rows come in the order of fragments, which are hashes, so the first ones are as good as drawn; reading stops after them. */
const STATEMENTS_MAX = 2_000;
const SAMPLE_MAX = 1_000;
/** Larger documents would hold up the program while they are read. */
const CHARACTERS_MAX = 8_192;
const LINES_MAX = 20;
/** Questions about fields that are remembered. */
const KEPT_MAX = 100;
/** What the fold reads of the loyalty programme in orders: attributes by another way. */
const LOYALTY = { tier: 'loyaltyTier', points: 'loyaltyPoints' } as const;
const PRODUCTS: ReadonlySet<string> = new Set(['products']);

/** Reads the vocabulary from the warehouse, cheaply whatever its size. */
export function createVocabulary(warehouse: Pick<Warehouse, 'query'>, clock: Clock): VocabularyReader {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<unknown> }>();
  const fresh = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (known && clock.now() - known.at < FRESH_MS) return known.answer as Promise<T>;
    const answer = make();
    kept.delete(key);
    kept.set(key, { at: clock.now(), answer });
    answer.catch(() => kept.delete(key));
    if (kept.size > KEPT_MAX) kept.delete(kept.keys().next().value!);
    return answer;
  };
  return {
    read: () => fresh('', () => readVocabulary(warehouse, clock.now())),
    fieldsOf: (events) => fresh(events.toSorted().join('\n'), () => readFields(warehouse, events)),
  };
}

type Asked = Pick<Warehouse, 'query'>;

async function readVocabulary(warehouse: Asked, at: number): Promise<Vocabulary> {
  const [events, statements, orders] = await Promise.all([
    warehouse.query<EventName>(
      `select name, count() as count, toUnixTimestamp64Milli(max(time)) as lastAt
from events
where type in ('track', 'page', 'screen')
and derived = 0
and person != 0
and time >= fromUnixTimestamp64Milli({since:Int64})
group by name
order by count desc, name
limit {limit:UInt32}`,
      { since: at - SINCE_MS, limit: EVENTS_MAX },
      { seconds: SECONDS_MAX },
    ),
    textsWhere(warehouse, "type = 'identify'", {}, STATEMENTS_MAX),
    textsWhere(warehouse, "name = 'Order Completed'", {}, SAMPLE_MAX),
  ]);
  const attributes = countFields();
  for (const { properties } of statements) attributes.note(properties);
  const loyal = countFields();
  for (const { properties } of orders) loyal.note(loyaltyOf(properties));
  const known = attributes.fields();
  const more = loyal.fields().filter(({ path }) => !known.some((each) => each.path === path));
  return { events: events.rows, attributes: [...known, ...more].sort((a, b) => b.share - a.share) };
}

function loyaltyOf(properties: JsonObject): JsonObject {
  const { loyalty } = properties;
  if (!isObject(loyalty)) return {};
  return Object.fromEntries(
    Object.entries(LOYALTY).flatMap(([key, name]) => {
      const value = (loyalty as JsonObject)[key];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

async function readFields(warehouse: Asked, names: readonly string[]): Promise<EventFields> {
  const rows = await textsWhere(warehouse, 'name in {names:Array(String)}', { names }, SAMPLE_MAX);
  const [properties, products, context] = [countFields(PRODUCTS), countFields(), countFields()];
  for (const row of rows) {
    properties.note(row.properties);
    context.note(row.context);
    const lines = row.properties['products'];
    if (Array.isArray(lines)) for (const line of lines.slice(0, LINES_MAX)) products.note(line as Json);
  }
  return { properties: properties.fields(), products: products.fields(), context: context.fields() };
}

interface Row {
  readonly properties: JsonObject;
  readonly context: JsonObject;
}

async function textsWhere(
  warehouse: Asked,
  condition: string,
  bindings: Readonly<Record<string, readonly string[]>>,
  limit: number,
): Promise<Row[]> {
  const { rows } = await warehouse.query<{ properties_text: string; context_text: string }>(
    `select properties_text, context_text
from events
where ${condition}
and length(properties_text) <= {characters:UInt32}
and length(context_text) <= {characters:UInt32}
limit {limit:UInt32}`,
    { ...bindings, limit, characters: CHARACTERS_MAX },
    { seconds: SECONDS_MAX },
  );
  return rows.map((row) => ({ properties: read(row.properties_text), context: read(row.context_text) }));
}

/** A document of the warehouse; what is no object says nothing. */
function read(text: string): JsonObject {
  if (text === '') return {};
  const value = JSON.parse(text) as Json;
  return isObject(value) ? (value as JsonObject) : {};
}
