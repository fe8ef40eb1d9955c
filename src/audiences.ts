import type { FastifyInstance } from 'fastify';
import {
  audienceRoutes,
  createVocabulary,
  keepSample,
  type ListWork,
  type LogSide,
  type Rounds,
  type Sample,
  startListWork,
  startPast,
  traitRoutes,
  vocabularyRoutes,
} from './audience/index.ts';
import { type Clock, encodeRecord } from './core/index.ts';
import type { Define, Desk } from './definition/index.ts';
import type { Log } from './engine/log/index.ts';
import type { State } from './engine/state/index.ts';
import type { Warehouse } from './engine/warehouse/index.ts';
import { appendPatiently, type Partition, personKey, reached, type Sink } from './pipeline/index.ts';

/** What the jobs beside the fold work with. */
interface AudienceParts {
  readonly log: Log;
  readonly state: State;
  readonly warehouse: Warehouse;
  readonly partition: Partition;
  readonly sink: Sink;
}

/** What works for the audiences beside the fold. */
export interface AudienceWork {
  readonly past: Rounds;
  readonly lists: ListWork;
  readonly sample: Sample;
  readonly logSide: LogSide;
  close(): Promise<void>;
}

/** Starts the jobs of the audiences: the past of new ones, rankings and lists, and the sample of quick answers. */
export function openAudienceWork(
  { log, state, warehouse, partition, sink }: AudienceParts,
  number: number,
  clock: Clock,
  onError: (error: unknown) => void,
): AudienceWork {
  const append = appendPatiently(log, number, partition);
  const newest = (): number => log.bounds(number).next - 1;
  const logSide: LogSide = {
    clock,
    append: (header, body) => append(encodeRecord(header, Buffer.from(JSON.stringify(body)))),
    folded: async (position = newest()) => {
      if (position >= 0) await reached(partition, position);
    },
    newest,
    hasRows: (place) => {
      if (partition.storedPlace >= place && sink.has(place)) return true;
      sink.hurry();
      return false;
    },
  };
  const { book } = partition;
  const past = startPast({
    ...logSide,
    book,
    warehouse,
    peopleAbove: async (id, limit) =>
      (await state.range('people', { from: personKey(id + 1), limit, keysOnly: true })).map(([key]) =>
        Number(key),
      ),
    changedSince: (fill) => partition.changedSince(fill),
    onError,
  });
  const lists = startListWork({
    ...{ log: logSide, book, warehouse, onError },
    at: () => partition.at,
    settings: () => partition.settings,
    readNode: (key) => partition.workingSet.readNode(key),
  });
  const sample = keepSample({ warehouse, clock, completeUpTo: () => sink.figures.place, onError });
  return {
    ...{ past, lists, sample, logSide },
    async close() {
      await Promise.all([past.close(), lists.close(), sample.close()]);
    },
  };
}

/** The routes of audiences, over what the fold knows. */
export function addAudienceRoutes(
  server: FastifyInstance,
  {
    warehouse,
    partition,
    define,
  }: Pick<AudienceParts, 'warehouse' | 'partition'> & { readonly define: Define },
  { lists, sample, logSide }: AudienceWork,
  desk: Desk,
  clock: Clock,
): void {
  const startedAt = clock.now();
  vocabularyRoutes(server, createVocabulary(warehouse, clock));
  traitRoutes(server, { book: partition.book, define });
  audienceRoutes(server, {
    book: partition.book,
    qualifier: () => partition.qualifier,
    touchesOf: (id) => partition.qualifier.touchesOf(id),
    secondsUp: () => (clock.now() - startedAt) / 1_000,
    ...{ warehouse, clock, desk, sample, log: logSide, listWork: lists },
    settings: () => partition.settings,
    at: () => partition.at,
    readPerson: (id) => partition.workingSet.readPerson(id),
    readNode: (key) => partition.workingSet.readNode(key),
  });
}
