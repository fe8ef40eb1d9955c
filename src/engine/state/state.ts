/** The collections of the state; a new one is added here and in migrations/state. */
export const COLLECTIONS = [
  'meta',
  'identities',
  'seen',
  'people',
  'outbox',
  'quarantine',
  'definitions',
  'timers',
  'deliveries',
  'jobs',
  'versions',
  'catalogue',
  'access',
  'audit',
  'drafts',
] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** One key of one collection set to a text, or deleted with undefined. */
export interface Change {
  readonly collection: Collection;
  /** 1 to 1,024 bytes of UTF-8 (any text, NUL too); keys are ordered by their bytes. */
  readonly key: string;
  /**
   * At most 16 Mi characters. In keys and values half a surrogate pair is stored as U+FFFD, as UTF-8 has no form for it.
   * A text that is at hand as UTF-8 may be given so; its bytes must not change until the commit has ended.
   */
  readonly value: string | Uint8Array | undefined;
}

/** Which entries of a collection are wanted, and how many. */
export interface RangeQuery {
  /** First key, inclusive. */
  readonly from?: string;
  /** Last key, exclusive. */
  readonly to?: string;
  /** At most this many entries; 1 to 10,000. */
  readonly limit: number;
  /** Newest key first: starts below `to` and goes down to `from`. */
  readonly reverse?: boolean;
  /** Values stay where they are; '' stands for each. */
  readonly keysOnly?: boolean;
}

/** A key and its value. */
export type Entry = readonly [key: string, value: string];

/**
 * Ordered collections of texts with one atomic commit (ARCHITECTURE.md, Engines). State is a checkpoint of the log.
 * Contract: state.contract.ts, run against every adapter.
 */
export interface State {
  /**
   * The values of the keys, in their order, all of one moment; undefined where there is none. Sees every resolved
   * commit. At most 100,000 keys.
   */
  getMany(collection: Collection, keys: readonly string[]): Promise<(string | undefined)[]>;

  /** Entries in key order, all of one moment. */
  range(collection: Collection, query: RangeQuery): Promise<Entry[]>;

  /**
   * All changes or none; resolves when they would survive power loss. When a key comes twice the last one counts.
   * Commits take effect in the order of the calls.
   * Refusals: `state.full` (503) when the disk has no room (nothing changed, later commits may succeed);
   * `state.unavailable` (503) when the database cannot be reached (the changes may or may not have happened: commit
   * them again); `state.key-invalid`, `state.value-too-large` and `state.commit-too-large` (400) for changes out of
   * bounds (nothing changed); `state.closed` (503) after close.
   */
  commit(changes: readonly Change[]): Promise<void>;

  /** Number of entries; may be an estimate on large collections of a remote engine. */
  count(collection: Collection): Promise<number>;

  /**
   * Writes a consistent copy of everything into an empty folder (`<collection>.jsonl`, one `[key, value]` a line),
   * while commits go on; `restoreState` reads it. Refusal: `state.folder-not-empty` (409).
   */
  backup(folder: string): Promise<void>;

  /** Waits for running commits and lets go of files and connections. */
  close(): Promise<void>;
}
