import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { type Access, accessRoutes, auditRoutes, labelRoutes, labelsKind } from './access/index.ts';
import { analyticsKinds } from './analytics/index.ts';
import { addAnalyticsRoutes } from './asking.ts';
import { audienceKind, traitKind } from './audience/index.ts';
import { addAudienceRoutes, openAudienceWork } from './audiences.ts';
import { addCatalogueRoutes } from './catalogue.ts';
import type { Config } from './config.ts';
import { type Clock, encodeRecord, hash53 } from './core/index.ts';
import {
  createChanger,
  createDesk,
  createKinds,
  createKnownAttributes,
  createPublisher,
  type Define,
  definitionRoutes,
  loadDefinitions,
  settingsKind,
  settingsRoutes,
} from './definition/index.ts';
import type { Log } from './engine/log/index.ts';
import type { State } from './engine/state/index.ts';
import { migrateWarehouse, type Warehouse } from './engine/warehouse/index.ts';
import { type Engines, openEngines } from './engines.ts';
import { defineFirstSource, hasNoSource } from './first-source.ts';
import { accessCheck, auditCheck, openGuarded } from './guarded.ts';
import {
  type CollectorDeps,
  createCollector,
  createImports,
  createQuarantine,
  createSourceBook,
  type Imports,
  importRoutes,
  ingestRoutes,
  type SourceBook,
  sourceKind,
  sourceRoutes,
} from './ingest/index.ts';
import { backupRoutes, createBackups } from './operate/index.ts';
import { addPeopleRoutes } from './people.ts';
import { appendGuarded, appendPatiently, Partition, type PartitionOptions, Sink } from './pipeline/index.ts';
import { purposeRoutes, purposesKind, purposesNow } from './privacy/index.ts';
import { createLive, createMetrics, createServer, type Live, loadPages, type Pages } from './server/index.ts';
import { systemRoutes } from './system.ts';
import { startUpkeep } from './upkeep.ts';
import { healthChecks, registerMetrics } from './watch.ts';

/** The running program: engines, fold, server. */
export interface App {
  readonly server: FastifyInstance;
  readonly log: Log;
  readonly state: State;
  readonly warehouse: Warehouse;
  readonly partition: Partition;
  readonly sink: Sink;
  readonly sources: SourceBook;
  readonly define: Define;
  readonly access: Access;
  /** Stops taking requests, folds and stores what came in, lets go of the engines. */
  close(): Promise<void>;
}

/** What the composition root needs of the world. */
export interface AppDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Makes a secret nobody can guess: for write keys, sessions, tokens, links. */
  readonly newWriteKey: () => string;
  /** Makes a short text that no other call gives. */
  readonly newId: () => string;
  readonly version: string;
  /** Parts to replace, for tests. */
  readonly overrides?: Partial<Engines>;
}

/** The kinds of definitions that need nothing of the program. */
const KINDS = [labelsKind, purposesKind, audienceKind, traitKind, ...analyticsKinds()];
/** The only partition of an embedded program. */
const PARTITION = 0;
const DRAIN_MS = 20_000;
/** The source of history when none is named. */
const HISTORY = 'import';
/** Where ui/build.mjs puts the interface. */
const PAGES = fileURLToPath(new URL('../dist/ui', import.meta.url));
const WAREHOUSE_MIGRATIONS = fileURLToPath(new URL('../migrations/warehouse', import.meta.url));

/** Composes the program: opens the engines, starts the fold, makes the server (which does not listen yet). */
export async function createApp(deps: AppDeps): Promise<App> {
  const { clock, logger } = deps;
  const live = createLive({ topics: ['events'] });
  const { log, state, warehouse } = await openEngines(deps.config, deps.overrides);
  const onError = (error: unknown): void => logger.error({ err: error }, 'the pipeline met an error');
  const prepare = (): Promise<unknown> => migrateWarehouse(warehouse, WAREHOUSE_MIGRATIONS);
  const sink = await Sink.start({ state, warehouse, clock, onError, prepare });
  const kinds = createKinds([settingsKind, sourceKind(deps.newWriteKey), ...KINDS]);
  const definitions = await loadDefinitions(state, kinds);
  const partition = await Partition.start({
    partition: PARTITION,
    log,
    state,
    sink,
    clock,
    definitions,
    limits: { peopleMax: deps.config.peopleCachedMax, identitiesMax: deps.config.peopleCachedMax * 2 },
    happened: showTo(live),
    onError,
  });
  const sources = createSourceBook(definitions);
  const append = appendGuarded(log, PARTITION, partition);
  const publisher = { append, folded: (position: number) => partition.folded(position), clock };
  const define = createPublisher(publisher);
  const change = createChanger(publisher);
  const access = await openGuarded(deps, state, definitions, onError);
  const parts = { log, state, warehouse, partition, sink, sources, define, access };
  const imports = await openImports(deps, parts);
  const server = openServer(deps, parts, live, await loadPages(PAGES));
  auditRoutes(server, access);
  await addRoutes(server, deps, parts, append);
  await server.register(importRoutes, { imports });
  addAnalyticsRoutes(server, { ...parts, definitions, append, readShare: imports.readShare }, deps);
  const attributes = createKnownAttributes(warehouse, clock);
  const desk = createDesk({ definitions, change, attributes });
  definitionRoutes(server, { desk, change });
  labelRoutes(server, definitions);
  purposeRoutes(server, { ...parts, definitions, clock });
  addPeopleRoutes(server, { ...parts, purposes: () => purposesNow(definitions) }, clock, append);
  const audiences = openAudienceWork(parts, PARTITION, clock, onError);
  addAudienceRoutes(server, parts, audiences, desk, clock);
  const backups = createBackups({
    ...parts,
    folder: deps.config.backups || join(deps.config.data, 'backups'),
    place: deps.config.warehouse === 'embedded' ? 'embedded' : 'server',
    version: deps.version,
    clock,
    onError,
  });
  backupRoutes(server, backups);
  addCatalogueRoutes(server, partition, { ...publisher, newId: deps.newId });
  const stopUpkeep = startUpkeep(parts, PARTITION, deps, onError);
  await imports.resume();
  if (await hasNoSource(parts, PARTITION)) await defineFirstSource(define, deps.newWriteKey);
  return {
    ...parts,
    server,
    async close() {
      await server.close();
      await imports.close();
      await backups.close();
      stopUpkeep();
      await audiences.close();
      await partition.close();
      await sink
        .drained(DRAIN_MS)
        .catch((error: unknown) => logger.warn({ err: error }, 'facts are left for the next start'));
      await partition.flush().catch(onError);
      await sink.close();
      await access.audit.close().catch(onError);
      await Promise.all([log.close(), state.close(), warehouse.close()]);
    },
  };
}

type Parts = Pick<
  App,
  'log' | 'state' | 'warehouse' | 'partition' | 'sink' | 'sources' | 'define' | 'access'
>;

/** Watchers see what happened and to whom, without what was said: the stream is for looking, not for reading people. */
function showTo(live: Live): PartitionOptions['happened'] {
  return ({ name, channel, source, time }, person, place) => {
    if (live.isFollowed('events'))
      live.publish('events', { place, person: person.id, name, channel, source, time });
  };
}

function openServer(
  { config, clock, logger, version }: AppDeps,
  parts: Parts,
  live: Live,
  pages: Pages | undefined,
): FastifyInstance {
  const metrics = createMetrics({ process: true });
  const watched = { ...parts, clock, folder: config.data };
  registerMetrics(metrics, watched);
  return createServer({
    host: config.host,
    gate: parts.access.gate,
    logger,
    version,
    bodyBytesMax: config.bodyBytesMax,
    connectionsMax: config.connectionsMax,
    trustedProxies: config.trustedProxies,
    stopMs: config.stopMs,
    checks: [...healthChecks(watched), accessCheck(parts.access), auditCheck(parts.access)],
    metrics,
    live,
    pages,
  });
}

async function addRoutes(
  server: FastifyInstance,
  { config, clock, newWriteKey, version }: AppDeps,
  { log, state, partition, sources, define, access }: Parts,
  append: (bytes: Uint8Array) => Promise<number>,
): Promise<void> {
  const handOff: CollectorDeps['handOff'] = (position, header, body, parsed) =>
    partition.handOff.offer(position, header, body, parsed);
  const collector = createCollector({
    sources,
    clock,
    seed: hash53(newWriteKey()),
    clientIp: config.clientIp,
    append,
    handOff,
  });
  const quarantine = createQuarantine({ state, clock, append, handOff });
  accessRoutes(server, access);
  await ingestRoutes(server, { sources, clock, publicUrl: config.publicUrl, collector, quarantine });
  sourceRoutes(server, { sources, define, newWriteKey });
  settingsRoutes(server, { settings: () => partition.settings, define });
  systemRoutes(server, { config, clock, version, log });
}

function openImports(
  { config, clock, newId, logger }: AppDeps,
  { log, state, partition, sources }: Parts,
): Promise<Imports> {
  const append = appendPatiently(log, PARTITION, partition);
  return createImports({
    state,
    folder: join(config.data, 'uploads'),
    clock,
    newId,
    append: (header, body) => append(encodeRecord(header, body)),
    source: (id = HISTORY) => sources.byId(id) ?? (id === HISTORY ? { id } : undefined),
    onError: (error, jobId) => logger.error({ err: error, jobId }, 'an import failed'),
  });
}
