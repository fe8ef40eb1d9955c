import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { callerOf, type TypeBoxTypes } from '../../core/index.ts';
import type { Analytics } from '../analytics.ts';
import { Workspace } from './document.ts';

/** A draft is a note of its author to herself: keeping it every few seconds is no change of anything that others see. */
const config = { permission: 'analytics.write', audit: 'none' } as const;
const tags = ['analytics'];
const url = '/api/analytics/workspaces/:id/draft';
const params = Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,64}$' }) });
/** As large as a definition may be. */
const BYTES_MAX = 512 * 1024;

const Version = Type.Integer({ minimum: 1, description: 'Of the workspace, from which the draft began' });

/** Routes of the private draft of a workspace: it survives the browser, and only its author sees it. */
export function draftRoutes(app: FastifyInstance, { drafts, now }: Analytics): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    url,
    {
      config,
      schema: {
        operationId: 'readWorkspaceDraft',
        summary: 'What the caller has changed of a workspace and not saved',
        tags,
        params,
        response: {
          200: Type.Object({
            draft: Type.Optional(
              Type.Object({
                document: Workspace,
                version: Version,
                at: Type.Integer({ description: 'When it was kept last (ms since the epoch)' }),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const draft = await drafts.read(callerOf(request), request.params.id);
      return draft ? { draft } : {};
    },
  );
  routes.put(
    url,
    {
      config,
      bodyLimit: BYTES_MAX,
      schema: {
        operationId: 'keepWorkspaceDraft',
        summary: 'Keeps what the caller has changed of a workspace; nobody else sees it',
        tags,
        params,
        body: Type.Object({ document: Workspace, version: Version }, { additionalProperties: false }),
        response: { 200: Type.Object({ at: Type.Integer({ description: 'ms since the epoch' }) }) },
      },
    },
    async (request) => {
      const at = now();
      await drafts.keep(callerOf(request), request.params.id, { ...request.body, at });
      return { at };
    },
  );
  routes.delete(
    url,
    {
      config,
      schema: {
        operationId: 'forgetWorkspaceDraft',
        summary: 'Forgets what the caller has changed of a workspace and not saved',
        tags,
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await drafts.forget(callerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
