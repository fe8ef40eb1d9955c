import { AudienceBook, type Qualifier } from '../audience/index.ts';
import { type Catalogue, loadCatalogue } from '../catalog/index.ts';
import { type Clock, EVENTS_PER_RECORD_MAX, type Event, placeOf, type Settings } from '../core/index.ts';
import type { Definitions } from '../definition/index.ts';
import type { Log } from '../engine/log/index.ts';
import type { State } from '../engine/state/index.ts';
import type { Profile } from '../profile/index.ts';
import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { type CommitFigures, Committer } from './committer.ts';
import { createHandOff, type HandOff } from './hand-off.ts';
import type { Program } from './judge.ts';
import { LogTime } from './log-time.ts';
import type { OrderOutcome } from './order.ts';
import { RecordFold } from './record-fold.ts';
import type { Sink } from './sink.ts';
import { TIMER_PACE, type TimerPace } from './timer-pace.ts';
import { Timers } from './timers.ts';
import { type RecordOutcome, Waiters } from './waiters.ts';
import { WorkingSet, type WorkingSetLimits } from './working-set.ts';

/** What the fold of a partition needs. */
export interface PartitionOptions {
  readonly partition: number;
  readonly log: Log;
  readonly state: State;
  readonly sink: Pick<Sink, 'offer' | 'delivered' | 'hasDelivered'>;
  readonly clock: Clock;
  readonly definitions: Definitions;
  readonly limits: WorkingSetLimits;
  readonly pace?: TimerPace;
  /** Watchers of the live stream. */
  readonly happened: (event: Event, person: Profile, place: number) => void;
  readonly onError: (error: unknown) => void;
}

/** What the fold did since its start. */
export interface PartitionFigures {
  events: number;
  duplicates: number;
  rejected: number;
  /** Events folded a second time after a start, without outputs. */
  repeated: number;
  /** Log position of the next record to fold. */
  next: number;
  /** When the last record folded had been received (ms). */
  receivedUntil: number;
  /** Since when records wait (ms); 0 when none does. */
  behindSince: number;
  /** Why the fold has stopped; '' while it runs. */
  lastError: string;
}

const COMMIT_EVERY_MS = 100;
const IDLE_COMMIT_MS = 250;
const IDLE_MS = 1_000;

/** The fold of one partition: reads the log in order, folds, stores. One writer per partition. */
export class Partition {
  readonly figures: PartitionFigures;
  readonly workingSet: WorkingSet;
  readonly handOff: HandOff;
  /** The audiences, and what is under way for them. */
  readonly book: AudienceBook;
  readonly catalogue: Catalogue;
  private readonly options: PartitionOptions;
  private readonly committer: Committer;
  private readonly waiters = new Waiters();
  private readonly time: LogTime;
  readonly timers: Timers;
  private readonly records: RecordFold;
  private closing = false;
  private wakeUp = (): void => {};
  private running: Promise<void> = Promise.resolve();

  private constructor(
    options: PartitionOptions,
    checkpoint: Checkpoint,
    book: AudienceBook,
    catalogue: Catalogue,
  ) {
    this.options = options;
    this.book = book;
    this.catalogue = catalogue;
    this.workingSet = new WorkingSet(options.state, options.limits);
    this.handOff = createHandOff(options.log, options.partition);
    this.time = new LogTime(checkpoint.low, checkpoint.time);
    this.timers = new Timers(options.state, () => this.workingSet.unstoredTimers());
    const timeBefore = (position: number): number => this.time.before(position);
    const { workingSet, time, timers } = this;
    const bookChanges = () => book.changes();
    this.committer = new Committer(
      { ...options, workingSet, timeBefore, bookChanges, catalogue },
      checkpoint,
    );
    this.figures = {
      events: 0,
      duplicates: 0,
      rejected: 0,
      repeated: 0,
      next: checkpoint.low,
      receivedUntil: 0,
      behindSince: 0,
      lastError: '',
    };
    this.records = new RecordFold({
      ...{ pace: TIMER_PACE, ...options },
      ...{ workingSet, committer: this.committer, time, timers, book, catalogue },
      figures: this.figures,
      breathe: () => this.breathe(),
      passed: (position) => this.passed(position),
      note: (position, outcome) => this.waiters.note(position, outcome),
      checkpoint,
    });
  }

  /** Reads the checkpoint and starts to fold. */
  static async start(options: PartitionOptions): Promise<Partition> {
    const { state } = options;
    const checkpoint = await readCheckpoint(state);
    const catalogue = await loadCatalogue(state);
    const book = await AudienceBook.load(state, options.definitions, catalogue.lookup);
    const partition = new Partition(options, checkpoint, book, catalogue);
    options.log.onAppend((number) => {
      if (number === options.partition) partition.wakeUp();
    });
    partition.running = partition.run().catch((error) => partition.stopFolding(error));
    return partition;
  }

  /** The settings that the fold uses now. */
  get settings(): Settings {
    return this.records.program.settings;
  }

  get rules(): Program['rules'] {
    return this.records.program.rules;
  }

  get commitFigures(): Readonly<CommitFigures> {
    return this.committer.figures;
  }

  /** The oldest log position that a restart would read; the log may forget what is before. */
  get neededFrom(): number {
    return this.committer.storedLow;
  }

  /** Resolves when the record at this position is folded; with the outcome when it was an operator's order. */
  async folded<Outcome extends RecordOutcome = OrderOutcome>(position: number): Promise<Outcome | undefined> {
    return (await this.waiters.settled(position, this.figures.next)) as Outcome | undefined;
  }

  /** Folds what it has begun, stores everything, and stops. */
  async close(): Promise<void> {
    this.closing = true;
    this.committer.stop();
    this.wakeUp();
    await this.running;
    if (this.figures.lastError === '') await this.committer.flush();
  }

  /** Stores every change that there is now. */
  flush(): Promise<void> {
    return this.committer.flush();
  }

  /** Our own mistake: nothing more is folded, health says so, and whoever waits is told. */
  private stopFolding(error: unknown): void {
    this.figures.lastError = error instanceof Error ? error.message : String(error);
    this.waiters.fail(new Error('the fold has stopped', { cause: error }));
    this.options.onError(error);
  }

  private async run(): Promise<void> {
    const { clock } = this.options;
    while (!this.closing) {
      const arrivals = await this.handOff.next(this.figures.next);
      this.figures.behindSince = arrivals.length === 0 ? 0 : clock.now();
      if (arrivals.length === 0) {
        this.committer.whenDue(IDLE_COMMIT_MS);
        // A record may be counted a moment before it can be read; the event loop must get its turn until then.
        if (this.hasMore()) await this.breathe();
        else if (!this.closing) await this.sleep();
        continue;
      }
      await this.records.fold(arrivals);
      await this.breathe();
    }
  }

  private hasMore(): boolean {
    return this.options.log.bounds(this.options.partition).next > this.figures.next;
  }

  private sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.committer.isDirty() ? IDLE_COMMIT_MS : IDLE_MS);
      this.wakeUp = () => {
        clearTimeout(timer);
        // The collector hands over what it appended right after this call.
        setImmediate(resolve);
      };
    });
  }

  /** Other work of the process gets its turn. */
  private breathe(): Promise<void> {
    this.committer.whenDue(COMMIT_EVERY_MS);
    return new Promise((resolve) => setImmediate(resolve));
  }

  /** Everything up to this record is folded. */
  private passed(position: number): void {
    this.figures.next = position + 1;
    this.committer.reached(placeOf(position, EVENTS_PER_RECORD_MAX - 1), this.figures.next);
    this.time.forget(this.committer.storedLow);
    this.waiters.passed(position);
  }

  /** The time of the log (ms). */
  get at(): number {
    return this.time.at;
  }

  /** Who changed since a fill began, in the order of their ids; undefined where that is not known any more. */
  changedSince(fill: number): readonly number[] | undefined {
    return this.records.audiences.changed.changedSince(fill);
  }

  /** Looks through some of what is noted of who has which product. */
  forgetSome(): Promise<void> {
    return this.records.products.forgetSome(this.records.audiences);
  }

  /** Place up to which everything that came of the log is stored. */
  get storedPlace(): number {
    return this.committer.storedPlace;
  }

  /** Who is in which audience, and why: for readers. */
  get qualifier(): Qualifier {
    return this.records.audiences.qualifier;
  }
}
