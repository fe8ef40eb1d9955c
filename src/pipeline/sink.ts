import { CATALOGUE_COLUMNS } from '../catalog/index.ts';
import { FACT_COLUMNS } from '../profile/index.ts';
import { readCheckpoint } from './checkpoint.ts';
import { newestFrom, rowsPresent } from './held-places.ts';
import { firstGroup, INSERT_ROWS } from './insert-group.ts';
import { insertRows } from './insert-rows.ts';
import {
  type Block,
  linesFor,
  linesWithout,
  OVERRIDE_COLUMNS,
  readBlock,
  SESSION_COLUMNS,
} from './outbox.ts';
import { refusedRowChange } from './refused-row.ts';
import { noSinkFigures, type SinkOptions } from './sink-options.ts';

const INSERT_AFTER_MS = 1_500;
const QUEUE_ROWS_MAX = 120_000;
const RETRY_MS_MIN = 200;
const RETRY_MS_MAX = 5_000;
const REFILL_BLOCKS = 10;
const REFILL_CHARS = 16_000_000;

interface Waiting {
  readonly block: Block;
  readonly since: number;
}

/** Hands stored blocks to the warehouse, in order, exactly once in effect. */
export class Sink {
  readonly figures = noSinkFigures();
  private readonly options: SinkOptions;
  private readonly queue: Waiting[] = [];
  private readonly done: string[] = [];
  /** Key of the last block delivered. */
  private cursor = '';
  /** The queue was full: blocks are read back from the state until it has caught up. */
  private storedOnly = false;
  private passedBy = false;
  /** Blocks up to this key may be in the warehouse already: an earlier run left them, or an insert failed. */
  private doubtful = '';
  /** The checkpoint at the start, and the newest place beyond it that the warehouse held then: a restored state is older than it. */
  private readonly cut: number;
  private heldUntil = -1;
  private isPrepared = false;
  private isHurried = false;
  private closed = false;
  private wake = (): void => {};
  private running: Promise<void> = Promise.resolve();

  private constructor(options: SinkOptions, cut: number) {
    this.options = options;
    this.cut = cut;
  }

  /** Starts the sink; what an earlier run left in the outbox goes first. */
  static async start(options: SinkOptions): Promise<Sink> {
    const { cut } = await readCheckpoint(options.state);
    const sink = new Sink(options, cut);
    const [last] = await options.state.range('outbox', { limit: 1, reverse: true });
    if (last) {
      sink.doubtful = last[0];
      sink.storedOnly = true;
      sink.figures.waitingSince = options.clock.now();
    }
    sink.running = sink.run();
    return sink;
  }

  /** Takes a block that is durable in the state, and lets it go when it needs it no more. */
  offer(block: Block): void {
    const { figures } = this;
    figures.waitingRows += block.rowCount;
    if (this.storedOnly || figures.waitingRows > QUEUE_ROWS_MAX) {
      this.storedOnly = true;
      this.passedBy = true;
      block.letGo?.();
      return;
    }
    this.queue.push({ block, since: this.options.clock.now() });
    if (figures.waitingSince === 0 || figures.waitingRows >= INSERT_ROWS) this.wake();
  }

  /** Keys of blocks that the warehouse has; the next checkpoint deletes them. */
  delivered(): string[] {
    return this.done.splice(0);
  }

  hasDelivered(): boolean {
    return this.done.length > 0;
  }

  /** Whether the warehouse has every row up to a place, given that everything up to there was offered. */
  has(place: number): boolean {
    return this.figures.place >= place || (this.queue.length === 0 && !this.storedOnly);
  }

  /** Somebody waits for rows: what there is goes at once. */
  hurry(): void {
    this.isHurried = true;
    // Not while it fails: the pause between tries must stand.
    if (this.figures.lastError === '') this.wake();
  }

  /** Resolves when everything offered so far is in the warehouse, or rejects after the time. */
  async drained(withinMs: number): Promise<void> {
    const until = this.options.clock.now() + withinMs;
    while (this.queue.length > 0 || this.storedOnly) {
      if (this.options.clock.now() > until)
        throw new Error(`the warehouse is still behind after ${withinMs} ms`);
      this.hurry();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    const { figures } = this;
    let retryMs = RETRY_MS_MIN;
    while (!this.closed) {
      try {
        if (!this.isPrepared) await this.prepare();
        if (this.queue.length === 0 && this.storedOnly) await this.refill();
        if (!(await this.isTime())) continue;
        const blocks = firstGroup(this.queue.map(({ block }) => block));
        await this.deliver(blocks);
        this.queue.splice(0, blocks.length);
        for (const { key, rowCount, letGo } of blocks) {
          letGo?.();
          this.done.push(key);
          this.cursor = key;
          figures.waitingRows = Math.max(0, figures.waitingRows - rowCount);
        }
        retryMs = RETRY_MS_MIN;
        figures.lastError = '';
      } catch (error) {
        figures.failures++;
        figures.lastError = error instanceof Error ? error.message : String(error);
        this.options.onError(error);
        if (!this.closed) await this.pause(retryMs);
        retryMs = Math.min(retryMs * 2, RETRY_MS_MAX);
      }
    }
  }

  private async prepare(): Promise<void> {
    const { prepare, warehouse } = this.options;
    await prepare();
    this.heldUntil = await newestFrom(warehouse, this.cut + 1);
    this.isPrepared = true;
  }

  /** Waits until enough rows have gathered or the oldest waited long enough; false when there is nothing yet. */
  private async isTime(): Promise<boolean> {
    const { figures } = this;
    const oldest = this.queue[0];
    figures.waitingSince = oldest?.since ?? 0;
    if (!oldest) {
      await this.pause(INSERT_AFTER_MS);
      return false;
    }
    const waited = this.options.clock.now() - oldest.since;
    const isTime = waited >= INSERT_AFTER_MS || figures.waitingRows >= INSERT_ROWS;
    if (isTime || this.storedOnly || this.isHurried) {
      this.isHurried = false;
      return true;
    }
    await this.pause(INSERT_AFTER_MS - waited);
    return false;
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Reads on in the outbox, a few blocks at a time: one may hold some megabytes. */
  private async refill(): Promise<void> {
    this.passedBy = false;
    let chars = 0;
    for (let after = this.cursor; chars < REFILL_CHARS; ) {
      const entries = await this.options.state.range('outbox', { from: `${after}\0`, limit: REFILL_BLOCKS });
      const since = this.options.clock.now();
      for (const [key, value] of entries) {
        this.queue.push({ block: readBlock(key, value), since });
        chars += value.length;
        after = key;
      }
      if (entries.length === REFILL_BLOCKS) continue;
      if (!this.passedBy) this.storedOnly = false;
      return;
    }
  }

  private async deliver(blocks: readonly Block[]): Promise<void> {
    const { figures } = this;
    const { warehouse } = this.options;
    let events = linesFor(blocks, 'events');
    const [first, end] = [blocks[0]!, blocks[blocks.length - 1]!];
    if ((first.key <= this.doubtful || first.from <= this.heldUntil) && events.length > 0) {
      const present = await rowsPresent(warehouse, first.from, end.to);
      const rest = events.map((lines) => linesWithout(lines, present));
      events = rest.map(({ lines }) => lines);
      figures.rowsSkipped += rest.reduce((sum, { skipped }) => sum + skipped, 0);
    }
    const [overrides, sessions] = [linesFor(blocks, 'overrides'), linesFor(blocks, 'sessions')];
    if (end.key > this.doubtful) this.doubtful = end.key;
    if (overrides.length > 0) await warehouse.insert('person_overrides', OVERRIDE_COLUMNS, overrides);
    if (sessions.length > 0) await warehouse.insert('session_overrides', SESSION_COLUMNS, sessions);
    await this.insert('catalogue_changes', CATALOGUE_COLUMNS, linesFor(blocks, 'catalogue'));
    await this.insert('events', FACT_COLUMNS, events);
    if (this.doubtful === end.key) this.doubtful = '';
    figures.inserts++;
    figures.rows += blocks.reduce((sum, block) => sum + block.rowCount, 0);
    figures.place = end.to;
  }

  /** Inserts rows; those that the warehouse cannot take go to the quarantine, because everything else waits behind them. */
  private async insert(table: string, columns: readonly string[], lines: readonly Buffer[]): Promise<void> {
    const { warehouse, state, onError } = this.options;
    if (lines.length === 0) return;
    const refused = async (line: string, error: Error): Promise<void> => {
      await state.commit([refusedRowChange(line, columns, error)]);
      this.figures.rowsRefused++;
      onError(error);
    };
    await insertRows(lines, { warehouse, table, columns, refused });
  }
}
