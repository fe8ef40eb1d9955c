import type { State } from '../engine/state/index.ts';
import { readTimer, type Timer, timerKey } from './keys.ts';

/**
 * Timers read from the state at once, and those kept in memory at most. Each reading looks through everybody who is not stored yet,
 * which are many while very many windows end at one moment, so there should be few readings.
 */
const LOAD_MAX = 10_000;
const HEAP_MAX = 50_000;
/** Timers looked at for each that is wanted. */
const VISITS = 8;

/**
 * The timers that fire soonest, in memory; the rest waits in the state. Nothing is ever taken out before its time: a timer counts
 * only while it is what its person is due for, so stale ones are passed over when their time comes.
 */
export class Timers {
  private readonly state: State;
  /** Timers of people whose record is not stored yet: they are in nobody's collection. */
  private readonly unstored: () => Iterable<Timer>;
  private heap: Timer[] = [];
  /** Timers up to this key are in the heap; undefined when all are. */
  private horizon: string | undefined = '';
  /** When the timer at the horizon fires. */
  private horizonDue = 0;
  private readonly heapMax: number;

  constructor(state: State, unstored: () => Iterable<Timer>, heapMax = HEAP_MAX) {
    this.state = state;
    this.unstored = unstored;
    this.heapMax = heapMax;
  }

  /** A person is due at a moment. */
  set(timer: Timer): void {
    if (timer.due > this.horizonDue) return;
    if (timer.due === this.horizonDue && timerKey(timer.due, timer.person) > this.horizon!) return;
    this.push(timer);
    if (this.heap.length > this.heapMax) this.shrink();
  }

  /** Whether timers up to a moment may be waiting in the state only; `load` brings them. */
  isShortOf(at: number): boolean {
    if (this.horizon === undefined) return false;
    return this.heap.length === 0 && this.horizon < timerKey(at + 1, 0);
  }

  /** No timer fires before this moment; undefined when there is none. */
  next(): number | undefined {
    return this.heap[0]?.due ?? (this.horizon === undefined ? undefined : readTimer(this.horizon).due);
  }

  /** Brings the next timers from the state once those in memory are used up. */
  async load(): Promise<void> {
    while (this.heap.length === 0 && this.horizon !== undefined) {
      const from = this.horizon;
      const limit = Math.min(LOAD_MAX, this.heapMax);
      // Looked at before the state is read: what is stored in between is in both, what was stored before is in the state.
      const unstored = [...this.unstored()];
      const entries = await this.state.range('timers', { from: `${from}\0`, limit });
      this.endAt(entries.length === limit ? entries.at(-1)![0] : undefined);
      for (const [key] of entries) this.push(readTimer(key));
      for (const timer of unstored) {
        const key = timerKey(timer.due, timer.person);
        if (key > from && (this.horizon === undefined || key <= this.horizon)) this.push(timer);
      }
      if (this.heap.length > this.heapMax) this.shrink();
    }
  }

  /** How many in memory are due by a moment; stale ones are among them, and more may wait in the state. */
  countBy(at: number): number {
    const due = this.heap[0] && this.heap[0].due <= at ? [0] : [];
    for (const index of due)
      for (const child of [2 * index + 1, 2 * index + 2]) {
        const timer = this.heap[child];
        if (timer && timer.due <= at) due.push(child);
      }
    return due.length;
  }

  /** The timer that fires next, of those in memory. */
  peek(): Timer | undefined {
    return this.heap[0];
  }

  /** Takes out the first timer, however often it was set. */
  pop(): Timer | undefined {
    const first = this.take();
    while (first && this.heap[0] && !isBefore(first, this.heap[0])) this.take();
    return first;
  }

  private take(): Timer | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!isBefore(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return top;
  }

  /** People who are wanted and whose timers fire next, up to a moment; nearly in order, some of them stale. */
  upcoming(at: number, countMax: number, isWanted: (person: number) => boolean): number[] {
    const people: number[] = [];
    const waiting = [0];
    // Level by level: those above fire before those below them.
    for (let i = 0; i < waiting.length && people.length < countMax && i < countMax * VISITS; i++) {
      const index = waiting[i]!;
      const timer = this.heap[index];
      if (!timer || timer.due > at) continue;
      if (isWanted(timer.person)) people.push(timer.person);
      waiting.push(2 * index + 1, 2 * index + 2);
    }
    return people;
  }

  get size(): number {
    return this.heap.length;
  }

  private push(timer: Timer): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(timer);
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!isBefore(timer, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = timer;
  }

  /** Forgets the later half: it is in the state, or will be, and is read back when its time comes near. */
  private shrink(): void {
    const sorted = this.heap.sort((a, b) => a.due - b.due || a.person - b.person);
    const once = sorted.filter((timer, i) => i === 0 || isBefore(sorted[i - 1]!, timer));
    this.heap = once.slice(0, this.heapMax / 2);
    const last = this.heap.at(-1)!;
    if (once.length > this.heap.length) this.endAt(timerKey(last.due, last.person));
  }

  private endAt(horizon: string | undefined): void {
    this.horizon = horizon;
    this.horizonDue = horizon === undefined ? Number.POSITIVE_INFINITY : readTimer(horizon).due;
  }
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.due < b.due || (a.due === b.due && a.person < b.person);
}
