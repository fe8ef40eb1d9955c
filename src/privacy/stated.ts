import type { Warehouse } from '../engine/warehouse/index.ts';

/** What people said about one purpose on one channel. */
export interface Stated {
  readonly channel: string;
  readonly purpose: string;
  readonly statements: number;
  readonly people: number;
  /** Time of the newest one (ms). */
  readonly last: number;
}

const SECONDS_MAX = 10;
const STATED_MAX = 200;
const or = (field: string, otherwise: string): string =>
  `if(JSONExtractString(i, '${field}') = '', '${otherwise}', JSONExtractString(i, '${field}'))`;
/** The same reading of events as `consentsOf`; what is no statement there is left out by its state or by how it is written. */
const SQL = `select said.1 as channel, said.2 as purpose, toInt64(count()) as statements, toInt64(uniq(person)) as people, max(ms) as last
from (
  select
    person,
    toUnixTimestamp64Milli(time) as ms,
    arrayJoin(arrayConcat(
      if(name = 'Consent Updated', arrayMap(i -> (${or('channel', 'any')}, ${or('purpose', 'marketing')}, JSONExtractRaw(i, 'state')),
        arrayFilter(i -> startsWith(i, '{'), if(JSONType(properties_text, 'consents') = 'Array', JSONExtractArrayRaw(properties_text, 'consents'), [properties_text]))), []),
      if(name in ('Subscribed', 'Unsubscribed'), arrayMap(i -> (${or('channel', 'email')}, ${or('purpose', 'marketing')}, 'true'), [properties_text]), []),
      arrayMap(kept -> ('any', kept.1, kept.2), JSONExtractKeysAndValuesRaw(context_text, 'consent', 'categoryPreferences'))
    )) as said
  from events
  where time >= fromUnixTimestamp64Milli({since:Int64})
    and (name in ('Consent Updated', 'Subscribed', 'Unsubscribed') or position(context_text, 'categoryPreferences') > 0)
)
where said.3 in ('true', 'false', '"in"', '"out"') and match(said.1, {word:String}) and match(said.2, {word:String})
group by channel, purpose
order by people desc, purpose, channel
limit {limit:UInt32}`;

/** What people said since then (ms), by channel and purpose, of most people first. */
export async function statedSince(
  warehouse: Pick<Warehouse, 'query'>,
  since: number,
  word: string,
): Promise<readonly Stated[]> {
  const bindings = { since, word, limit: STATED_MAX };
  return (await warehouse.query<Stated>(SQL, bindings, { seconds: SECONDS_MAX })).rows;
}
