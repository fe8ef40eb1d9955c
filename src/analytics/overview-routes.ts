import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { TypeBoxTypes } from '../core/index.ts';
import type { Analytics } from './analytics.ts';
import { scorecard } from './questions/scorecard/scorecard.ts';
import { orderOf } from './run/order.ts';

const DAYS_MAX = 366;
const DAYS_DEFAULT = 7;

const FIGURES = ['people', 'orders', 'revenue', 'sessions', 'events'] as const;
const FiguresSchema = Type.Object({
  people: Type.Integer({ description: 'Who did something' }),
  orders: Type.Number({ description: 'Placed less cancelled' }),
  revenue: Type.Number({ description: 'Net of refunds, in the currency of the workspace' }),
  sessions: Type.Integer(),
  events: Type.Integer(),
});
type Figures = Static<typeof FiguresSchema>;

/** What of the answer of a scorecard is shown. */
interface Card {
  readonly currency: string;
  readonly steps?: readonly string[];
  readonly tiles: readonly {
    readonly value: number | null;
    readonly previous?: number | null;
    readonly trend?: readonly (number | null)[];
  }[];
}

/** `GET /api/overview`: how the shop does, in five figures: a scorecard, which everybody who sees the start page may ask. */
export function overviewRoutes(app: FastifyInstance, analytics: Analytics): void {
  app.withTypeProvider<TypeBoxTypes>().get(
    '/api/overview',
    {
      config: { permission: 'operation.read' },
      schema: {
        operationId: 'readOverview',
        summary: 'Five figures of the last days, of as many days before, and day by day',
        description: 'The same as POST /api/analytics/scorecard says of these metrics.',
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
    async (request, reply) => {
      const query = {
        range: { last: `${request.query.days}d` },
        compare: 'previous' as const,
        trend: 'day' as const,
        tiles: FIGURES.map((metric) => ({ metric })),
      };
      const order = await orderOf(analytics, request, reply, scorecard.id, query);
      const { answer } = await analytics.runner.answer(order, (asking) => scorecard.ask(query, asking));
      const { tiles, steps = [], currency } = answer as Card;
      return {
        at: analytics.now(),
        currency,
        current: figuresOf((place) => tiles[place]?.value),
        previous: figuresOf((place) => tiles[place]?.previous),
        days: steps.map((day, step) => ({ day, ...figuresOf((place) => tiles[place]?.trend?.[step]) })),
      };
    },
  );
}

/** Figures by the places of their tiles; what there is none of is nothing. */
function figuresOf(at: (place: number) => number | null | undefined): Figures {
  return Object.fromEntries(FIGURES.map((name, place) => [name, at(place) ?? 0])) as Figures;
}
