import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { callerOf, noteChange, type TypeBoxTypes } from '../core/index.ts';
import type { Access } from './access.ts';
import { PermissionSchema, type Token, TokenView } from './records.ts';
import { RoleSchema } from './roles.ts';

const tags = ['tokens'];

/** `/api/tokens`: what programs call the API with. */
export function tokenRoutes(app: FastifyInstance, { tokens }: Access): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/tokens',
    {
      config: { permission: 'access.read' },
      schema: {
        operationId: 'listTokens',
        summary: 'The tokens of the API, newest first',
        tags,
        response: { 200: Type.Object({ tokens: Type.Array(TokenView) }) },
      },
    },
    () => ({ tokens: tokens.list().map(tokenView) }),
  );
  routes.post(
    '/api/tokens',
    {
      config: { permission: 'access.write' },
      schema: {
        operationId: 'makeToken',
        summary: 'Make a token; its secret is shown this once',
        tags,
        body: Type.Object(
          {
            name: Type.String({ minLength: 1, maxLength: 100, description: 'What it is for' }),
            role: RoleSchema,
            scopes: Type.Optional(
              Type.Array(PermissionSchema, {
                minItems: 1,
                uniqueItems: true,
                description: 'A part of the role',
              }),
            ),
            expiresAt: Type.Optional(Type.Integer({ description: 'ms since the epoch; without it, never' })),
          },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ token: TokenView, secret: Type.String() }) },
      },
    },
    async (request, reply) => {
      const { token, secret } = await tokens.make(request.body, callerOf(request));
      noteChange(request, `token ${token.id} as ${token.role}${token.scopes ? ` for ${token.scopes}` : ''}`);
      return reply.code(201).send({ token: tokenView(token), secret });
    },
  );
  routes.delete(
    '/api/tokens/:id',
    {
      config: { permission: 'access.write' },
      schema: {
        operationId: 'revokeToken',
        summary: 'Revoke a token; its next call is refused',
        tags,
        params: Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) }),
        response: { 204: Type.Null({ description: 'Done' }) },
      },
    },
    async (request, reply) => {
      await tokens.revoke(request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function tokenView({ scopes, ...token }: Token): Static<typeof TokenView> {
  return { ...token, ...(scopes ? { scopes: [...scopes] } : {}) };
}
