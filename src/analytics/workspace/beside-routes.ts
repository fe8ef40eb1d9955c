import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { TypeBoxTypes } from '../../core/index.ts';
import type { Analytics } from '../analytics.ts';
import { Annotation, type SharedView } from './document.ts';

const tags = ['analytics'];
const Id = Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,64}$' });

/** Routes of what stands beside workspaces: annotations, and the links by which a workspace is shared. */
export function besideRoutes(app: FastifyInstance, { setUp }: Analytics): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/analytics/annotations',
    {
      config: { permission: 'analytics.read' },
      schema: {
        operationId: 'listAnnotations',
        summary: 'What happened outside of the data; the documents are definitions of kind `annotation`',
        tags,
        response: {
          200: Type.Object({
            annotations: Type.Array(Type.Object({ id: Type.String(), ...Annotation.properties })),
          }),
        },
      },
    },
    async () => ({
      annotations: setUp('annotation').map(({ id, document }) => ({
        id,
        ...(document as { title: string; from: string }),
      })),
    }),
  );
  routes.get(
    '/api/analytics/workspaces/:id/links',
    {
      config: { permission: 'analytics.read' },
      schema: {
        operationId: 'listWorkspaceLinks',
        summary:
          'Links by which a workspace is shared, newest first; archive `shared-view/{id}` to take one back',
        tags,
        params: Type.Object({ id: Id }),
        response: {
          200: Type.Object({
            links: Type.Array(
              Type.Object({
                id: Type.String(),
                at: Type.Integer({ description: 'ms since the epoch; the answers are those of then' }),
                by: Type.String(),
              }),
            ),
          }),
        },
      },
    },
    async (request) => ({
      links: setUp('shared-view')
        .map(({ id, document }) => ({ id, ...(document as SharedView) }))
        .filter(({ workspace }) => workspace === request.params.id)
        .map(({ id, at, by }) => ({ id, at, by }))
        .sort((a, b) => b.at - a.at),
    }),
  );
}
