import type { FastifyInstance } from 'fastify';
import { analyticsRoutes, createAnalytics } from './analytics/index.ts';
import { changeList } from './audience/index.ts';
import { type Clock, encodeRecord, type RecordHeader } from './core/index.ts';
import type { Define, Definitions } from './definition/index.ts';
import type { State } from './engine/state/index.ts';
import type { Warehouse } from './engine/warehouse/index.ts';
import type { Partition, Sink } from './pipeline/index.ts';

/** What questions are asked over. */
interface AskingParts {
  readonly state: State;
  readonly warehouse: Warehouse;
  readonly partition: Partition;
  readonly sink: Sink;
  readonly definitions: Definitions;
  readonly define: Define;
  readonly append: (bytes: Uint8Array) => Promise<number>;
  /** How much of the history that is read in has been; undefined while none is. */
  readonly readShare: () => number | undefined;
}

/** The routes of analytics. */
export function addAnalyticsRoutes(
  server: FastifyInstance,
  { state, warehouse, partition, sink, definitions, define, append, readShare }: AskingParts,
  {
    clock,
    newId,
    newWriteKey,
  }: { readonly clock: Clock; readonly newId: () => string; readonly newWriteKey: () => string },
): void {
  let changes = 0;
  definitions.onChange(() => changes++);
  const analytics = createAnalytics({
    state,
    warehouse,
    clock,
    newId,
    settings: () => partition.settings,
    audiences(id) {
      const document = partition.book.documents.get(id);
      if (document?.list) return { list: true };
      return document?.condition ? { condition: document.condition } : undefined;
    },
    define,
    list: (prefix) => definitions.list(prefix),
    newSecret: newWriteKey,
    async enterList(list, people) {
      const write = (header: RecordHeader, body: object): Promise<number> =>
        append(encodeRecord(header, Buffer.from(JSON.stringify(body))));
      const entries = people.map((id) => [id, null] as const);
      const position = await changeList({ append: write, clock }, { list, how: 'snapshot', people: entries });
      if (position >= 0) await partition.folded(position);
    },
    definition: (key) => definitions.get(key),
    nameOf: (kind, id) => partition.catalogue.nameOf(kind, id),
    freshness() {
      const { place, inserts, waitingSince } = sink.figures;
      const now = clock.now();
      const freshAt = Math.min(waitingSince || now, partition.figures.behindSince || now);
      return { version: `${place}.${inserts}.${changes}`, freshAt, loadedShare: readShare() };
    },
  });
  analyticsRoutes(server, analytics);
}
