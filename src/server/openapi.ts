import { fastifySwagger } from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import type { RoutePermission } from '../core/index.ts';
import { type Problem, ProblemSchema } from './problem.ts';

/** The parts of an OpenAPI document that we touch. */
interface Document {
  components?: { responses?: Record<string, unknown>; schemas?: Record<string, unknown> };
  paths?: Record<
    string,
    Record<string, { responses?: Record<string, unknown>; operationId?: string } | undefined>
  >;
}

const PROBLEM_EXAMPLE: Problem = {
  type: 'urn:rapport:problem:request.invalid',
  title: 'Bad Request',
  status: 400,
  detail: 'The request does not fit the schema of this route (body/name: must be string).',
  code: 'request.invalid',
  requestId: 'k3f9-1',
  errors: [{ part: 'body', pointer: '/name', detail: 'must be string' }],
};

const SECURITY_SCHEMES = {
  session: {
    type: 'apiKey' as const,
    in: 'cookie',
    name: 'rapport-session',
    description:
      'The cookie that signing in sets; calls that change something also need the header X-Rapport',
  },
  token: { type: 'http' as const, scheme: 'bearer', description: 'A token of the API, or RAPPORT_TOKEN' },
  writeKey: {
    type: 'http' as const,
    scheme: 'basic',
    description: 'The write key of a source as the user name',
  },
};
type Security = readonly Readonly<Record<string, readonly string[]>>[];

/** What a route asks for; an empty requirement means that there may be none. */
function securityOf(permission: RoutePermission | undefined): Security {
  if (permission === 'open') return [];
  return permission === 'collect' ? [{ writeKey: [] }, {}] : [{ session: [] }, { token: [] }];
}

/**
 * Describes every route that is added from now on in OpenAPI 3.1 at `/openapi.json`. The answers to mistakes are one
 * shared response, so routes describe only what they give when all is well.
 */
export function describeRoutes(app: FastifyInstance, version: string): void {
  const options = {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Rapport', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      components: { securitySchemes: SECURITY_SCHEMES },
    },
    convertConstToEnum: false,
    transform: ({
      schema,
      url,
      route,
    }: {
      schema: FastifySchema;
      url: string;
      route: { config?: { permission?: RoutePermission } };
    }) => ({
      schema: {
        ...schema,
        security: securityOf(route.config?.permission),
        'x-permission': route.config?.permission,
      },
      url,
    }),
    transformObject: (given: object) =>
      withProblems('openapiObject' in given ? (given.openapiObject as Document) : {}),
  };
  // Called rather than registered: a registered plugin would see only the routes that are added after the next tick.
  fastifySwagger(app, options, (error?: Error) => {
    if (error) throw error;
  });
  app.get(
    '/openapi.json',
    { config: { permission: 'open' }, schema: { hide: true } },
    async (_request, reply) => {
      reply
        .type('application/json; charset=utf-8')
        .serializer((document: object) => JSON.stringify(document));
      return app.swagger();
    },
  );
}

function withProblems(document: Document): Document {
  const components = document.components ?? {};
  const content = {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      example: PROBLEM_EXAMPLE,
    },
  };
  const problem = { $ref: '#/components/responses/Problem' };
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const operations = Object.entries(item).map(([method, operation]) => [
      method,
      { ...operation, responses: { ...operation?.responses, '4XX': problem, '5XX': problem } },
    ]);
    return [path, Object.fromEntries(operations)];
  });
  return {
    ...document,
    components: {
      ...components,
      schemas: { ...components.schemas, Problem: ProblemSchema },
      responses: { ...components.responses, Problem: { description: 'A refusal (RFC 9457)', content } },
    },
    paths: Object.fromEntries(paths),
  };
}
