import type { FastifyInstance } from 'fastify';
import { type ClientDeps, clientRoutes } from './client-routes.ts';
import type { Collector } from './collect.ts';
import { collectRoutes } from './collect-routes.ts';
import type { Quarantine } from './quarantine.ts';
import { quarantineRoutes } from './quarantine-routes.ts';

/** What the routes of collection work with. */
export interface IngestDeps extends ClientDeps {
  readonly collector: Collector;
  readonly quarantine: Quarantine;
}

/**
 * Adds every route of collection: the Segment and RudderStack API, the native API, the files and settings of browser
 * clients, the quarantine. Errors are thrown as Refusals (or Fastify's own); the server turns them into problem documents.
 */
export async function ingestRoutes(app: FastifyInstance, deps: IngestDeps): Promise<void> {
  await collectRoutes(app, deps.collector, deps.sources);
  await clientRoutes(app, deps);
  quarantineRoutes(app, deps.quarantine);
}
