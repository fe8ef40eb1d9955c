import { SOURCES, type SourceId } from '../wire/sources.ts';
import type { Remote } from './remote.ts';

/** Write keys by source. */
export type WriteKeys = ReadonlyMap<SourceId, string>;

/** The retailer's head office is in Germany: numbers without a country code are German. */
const COUNTRY = 'DE';

interface KnownSource {
  readonly id: string;
  readonly channel: string;
  readonly writeKey: string;
}

/** Creates the retailer's sources where they are not there yet, with their channels and country. Throws when one has another channel. */
export async function setUpSources(remote: Remote): Promise<WriteKeys> {
  const { sources } = await remote.call<{ sources: KnownSource[] }>('GET', '/api/sources');
  const keys = new Map<SourceId, string>();
  for (const { id, name, channel } of SOURCES) {
    const known = sources.find((source) => source.id === id);
    if (known && known.channel !== channel)
      throw new Error(
        `Source ${id} is of channel ${known.channel}, not ${channel}; use a data folder of its own.`,
      );
    const source = known
      ? await remote.call<KnownSource>('PATCH', `/api/sources/${id}`, { body: { name, country: COUNTRY } })
      : await remote.call<KnownSource>('POST', '/api/sources', {
          body: { id, name, channel, country: COUNTRY },
        });
    keys.set(id, source.writeKey);
  }
  return keys;
}
