import type { FastifyInstance } from 'fastify';
import { catalogRoutes, createCatalogueWriter, type WriterDeps } from './catalog/index.ts';
import { decodeRecord } from './core/index.ts';
import { decodeCollected } from './ingest/index.ts';
import type { Partition } from './pipeline/index.ts';

/** Adds the routes of the catalogue. What they write is judged as the fold will judge it, and refused before it is written. */
export function addCatalogueRoutes(
  server: FastifyInstance,
  { catalogue }: Partition,
  deps: Omit<WriterDeps, 'catalogue' | 'judge'>,
): void {
  const write = createCatalogueWriter({
    ...deps,
    catalogue,
    judge: (record) => decodeCollected(decodeRecord(record), 0).rejects,
  });
  catalogRoutes(server, { catalogue, write });
}
