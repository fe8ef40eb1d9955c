import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { callerOf, mustNotAskFor, refusal, type TypeBoxTypes } from '../core/index.ts';
import { AudienceContentSchema } from './audience-kind.ts';
import { viewAll } from './audience-views.ts';
import { AUDIENCE_KEY } from './document.ts';
import { listRoutes } from './list-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { questionRoutes } from './question-routes.ts';
import { type AudienceDeps, detail, mustExist, tags } from './route-parts.ts';
import { AudienceDetail, AudienceParams, AudienceView, DefinedId } from './schemas.ts';
import { trendRoutes } from './trend-routes.ts';

export type { AudienceDeps } from './route-parts.ts';

/** Routes about audiences: list, read, set up, members, size over time, overlap, estimates, why somebody is in. */
export function audienceRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  readRoutes(app, deps);
  defineRoutes(app, deps);
  memberRoutes(app, deps);
  questionRoutes(app, deps);
  trendRoutes(app, deps);
  listRoutes(app, deps);
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
    async () => ({ audiences: await viewAll(deps) }),
  );
  routes.get(
    '/api/audiences/:id',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'readAudience',
        summary: 'An audience with its condition, its parts, and what builds on it',
        tags,
        params: AudienceParams,
        response: { 200: AudienceDetail },
      },
    },
    (request) => detail(request.params.id, deps),
  );
}

const Defined = Type.Object({ id: DefinedId });
const Force = Type.Object(
  {
    force: Type.Boolean({
      default: false,
      description: 'Go on though live definitions that build on it will be paused',
    }),
  },
  { additionalProperties: false },
);
const IfMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({ description: 'The version that was looked at, in quotation marks; any unless given' }),
  ),
});

function defineRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.put(
    '/api/audiences/:id',
    {
      config: { permission: 'audiences.write' },
      schema: {
        operationId: 'defineAudience',
        summary: 'Publish an audience, or a new version of it; who matches enters once the past is read',
        description:
          'A short way to publish definition audience/<id>. Drafts, pausing, versions and differences are at /api/definitions/audience/<id>.',
        tags,
        params: Defined,
        headers: IfMatch,
        querystring: Force,
        body: AudienceContentSchema,
        response: { 200: AudienceDetail },
      },
    },
    async (request) => {
      const { id } = request.params;
      mustNotAskFor(request, request.body);
      const order = {
        by: callerOf(request),
        force: request.query.force,
        ...expectedOf(request.headers['if-match']),
      };
      await deps.desk.publish(AUDIENCE_KEY + id, request.body, order);
      return detail(id, deps);
    },
  );
  routes.delete(
    '/api/audiences/:id',
    {
      config: { permission: 'audiences.write' },
      schema: {
        operationId: 'archiveAudience',
        summary: 'Take an audience out of use: everybody leaves it, its versions are kept',
        tags,
        params: Defined,
        headers: IfMatch,
        querystring: Force,
        response: { 200: Type.Object({ id: Type.String(), state: Type.Literal('archived') }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      mustExist(id, deps);
      const order = {
        by: callerOf(request),
        force: request.query.force,
        ...expectedOf(request.headers['if-match']),
      };
      await deps.desk.retire(AUDIENCE_KEY + id, 'archive', order);
      return { id, state: 'archived' as const };
    },
  );
}

/** The version of If-Match. Refusal: `definition.bad-version` (400). */
function expectedOf(given: string | undefined): { expected?: number } {
  if (given === undefined || given === '*') return {};
  const number = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given.trim())?.[1];
  if (number === undefined)
    throw refusal('definition.bad-version', 400, 'If-Match is the version in quotation marks, or *.');
  return { expected: Number(number) };
}
