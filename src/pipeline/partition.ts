import {
  type Clock,
  DEFAULT_SETTINGS,
  EVENTS_PER_RECORD_MAX,
  type Event,
  placeOf,
  type RecordHeader,
  type Settings,
} from '../core/index.ts';
import type { Definitions } from '../definition/index.ts';
import type { Log } from '../engine/log/index.ts';
import type { State } from '../engine/state/index.ts';
import { type CollectedHeader, decodeCollected, quarantineChange, type Reject } from '../ingest/index.ts';
import type { Profile } from '../profile/index.ts';
import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { type CommitFigures, Committer } from './committer.ts';
import { type Arrival, createHandOff, type HandOff } from './hand-off.ts';
import { judge, type Program, programOf, type Work } from './judge.ts';
import { carryOut, loadForOrder, type OrderOutcome, readOrder } from './order.ts';
import type { Sink } from './sink.ts';
import { type Outputs, step, stepAgain } from './step.ts';
import { Waiters } from './waiters.ts';
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

/** Events folded before other work of the process gets its turn: about 20 ms. */
const SLICE_EVENTS_MAX = 1_500;
const COMMIT_EVERY_MS = 20;
const IDLE_COMMIT_MS = 250;
const IDLE_MS = 1_000;

/** The fold of one partition: reads the log in order, folds, stores. One writer per partition. */
export class Partition {
  readonly figures: PartitionFigures;
  readonly workingSet: WorkingSet;
  readonly handOff: HandOff;
  private readonly options: PartitionOptions;
  private readonly committer: Committer;
  private readonly waiters = new Waiters();
  private readonly outputs: Outputs;
  private program: Program;
  /** Events up to this place were folded by an earlier run; they are folded again without outputs. */
  private readonly recoverUntil: number;
  private next: number;
  private closing = false;
  private wakeUp = (): void => {};
  private running: Promise<void> = Promise.resolve();

  private constructor(options: PartitionOptions, checkpoint: Checkpoint) {
    this.options = options;
    this.workingSet = new WorkingSet(options.state, options.limits);
    this.handOff = createHandOff(options.log, options.partition);
    this.committer = new Committer({ ...options, workingSet: this.workingSet }, checkpoint);
    this.program = programOf(settingsOf(options.definitions));
    this.recoverUntil = checkpoint.cut;
    this.next = checkpoint.low;
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
    this.outputs = {
      fact: (line, place) => this.committer.fact(line, place),
      override: (line, place) => this.committer.override(line, place),
      happened: options.happened,
    };
  }

  /** Reads the checkpoint and starts to fold. */
  static async start(options: PartitionOptions): Promise<Partition> {
    const partition = new Partition(options, await readCheckpoint(options.state));
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

  get commitFigures(): Readonly<CommitFigures> {
    return this.committer.figures;
  }

  /** The oldest log position that a restart would read; the log may forget what is before. */
  get neededFrom(): number {
    return this.committer.storedLow;
  }

  /** Resolves when the record at this position is folded; with the outcome when it was an operator's order. */
  folded(position: number): Promise<OrderOutcome | undefined> {
    return this.waiters.settled(position, this.next);
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
      const arrivals = await this.handOff.next(this.next);
      this.figures.behindSince = arrivals.length === 0 ? 0 : clock.now();
      if (arrivals.length === 0) {
        this.committer.whenDue(IDLE_COMMIT_MS);
        // A record may be counted a moment before it can be read; the event loop must get its turn until then.
        if (this.hasMore()) await this.breathe();
        else if (!this.closing) await this.sleep();
        continue;
      }
      await this.foldArrivals(arrivals);
      await this.breathe();
    }
  }

  private hasMore(): boolean {
    return this.options.log.bounds(this.options.partition).next > this.next;
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

  /** Folds records in order, in slices; an operator's order or a definition is a slice of its own. */
  private async foldArrivals(arrivals: readonly Arrival[]): Promise<void> {
    let slice: Work[] = [];
    for (const arrival of arrivals) {
      const { header } = arrival.entry;
      if (header.kind === 'collected') {
        this.readEvents(arrival, header, slice);
        if (slice.length < SLICE_EVENTS_MAX) continue;
        await this.foldSlice(slice, arrival.position);
        slice = [];
        await this.breathe();
      } else {
        await this.foldSlice(slice, arrival.position - 1);
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
    this.committer.add(quarantineChange(place, reject, header));
  }

  private async foldSlice(slice: readonly Work[], upTo: number): Promise<void> {
    const { workingSet, program, figures, outputs } = this;
    await this.committer.room();
    if (slice.length > 0) await workingSet.load(slice);
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
    this.committer.reached(placeOf(position, EVENTS_PER_RECORD_MAX - 1), this.next);
    this.waiters.passed(position);
  }

  private async foldOther(arrival: Arrival): Promise<void> {
    const { header, body } = arrival.entry;
    // What an earlier run did with it is stored: definitions and the graph are as of the checkpoint.
    const isOld = placeOf(arrival.position, 0) <= this.recoverUntil;
    if (!isOld && header.kind === 'definition')
      await this.foldDefinition(header.key, Buffer.from(body).toString('utf8'));
    if (!isOld && (header.kind === 'merge' || header.kind === 'unmerge'))
      this.waiters.note(arrival.position, await this.foldOrder(header, arrival.position, body));
    this.folding(arrival.position);
  }

  private async foldDefinition(key: string, text: string): Promise<void> {
    // A restart must not fold old events under new settings: everything so far is stored before they count.
    if (key === 'settings') await this.committer.flush();
    this.committer.add(this.options.definitions.apply(key, text === '' ? undefined : text));
    if (key === 'settings') this.program = programOf(settingsOf(this.options.definitions));
  }

  private async foldOrder(
    header: RecordHeader & { kind: 'merge' | 'unmerge' },
    position: number,
    body: Uint8Array,
  ): Promise<OrderOutcome | Error> {
    const place = placeOf(position, 0);
    try {
      const order = readOrder(header.kind, header.by, JSON.parse(Buffer.from(body).toString('utf8')));
      await loadForOrder(order, this.workingSet);
      const outcome = carryOut(order, place, header.received, this.workingSet, this.program);
      for (const line of outcome.overrides) this.committer.override(line, place);
      return outcome;
    } catch (error) {
      // A refused order changes nothing; who gave it is told, and a replay refuses it again.
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

/** The settings among the definitions, or what a new workspace starts with. */
export function settingsOf(definitions: Definitions): Settings {
  return { ...DEFAULT_SETTINGS, ...(definitions.get('settings') as Partial<Settings> | undefined) };
}
