import type { Collection, Entry, State } from '../../engine/state/index.ts';

/** All entries of a collection in key order, a page at a time, so that memory stays bounded. */
export async function* pages(
  state: State,
  collection: Collection,
  limit: number,
): AsyncGenerator<readonly Entry[]> {
  for (let from = ''; ; ) {
    const entries = await state.range(collection, { from, limit });
    if (entries.length > 0) yield entries;
    const last = entries.at(-1);
    if (!last || entries.length < limit) return;
    from = `${last[0]}\0`;
  }
}
