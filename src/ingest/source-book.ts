import type { Definitions } from '../definition/index.ts';
import type { Source, SourceBook } from './source.ts';

const PREFIX = 'source/';

/** The key under which a source is defined. */
export function sourceKey(id: string): string {
  return PREFIX + id;
}

/** The sources as they are defined now; looked up by write key for every request, so they are indexed. */
export function createSourceBook(definitions: Definitions): SourceBook {
  let byKey = new Map<string, Source>();
  let byId = new Map<string, Source>();
  const read = (): void => {
    const sources = definitions.list(PREFIX).map(({ value }) => value as Source);
    byKey = new Map(sources.map((source) => [source.writeKey, source]));
    byId = new Map(sources.map((source) => [source.id, source]));
  };
  read();
  definitions.onChange((key) => {
    if (key.startsWith(PREFIX)) read();
  });
  return {
    byWriteKey: (key) => byKey.get(key),
    byId: (id) => byId.get(id),
    list: () => [...byId.values()],
  };
}
