import type { Readable } from 'node:stream';
import { type Clock, refusal } from '../../core/index.ts';
import type { QueryLimits, StreamFormat, Warehouse } from '../../engine/warehouse/index.ts';
import type { Frame } from '../frame.ts';
import type { Asking } from '../question.ts';
import type { Statement } from '../rows/events.ts';
import { AnswerCache, type Freshness } from './cache.ts';
import { cancelled, type TurnLimits, Turns } from './turns.ts';

/** What an answer says of itself. */
export interface About {
  /** Rows that the warehouse read for it. */
  readonly rowsRead: number;
  /** ms of the engine, of all statements together. */
  readonly elapsedMs: number;
  /** The data are complete up to here (ms since the epoch). */
  readonly freshAt: number;
  /** Nothing was sampled or estimated. */
  readonly isExact: boolean;
  /** It was answered before and nothing has changed since. */
  readonly isCached: boolean;
  /** While history is read in: the share of its file that has been (0 to 1). */
  readonly loadedShare?: number;
}

/** A question that waits or runs. */
export interface Running {
  readonly id: string;
  readonly question: string;
  readonly user: string;
  /** ms since the epoch. */
  readonly since: number;
}

export interface RunnerDeps {
  readonly warehouse: Warehouse;
  readonly clock: Clock;
  readonly newId: () => string;
  /** What the warehouse holds now. */
  freshness(): Freshness;
  readonly turns?: Partial<TurnLimits>;
}

/** Who asks what. */
export interface Order {
  /** The kind of question and its document, which is the key of the cache; undefined where nothing may be kept. */
  readonly key: string | undefined;
  readonly question: string;
  readonly user: string;
  readonly frame: Frame;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  readonly limits?: QueryLimits;
}

/** The embedded engine shares two cores with collection: more questions at once would only share them. */
const TURNS: TurnLimits = { atOnce: 2, perUser: 2, waitingPerUser: 50 };
/** The engine's function that estimates; no text of a caller is part of SQL. */
const ESTIMATES = /\buniq(If)?\(/;
const LIMITS: QueryLimits = { seconds: 60, bytes: 2_000_000_000 };
/** Somebody waits for a file, not for a page. */
const EXPORT_LIMITS: QueryLimits = { seconds: 600, bytes: 2_000_000_000 };

/** Runs questions: in turn, within limits, once for the same data. */
export class Runner {
  private readonly deps: RunnerDeps;
  private readonly turns: Turns;
  private readonly cache = new AnswerCache();
  private readonly known = new Map<string, Running & { cancel(): void }>();

  constructor(deps: RunnerDeps) {
    this.deps = deps;
    this.turns = new Turns({ ...TURNS, ...deps.turns });
  }

  /**
   * Answers a question, from the cache where it can. Refusals: those of the warehouse's queries, `analytics.cancelled` (409),
   * `analytics.too-many-questions` (429).
   */
  async answer<A extends object>(
    order: Order,
    work: (asking: Asking) => Promise<A>,
  ): Promise<{ answer: A; about: About }> {
    const { clock } = this.deps;
    const freshness = this.deps.freshness();
    const { freshAt, loadedShare } = freshness;
    const known = order.key && this.cache.get(order.key, freshness, clock.now());
    if (known) {
      const { answer, about } = known as { answer: A; about: About };
      return { answer, about: { ...about, isCached: true } };
    }
    const id = this.deps.newId();
    const gone = new AbortController();
    const { question, user } = order;
    this.known.set(id, { id, question, user, since: clock.now(), cancel: () => gone.abort() });
    try {
      const signal = AbortSignal.any([order.signal, gone.signal]);
      return await this.turns.run(user, signal, async () => {
        const read = { rowsRead: 0, elapsedMs: 0, isExact: true };
        const answer = await work(this.asking(order, signal, read));
        const about: About = {
          ...read,
          freshAt,
          isCached: false,
          ...(loadedShare === undefined ? {} : { loadedShare }),
        };
        if (order.key) this.cache.put(order.key, freshness, clock.now(), { answer, about });
        return { answer, about };
      });
    } finally {
      this.known.delete(id);
    }
  }

  /** Runs a statement whose rows leave as bytes. Its turn is over when the engine has answered; sending costs no more of it. */
  async stream(order: Order, { sql, bindings }: Statement, format: StreamFormat): Promise<Readable> {
    const id = this.deps.newId();
    const gone = new AbortController();
    const { question, user } = order;
    this.known.set(id, { id, question, user, since: this.deps.clock.now(), cancel: () => gone.abort() });
    const signal = AbortSignal.any([order.signal, gone.signal]);
    try {
      const limits = { ...EXPORT_LIMITS, signal };
      return await this.turns.run(user, signal, () =>
        this.deps.warehouse.stream(sql, format, bindings, limits),
      );
    } finally {
      this.known.delete(id);
    }
  }

  private asking(
    order: Order,
    signal: AbortSignal,
    read: { rowsRead: number; elapsedMs: number; isExact: boolean },
  ): Asking {
    const { warehouse } = this.deps;
    return {
      frame: order.frame,
      run: async <Row>({ sql, bindings }: Parameters<Asking['run']>[0]): Promise<Row[]> => {
        try {
          const limits = { ...LIMITS, ...order.limits, signal };
          const { rows, statistics } = await warehouse.query<Row>(sql, bindings, limits);
          if (ESTIMATES.test(sql)) read.isExact = false;
          read.rowsRead += statistics.rowsRead;
          read.elapsedMs += statistics.elapsedMs;
          return rows;
        } catch (error) {
          if (signal.aborted) throw cancelled();
          throw error;
        }
      },
    };
  }

  /** What waits or runs now. */
  list(): Running[] {
    return [...this.known.values()].map(({ cancel, ...running }) => running);
  }

  /** Stops a question. Refusal: `analytics.unknown-question` (404) when none of this id waits or runs. */
  cancel(id: string): void {
    const running = this.known.get(id);
    if (!running)
      throw refusal(
        'analytics.unknown-question',
        404,
        'No question of this id waits or runs; it may have ended.',
        {
          detail: { id },
        },
      );
    running.cancel();
  }
}
