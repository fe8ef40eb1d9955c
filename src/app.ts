import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { audienceRoutes, type Past, startPast } from './audience/index.ts';
import type { Config } from './config.ts';
import { type Clock, encodeRecord } from './core/index.ts';
import { createPublisher, type Define, loadDefinitions, settingsRoutes } from './definition/index.ts';
import { type Log, openLmdbLog } from './engine/log/index.ts';
import { openLmdbState, openPostgresState, type State } from './engine/state/index.ts';
import {
  migrateWarehouse,
  openClickHouse,
  openEmbeddedWarehouse,
  type Warehouse,
} from './engine/warehouse/index.ts';
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
  sourceKey,
  sourceRoutes,
} from './ingest/index.ts';
import { refuseUnfinished } from './operate/index.ts';
import {
  appendGuarded,
  appendPatiently,
  Partition,
  type PartitionOptions,
  personKey,
  Sink,
  startChores,
  startTicks,
} from './pipeline/index.ts';
import { profileRoutes } from './profile/index.ts';
import { createLive, createMetrics, createServer, type Live } from './server/index.ts';
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
  /** Stops taking requests, folds and stores what came in, lets go of the engines. */
  close(): Promise<void>;
}

/** What the composition root needs of the world. */
export interface AppDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Makes a secret nobody can guess, for write keys. */
  readonly newWriteKey: () => string;
  /** Makes a short text that no other call gives. */
  readonly newId: () => string;
  readonly version: string;
  /** Parts to replace, for tests. */
  readonly overrides?: { readonly log?: Log; readonly state?: State; readonly warehouse?: Warehouse };
}

/** The only partition of an embedded program. */
const PARTITION = 0;
const RECORD_BYTES_MAX = 4 * 1024 * 1024;
const DRAIN_MS = 20_000;
/** The source of history when none is named. */
const HISTORY = 'import';
const WAREHOUSE_MIGRATIONS = fileURLToPath(new URL('../migrations/warehouse', import.meta.url));

/** Composes the program: opens the engines, starts the fold, makes the server (which does not listen yet). */
export async function createApp(deps: AppDeps): Promise<App> {
  const { clock, logger } = deps;
  const live = createLive({ topics: ['events'] });
  const { log, state, warehouse } = await openEngines(deps);
  const onError = (error: unknown): void => logger.error({ err: error }, 'the pipeline met an error');
  const prepare = (): Promise<unknown> => migrateWarehouse(warehouse, WAREHOUSE_MIGRATIONS);
  const sink = await Sink.start({ state, warehouse, clock, onError, prepare });
  const definitions = await loadDefinitions(state);
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
  const define = createPublisher({ append, folded: (position) => partition.folded(position), clock });
  const parts = { log, state, warehouse, partition, sink, sources, define };
  const imports = await openImports(deps, parts);
  const server = openServer(deps, parts, live);
  await addRoutes(server, deps, parts, append);
  await server.register(importRoutes, { imports });
  const { retentionMs: ageMsMax, retentionBytes: bytesMax } = deps.config;
  const stopChores = startChores({
    log,
    warehouse,
    sink,
    number: PARTITION,
    partition,
    clock,
    limits: { ageMsMax, bytesMax },
    onError,
  });
  const stopTicks = startTicks({ log, number: PARTITION, partition, clock, onError });
  const past = openPast(parts, clock, onError);
  await imports.resume();
  if (sources.list().length === 0) await defineFirstSource(define, deps.newWriteKey);
  return {
    ...parts,
    server,
    async close() {
      await server.close();
      await imports.close();
      stopChores();
      stopTicks();
      await past.close();
      await partition.close();
      await sink
        .drained(DRAIN_MS)
        .catch((error: unknown) => logger.warn({ err: error }, 'facts are left for the next start'));
      await partition.flush().catch(onError);
      await sink.close();
      await Promise.all([log.close(), state.close(), warehouse.close()]);
    },
  };
}

type Parts = Pick<App, 'log' | 'state' | 'warehouse' | 'partition' | 'sink' | 'sources' | 'define'>;

/** Watchers see what happened and to whom, without what was said: the stream is for looking, not for reading people. */
function showTo(live: Live): PartitionOptions['happened'] {
  return ({ name, channel, source, time }, person, place) => {
    if (live.isFollowed('events'))
      live.publish('events', { place, person: person.id, name, channel, source, time });
  };
}

function openServer({ config, clock, logger, version }: AppDeps, parts: Parts, live: Live): FastifyInstance {
  const metrics = createMetrics({ process: true });
  const watched = { ...parts, clock, folder: config.data };
  registerMetrics(metrics, watched);
  return createServer({
    host: config.host,
    token: config.token,
    logger,
    version,
    bodyBytesMax: config.bodyBytesMax,
    connectionsMax: config.connectionsMax,
    trustedProxies: config.trustedProxies,
    stopMs: config.stopMs,
    checks: healthChecks(watched),
    metrics,
    live,
  });
}

async function addRoutes(
  server: FastifyInstance,
  { clock, newWriteKey }: AppDeps,
  { state, warehouse, partition, sources, define }: Parts,
  append: (bytes: Uint8Array) => Promise<number>,
): Promise<void> {
  const handOff: CollectorDeps['handOff'] = (position, header, body, parsed) =>
    partition.handOff.offer(position, header, body, parsed);
  const collector = createCollector({ sources, clock, append, handOff });
  const quarantine = createQuarantine({ state, clock, append, handOff });
  await ingestRoutes(server, { sources, clock, collector, quarantine });
  sourceRoutes(server, { sources, define, newWriteKey });
  const startedAt = clock.now();
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
  settingsRoutes(server, { settings: () => partition.settings, define });
  profileRoutes(server, {
    settings: () => partition.settings,
    rules: () => partition.rules,
    readPerson: (id) => partition.workingSet.readPerson(id),
    readNode: (key) => partition.workingSet.readNode(key),
    warehouse,
    order: async (kind, body) => {
      const header = { kind, by: 'api', received: clock.now() };
      const position = await append(encodeRecord(header, Buffer.from(JSON.stringify(body))));
      return (await partition.folded(position))?.people ?? [];
    },
  });
}

/** Brings the past of new audiences from the warehouse, through the log. */
function openPast(
  { log, state, warehouse, partition, sink }: Parts,
  clock: Clock,
  onError: (error: unknown) => void,
): Past {
  const append = appendPatiently(log, PARTITION, partition);
  return startPast({
    book: partition.book,
    warehouse,
    clock,
    append: (header, body) => append(encodeRecord(header, Buffer.from(JSON.stringify(body)))),
    folded: async (position = log.bounds(PARTITION).next - 1) => {
      if (position >= 0) await partition.folded(position);
    },
    hasRows: (place) => partition.storedPlace >= place && sink.has(place),
    peopleAbove: async (id, limit) =>
      (await state.range('people', { from: personKey(id + 1), limit })).map(([key]) => Number(key)),
    onError,
  });
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

async function openEngines({
  config,
  overrides = {},
}: AppDeps): Promise<{ log: Log; state: State; warehouse: Warehouse }> {
  await mkdir(config.data, { recursive: true });
  await refuseUnfinished(config.data);
  const log =
    overrides.log ??
    (await openLmdbLog({
      folder: join(config.data, 'log'),
      partitions: 1,
      waitingBytesMax: config.waitingBytesMax,
      recordBytesMax: RECORD_BYTES_MAX,
    }));
  const state =
    overrides.state ??
    (config.state === 'embedded'
      ? await openLmdbState({ folder: join(config.data, 'state') })
      : await openPostgresState({ url: config.state }));
  const warehouse =
    overrides.warehouse ??
    (config.warehouse === 'embedded'
      ? await openEmbeddedWarehouse({ folder: join(config.data, 'warehouse') })
      : await openClickHouse({ url: config.warehouse }));
  return { log, state, warehouse };
}

/** A new workspace can collect at once: one source for the shop's site, whose key `rapport start` prints. */
async function defineFirstSource(define: Define, newWriteKey: () => string): Promise<void> {
  const source = { id: 'web', name: 'Web shop', channel: 'web', writeKey: newWriteKey(), enabled: true };
  await define(sourceKey(source.id), source, 'start');
}
