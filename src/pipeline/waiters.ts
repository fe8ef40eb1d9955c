import type { Head } from '../definition/index.ts';
import type { OrderOutcome } from './order.ts';

/** What came of a record that somebody waits for: an operator's order, or a change of a definition. */
export type RecordOutcome = OrderOutcome | Head;

type Settle = (outcome: RecordOutcome | Error | undefined) => void;

/** Outcomes of the newest orders, for callers who ask after the fold was quicker. */
const OUTCOMES_MAX = 1_000;

/** Callers who wait until a record is folded. */
export class Waiters {
  private readonly waiting = new Map<number, Settle[]>();
  private readonly outcomes = new Map<number, RecordOutcome | Error>();
  private failure: Error | undefined;

  /** Resolves when the record is folded (at once when `next` is past it); rejects with the refusal of an order, or when nothing is folded any more. */
  async settled(position: number, next: number): Promise<RecordOutcome | undefined> {
    const known = this.outcomes.get(position);
    if (known instanceof Error) throw known;
    if (known || position < next) return known;
    if (this.failure) throw this.failure;
    return new Promise((resolve, reject) => {
      const settle: Settle = (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
      this.waiting.set(position, [...(this.waiting.get(position) ?? []), settle]);
    });
  }

  /** Notes what came of the order at a position. */
  note(position: number, outcome: RecordOutcome | Error): void {
    this.outcomes.set(position, outcome);
    if (this.outcomes.size > OUTCOMES_MAX) this.outcomes.delete(this.outcomes.keys().next().value!);
  }

  /** Everything up to this position is folded. */
  passed(position: number): void {
    if (this.waiting.size === 0) return;
    for (const [at, list] of this.waiting) {
      if (at > position) continue;
      this.waiting.delete(at);
      for (const settle of list) settle(this.outcomes.get(at));
    }
  }

  /** Nothing more will be folded. */
  fail(error: Error): void {
    this.failure = error;
    for (const list of this.waiting.values()) for (const settle of list) settle(error);
    this.waiting.clear();
  }
}
