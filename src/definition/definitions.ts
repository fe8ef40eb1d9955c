import type { Change, State } from '../engine/state/index.ts';

/** The definitions of the workspace (settings, sources, …) as the fold knows them: key → JSON text. */
export interface Definitions {
  get(key: string): unknown;
  /** Values whose keys start with this. */
  list(prefix: string): { key: string; value: unknown }[];
  /** Sets or (undefined) deletes one; returns the change to store. */
  apply(key: string, text: string | undefined): Change;
  /** Called after a definition changed. */
  onChange(listener: (key: string) => void): void;
}

const PAGE = 1_000;

/** Reads all definitions from the state. */
export async function loadDefinitions(state: State): Promise<Definitions> {
  const values = new Map<string, unknown>();
  const listeners: ((key: string) => void)[] = [];
  for (let from = ''; ; ) {
    const entries = await state.range('definitions', { from, limit: PAGE });
    for (const [key, text] of entries) values.set(key, JSON.parse(text));
    const last = entries.at(-1);
    if (!last || entries.length < PAGE) break;
    from = `${last[0]}\0`;
  }
  return {
    get: (key) => values.get(key),
    list: (prefix) =>
      [...values]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => ({ key, value })),
    apply(key, text) {
      if (text === undefined) values.delete(key);
      else values.set(key, JSON.parse(text));
      for (const listener of listeners) listener(key);
      return { collection: 'definitions', key, value: text };
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
