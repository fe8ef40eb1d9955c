import type { FastifyInstance } from 'fastify';
import { analyticsRoutes, createAnalytics } from './analytics/index.ts';
import type { Clock } from './core/index.ts';
import type { Definitions } from './definition/index.ts';
import type { Warehouse } from './engine/warehouse/index.ts';
import type { Partition, Sink } from './pipeline/index.ts';

/** What questions are asked over. */
interface AskingParts {
  readonly warehouse: Warehouse;
  readonly partition: Partition;
  readonly sink: Sink;
  readonly definitions: Definitions;
}

/** The routes of analytics. */
export function addAnalyticsRoutes(
  server: FastifyInstance,
  { warehouse, partition, sink, definitions }: AskingParts,
  clock: Clock,
  newId: () => string,
): void {
  let changes = 0;
  definitions.onChange(() => changes++);
  const analytics = createAnalytics({
    warehouse,
    clock,
    newId,
    settings: () => partition.settings,
    audiences(id) {
      const document = partition.book.documents.get(id);
      if (document?.list) return { list: true };
      return document?.condition ? { condition: document.condition } : undefined;
    },
    definition: (key) => definitions.get(key),
    freshness() {
      const { place, inserts, waitingSince } = sink.figures;
      const now = clock.now();
      const freshAt = Math.min(waitingSince || now, partition.figures.behindSince || now);
      return { version: `${place}.${inserts}.${changes}`, freshAt };
    },
  });
  analyticsRoutes(server, analytics);
}
