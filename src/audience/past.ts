import { type Clock, placeOf, type RecordHeader } from '../core/index.ts';
import { countOverrides, currentPerson, type Warehouse } from '../engine/warehouse/index.ts';
import type { AudienceBook } from './book.ts';
import { traitsOfHistory } from './history.ts';
import {
  countSql,
  eventsOf,
  type PastQuestion,
  type PastRow,
  pastSql,
  readsProperties,
} from './past-query.ts';
import { bodiesOf, countUpTo, PEOPLE_AT_ONCE, piecesOf } from './past-records.ts';
import { areTimes, entriesOfTimes, type TimesRow, timesSql } from './past-times.ts';
import type { FilledBody, HistoryEntry, SweepBody } from './records.ts';
import { type Round, type Rounds, startRounds } from './rounds.ts';
import { BEGUN, type Fill, isBegun, NOT_BEGUN, type Sweep } from './standing.ts';

/** What bringing the past needs of the program around it. */
export interface PastDeps {
  readonly book: AudienceBook;
  readonly warehouse: Warehouse;
  readonly clock: Clock;
  /** Appends a record once the fold has caught up with most of what was appended before; gives its position. */
  append(header: RecordHeader, body: object): Promise<number>;
  /** Resolves when the record is folded; without one, when everything in the log is. */
  folded(position?: number): Promise<unknown>;
  /** Whether the warehouse has every row up to a place; where it has not, what waits for it goes at once. */
  hasRows(place: number): boolean;
  /** Ids of people that are stored, above an id, in order. */
  peopleAbove(id: number, limit: number): Promise<number[]>;
  /** Ids of those who changed since a fill began, in order; undefined when that is not known any more. */
  changedSince(fill: number): readonly number[] | undefined;
  readonly onError: (error: unknown) => void;
}

const LOOK_EVERY_MS = 100;
const RETRY_MS = 2_000;
/** Events of one question: more at once would hold up the event loop while the answer is read. */
const EVENTS_AT_ONCE = 120_000;
const LARGE_EVENTS_AT_ONCE = 24_000;
/** Of events that the warehouse puts together only a text a list is read. */
const LISTED_EVENTS_AT_ONCE = 960_000;
/** Events folded before other work of the process gets its turn. */
const SLICE_EVENTS = 2_000;
/** Records of people to look at that become durable together. */
const RECORDS_AT_ONCE = 4;
/** No fragment has a greater id. */
const FRAGMENT_MAX = Number.MAX_SAFE_INTEGER;

/**
 * Brings the past of audiences that wait for it, and looks at everybody once they are in force. It works beside the fold and
 * speaks to it through the log only; how far it came stands in the book, so that it goes on there after a restart.
 */
export function startPast(deps: PastDeps): Rounds {
  return startRounds({
    everyMs: LOOK_EVERY_MS,
    retryMs: RETRY_MS,
    onError: deps.onError,
    work: (round) => new PastJob(deps, round).work(),
  });
}

/** Ids above one and up to another. */
interface Stretch {
  readonly above: number;
  readonly upTo: number;
}

/** Works out the states of the fragments that were read. */
type WorkOut = () => Promise<HistoryEntry[]>;

class PastJob {
  private readonly deps: PastDeps;
  private readonly round: Round;

  constructor(deps: PastDeps, round: Round) {
    this.deps = deps;
    this.round = round;
  }

  /** Works off what waits. What an earlier run appended is folded first, so that the book says how far it came. */
  async work(): Promise<void> {
    const { book, folded } = this.deps;
    if (book.fills.size === 0 && book.sweeps.size === 0) return;
    await folded();
    const [fill] = book.fills.values();
    if (fill) await this.fill(fill);
    const [sweep] = book.sweeps.values();
    if (sweep) await this.sweep(sweep);
  }

  private async fill(fill: Fill): Promise<void> {
    const { book, warehouse, folded } = this.deps;
    // From here on nothing joins it.
    if (!isBegun(fill))
      await folded(await this.append('traits', { fill: fill.since, upTo: BEGUN, entries: [] }));
    if (!book.fills.has(fill.since)) return;
    const before = placeOf(fill.since, 0);
    const question: PastQuestion = { plans: book.plansOf(fill), before, at: fill.at };
    // How many there are says how much to read at once: those that are still on their way do not matter.
    const { sql, bindings } = countSql(question);
    const { rows } = await warehouse.query<{ count: number }>(sql, bindings);
    const atOnce = eventsAtOnce(question);
    const step = Math.ceil(FRAGMENT_MAX / Math.max(1, Math.ceil((rows[0]?.count ?? 0) / atOnce)));
    while (!this.deps.hasRows(before - 1)) {
      if (this.round.isClosed()) return;
      await this.round.pause(LOOK_EVERY_MS);
    }
    const endOf = (above: number): number => Math.min(above + step, FRAGMENT_MAX);
    const ask = (above: number): Promise<WorkOut> => this.ask(question, above, endOf(above));
    let asked = ask(fill.upTo);
    for (let above = fill.upTo; above < FRAGMENT_MAX; above = endOf(above)) {
      const workOut = await asked;
      if (this.round.isClosed() || !book.fills.has(fill.since)) return;
      // The warehouse works on the next stretch while this one is worked out and folded.
      const upTo = endOf(above);
      asked = upTo < FRAGMENT_MAX ? ask(upTo) : Promise.resolve(workOut);
      // It is waited for in the next turn, or never where this one fails.
      asked.catch(() => {});
      await this.appendTraits(fill, await workOut(), { above, upTo });
    }
    const body: FilledBody = { fill: fill.since };
    await folded(await this.append('filled', body));
  }

  /** Reads what a stretch of fragments did; the traits are worked out when its turn has come. */
  private async ask(question: PastQuestion, above: number, upTo: number): Promise<WorkOut> {
    const { warehouse } = this.deps;
    const current = currentPerson(await countOverrides(warehouse));
    if (areTimes(question)) {
      const { sql, bindings } = timesSql(question, current, above, upTo);
      const { rows } = await warehouse.query<TimesRow>(sql, bindings);
      return async () => entriesOfTimes(question, rows);
    }
    const { sql, bindings } = pastSql(question, current, above, upTo);
    const { rows } = await warehouse.query<PastRow>(sql, bindings);
    rows.sort((a, b) => a.fragment - b.fragment);
    return () => this.workOut(question, rows);
  }

  /** The states of fragments, worked out in slices. */
  private async workOut(question: PastQuestion, rows: readonly PastRow[]): Promise<HistoryEntry[]> {
    const entries: HistoryEntry[] = [];
    let slice: PastRow[] = [];
    let count = 0;
    for (const row of rows) {
      slice.push(row);
      count += row.names.length;
      if (count < SLICE_EVENTS) continue;
      entries.push(...statesOf(question, slice));
      slice = [];
      count = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
    entries.push(...statesOf(question, slice));
    return entries;
  }

  /** Appends what a stretch of fragments comes to, with the people whose ids are among theirs: most of these fragments are theirs. */
  private async appendTraits(fill: Fill, entries: readonly HistoryEntry[], stretch: Stretch): Promise<void> {
    const { book } = this.deps;
    const fragments = entries.map(([fragment]) => fragment);
    let before: Promise<unknown> = Promise.resolve();
    for (let [above, from] = [stretch.above, 0]; above < stretch.upTo; ) {
      // The next people are read while the records before become durable.
      const [people] = await Promise.all([this.toAsk(fill, above, stretch.upTo), before]);
      if (this.round.isClosed() || !book.fills.has(fill.since)) return;
      const pieces = piecesOf(people, PEOPLE_AT_ONCE);
      // Nobody comes after the last of them.
      if (people.length < PEOPLE_AT_ONCE * RECORDS_AT_ONCE) pieces.push([]);
      // In one turn, so that they keep their order: a later one before an earlier one would say that both are done.
      before = Promise.all(
        pieces.flatMap((piece) => {
          above = piece.at(-1) ?? stretch.upTo;
          const some = entries.slice(from, from + countUpTo(fragments, above, from));
          from += some.length;
          return bodiesOf(fill.since, some, piece, above).map((body) => this.append('traits', body));
        }),
      );
    }
    await before;
  }

  /** The first people above one id and up to another, where anybody is to be asked on the way. */
  private async toAsk({ asks = {} }: Fill, above: number, upTo: number): Promise<number[]> {
    if (Object.keys(asks).length === 0) return [];
    const people = await this.deps.peopleAbove(above, PEOPLE_AT_ONCE * RECORDS_AT_ONCE);
    return people.filter((id) => id <= upTo);
  }

  private async sweep({ since, upTo, changedSince }: Sweep): Promise<void> {
    const { book, folded } = this.deps;
    // From here on nothing joins it: who is there now is who it has to look at.
    if (upTo === NOT_BEGUN)
      await folded(await this.append('sweep', { sweep: since, people: [], upTo: BEGUN }));
    const changed = changedSince === undefined ? undefined : this.deps.changedSince(changedSince);
    const peopleAbove = changed ? listed(changed) : this.deps.peopleAbove;
    let before: Promise<unknown> = Promise.resolve();
    for (let above = Math.max(upTo, BEGUN); ; ) {
      // The next people are read while the records before become durable.
      const [people] = await Promise.all([peopleAbove(above, PEOPLE_AT_ONCE * RECORDS_AT_ONCE), before]);
      if (this.round.isClosed() || !book.sweeps.has(since)) return;
      const last = people.at(-1);
      if (last === undefined) {
        await folded(await this.append('sweep', { sweep: since, people: [], upTo: null }));
        return;
      }
      // In one turn, so that they keep their order.
      before = Promise.all(
        piecesOf(people, PEOPLE_AT_ONCE).map((piece) => {
          const body: SweepBody = { sweep: since, people: piece, upTo: piece.at(-1)! };
          return this.append('sweep', body);
        }),
      );
      above = last;
    }
  }

  private append(kind: 'traits' | 'filled' | 'sweep', body: object): Promise<number> {
    return this.deps.append({ kind, received: this.deps.clock.now() }, body);
  }
}

function eventsAtOnce(question: PastQuestion): number {
  if (areTimes(question)) return LISTED_EVENTS_AT_ONCE;
  return readsProperties(question.plans) ? LARGE_EVENTS_AT_ONCE : EVENTS_AT_ONCE;
}

function statesOf(question: PastQuestion, rows: readonly PastRow[]): HistoryEntry[] {
  return traitsOfHistory(question.plans, eventsOf(question, rows), question.at);
}

/** People of a list in its order, read as those of the state are. */
function listed(ids: readonly number[]): PastDeps['peopleAbove'] {
  return async (above, limit) => {
    const from = ids.findIndex((id) => id > above);
    return from < 0 ? [] : ids.slice(from, from + limit);
  };
}
