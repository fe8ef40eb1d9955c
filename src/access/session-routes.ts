import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { noteChange, refusal, type TypeBoxTypes } from '../core/index.ts';
import { type Access, principalOf, SESSION_COOKIE } from './access.ts';
import { mustNotHurry, NewPassword, ownSessionRoutes, Password, sessionView } from './own-session-routes.ts';
import { PermissionSchema, SessionView, UserView } from './records.ts';
import { ROLES } from './roles.ts';
import { type OpenSession, SESSION_SECONDS, type SessionPlace } from './sessions.ts';
import { userView } from './user-view.ts';

const tags = ['session'];
const closed = { additionalProperties: false } as const;
const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' });
const Name = Type.String({ minLength: 1, maxLength: 100 });
const Secret = Type.String({ minLength: 16, maxLength: 200, description: 'What follows the # of the link' });

const Me = Type.Object({
  user: UserView,
  permissions: Type.Array(PermissionSchema, { description: 'What the role includes' }),
  session: SessionView,
});
/** Always answered, so that a page knows what to show first. */
const Standing = Type.Object({
  state: Type.Union([Type.Literal('unclaimed'), Type.Literal('signed-out'), Type.Literal('signed-in')], {
    description: 'unclaimed: there is no owner yet; the start printed a link that makes one',
  }),
  me: Type.Optional(Me),
  elsewhere: Type.Optional(
    Type.Object(
      {
        title: Type.String(),
        path: Type.String({ description: 'Open it in the browser, with `?to=` a path' }),
      },
      { description: 'An identity provider to sign in at' },
    ),
  ),
});
const LinkView = Type.Object({
  purpose: Type.Union([Type.Literal('owner'), Type.Literal('invite'), Type.Literal('reset')]),
  expiresAt: Type.Integer(),
  email: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
});

/** `/api/session`, `/api/sessions` and `/api/links`: coming in, looking who one is, going. */
export function sessionRoutes(app: FastifyInstance, access: Access): void {
  standingRoutes(app, access);
  signInRoutes(app, access);
  ownSessionRoutes(app, access);
}

function standingRoutes(app: FastifyInstance, access: Access): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/session',
    {
      config: { permission: 'open' },
      schema: {
        operationId: 'readSession',
        summary: 'Whether somebody is signed in, who it is, and what she may do',
        tags,
        response: { 200: Standing },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      const open = access.openSession(request);
      if (open) return { state: 'signed-in' as const, me: me(open) };
      const { title } = access.provider ?? {};
      const elsewhere = title === undefined ? {} : { elsewhere: { title, path: '/api/session/elsewhere' } };
      return { state: access.isClaimed() ? ('signed-out' as const) : ('unclaimed' as const), ...elsewhere };
    },
  );
  routes.post(
    '/api/links/read',
    {
      config: { permission: 'open' },
      schema: {
        operationId: 'readLink',
        summary: 'What a link is for, without using it up',
        tags,
        body: Type.Object({ secret: Secret }, closed),
        response: { 200: LinkView },
      },
    },
    (request) => {
      mustNotHurry(access, request);
      const link = access.links.find(request.body.secret);
      const user = 'user' in link ? access.store.users.get(link.user) : undefined;
      const about = user ? { email: user.email, name: user.name } : {};
      return { purpose: link.purpose, expiresAt: link.expiresAt, ...about };
    },
  );
}

function signInRoutes(app: FastifyInstance, access: Access): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const response = { 200: Me };
  const config = { permission: 'open', audit: 'change' } as const;
  routes.post(
    '/api/session',
    {
      config,
      schema: {
        operationId: 'signIn',
        summary: 'Sign in with a password; the answer sets the cookie of the session',
        tags,
        body: Type.Object({ email: Email, password: Password }, closed),
        response,
      },
    },
    async (request, reply) => {
      mustNotHurry(access, request);
      mustBeOwnPage(request);
      const { email, password } = request.body;
      // Not what was typed: people type passwords into the wrong field.
      noteChange(request, access.accounts.isKnown(email) ? 'a known address' : 'an unknown address');
      return enter(access, request, reply, await access.accounts.signIn(email, password, placeOf(request)));
    },
  );
  routes.post(
    '/api/links/redeem',
    {
      config,
      schema: {
        operationId: 'redeemLink',
        summary: 'Use a link up: set a password and be signed in',
        tags,
        body: Type.Object(
          { secret: Secret, password: NewPassword, name: Type.Optional(Name), email: Type.Optional(Email) },
          closed,
        ),
        response,
      },
    },
    async (request, reply) => {
      mustNotHurry(access, request);
      mustBeOwnPage(request);
      const { secret, ...given } = request.body;
      return enter(access, request, reply, await access.accounts.redeem(secret, given, placeOf(request)));
    },
  );
}

/** Sets the cookie, which also takes the place of one that somebody else may have planted. */
function enter(
  access: Access,
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
): Static<typeof Me> {
  access.cookies.set(request, reply, SESSION_COOKIE, secret, { seconds: SESSION_SECONDS });
  reply.header('cache-control', 'no-store');
  const open = access.sessions.find(secret)!;
  request.principal = principalOf(open);
  return me(open);
}

function me(open: OpenSession): Static<typeof Me> {
  const { user, session } = open;
  return {
    user: userView(user),
    permissions: [...ROLES[user.role]],
    session: sessionView(session, session),
  };
}

function placeOf(request: FastifyRequest): SessionPlace {
  return { address: request.ip, device: request.headers['user-agent'] ?? '' };
}

/** Another page must not sign a visitor in as somebody else, whose account would then gather what she does. */
function mustBeOwnPage({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin') return;
  throw refusal('access.origin', 403, 'Pages of another origin may not call this route.');
}
