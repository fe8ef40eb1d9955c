import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Clock, Settings, TypeBoxTypes } from '../core/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';
import { readOverview } from './overview.ts';

/** What the overview works with. */
export interface OverviewDeps {
  readonly warehouse: Warehouse;
  readonly clock: Clock;
  settings(): Settings;
}

const DAYS_MAX = 366;
const DAYS_DEFAULT = 7;

const FiguresSchema = Type.Object({
  people: Type.Integer({ description: 'Who did something' }),
  orders: Type.Integer({ description: 'Placed' }),
  revenue: Type.Number({ description: 'Net of refunds, in the currency of the workspace' }),
  sessions: Type.Integer(),
  events: Type.Integer(),
});

/** `GET /api/overview`: how the shop does, in five figures. */
export function overviewRoutes(app: FastifyInstance, deps: OverviewDeps): void {
  app.withTypeProvider<TypeBoxTypes>().get(
    '/api/overview',
    {
      config: { permission: 'operation.read' },
      schema: {
        operationId: 'readOverview',
        summary: 'Five figures of the last days, of as many days before, and day by day',
        tags: ['overview'],
        querystring: Type.Object({
          days: Type.Integer({ minimum: 1, maximum: DAYS_MAX, default: DAYS_DEFAULT }),
        }),
        response: {
          200: Type.Object({
            at: Type.Integer({ description: 'ms since the epoch' }),
            currency: Type.String(),
            current: FiguresSchema,
            previous: FiguresSchema,
            days: Type.Array(
              Type.Object({ day: Type.String({ description: '2026-05-03' }), ...FiguresSchema.properties }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const at = deps.clock.now();
      const settings = deps.settings();
      const { current, previous, days } = await readOverview(
        deps.warehouse,
        at,
        request.query.days,
        settings,
      );
      return { at, currency: settings.currency, current, previous, days: [...days] };
    },
  );
}
