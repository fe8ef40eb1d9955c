import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Clock, TypeBoxTypes } from '../core/index.ts';
import type { Definitions } from '../definition/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';
import { CONSENT_WORD } from './consent.ts';
import { isAskedFor, PURPOSES_KEY, purposesNow } from './purposes.ts';
import { PurposesSchema } from './purposes-schema.ts';
import { statedSince } from './stated.ts';

/** What the routes of consent work with. */
export interface PurposeDeps {
  readonly definitions: Pick<Definitions, 'get' | 'head'>;
  readonly warehouse: Pick<Warehouse, 'query'>;
  readonly clock: Clock;
}

const tags = ['settings'];
const DAY_MS = 86_400_000;
const DAYS_MAX = 400;
const DAYS_DEFAULT = 90;

/** `GET /api/purposes`, what consent is asked for; `GET /api/purposes/stated`, what people said consent for, listed or not. */
export function purposeRoutes(app: FastifyInstance, deps: PurposeDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/purposes',
    {
      config: { permission: 'settings.read' },
      schema: {
        operationId: 'readPurposes',
        summary: 'What consent is asked for, as it counts now',
        description:
          'Change it by POST /api/definitions/purposes/purposes/publish with If-Match of the version.',
        tags,
        response: {
          200: Type.Object({
            document: PurposesSchema,
            version: Type.Integer({ description: '0 while nobody published any' }),
          }),
        },
      },
    },
    () => ({
      document: purposesNow(deps.definitions),
      version: deps.definitions.head(PURPOSES_KEY)?.version ?? 0,
    }),
  );
  routes.get(
    '/api/purposes/stated',
    {
      config: { permission: 'settings.read' },
      schema: {
        operationId: 'readStatedPurposes',
        summary: 'What people said consent for in the last days, by purpose and channel, listed or not',
        tags,
        querystring: Type.Object(
          { days: Type.Integer({ minimum: 1, maximum: DAYS_MAX, default: DAYS_DEFAULT }) },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            stated: Type.Array(
              Type.Object({
                channel: Type.String(),
                purpose: Type.String(),
                statements: Type.Integer(),
                people: Type.Integer({ description: 'As they stand in the warehouse: roughly' }),
                last: Type.Integer({ description: 'ms since the epoch' }),
                isAskedFor: Type.Boolean({ description: 'Listed, active, and asked for on this channel' }),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const since = deps.clock.now() - request.query.days * DAY_MS;
      const { purposes } = purposesNow(deps.definitions);
      const stated = await statedSince(deps.warehouse, since, CONSENT_WORD);
      return {
        stated: stated.map((each) => ({
          ...each,
          isAskedFor: isAskedFor(purposes, each.purpose, each.channel),
        })),
      };
    },
  );
}
