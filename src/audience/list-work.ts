import type { RankBy } from '../core/condition/index.ts';
import type { Settings } from '../core/index.ts';
import { durationMs } from '../core/trait/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';
import type { IdentityKey, Node } from '../identity/index.ts';
import type { AudienceBook } from './book.ts';
import { type AudienceDocument, inlined } from './document.ts';
import { changeList, type LogSide, warehouseHasAll } from './lists.ts';
import { type Asking, firstPeople, peopleOnList } from './people-query.ts';
import type { Ranked } from './records.ts';
import { startRounds } from './rounds.ts';
import type { Rank } from './set.ts';

/** What the job beside the fold works with. */
export interface ListWorkDeps {
  readonly log: LogSide;
  readonly book: AudienceBook;
  readonly warehouse: Warehouse;
  /** The time of the log (ms). */
  at(): number;
  settings(): Settings;
  readNode(key: IdentityKey): Promise<Node | undefined>;
  readonly onError: (error: unknown) => void;
}

/** Works out rankings when their time has come, and puts people on lists who turned up after an upload. */
export interface ListWork {
  /** Works out a ranking now. Resolves when its list follows it. */
  rank(audience: string): Promise<Ranked | undefined>;
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 200;
const RETRY_MS = 5_000;
const KEYS_AT_ONCE = 1_000;
/** How often a ranking is worked out where it does not say. */
export const RANK_EVERY = '1d';

/** Starts the job. */
export function startListWork(deps: ListWorkDeps): ListWork {
  const work = new Work(deps);
  let isFirst = true;
  const rounds = startRounds({
    everyMs: LOOK_EVERY_MS,
    retryMs: RETRY_MS,
    onError: deps.onError,
    async work({ isClosed }) {
      // Whom the last run did not get to put on their lists.
      if (isFirst) await work.lookAtAll(isClosed);
      isFirst = false;
      await work.takeAppeared();
      for (const document of work.due()) if (!isClosed()) await work.rank(document);
    },
  });
  return {
    async rank(audience) {
      const document = deps.book.documents.get(audience);
      return document?.ranking ? work.rank(document) : undefined;
    },
    close: rounds.close,
  };
}

/** The number that people are ranked by, a defined trait written out; undefined when there is none. */
function rankedBy({ by }: Rank, book: AudienceBook): RankBy | undefined {
  if (!('trait' in by)) return by;
  const trait = typeof by.trait === 'string' ? book.computed.find(by.trait) : by.trait;
  return trait && { trait };
}

class Work {
  private readonly deps: ListWorkDeps;
  private readonly underWay = new Map<string, Promise<Ranked | undefined>>();

  constructor(deps: ListWorkDeps) {
    this.deps = deps;
  }

  /** Rankings whose time has come: never worked out, of an older version, or too old. */
  due(): AudienceDocument[] {
    const { book, at } = this.deps;
    return [...book.documents.values()].filter(({ id, ranking, version }) => {
      const audience = book.audiences.get(id);
      if (!ranking || !audience?.inForce || audience.paused !== undefined) return false;
      const last = book.rankings.get(id);
      return last?.version !== version || at() - last.at >= durationMs(ranking.rank.every ?? RANK_EVERY);
    });
  }

  /** Works a ranking out, once at a time. */
  rank(document: AudienceDocument): Promise<Ranked | undefined> {
    const known = this.underWay.get(document.id);
    if (known) return known;
    const working = this.workOut(document).finally(() => this.underWay.delete(document.id));
    this.underWay.set(document.id, working);
    return working;
  }

  private async workOut({ id, ranking, version }: AudienceDocument): Promise<Ranked | undefined> {
    const { log, book, warehouse, at, settings } = this.deps;
    const named = ranking && inlined(ranking.of, (other) => book.documents.get(other));
    const of = !named || 'unevaluable' in named ? named : book.computed.writtenOut(named);
    const by = ranking && rankedBy(ranking.rank, book);
    // What it builds on was taken away with force; it is paused in a moment.
    if (!of || 'unevaluable' in of || !by) return undefined;
    const startedAt = log.clock.now();
    await warehouseHasAll(log);
    const { attributePolicy } = settings();
    const precedence = attributePolicy.kind === 'source-precedence' ? attributePolicy.sources : undefined;
    const asking: Asking = { warehouse, at: at(), precedence };
    const [first, present] = await Promise.all([
      firstPeople(asking, of, by, ranking.rank),
      peopleOnList(asking, id),
    ]);
    const [firstSet, presentSet] = [new Set(first), new Set(present)];
    const people = [
      ...present.filter((person) => !firstSet.has(person)).map((person) => [person, 0] as const),
      ...first.filter((person) => !presentSet.has(person)).map((person) => [person, null] as const),
    ];
    const ranked = { version, at: asking.at, tookMs: log.clock.now() - startedAt };
    await log.folded(await changeList(log, { list: id, how: 'ranking', people, ranked }));
    return ranked;
  }

  /** People turned up with identities that lists wait for: they are put on them. */
  async takeAppeared(): Promise<void> {
    const { book } = this.deps;
    if (book.appeared.size === 0) return;
    const keys = [...book.appeared].slice(0, KEYS_AT_ONCE);
    await this.join(keys);
    for (const key of keys) book.appeared.delete(key);
  }

  /** Looks for everybody whom lists wait for. */
  async lookAtAll(isClosed: () => boolean): Promise<void> {
    const { book, readNode } = this.deps;
    const keys = [...book.waiting.keys()];
    for (let i = 0; i < keys.length && !isClosed(); i += KEYS_AT_ONCE) {
      const some = keys.slice(i, i + KEYS_AT_ONCE);
      const nodes = await Promise.all(some.map((key) => readNode(key)));
      await this.join(some.filter((_, j) => (nodes[j]?.person ?? 0) !== 0));
    }
  }

  private async join(keys: readonly IdentityKey[]): Promise<void> {
    const { log, book } = this.deps;
    const byList = new Map<string, [IdentityKey, number | null][]>();
    for (const key of keys)
      for (const [list, until] of book.waiting.listsOf(key) ?? []) {
        const waiting = byList.get(list) ?? [];
        byList.set(list, waiting);
        waiting.push([key, until]);
      }
    for (const [list, keys] of byList) await log.folded(await changeList(log, { list, how: 'upload', keys }));
  }
}
