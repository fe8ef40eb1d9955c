import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { callerOf, mustNotAskFor, type TypeBoxTypes } from '../core/index.ts';
import { viewAll } from './audience-views.ts';
import { AUDIENCE_KEY } from './document.ts';
import { memberRoutes } from './member-routes.ts';
import { questionRoutes } from './question-routes.ts';
import { type AudienceDeps, checked, detail, tags } from './route-parts.ts';
import { AudienceDetail, AudienceParams, AudienceView, ConditionDocument } from './schemas.ts';

export type { AudienceDeps } from './route-parts.ts';

/** Routes about audiences: list, read, set up, members, size over time, overlap, estimates, why somebody is in. */
export function audienceRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  readRoutes(app, deps);
  memberRoutes(app, deps);
  questionRoutes(app, deps);
}

function readRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/audiences',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'listAudiences',
        summary: 'All audiences: size, how they are evaluated, what they cost, what is under way',
        tags,
        response: { 200: Type.Object({ audiences: Type.Array(AudienceView) }) },
      },
    },
    () => ({ audiences: viewAll(deps) }),
  );
  routes.get(
    '/api/audiences/:id',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'readAudience',
        summary: 'An audience with its condition',
        tags,
        params: AudienceParams,
        response: { 200: AudienceDetail },
      },
    },
    (request) => detail(request.params.id, deps),
  );
  routes.put(
    '/api/audiences/:id',
    {
      config: { permission: 'audiences.write' },
      schema: {
        operationId: 'defineAudience',
        summary: 'Set an audience up, or a new version of it; who matches enters once the past is read',
        tags,
        params: AudienceParams,
        body: Type.Object(
          {
            name: Type.String({ minLength: 1, maxLength: 200 }),
            condition: ConditionDocument,
          },
          { additionalProperties: false },
        ),
        response: { 200: AudienceDetail },
      },
    },
    async (request) => {
      const { id } = request.params;
      mustNotAskFor(request, request.body.condition);
      const condition = checked(request.body.condition, deps, id);
      await deps.define(`${AUDIENCE_KEY}${id}`, { name: request.body.name, condition }, callerOf(request));
      return detail(id, deps);
    },
  );
}
