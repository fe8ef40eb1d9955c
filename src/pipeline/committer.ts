import { setTimeout as delay } from 'node:timers/promises';
import type { Catalogue } from '../catalog/index.ts';
import { type Clock, placeOf, positionOf } from '../core/index.ts';
import type { Change, State } from '../engine/state/index.ts';
import { type Checkpoint, checkpointChange, type Fired } from './checkpoint.ts';
import type { Lines } from './lines.ts';
import { type Block, type BlockTable, makeBlocks, noLines, storeBlock, takePieces } from './outbox.ts';
import type { Sink } from './sink.ts';
import type { WorkingSet } from './working-set.ts';

export interface CommitterOptions {
  readonly state: State;
  readonly sink: Pick<Sink, 'offer' | 'delivered' | 'hasDelivered'>;
  readonly clock: Clock;
  readonly workingSet: WorkingSet;
  readonly catalogue: Pick<Catalogue, 'takeChanges' | 'changedCount'>;
  /** Time of the log before a record that is not stored yet (ms). */
  readonly timeBefore: (position: number) => number;
  /** What changed of the audiences, as of everything folded. */
  readonly bookChanges: () => readonly Change[];
  readonly onError: (error: unknown) => void;
}

export interface CommitFigures {
  commits: number;
  failures: number;
  /** The last try to store a checkpoint failed. */
  isFailing: boolean;
}

/** A changed person is stored within about this time; a shorter one writes busy people more often (4 us an event at 5 s). */
const STORE_WITHIN_MS = 15_000;
/** More changed records than these are stored sooner: they stay in memory until they are, whatever the cache may hold. */
const CHANGED_MAX = 100_000;
const STORE_COUNT_MIN = 16;
const STORE_COUNT_MAX = 5_000;
const RETRY_MS = 500;
const WAITING_BYTES_MAX = 16_000_000;

/**
 * Stores what the fold did, in small steps: each commit holds the outputs of everything folded so far, the whole graph, and
 * those people whose turn it is. Encoding all changed people at once would stop the process for a moment.
 */
export class Committer {
  readonly figures: CommitFigures = { commits: 0, failures: 0, isFailing: false };
  private readonly options: CommitterOptions;
  private pending: Change[] = [];
  private readonly lines: Readonly<Record<BlockTable, Lines>> = noLines();
  private blockFrom = 0;
  /** Where a stretch ended within a record, and the numbers of blocks that are taken there. */
  private broken = { place: -1, number: 0 };
  /** Place of the newest line. */
  private linePlace = -1;
  /** Place up to which everything is folded, and up to which it is stored. */
  private place: number;
  private cut: number;
  private next: number;
  private firedUntil: Fired | undefined;
  private storedLowPosition: number;
  private running: Promise<void> | undefined;
  private startedAt = 0;
  private readonly stopping = new AbortController();

  constructor(options: CommitterOptions, checkpoint: Checkpoint) {
    this.options = options;
    this.place = checkpoint.cut;
    this.cut = checkpoint.cut;
    this.firedUntil = checkpoint.fired;
    const derivedCount = checkpoint.fired?.[2];
    if (derivedCount !== undefined)
      this.broken = { place: placeOf(positionOf(checkpoint.cut) + 1, 0), number: derivedCount };
    this.next = checkpoint.low;
    this.storedLowPosition = checkpoint.low;
  }

  /** Where the fold of events writes its lines. */
  readonly outputs = {
    fact: (line: string, place: number): void => this.fact(line, place),
    override: (line: string, place: number): void => this.override(line, place),
    session: (line: string, place: number): void => this.write('sessions', line, place),
  };

  /** A line for table `events`. */
  fact(line: string, place: number): void {
    this.write('events', line, place);
  }

  /** A line for table `person_overrides`. */
  override(line: string, place: number): void {
    this.write('overrides', line, place);
  }

  /** A line for table `catalogue_changes`. */
  catalogue(line: string, place: number): void {
    this.write('catalogue', line, place);
  }

  /** Something else that belongs to the next commit. */
  add(change: Change): void {
    this.pending.push(change);
  }

  /** Everything up to this place is folded; the next record is at `next`. */
  reached(place: number, next: number): void {
    // In what is folded again, timers of the record after it have fired already.
    if (place > this.cut && this.firedUntil) this.firedUntil = [this.firedUntil[0], this.firedUntil[1]];
    this.place = Math.max(this.place, place);
    this.next = next;
  }

  /** Timers fired before the events of the next record, up to this one. */
  fired(until: Fired): void {
    this.firedUntil = until;
  }

  /** The oldest log position that a restart would read. */
  get storedLow(): number {
    return this.storedLowPosition;
  }

  /** Place up to which everything that came of the log is stored. */
  get storedPlace(): number {
    return this.cut;
  }

  isDirty(): boolean {
    const { workingSet, sink, catalogue } = this.options;
    return (
      this.place > this.cut ||
      this.waitingBytes() > 0 ||
      catalogue.changedCount > 0 ||
      this.pending.length > 0 ||
      workingSet.isDirty ||
      sink.hasDelivered()
    );
  }

  /** Starts a commit when none is running and the last one began long enough ago. Folding goes on while it is written. */
  whenDue(everyMs: number): void {
    const sinceMs = this.options.clock.now() - this.startedAt;
    if (this.running || sinceMs < everyMs || !this.isDirty()) return;
    const { changedCount } = this.options.workingSet;
    const due = Math.ceil(changedCount * Math.min(1, sinceMs / STORE_WITHIN_MS));
    const count = Math.max(STORE_COUNT_MIN, due, changedCount - CHANGED_MAX);
    void this.commit(Math.min(count, STORE_COUNT_MAX));
  }

  /** Waits until outputs do not pile up: while the state cannot be written, the fold stands still. */
  async room(): Promise<void> {
    while (this.waitingBytes() > WAITING_BYTES_MAX) await (this.running ?? this.commit(STORE_COUNT_MAX));
  }

  /** Stores every change that there is, in steps that a state can take. */
  async flush(): Promise<void> {
    await this.running;
    while (this.isDirty()) await this.commit(STORE_COUNT_MAX);
  }

  /** Stores everybody who changed, with all that came of it; where nobody did there is nothing to wait for. */
  async storePeople(): Promise<void> {
    await this.running;
    if (this.options.workingSet.oldestChange() !== undefined) await this.flush();
  }

  /** From now on a commit that fails is not tried again. */
  stop(): void {
    this.stopping.abort();
  }

  /** One commit after the other; each takes its changes when its turn has come. */
  private commit(countMax: number): Promise<void> {
    const mine = (this.running ?? Promise.resolve())
      .then(() => this.commitOnce(countMax))
      .finally(() => {
        if (this.running === mine) this.running = undefined;
      });
    this.running = mine;
    // Whoever waits for it sees the failure.
    mine.catch(() => {});
    return mine;
  }

  private async commitOnce(countMax: number): Promise<void> {
    const { state, sink, clock, onError, workingSet } = this.options;
    this.startedAt = clock.now();
    const { changes, blocks, cut, low } = this.take(countMax);
    for (;;) {
      try {
        await state.commit(changes);
        break;
      } catch (error) {
        this.figures.failures++;
        this.figures.isFailing = true;
        onError(error);
        if (this.stopping.signal.aborted) throw error;
        await delay(RETRY_MS, undefined, { signal: this.stopping.signal }).catch(() => {});
      }
    }
    this.figures.commits++;
    this.figures.isFailing = false;
    this.cut = cut;
    this.storedLowPosition = low;
    workingSet.stored();
    for (const block of blocks) sink.offer(block);
  }

  /** Everything that one commit stores, taken at one moment between two slices of events. */
  private take(countMax: number): { changes: Change[]; blocks: Block[]; cut: number; low: number } {
    const { workingSet, sink, catalogue, bookChanges } = this.options;
    const people = workingSet.takeChanges(countMax);
    const oldest = workingSet.oldestChange();
    const low = oldest === undefined ? this.next : Math.min(positionOf(oldest), this.next);
    const changes = [...people, ...catalogue.takeChanges(placeOf(low, 0)), ...this.pending, ...bookChanges()];
    for (const key of sink.delivered()) changes.push({ collection: 'outbox', key, value: undefined });
    const cut = this.place;
    const blocks = this.takeBlocks();
    changes.push(...blocks.map(storeBlock));
    this.pending = [];
    const time = this.options.timeBefore(low);
    changes.push(checkpointChange({ cut, low, next: this.next, time, fired: this.firedUntil }));
    return { changes, blocks, cut, low };
  }

  private takeBlocks(): Block[] {
    if (this.waitingBytes() === 0) return [];
    // Between the timers and the events of a record a stretch ends within it: the next one begins at the same place, and its
    // numbers go on.
    const to = Math.max(this.place, this.linePlace);
    const number = this.blockFrom === this.broken.place ? this.broken.number : 0;
    const blocks = makeBlocks(this.blockFrom, to, takePieces(this.lines), number);
    const lineCount = blocks.reduce((sum, { rowCount }) => sum + rowCount, 0);
    if (to > this.place) this.broken = { place: to, number: number + lineCount };
    return blocks;
  }

  private write(table: BlockTable, line: string, place: number): void {
    if (this.waitingBytes() === 0) this.blockFrom = place;
    this.linePlace = place;
    this.lines[table].add(line, place);
  }

  private waitingBytes(): number {
    const { overrides, sessions, catalogue, events } = this.lines;
    return overrides.byteCount + sessions.byteCount + catalogue.byteCount + events.byteCount;
  }
}
