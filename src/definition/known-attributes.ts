import type { Clock } from '../core/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';

const FRESH_MS = 60_000;
const NAMES_MAX = 20_000;
const SECONDS_MAX = 5;
const SQL = `select distinct arrayJoin(JSONExtractKeys(properties_text)) as name
from events
where type = 'identify'
limit {limit:UInt32}`;

/**
 * The names of the attributes that people were given so far, from the warehouse, at most a minute old; undefined while the
 * warehouse does not answer: then nothing is said of attributes, rather than that all are unknown.
 */
export function createKnownAttributes(
  warehouse: Pick<Warehouse, 'query'>,
  clock: Clock,
): () => Promise<ReadonlySet<string> | undefined> {
  let known: { readonly at: number; readonly names: ReadonlySet<string> } | undefined;
  return async () => {
    if (known && clock.now() - known.at < FRESH_MS) return known.names;
    try {
      const { rows } = await warehouse.query<{ name: string }>(
        SQL,
        { limit: NAMES_MAX },
        { seconds: SECONDS_MAX },
      );
      known = { at: clock.now(), names: new Set(rows.map(({ name }) => name)) };
    } catch {
      // A preflight without the warehouse says less; it must not fail.
      return known?.names;
    }
    return known.names;
  };
}
