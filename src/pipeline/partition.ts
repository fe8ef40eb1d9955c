import { setTimeout as delay } from 'node:timers/promises';
import {
  type Clock,
  DEFAULT_SETTINGS,
  EVENTS_PER_RECORD_MAX,
  type Event,
  placeOf,
  positionOf,
  type RecordHeader,
  type Settings,
} from '../core/index.ts';
import type { Definitions } from '../definition/index.ts';
import type { Log } from '../engine/log/index.ts';
import type { Change, State } from '../engine/state/index.ts';
import { type CollectedHeader, decodeCollected, quarantineChange, type Reject } from '../ingest/index.ts';
import type { Profile } from '../profile/index.ts';
import { type Checkpoint, checkpointChange, readCheckpoint } from './checkpoint.ts';
import { type Arrival, createHandOff, type HandOff } from './hand-off.ts';
import { judge, type Program, programOf, type Work } from './judge.ts';
import { carryOut, loadForOrder, type OrderOutcome, readOrder } from './order.ts';
import { type Block, blockKey, storeBlock } from './outbox.ts';
import type { Sink } from './sink.ts';
import { type Outputs, step, stepAgain } from './step.ts';
import { WorkingSet, type WorkingSetLimits } from './working-set.ts';

export interface PartitionOptions {
  readonly partition: number;
  readonly log: Log;
  readonly state: State;
  readonly sink: Pick<Sink, 'offer' | 'delivered' | 'hasDelivered'>;
  readonly clock: Clock;
  readonly definitions: Definitions;
  readonly limits: WorkingSetLimits;
  /** Watchers of the live stream. */
  readonly happened: (event: Event, person: Profile, place: number) => void;
  readonly onError: (error: unknown) => void;
}

/** What a partition has done since the start; counts. */
export interface PartitionFigures {
  events: number;
  duplicates: number;
  rejected: number;
  /** Events folded a second time after a start, without outputs. */
  repeated: number;
  commits: number;
  commitFailures: number;
  /** The last try to store a checkpoint failed. */
  isCommitFailing: boolean;
  /** Since when records wait (ms); 0 when none does. */
  behindSince: number;
  /** Log position of the next record to fold. */
  next: number;
  /** When the last record folded had been received (ms). */
  receivedUntil: number;
  lastError: string;
}

/** Events folded before other work of the process gets its turn: about 20 ms. */
const SLICE_EVENTS_MAX = 1_500;
const COMMIT_EVERY_MS = 20;
/** A changed person is stored within about this time; a shorter one writes busy people more often. */
const STORE_WITHIN_MS = 5_000;
const STORE_COUNT_MIN = 16;
const STORE_COUNT_MAX = 5_000;
const IDLE_COMMIT_MS = 250;
const COMMIT_RETRY_MS = 500;
const OUTCOMES_MAX = 1_000;

/** The fold of one partition: reads the log in order, folds, and stores checkpoints. One writer per partition. */
export class Partition {
  readonly figures: PartitionFigures;
  readonly workingSet: WorkingSet;
  readonly handOff: HandOff;
  private readonly options: PartitionOptions;
  private program: Program;
  private cut: number;
  private readonly recoverUntil: number;
  private next: number;
  private rejects: Change[] = [];
  private definitionChanges: Change[] = [];
  private lines: string[] = [];
  private overrides: string[] = [];
  private blockFrom = 0;
  private place = -1;
  private committing: Promise<void> | undefined;
  private committedAt = 0;
  private closing = false;
  private readonly stopping = new AbortController();
  private wakeUp = (): void => {};
  private running: Promise<void> = Promise.resolve();
  private readonly waiters = new Map<number, (outcome: OrderOutcome | Error | undefined) => void>();
  /** Of the newest orders, for callers who ask after the fold was quicker. */
  private readonly outcomes = new Map<number, OrderOutcome | Error>();
  private readonly outputs: Outputs;

  private constructor(options: PartitionOptions, checkpoint: Checkpoint) {
    this.options = options;
    this.workingSet = new WorkingSet(options.state, options.limits);
    this.handOff = createHandOff(options.log, options.partition);
    this.program = programOf(settingsOf(options.definitions));
    this.cut = checkpoint.cut;
    this.recoverUntil = checkpoint.cut;
    this.next = checkpoint.low;
    this.place = checkpoint.cut;
    this.figures = {
      events: 0,
      duplicates: 0,
      rejected: 0,
      repeated: 0,
      commits: 0,
      commitFailures: 0,
      isCommitFailing: false,
      behindSince: 0,
      next: checkpoint.low,
      receivedUntil: 0,
      lastError: '',
    };
    this.outputs = {
      fact: (line) => this.lines.push(line),
      override: (line) => this.overrides.push(line),
      happened: options.happened,
    };
  }

  /** Reads the checkpoint and starts to fold. */
  static async start(options: PartitionOptions): Promise<Partition> {
    const checkpoint = await readCheckpoint(options.state);
    const partition = new Partition(options, checkpoint);
    options.log.onAppend((number) => {
      if (number === options.partition) partition.wakeUp();
    });
    partition.running = partition.run().catch((error) => partition.stopFolding(error));
    return partition;
  }

  /** The settings that the fold uses now. */
  get settings(): Settings {
    return this.program.settings;
  }

  get rules(): Program['rules'] {
    return this.program.rules;
  }

  /** Resolves when the record at this position is folded; with the outcome when it was an operator's order. */
  async folded(position: number): Promise<OrderOutcome | undefined> {
    const settled = this.outcomes.get(position);
    if (settled instanceof Error) throw settled;
    if (settled || position < this.next) return settled;
    return new Promise((resolve, reject) => {
      this.waiters.set(position, (outcome) =>
        outcome instanceof Error ? reject(outcome) : resolve(outcome),
      );
    });
  }

  /** Our own mistake: nothing more is folded, health says so, and whoever waits is told. */
  private stopFolding(error: unknown): void {
    this.figures.lastError = error instanceof Error ? error.message : String(error);
    for (const settle of this.waiters.values()) settle(new Error('the fold has stopped', { cause: error }));
    this.waiters.clear();
    this.options.onError(error);
  }

  /** Folds what is in the log, stores everything, and stops. */
  async close(): Promise<void> {
    this.closing = true;
    this.stopping.abort();
    this.wakeUp();
    await this.running;
    if (this.figures.lastError === '') await this.flush();
  }

  /** Stores every change that there is now, in steps that a state can take. */
  async flush(): Promise<void> {
    await this.committing;
    while (this.isDirty()) await this.commit(STORE_COUNT_MAX);
  }

  private async run(): Promise<void> {
    while (!this.closing) {
      const arrivals = await this.handOff.next(this.next);
      this.figures.behindSince = arrivals.length === 0 ? 0 : this.options.clock.now();
      if (arrivals.length === 0) {
        this.commitWhenDue(IDLE_COMMIT_MS);
        if (this.options.log.bounds(this.options.partition).next <= this.next && !this.closing)
          await this.sleep();
        continue;
      }
      await this.foldArrivals(arrivals);
      this.commitWhenDue(COMMIT_EVERY_MS);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.isDirty() ? IDLE_COMMIT_MS : 1_000);
      this.wakeUp = () => {
        clearTimeout(timer);
        // The collector hands over what it appended right after this call.
        setImmediate(resolve);
      };
    });
  }

  /** Folds records in order, in slices; an operator's order or a definition is a slice of its own. */
  private async foldArrivals(arrivals: readonly Arrival[]): Promise<void> {
    let slice: Work[] = [];
    for (const arrival of arrivals) {
      const { header } = arrival.entry;
      if (header.kind === 'collected') {
        this.readEvents(arrival, header, slice);
        if (slice.length >= SLICE_EVENTS_MAX) {
          await this.foldSlice(slice, arrival.position);
          slice = [];
          this.commitWhenDue(COMMIT_EVERY_MS);
          await new Promise((resolve) => setImmediate(resolve));
        }
      } else {
        if (slice.length > 0) await this.foldSlice(slice, arrival.position - 1);
        slice = [];
        await this.foldOther(arrival);
      }
    }
    await this.foldSlice(slice, arrivals[arrivals.length - 1]!.position);
  }

  private readEvents(arrival: Arrival, header: CollectedHeader, slice: Work[]): void {
    const { events, rejects } = decodeCollected(arrival.entry, arrival.position, arrival.parsed);
    for (const event of events) {
      const work = judge(event, arrival.position, header.country, this.program);
      if ('evidence' in work) slice.push(work);
      else this.reject(work, arrival.position, header);
    }
    for (const reject of rejects) this.reject(reject, arrival.position, header);
    this.figures.receivedUntil = header.received;
  }

  private reject(reject: Reject, position: number, header: CollectedHeader): void {
    const place = placeOf(position, reject.ordinal);
    if (place <= this.recoverUntil) return;
    this.figures.rejected++;
    this.rejects.push(quarantineChange(place, reject, header));
  }

  private async foldSlice(slice: readonly Work[], upTo: number): Promise<void> {
    const { workingSet, program, figures, outputs } = this;
    await workingSet.load(slice);
    if (this.lines.length === 0 && slice[0]) this.blockFrom = slice[0].place;
    for (const work of slice) {
      const again = work.place <= this.recoverUntil;
      const outcome = again ? stepAgain(work, workingSet, program) : step(work, workingSet, program, outputs);
      if (outcome === 'duplicate') figures.duplicates++;
      else if (again) figures.repeated++;
      else figures.events++;
    }
    this.folding(upTo);
  }

  /** Everything up to this record is folded. */
  private folding(position: number): void {
    this.next = position + 1;
    this.figures.next = this.next;
    this.place = Math.max(this.place, placeOf(position, EVENTS_PER_RECORD_MAX - 1));
    if (this.waiters.size === 0) return;
    for (const [at, settle] of this.waiters) {
      if (at > position) continue;
      this.waiters.delete(at);
      settle(undefined);
    }
  }

  private async foldOther(arrival: Arrival): Promise<void> {
    const { header, body } = arrival.entry;
    const isOld = placeOf(arrival.position, 0) <= this.recoverUntil;
    let outcome: OrderOutcome | Error | undefined;
    if (!isOld && header.kind === 'definition')
      await this.foldDefinition(header.key, Buffer.from(body).toString('utf8'));
    if (!isOld && (header.kind === 'merge' || header.kind === 'unmerge'))
      outcome = await this.foldOrder(header, arrival.position, body);
    if (outcome) {
      this.outcomes.set(arrival.position, outcome);
      if (this.outcomes.size > OUTCOMES_MAX) this.outcomes.delete(this.outcomes.keys().next().value!);
    }
    const settle = this.waiters.get(arrival.position);
    this.waiters.delete(arrival.position);
    this.folding(arrival.position);
    settle?.(outcome);
  }

  private async foldDefinition(key: string, text: string): Promise<void> {
    // A restart must not fold old events under new settings: everything so far is stored before they count.
    if (key === 'settings') await this.flush();
    this.definitionChanges.push(this.options.definitions.apply(key, text === '' ? undefined : text));
    if (key === 'settings') this.program = programOf(settingsOf(this.options.definitions));
  }

  private async foldOrder(
    header: RecordHeader & { kind: 'merge' | 'unmerge' },
    position: number,
    body: Uint8Array,
  ): Promise<OrderOutcome | Error> {
    try {
      const order = readOrder(header.kind, header.by, JSON.parse(Buffer.from(body).toString('utf8')));
      await loadForOrder(order, this.workingSet);
      const outcome = carryOut(order, placeOf(position, 0), header.received, this.workingSet, this.program);
      if (this.lines.length === 0) this.blockFrom = placeOf(position, 0);
      this.overrides.push(...outcome.overrides);
      return outcome;
    } catch (error) {
      // A refused order changes nothing; who gave it is told, and a replay refuses it again.
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  private isDirty(): boolean {
    return (
      this.workingSet.oldestChange() !== undefined ||
      this.lines.length > 0 ||
      this.place > this.cut ||
      this.options.sink.hasDelivered()
    );
  }

  /** Starts a commit when the last one is done and long enough ago. Folding goes on while it is written. */
  private commitWhenDue(everyMs: number): void {
    const { clock } = this.options;
    if (this.committing || !this.isDirty() || clock.now() - this.committedAt < everyMs) return;
    const share = Math.min(1, (clock.now() - this.committedAt) / STORE_WITHIN_MS);
    const count = Math.max(STORE_COUNT_MIN, Math.ceil(this.workingSet.changedCount * share));
    void this.commit(Math.min(count, STORE_COUNT_MAX));
  }

  /** One commit after the other; each takes its changes when its turn has come. */
  private commit(countMax: number): Promise<void> {
    const before = this.committing ?? Promise.resolve();
    const mine = before
      .then(() => this.commitOnce(countMax))
      .finally(() => {
        if (this.committing === mine) this.committing = undefined;
      });
    this.committing = mine;
    // Whoever waits for it sees the failure; the loop goes on and tries again.
    mine.catch(() => {});
    return mine;
  }

  private async commitOnce(countMax: number): Promise<void> {
    const { state, sink, clock, onError } = this.options;
    this.committedAt = clock.now();
    const { changes, block, cut } = this.takeCommit(countMax, sink.delivered());
    for (;;) {
      try {
        await state.commit(changes);
        break;
      } catch (error) {
        this.figures.commitFailures++;
        this.figures.isCommitFailing = true;
        onError(error);
        if (this.closing) throw error;
        await delay(COMMIT_RETRY_MS, undefined, { signal: this.stopping.signal }).catch(() => {});
      }
    }
    this.figures.commits++;
    this.figures.isCommitFailing = false;
    this.cut = cut;
    this.workingSet.stored();
    if (block) sink.offer(block);
  }

  /** Everything that one commit stores, taken at one moment between two events. */
  private takeCommit(
    count: number,
    delivered: readonly string[],
  ): { changes: Change[]; block?: Block; cut: number } {
    const changes = this.workingSet.takeChanges(count);
    changes.push(...this.rejects, ...this.definitionChanges);
    for (const key of delivered) changes.push({ collection: 'outbox', key, value: undefined });
    const cut = this.place;
    let block: Block | undefined;
    if (this.lines.length > 0 || this.overrides.length > 0) {
      block = {
        key: blockKey(cut),
        from: this.blockFrom,
        to: cut,
        rowCount: this.lines.length,
        events: this.lines.join(''),
        overrides: this.overrides.join(''),
      };
      changes.push(storeBlock(block));
    }
    this.rejects = [];
    this.definitionChanges = [];
    this.lines = [];
    this.overrides = [];
    const oldest = this.workingSet.oldestChange();
    const low = oldest === undefined ? this.next : Math.min(positionOf(oldest), this.next);
    changes.push(checkpointChange({ cut, low, next: this.next }));
    return block ? { changes, block, cut } : { changes, cut };
  }
}

/** The settings among the definitions, or what a new workspace starts with. */
export function settingsOf(definitions: Definitions): Settings {
  return { ...DEFAULT_SETTINGS, ...(definitions.get('settings') as Partial<Settings> | undefined) };
}
