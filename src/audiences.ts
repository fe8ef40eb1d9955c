import type { FastifyInstance } from 'fastify';
import { audienceRoutes, type Past, startPast, traitRoutes } from './audience/index.ts';
import { type Clock, encodeRecord } from './core/index.ts';
import type { Define } from './definition/index.ts';
import type { Log } from './engine/log/index.ts';
import type { State } from './engine/state/index.ts';
import type { Warehouse } from './engine/warehouse/index.ts';
import { appendPatiently, type Partition, personKey, type Sink } from './pipeline/index.ts';

/** What the job beside the fold works with. */
interface PastParts {
  readonly log: Log;
  readonly state: State;
  readonly warehouse: Warehouse;
  readonly partition: Partition;
  readonly sink: Sink;
}

/** Brings the past of new audiences from the warehouse, through the log. */
export function openPast(
  { log, state, warehouse, partition, sink }: PastParts,
  number: number,
  clock: Clock,
  onError: (error: unknown) => void,
): Past {
  const append = appendPatiently(log, number, partition);
  return startPast({
    book: partition.book,
    warehouse,
    clock,
    append: (header, body) => append(encodeRecord(header, Buffer.from(JSON.stringify(body)))),
    folded: async (position = log.bounds(number).next - 1) => {
      if (position >= 0) await partition.folded(position);
    },
    hasRows: (place) => partition.storedPlace >= place && sink.has(place),
    peopleAbove: async (id, limit) =>
      (await state.range('people', { from: personKey(id + 1), limit })).map(([key]) => Number(key)),
    onError,
  });
}

/** The routes of audiences, over what the fold knows. */
export function addAudienceRoutes(
  server: FastifyInstance,
  { warehouse, partition, define }: Pick<PastParts, 'warehouse' | 'partition'> & { readonly define: Define },
  clock: Clock,
): void {
  const startedAt = clock.now();
  traitRoutes(server, { book: partition.book, define });
  audienceRoutes(server, {
    book: partition.book,
    qualifier: () => partition.qualifier,
    secondsUp: () => (clock.now() - startedAt) / 1_000,
    warehouse,
    clock,
    define,
    settings: () => partition.settings,
    at: () => partition.at,
    readPerson: (id) => partition.workingSet.readPerson(id),
  });
}
