import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { TypeBoxTypes } from '../core/index.ts';
import type { Audit } from './audit.ts';
import { AuditEntrySchema } from './audit-entry.ts';

const PAGE_MAX = 500;
const Time = Type.Optional(Type.Integer({ minimum: 0, description: 'ms since the epoch' }));

/** `GET /api/audit`: who changed and saw what. Refusal: `audit.bad-page` (400). */
export function auditReadRoutes(app: FastifyInstance, audit: Audit): void {
  app.withTypeProvider<TypeBoxTypes>().get(
    '/api/audit',
    {
      config: { permission: 'audit.read' },
      schema: {
        operationId: 'searchAudit',
        summary: 'Who changed what, who looked at whom, and who was turned away; newest first',
        tags: ['audit'],
        querystring: Type.Object(
          {
            kind: Type.Optional(AuditEntrySchema.properties.kind),
            by: Type.Optional(
              Type.String({ maxLength: 100, description: 'user:<id>, token:<id>, operator, api' }),
            ),
            action: Type.Optional(Type.String({ maxLength: 100, description: 'operationId of a route' })),
            person: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
            since: Time,
            until: Time,
            limit: Type.Integer({ minimum: 1, maximum: PAGE_MAX, default: 50 }),
            below: Type.Optional(
              Type.String({ maxLength: 64, description: 'The `next` of the page before' }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            entries: Type.Array(Type.Object({ id: Type.String(), ...AuditEntrySchema.properties })),
            next: Type.Optional(Type.String()),
          }),
        },
      },
    },
    async (request) => {
      const { limit, below, ...filter } = request.query;
      // Somebody who looks for what she did a moment ago finds it.
      await audit.flush();
      return audit.search(filter, limit, below);
    },
  );
}
