import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { refusal, type TypeBoxTypes } from '../core/index.ts';
import { type Access, SESSION_COOKIE } from './access.ts';
import { PASSWORD_LENGTH } from './password.ts';
import { SessionView } from './records.ts';
import { endOf, type OpenSession } from './sessions.ts';

const tags = ['session'];
const closed = { additionalProperties: false } as const;
/** Longer than what may be chosen, so that a password of other days is refused as wrong, not as unreadable. */
export const Password = Type.String({ minLength: 1, maxLength: 1_000 });
/** A password that somebody chooses. */
export const NewPassword = Type.String({
  minLength: 1,
  maxLength: 1_000,
  description: `At least ${PASSWORD_LENGTH.min} characters, at most ${PASSWORD_LENGTH.max}`,
});

/** Routes of somebody who is signed in: signing out, the own sessions and password. */
export function ownSessionRoutes(app: FastifyInstance, access: Access): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const config = { permission: 'signed-in' } as const;
  const response = { 204: Type.Null({ description: 'Done' }) };
  const { store, sessions, cookies } = access;
  routes.delete(
    '/api/session',
    { config, schema: { operationId: 'signOut', summary: 'Sign out on this device', tags, response } },
    async (request, reply) => {
      const { user, session } = mustBeOpen(access, request);
      await store.commit(sessions.ending(user.id, ({ id }) => id === session.id));
      cookies.set(request, reply, SESSION_COOKIE, '', { seconds: 0 });
      return reply.code(204).send(null);
    },
  );
  routes.put(
    '/api/session/password',
    {
      config,
      schema: {
        operationId: 'changePassword',
        summary: 'Change the own password; the other sessions end',
        tags,
        body: Type.Object({ current: Password, password: NewPassword }, closed),
        response,
      },
    },
    async (request, reply) => {
      mustNotHurry(access, request);
      const { current, password } = request.body;
      await access.accounts.changePassword(mustBeOpen(access, request), current, password, request.ip);
      return reply.code(204).send(null);
    },
  );
  routes.get(
    '/api/sessions',
    {
      config,
      schema: {
        operationId: 'listSessions',
        summary: 'Where I am signed in',
        tags,
        response: { 200: Type.Object({ sessions: Type.Array(SessionView) }) },
      },
    },
    (request) => {
      const open = mustBeOpen(access, request);
      return { sessions: sessions.of(open.user.id).map((session) => sessionView(session, open.session)) };
    },
  );
  routes.delete(
    '/api/sessions',
    {
      config,
      schema: {
        operationId: 'endSessions',
        summary: 'Sign out: on one device, on all but this one, or everywhere',
        tags,
        querystring: Type.Object(
          {
            id: Type.Optional(Type.String({ maxLength: 64, description: 'The one to end' })),
            keepThis: Type.Boolean({ default: false }),
          },
          closed,
        ),
        response,
      },
    },
    async (request, reply) => {
      const { user, session } = mustBeOpen(access, request);
      const { id: wanted, keepThis } = request.query;
      const isMeant = ({ id }: { readonly id: string }): boolean =>
        wanted === undefined ? !(keepThis && id === session.id) : id === wanted;
      await store.commit(sessions.ending(user.id, isMeant));
      if (isMeant(session)) cookies.set(request, reply, SESSION_COOKIE, '', { seconds: 0 });
      return reply.code(204).send(null);
    },
  );
}

/** A session as its user sees it. */
export function sessionView(
  session: OpenSession['session'],
  own: OpenSession['session'],
): Static<typeof SessionView> {
  const { id, createdAt, seenAt, address, device } = session;
  return { id, createdAt, seenAt, expiresAt: endOf(session), address, device, isThis: id === own.id };
}

/** Refuses an address that signs in too often: `access.too-many-calls` (429). */
export function mustNotHurry(access: Access, request: FastifyRequest): void {
  const refused = access.limitSignIns(request.ip);
  if (refused) throw refused;
}

/** Refuses tokens: they are nobody who could sign out. */
function mustBeOpen(access: Access, request: FastifyRequest): OpenSession {
  const open = request.principal?.kind === 'user' ? access.openSession(request) : undefined;
  if (open) return open;
  throw refusal('access.no-session', 409, 'This route is about the session of a browser; a token has none.');
}
