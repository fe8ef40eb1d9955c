/** A record as it stands in the log: opaque bytes at a position. */
export interface LogRecord {
  /** 0, 1, 2 … without gaps within a partition. */
  readonly position: number;
  readonly bytes: Uint8Array;
}

/** What a partition holds at this moment. */
export interface LogBounds {
  /** The oldest position that can still be read; equals `next` when the partition is empty. */
  readonly first: number;
  /** The position that the next appended record will get. */
  readonly next: number;
  /** Stored bytes between `first` and `next`. */
  readonly bytes: number;
}

/**
 * The one durable log (ARCHITECTURE.md, Engines). Appends of many callers are committed in groups.
 * Contract: log.contract.ts, run against every adapter.
 */
export interface Log {
  /** Number of partitions; fixed when the log is created. */
  readonly partitions: number;

  /**
   * Appends one record and resolves with its position once it would survive power loss. Records of one caller
   * keep their order. The bytes belong to the log until then.
   * Refusals: `log.busy` (429, retryAfterSeconds) when more bytes wait than `waitingBytesMax`;
   * `log.full` (503, retryAfterSeconds) when the disk has no room: nothing was appended, later appends may succeed;
   * `log.record-too-large` (413).
   */
  append(partition: number, bytes: Uint8Array): Promise<number>;

  /**
   * Records from a position on, oldest first, at most `recordsMax` and about `bytesMax` (at least one record when
   * there is one). An empty answer means: nothing there yet. A position before `first` is refused with `log.trimmed` (410).
   */
  read(partition: number, from: number, recordsMax: number, bytesMax: number): Promise<LogRecord[]>;

  bounds(partition: number): LogBounds;

  /** Calls the listener after records became durable, with the partition's new `next`. Returns how to stop. */
  onAppend(listener: (partition: number, next: number) => void): () => void;

  /** Forgets the records before a position; the space is used again. */
  trim(partition: number, before: number): Promise<void>;

  /** Writes a consistent copy of everything durable into an empty folder, while appends go on. */
  backup(folder: string): Promise<void>;

  /** Waits for running appends and lets go of the files. */
  close(): Promise<void>;
}
