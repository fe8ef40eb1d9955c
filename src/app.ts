import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { type Clock, encodeRecord } from './core/index.ts';
import { createPublisher, type Define, loadDefinitions, settingsRoutes } from './definition/index.ts';
import { type Log, openLmdbLog } from './engine/log/index.ts';
import { openLmdbState, openPostgresState, type State } from './engine/state/index.ts';
import { openClickHouse, openEmbeddedWarehouse, type Warehouse } from './engine/warehouse/index.ts';
import {
  createCollector,
  createQuarantine,
  createSourceBook,
  ingestRoutes,
  type SourceBook,
  sourceKey,
  sourceRoutes,
} from './ingest/index.ts';
import { Partition, Sink } from './pipeline/index.ts';
import { profileRoutes } from './profile/index.ts';
import { createLive, createMetrics, createServer } from './server/index.ts';
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
  readonly version: string;
  /** Parts to replace, for tests. */
  readonly overrides?: { readonly log?: Log; readonly state?: State; readonly warehouse?: Warehouse };
}

/** The only partition of an embedded program. */
const PARTITION = 0;
const RECORD_BYTES_MAX = 4 * 1024 * 1024;
const DRAIN_MS = 20_000;

/** Composes the program: opens the engines, starts the fold, makes the server (which does not listen yet). */
export async function createApp(deps: AppDeps): Promise<App> {
  const { config, clock, logger } = deps;
  const { log, state, warehouse } = await openEngines(deps);
  const definitions = await loadDefinitions(state);
  const sources = createSourceBook(definitions);
  const live = createLive({ topics: ['events'] });
  const metrics = createMetrics({ process: true });
  const onError = (error: unknown): void => logger.error({ err: error }, 'the pipeline met an error');
  const sink = await Sink.start({ state, warehouse, clock, onError });
  const partition = await Partition.start({
    partition: PARTITION,
    log,
    state,
    sink,
    clock,
    definitions,
    limits: { peopleMax: config.peopleCachedMax, identitiesMax: config.peopleCachedMax * 2 },
    happened: (event, person, place) => {
      if (live.isFollowed('events'))
        live.publish('events', {
          place,
          person: person.id,
          name: event.name,
          channel: event.channel,
          source: event.source,
          time: event.time,
        });
    },
    onError,
  });
  const append = (bytes: Uint8Array): Promise<number> => log.append(PARTITION, bytes);
  const define = createPublisher({ append, folded: (position) => partition.folded(position), clock });
  const watched = { log, state, warehouse, partition, sink, clock, folder: config.data };
  registerMetrics(metrics, watched);
  const server = createServer({
    host: config.host,
    token: config.token,
    logger,
    version: deps.version,
    bodyBytesMax: config.bodyBytesMax,
    connectionsMax: config.connectionsMax,
    trustedProxies: config.trustedProxies,
    stopMs: config.stopMs,
    checks: healthChecks(watched),
    metrics,
    live,
  });
  const handOff: Parameters<typeof createCollector>[0]['handOff'] = (position, header, body, parsed) =>
    partition.handOff.offer(position, header, body, parsed);
  await ingestRoutes(server, {
    sources,
    clock,
    collector: createCollector({ sources, clock, append, handOff }),
    quarantine: createQuarantine({ state, clock, append, handOff }),
  });
  sourceRoutes(server, { sources, define, newWriteKey: deps.newWriteKey });
  settingsRoutes(server, { settings: () => partition.settings, define });
  profileRoutes(server, {
    settings: () => partition.settings,
    rules: () => partition.rules,
    readPerson: (id) => partition.workingSet.readPerson(id),
    readNode: (key) => partition.workingSet.readNode(key),
    warehouse,
    order: async (kind, body) => {
      const header = { kind, by: 'api', received: clock.now() };
      const outcome = await partition.folded(
        await append(encodeRecord(header, Buffer.from(JSON.stringify(body)))),
      );
      return outcome?.people ?? [];
    },
  });
  if (sources.list().length === 0) await defineFirstSource(define, deps.newWriteKey);
  return {
    server,
    log,
    state,
    warehouse,
    partition,
    sink,
    sources,
    define,
    async close() {
      await server.close();
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

async function openEngines({
  config,
  overrides = {},
}: AppDeps): Promise<{ log: Log; state: State; warehouse: Warehouse }> {
  await mkdir(config.data, { recursive: true });
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
