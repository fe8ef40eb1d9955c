import type { FastifyInstance } from 'fastify';
import type { Access } from './access.ts';
import { auditReadRoutes } from './audit-routes.ts';
import { providerRoutes } from './provider-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { tokenRoutes } from './token-routes.ts';
import { userRoutes } from './user-routes.ts';

/** Every route of access: coming in and going, users, tokens, the audit. */
export function accessRoutes(app: FastifyInstance, access: Access): void {
  sessionRoutes(app, access);
  userRoutes(app, access);
  if (access.provider) providerRoutes(app, access, access.provider);
  tokenRoutes(app, access);
  auditReadRoutes(app, access.audit);
}
