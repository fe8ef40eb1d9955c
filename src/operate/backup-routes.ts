import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { TypeBoxTypes } from '../core/index.ts';
import { BackupSchema, type Backups } from './backups.ts';

const tags = ['operation'];

/** `GET`, `POST /api/backups` and `DELETE /api/backups/:id`: copies of the running server, in a folder of its machine. */
export function backupRoutes(app: FastifyInstance, backups: Backups): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const permission = 'settings.write';
  routes.get(
    '/api/backups',
    {
      config: { permission },
      schema: {
        operationId: 'listBackups',
        summary: 'Backups of this server, the newest first, with the one that is being written',
        tags,
        response: { 200: Type.Object({ backups: Type.Array(BackupSchema) }) },
      },
    },
    async () => ({ backups: await backups.list() }),
  );
  routes.post(
    '/api/backups',
    {
      config: { permission },
      schema: {
        operationId: 'makeBackup',
        summary: 'Begin a backup; the server goes on meanwhile',
        description:
          'Restore it by `rapport restore <path> --data <an empty folder>` with that server stopped.',
        tags,
        response: { 202: BackupSchema },
      },
    },
    async (_request, reply) => reply.status(202).send(backups.start()),
  );
  routes.delete(
    '/api/backups/:id',
    {
      config: { permission },
      schema: {
        operationId: 'removeBackup',
        summary: 'Remove a backup',
        tags,
        params: Type.Object({ id: Type.String({ maxLength: 40 }) }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await backups.remove(request.params.id);
      return reply.status(204).send(null);
    },
  );
}
