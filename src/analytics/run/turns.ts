import { refusal } from '../../core/index.ts';

/** Limits of how many questions run. */
export interface TurnLimits {
  /** Questions that run at the same time, of all users. */
  readonly atOnce: number;
  readonly perUser: number;
  /** Questions of one user that wait before the next is turned away. */
  readonly waitingPerUser: number;
}

interface Waiting {
  readonly user: string;
  readonly start: () => void;
  readonly signal: AbortSignal;
}

/**
 * A queue for each user, served in turns: who asks much waits for herself, not for others. A question that is given up while it waits
 * leaves the queue.
 */
export class Turns {
  private readonly limits: TurnLimits;
  private readonly waiting: Waiting[] = [];
  private readonly running = new Map<string, number>();
  private total = 0;

  constructor(limits: TurnLimits) {
    this.limits = limits;
  }

  /**
   * Runs work when its turn has come. Refusals: `analytics.too-many-questions` (429) when the user has too many waiting,
   * `analytics.cancelled` (409) when it was given up before it began.
   */
  async run<T>(user: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.turn(user, signal);
    try {
      return await work();
    } finally {
      this.leave(user);
    }
  }

  /** How many wait and run. */
  get figures(): { readonly waiting: number; readonly running: number } {
    return { waiting: this.waiting.length, running: this.total };
  }

  private async turn(user: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw cancelled();
    if (this.mayStart(user)) return this.enter(user);
    if (this.waiting.filter((each) => each.user === user).length >= this.limits.waitingPerUser)
      throw refusal(
        'analytics.too-many-questions',
        429,
        'Many of your questions wait already; ask again when some have been answered.',
        { retryAfterSeconds: 1 },
      );
    await new Promise<void>((resolve, reject) => {
      const giveUp = (): void => {
        const at = this.waiting.indexOf(entry);
        if (at < 0) return;
        this.waiting.splice(at, 1);
        reject(cancelled());
      };
      const start = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const entry: Waiting = { user, start, signal };
      signal.addEventListener('abort', giveUp, { once: true });
      this.waiting.push(entry);
    });
  }

  private mayStart(user: string): boolean {
    return this.total < this.limits.atOnce && (this.running.get(user) ?? 0) < this.limits.perUser;
  }

  private enter(user: string): void {
    this.total++;
    this.running.set(user, (this.running.get(user) ?? 0) + 1);
  }

  private leave(user: string): void {
    this.total--;
    const left = (this.running.get(user) ?? 1) - 1;
    if (left === 0) this.running.delete(user);
    else this.running.set(user, left);
    this.next();
  }

  /** Starts the first that may start of those whose user has the fewest running. */
  private next(): void {
    const ready = this.waiting.filter(({ user }) => this.mayStart(user));
    const load = ({ user }: Waiting): number => this.running.get(user) ?? 0;
    const [first] = ready.sort((a, b) => load(a) - load(b));
    if (!first) return;
    this.waiting.splice(this.waiting.indexOf(first), 1);
    this.enter(first.user);
    first.start();
  }
}

/** The refusal of a question that was given up. */
export function cancelled() {
  return refusal('analytics.cancelled', 409, 'The question was cancelled.');
}
