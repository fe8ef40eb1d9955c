import type { Named } from './dimension.ts';

/** Which properties of a catalogue event say the name (`readFields`, `readPlace` of the catalogue), and where its id stands. */
const NAMED: Readonly<Record<Named, { readonly id: string; readonly of: string; readonly keys: string }>> = {
  product: { id: 'product', of: `product != ''`, keys: `('name', 'title')` },
  store: { id: 'store', of: `name = 'Store Updated'`, keys: `('name')` },
};

/**
 * A select with the columns `id` and `called`: what the catalogue calls each product or store now, of which there may be more
 * than values can be bound. As in the catalogue itself the latest statement by time counts, and of one event the last property.
 */
export function namesSql(kind: Named): string {
  const { id, of, keys } = NAMED[kind];
  const raw = `arrayLast(pair -> pair.1 in ${keys} and pair.2 != '""', JSONExtractKeysAndValuesRaw(properties_text)).2`;
  return `select id,
  argMax(multiIf(raw = 'null', '', startsWith(raw, '"'), trim(JSONExtractString(raw)), raw), (time, place)) as called
from (
select ${id} as id, time, place, ${raw} as raw
from catalogue_changes
where ${of} and has(said, 'name')
)
group by id`;
}
