import type { Change, State } from '../engine/state/index.ts';
import type { Link, Session, Token, User } from './records.ts';

/** What each table holds. */
interface Tables {
  user: User;
  session: Session;
  token: Token;
  link: Link;
}
type TableName = keyof Tables;

/** One record set, or removed with undefined. */
export type AccessChange = {
  [T in TableName]: readonly [table: T, key: string, value: Tables[T] | undefined];
}[TableName];

/** Users by id; sessions, tokens and links by the hash of their secret. All in memory, and in the state. */
export interface AccessStore {
  readonly users: ReadonlyMap<string, User>;
  readonly sessions: ReadonlyMap<string, Session>;
  readonly tokens: ReadonlyMap<string, Token>;
  readonly links: ReadonlyMap<string, Link>;
  /**
   * Stores all or nothing. What is removed is gone from memory at once, what is set is there when it is durable.
   * Refusals: those of `State.commit`.
   */
  commit(changes: readonly AccessChange[]): Promise<void>;
  /** Notes when a session or token was last used: in memory at once, in the state with `isStored`. */
  touch(change: AccessChange, isStored: boolean): Promise<void>;
}

const PAGE = 1_000;

/** Reads everything; there are thousands at most. */
export async function openAccessStore(state: State): Promise<AccessStore> {
  const tables: { [T in TableName]: Map<string, Tables[T]> } = {
    user: new Map(),
    session: new Map(),
    token: new Map(),
    link: new Map(),
  };
  const set = ([table, key, value]: AccessChange): void => {
    if (value === undefined) tables[table].delete(key);
    else (tables[table] as Map<string, unknown>).set(key, value);
  };
  let from = '';
  for (;;) {
    const entries = await state.range('access', { from, limit: PAGE });
    for (const [key, text] of entries) {
      const slash = key.indexOf('/');
      const table = key.slice(0, slash) as TableName;
      if (table in tables)
        (tables[table] as Map<string, unknown>).set(key.slice(slash + 1), JSON.parse(text));
    }
    const last = entries.at(-1);
    if (last === undefined || entries.length < PAGE) break;
    // The smallest key after the last one: ranges begin inclusively.
    from = `${last[0]}\u0001`;
  }
  return {
    users: tables.user,
    sessions: tables.session,
    tokens: tables.token,
    links: tables.link,
    async commit(changes) {
      for (const change of changes) if (change[2] === undefined) set(change);
      await state.commit(changes.map(toChange));
      for (const change of changes) set(change);
    },
    async touch(change, isStored) {
      set(change);
      if (isStored) await state.commit([toChange(change)]);
    },
  };
}

function toChange([table, key, value]: AccessChange): Change {
  return {
    collection: 'access',
    key: `${table}/${key}`,
    value: value === undefined ? undefined : JSON.stringify(value),
  };
}
