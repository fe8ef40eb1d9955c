import type { Move, Qualifier } from '../audience/index.ts';
import { placeOf, type RecordHeader } from '../core/index.ts';
import type { Fragment, Profile } from '../profile/index.ts';
import type { Batch } from './batch.ts';
import type { Fired } from './checkpoint.ts';
import type { Committer } from './committer.ts';
import type { LogTime } from './log-time.ts';
import type { DerivedNumbers } from './moves.ts';
import type { ProductMoves } from './product-moves.ts';
import type { TimerPace } from './timer-pace.ts';
import type { Timers } from './timers.ts';
import type { WorkingSet } from './working-set.ts';

/** What firing timers needs of the fold that it is part of. */
export interface TimerFoldOptions {
  readonly set: WorkingSet;
  readonly timers: Timers;
  readonly time: LogTime;
  readonly committer: Pick<Committer, 'fired'>;
  readonly products: Pick<ProductMoves, 'foldAgainAt'>;
  readonly numbers: DerivedNumbers;
  readonly pace: TimerPace;
  readonly qualifier: () => Qualifier;
  /** Other work of the process gets its turn. */
  readonly breathe: () => Promise<void>;
  readonly moved: (person: Profile, fragment: Fragment, moves: readonly Move[], place: number) => void;
  /** Rows up to this place were stored by an earlier run. */
  readonly recoverUntil: number;
  /** How far timers had fired then, and which record was the next. */
  readonly recovered: { readonly position: number; readonly fired: Fired } | undefined;
}

/** People whose timers fire, or who are loaded for it, before other work of the process gets its turn. */
const SLICE_PEOPLE_MAX = 500;
/** Stands for a place whose rows are stored. */
const NOT_AGAIN = Number.NEGATIVE_INFINITY;

/**
 * Fires timers in order, by the time of the log: no more at one record than its share, so that events do not wait while the windows
 * of very many people end at one moment. Whoever is touched before her turn is brought up to date first (`catchUp`), so that nobody
 * but who waits for her turn is ever otherwise than her timers say.
 */
export class TimerFold {
  private readonly options: TimerFoldOptions;
  /** When the timer that fired last was due (ms). */
  private firedUntil: number;

  constructor(options: TimerFoldOptions) {
    this.options = options;
    this.firedUntil = options.recovered?.fired[0] ?? Number.POSITIVE_INFINITY;
  }

  /** Her timer, when it is an earlier one than before: one that comes too early is set anew when its time has come. */
  readonly dueAnew = ({ due, id }: Profile, before: number | undefined): void => {
    if (due !== undefined && (before === undefined || due < before))
      this.options.timers.set({ due, person: id });
  };

  /** Whether something is due before a record that was received then. */
  isDue(received: number): boolean {
    return this.isDueBy(this.options.time.with(received));
  }

  /** Whether somebody waits for her turn. */
  get isBehind(): boolean {
    return this.isDueBy(this.options.time.at);
  }

  private isDueBy(moment: number): boolean {
    const next = this.options.timers.next();
    return next !== undefined && next <= moment;
  }

  /** Loads people whose timers will fire before the events of records. */
  async loadFor(slice: readonly Batch[]): Promise<void> {
    const until = this.options.time.with(slice.at(-1)?.received ?? 0);
    const eventCount = slice.reduce((sum, { works }) => sum + works.length, 0);
    await this.loadUpcoming(until, this.shareOf(eventCount, until));
  }

  /**
   * Fires in order what is due by a record, before its events, up to the share of the record.
   * @returns whether people who were at hand may have made room
   */
  beforeEvents({ position, received, works }: Batch): Promise<boolean> {
    const until = this.options.time.with(received);
    return this.fireUntil(until, position, this.shareOf(works.length, until));
  }

  /** The same before anything else; what changes or names people finds everybody as her timers say. */
  async beforeOther({ kind, received }: RecordHeader, position: number): Promise<void> {
    const share = kind === 'tick' ? this.options.pace.perTick : Number.POSITIVE_INFINITY;
    await this.fireUntil(this.options.time.with(received), position, share);
  }

  private shareOf(eventCount: number, until: number): number {
    const { pace } = this.options;
    const perEvent = until - this.firedUntil > pace.lateMs ? pace.perEventLate : pace.perEvent;
    return Math.max(1, Math.floor(eventCount * perEvent));
  }

  /** What an earlier run fired before it had stored the people is fired again, without what comes of it. */
  private async fireUntil(until: number, position: number, share: number): Promise<boolean> {
    const { timers, set, breathe, recoverUntil } = this.options;
    const place = placeOf(position, 0);
    let left = this.leftOf(position, share);
    let firedCount = 0;
    let loading: Promise<void> | undefined;
    for (;;) {
      if (timers.isShortOf(until)) await timers.load();
      const timer = timers.peek();
      if (!timer || timer.due > until) break;
      const isNew = !this.hasFired(timer.due, timer.person, place);
      if (isNew && (left <= 0 || place <= recoverUntil)) break;
      const ahead = isNew ? left : SLICE_PEOPLE_MAX;
      const person = set.peekPerson(timer.person);
      if (person === undefined) {
        await loading;
        if (set.peekPerson(timer.person) === undefined) await this.loadUpcoming(until, ahead);
        // The next people are read while these fire: where they are not in memory, the disk takes most of the time.
        loading = this.loadUpcoming(until, ahead);
        loading.catch(() => {});
        continue;
      }
      timers.pop();
      if (person?.due !== timer.due) {
        if (person && (person.due ?? 0) > timer.due) this.dueAnew(person, undefined);
        continue;
      }
      if (isNew) left--;
      this.fire(person, timer.due, isNew ? place : NOT_AGAIN, place);
      if (isNew) this.noteFired(timer.due, timer.person, place, left);
      if (++firedCount % SLICE_PEOPLE_MAX > 0) continue;
      set.turn();
      await breathe();
    }
    await loading;
    return firedCount >= SLICE_PEOPLE_MAX;
  }

  /**
   * Fires what she is due for before something else happens to her, though others are due before her. She is stored with the next
   * commit: it is not known of her, as it is of those whose turn has come, that it has happened.
   */
  readonly catchUp = (person: Profile, place: number): void => {
    const { time, set } = this.options;
    if (person.due === undefined || person.due > time.at) return;
    while (person.due !== undefined && person.due <= time.at) this.fire(person, person.due, place, place);
    set.graph.touch(person);
  };

  private fire(person: Profile, due: number, rowsAt: number, place: number): void {
    const { set, products, recoverUntil } = this.options;
    const qualifier = this.options.qualifier();
    set.at(place);
    products.foldAgainAt(place);
    qualifier.roll.isCounting = rowsAt > recoverUntil;
    const moves: Move[] = [];
    qualifier.fire(person, moves);
    if (person.due !== undefined && person.due <= due) throw new Error('a timer fired and stayed due');
    this.dueAnew(person, undefined);
    set.markPerson(person);
    this.options.moved(person, person.fragments[0]!, moves, rowsAt);
  }

  private noteFired(due: number, person: number, place: number, left: number): void {
    this.firedUntil = due;
    const share = Number.isFinite(left) ? left : null;
    this.options.committer.fired([due, person, this.options.numbers.countAt(place), share]);
  }

  /** Loads people whose timers fire by then, those first who fire first. */
  private async loadUpcoming(until: number, countMax: number): Promise<void> {
    const { set, timers } = this.options;
    const isMissing = (id: number): boolean => set.peekPerson(id) === undefined;
    const people = timers.upcoming(until, Math.min(SLICE_PEOPLE_MAX, countMax), isMissing);
    if (people.length > 0) await set.loadPeople(people);
  }

  /** What is left of the share of a record: an earlier run may have used some of it. */
  private leftOf(position: number, share: number): number {
    const { recovered } = this.options;
    const isBegun = recovered?.position === position && recovered.fired[2] !== undefined;
    return isBegun ? (recovered.fired[3] ?? Number.POSITIVE_INFINITY) : share;
  }

  /** Whether an earlier run fired it, and stored what came of it. */
  private hasFired(due: number, person: number, place: number): boolean {
    const { recovered, recoverUntil } = this.options;
    // Format 1 let nobody wait for her turn.
    if (!recovered) return place <= recoverUntil;
    const [lastDue, lastPerson] = recovered.fired;
    return due < lastDue || (due === lastDue && person <= lastPerson);
  }
}
