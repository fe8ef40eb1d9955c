import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { mustNotAskFor, type TypeBoxTypes } from '../core/index.ts';
import { estimate, movesByDay, overlap } from './reports.ts';
import {
  type AudienceDeps,
  checked,
  mustBeInForce,
  mustExist,
  precedence,
  tags,
  whole,
} from './route-parts.ts';
import {
  AudienceId,
  AudienceParams,
  ConditionDocument,
  EstimateView,
  HistoryView,
  OverlapView,
} from './schemas.ts';

const DAY_MS = 86_400_000;
const DAYS_MAX = 1_000;
const DAYS_DEFAULT = 90;

/** Routes that ask the warehouse: size over time, estimates, overlap. */
export function questionRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/audiences/:id/history',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'readAudienceHistory',
        summary: 'Entries, exits and size of an audience by day',
        tags,
        params: AudienceParams,
        querystring: Type.Object({
          days: Type.Optional(Type.Integer({ minimum: 1, maximum: DAYS_MAX })),
        }),
        response: { 200: HistoryView },
      },
    },
    async (request) => {
      const { id } = request.params;
      mustExist(id, deps);
      const since = deps.clock.now() - (request.query.days ?? DAYS_DEFAULT) * DAY_MS;
      const moves = await movesByDay(deps.warehouse, id, since, deps.settings().timeZone);
      // The size now is exact; those before follow from it, going back day by day.
      let size = deps.book.sizes.get(id) ?? 0;
      const days = moves.reverse().map((day) => {
        const at = { ...day, size };
        size -= day.entered + day.backFilled - day.left;
        return at;
      });
      return { days: days.reverse() };
    },
  );
  routes.post(
    '/api/audiences/estimate',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'estimateAudience',
        summary: 'How many people a condition is true of now, and some of them',
        tags,
        body: Type.Object({ condition: ConditionDocument }, { additionalProperties: false }),
        response: { 200: EstimateView },
      },
    },
    async (request) => {
      mustNotAskFor(request, request.body.condition);
      const condition = whole(checked(request.body.condition, deps), deps);
      return estimate(deps.warehouse, condition, deps.clock.now(), precedence(deps));
    },
  );
  routes.get(
    '/api/audiences/overlap',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'overlapAudiences',
        summary: 'How many people are in each combination of two or three audiences',
        tags,
        querystring: Type.Object({
          id: Type.Array(AudienceId, { minItems: 2, maxItems: 3, uniqueItems: true }),
        }),
        response: { 200: OverlapView },
      },
    },
    async (request) => {
      const ids = request.query.id;
      const conditions = ids.map((id) => mustBeInForce(id, deps).condition);
      const parts = await overlap(deps.warehouse, conditions, deps.clock.now(), precedence(deps));
      return {
        parts: parts.map(({ mask, people }) => ({
          audiences: ids.filter((_, i) => (mask & (2 ** i)) !== 0),
          people,
        })),
      };
    },
  );
}
