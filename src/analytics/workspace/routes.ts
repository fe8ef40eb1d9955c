import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { callerOf, mustNotAskFor, refusal, type TypeBoxTypes } from '../../core/index.ts';
import type { Analytics } from '../analytics.ts';
import { QUESTIONS } from '../questions.ts';
import { orderOf } from '../run/order.ts';
import { answerWithNames } from '../value-names.ts';
import { type SharedView, SharedView as SharedViewSchema, type Workspace } from './document.ts';
import { NamesSchema, namesIn } from './names-in.ts';
import { questionsOf } from './query-of.ts';

const tags = ['analytics'];
/** Characters of the answers of a shared view: it is one record of the log. */
const SHARED_CHARACTERS_MAX = 2_000_000;

const Id = Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,64}$' });
const Answers = Type.Record(Type.String(), Type.Unknown(), {
  description:
    'By `panel/part`: `{ answer, about, names }` of its question, as its own route gives it, or `{ problem }` where it could not be asked',
});

/** Routes of workspaces: their list, all their answers at once, and views shared by a link. The documents are definitions. */
export function workspaceRoutes(app: FastifyInstance, analytics: Analytics): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/analytics/workspaces',
    {
      config: { permission: 'analytics.read' },
      schema: {
        operationId: 'listWorkspaces',
        summary: 'Workspaces that are shown to the role of the caller',
        tags,
        response: {
          200: Type.Object({
            workspaces: Type.Array(
              Type.Object({
                id: Type.String(),
                name: Type.String(),
                description: Type.Optional(Type.String()),
                panels: Type.Integer(),
                draftAt: Type.Optional(
                  Type.Integer({
                    description: 'When the caller’s own unsaved changes were kept last (ms since the epoch)',
                  }),
                ),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const role = request.principal?.role;
      const shown = analytics
        .workspaces()
        .filter(({ document: { roles } }) => !roles || !role || role === 'admin' || roles.includes(role));
      const drafts = await analytics.drafts.list(callerOf(request));
      return {
        workspaces: shown.map(({ id, document: { name, description, panels } }) => ({
          id,
          name,
          ...(description === undefined ? {} : { description }),
          panels: panels.length,
          ...(drafts.has(id) ? { draftAt: drafts.get(id)! } : {}),
        })),
      };
    },
  );
  routes.post(
    '/api/analytics/workspaces/:id/answers',
    {
      config: { permission: 'analytics.read' },
      schema: {
        operationId: 'askWorkspace',
        summary: 'The answers of all questions of a workspace',
        tags,
        params: Type.Object({ id: Id }),
        response: { 200: Type.Object({ answers: Answers }) },
      },
    },
    async (request, reply) => {
      const document = mustFind(analytics, request.params.id);
      mustNotAskFor(request, document);
      return { answers: await answersOf(analytics, document, request, reply) };
    },
  );
  shareRoutes(app, analytics);
}

function shareRoutes(app: FastifyInstance, analytics: Analytics): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.post(
    '/api/analytics/workspaces/:id/share',
    {
      config: { permission: 'analytics.write' },
      schema: {
        operationId: 'shareWorkspace',
        summary: 'A link to the workspace as it is now, to look at only',
        description:
          'Whoever has the link sees the document and the answers of this moment, and nothing else. Archive the definition `shared-view/{id}` to take it back.',
        tags,
        params: Type.Object({ id: Id }),
        response: {
          200: Type.Object({
            id: Type.String(),
            path: Type.String({ description: 'Holds the secret; it is not shown again' }),
          }),
        },
      },
    },
    async (request, reply) => {
      const document = mustFind(analytics, request.params.id);
      mustNotAskFor(request, document);
      const by = callerOf(request);
      const answers = await answersOf(analytics, document, request, reply);
      if (JSON.stringify(answers).length > SHARED_CHARACTERS_MAX)
        throw refusal(
          'analytics.view-too-large',
          422,
          'The answers are too many to share by a link; take smaller limits, or export them.',
        );
      const secret = analytics.newSecret();
      const id = hashOf(secret);
      const view: SharedView = { workspace: request.params.id, document, at: analytics.now(), by, answers };
      await analytics.define(`shared-view/${id}`, view, by);
      return { id, path: `/api/analytics/shared/${secret}` };
    },
  );
  routes.get(
    '/api/analytics/shared/:secret',
    {
      config: { permission: 'open' },
      schema: {
        operationId: 'readSharedView',
        summary: 'A workspace as it was when it was shared',
        tags,
        params: Type.Object({ secret: Type.String({ minLength: 16, maxLength: 128 }) }),
        response: {
          200: Type.Object({
            ...SharedViewSchema.properties,
            timeZone: Type.String(),
            currency: Type.String(),
            names: NamesSchema,
          }),
        },
      },
    },
    async (request, reply) => {
      const view = analytics.definition(`shared-view/${hashOf(request.params.secret)}`) as
        | SharedView
        | undefined;
      if (!view)
        throw refusal('analytics.unknown-view', 404, 'Nothing is shared by this link, or not any more.');
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      const { zone, currency } = await analytics.frame();
      return { ...view, timeZone: zone, currency, names: namesIn(view.document, analytics) };
    },
  );
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 40);
}

function mustFind(analytics: Analytics, id: string): Workspace {
  const document = analytics.definition(`workspace/${id}`) as Workspace | undefined;
  if (document) return document;
  throw refusal('analytics.unknown-workspace', 404, `There is no live workspace “${id}”.`, {
    detail: { id },
  });
}

/** All answers, each in turn. A question that cannot be asked leaves the others alone. */
async function answersOf(
  analytics: Analytics,
  document: Workspace,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Record<string, unknown>> {
  const answers = await Promise.all(
    questionsOf(document).map(async ({ key, question: id, query }) => {
      const question = QUESTIONS.find((each) => each.id === id)!;
      const order = await orderOf(analytics, request, reply, id, query);
      try {
        return [key, await answerWithNames(analytics, request, order, question, query)];
      } catch (error) {
        const { code = 'analytics.failed', message } = error as { code?: string; message: string };
        return [key, { problem: { code, message } }];
      }
    }),
  );
  return Object.fromEntries(answers) as Record<string, unknown>;
}
