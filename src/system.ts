import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Config } from './config.ts';
import type { Clock, TypeBoxTypes } from './core/index.ts';
import type { Log } from './engine/log/index.ts';

/** What the route of the system works with. */
interface SystemDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly version: string;
  readonly log: Log;
}

/** The only partition of an embedded program. */
const PARTITION = 0;
/** Where an engine is, without the address, which may hold a password. */
const Place = Type.Union([Type.Literal('embedded'), Type.Literal('remote')]);
const SystemSchema = Type.Object({
  version: Type.String(),
  node: Type.String(),
  startedAt: Type.Integer({ description: 'ms since the epoch' }),
  state: Place,
  warehouse: Place,
  log: Type.Object({
    bytes: Type.Integer(),
    records: Type.Integer({ description: 'Kept' }),
    keptMs: Type.Integer({
      description: 'Records older than that leave the log; history stays in the warehouse',
    }),
    bytesMax: Type.Integer({ description: 'Beyond it the oldest records leave early' }),
  }),
});

/** `GET /api/system`: what runs here, and how long it keeps what. */
export function systemRoutes(app: FastifyInstance, { config, clock, version, log }: SystemDeps): void {
  const startedAt = clock.now();
  const placeOf = (engine: string): 'embedded' | 'remote' => (engine === 'embedded' ? 'embedded' : 'remote');
  app.withTypeProvider<TypeBoxTypes>().get(
    '/api/system',
    {
      config: { permission: 'operation.read' },
      schema: {
        operationId: 'readSystem',
        summary: 'Version, engines, and how long the log keeps its records',
        tags: ['operation'],
        response: { 200: SystemSchema },
      },
    },
    () => {
      const { first, next, bytes } = log.bounds(PARTITION);
      return {
        version,
        node: process.version,
        startedAt,
        state: placeOf(config.state),
        warehouse: placeOf(config.warehouse),
        log: { bytes, records: next - first, keptMs: config.retentionMs, bytesMax: config.retentionBytes },
      };
    },
  );
}
