import type { Readable } from 'node:stream';

/** Values bound to `{name:Type}` placeholders of a query. They are never put into the text of the SQL. */
export type Bindings = Readonly<
  Record<string, string | number | boolean | readonly string[] | readonly number[]>
>;

/** Limits of one query; the engine itself enforces them. */
export interface QueryLimits {
  /** Seconds of run time; default QUERY_SECONDS_MAX. */
  readonly seconds?: number;
  /** Bytes of memory; default QUERY_BYTES_MAX. */
  readonly bytes?: number;
  /** Ends the query, in the engine too, when it aborts; the call is then refused as `warehouse.unavailable`. */
  readonly signal?: AbortSignal;
}

/** What the engine says about an answer. */
export interface QueryStatistics {
  readonly rowsRead: number;
  readonly bytesRead: number;
  readonly elapsedMs: number;
}

/** Formats in which rows can leave; the names are ClickHouse's. */
export type StreamFormat = 'CSVWithNames' | 'JSONEachRow' | 'Parquet';

/** The rows of a select, and what it took to find them. */
export interface QueryAnswer<Row> {
  readonly rows: Row[];
  readonly statistics: QueryStatistics;
}

/**
 * The warehouse: ClickHouse SQL over HTTP, whoever answers it (the embedded child, a server, a cluster).
 * Contract: warehouse.contract.ts. Refusals of every method: `warehouse.unavailable` (503, retryAfterSeconds) when
 * nothing answers, `warehouse.query-failed` (500, detail.clickhouseCode), `warehouse.too-expensive` (422) when a
 * limit of time or memory was reached.
 */
export interface Warehouse {
  /** Runs a select and gives its rows as objects. 64-bit integers come as numbers (all our ids are safe integers). */
  query<Row>(sql: string, bindings?: Bindings, limits?: QueryLimits): Promise<QueryAnswer<Row>>;

  /**
   * Runs a select and gives its rows as bytes of a format, of any number: nothing is held in memory here. The answer is whole before its
   * first byte comes, so an error is known by then. Abort `limits.signal` to stop before the end.
   */
  stream(sql: string, format: StreamFormat, bindings?: Bindings, limits?: QueryLimits): Promise<Readable>;

  /** Runs a statement without an answer (create, alter, truncate …). */
  command(sql: string, bindings?: Bindings): Promise<void>;

  /**
   * Inserts lines of ClickHouse TabSeparated text, each ending with a newline, into the named columns of a table.
   * Resolves when the rows are on disk (fsync). One call is one block: all rows of one month partition appear at once.
   */
  insert(table: string, columns: readonly string[], lines: Lines): Promise<void>;

  /** Whether it answers now, and what it is. Never throws. */
  health(): Promise<WarehouseHealth>;

  /** Writes a consistent copy into an empty folder; `restore` of the same engine reads it. */
  backup(folder: string): Promise<void>;
  restore(folder: string): Promise<void>;

  close(): Promise<void>;
}

/** Lines of text: one string, or parts that are sent one after the other, as strings or as UTF-8. */
export type Lines = string | readonly (string | Uint8Array)[];

/** Whether the warehouse answers; `sinceMs` is how long it has not. */
export type WarehouseHealth =
  | { readonly state: 'up'; readonly version: string }
  | { readonly state: 'down'; readonly reason: string; readonly sinceMs: number; readonly restarts: number };
