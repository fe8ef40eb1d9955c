/**
 * The time of the log: the latest moment at which anything up to a record was received. It never goes back, whatever clocks do,
 * and a replay passes through the same moments.
 */
export class LogTime {
  private now: number;
  /** The time before each record from `first` on, so that a restart knows where it begins. */
  private times: number[] = [];
  private first: number;

  constructor(position: number, at: number) {
    this.first = position;
    this.now = at;
  }

  /** The time as of the last record passed (ms). */
  get at(): number {
    return this.now;
  }

  /** What the time will be with a record received then. */
  with(received: number): number {
    return Math.max(this.now, received);
  }

  /** The record after the last one is passed. */
  pass(received: number): void {
    this.times.push(this.now);
    this.now = this.with(received);
  }

  /** The time before a record; before one that is still to come it is the time now. */
  before(position: number): number {
    return this.times[position - this.first] ?? this.now;
  }

  /** Nobody will ask about records before this one. */
  forget(position: number): void {
    const count = position - this.first;
    if (count < FORGET_MIN) return;
    this.times = this.times.slice(count);
    this.first = position;
  }
}

/** Forgetting one by one would copy the rest each time. */
const FORGET_MIN = 10_000;
