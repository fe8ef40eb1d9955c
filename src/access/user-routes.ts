import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { noteChange, refusal, type TypeBoxTypes } from '../core/index.ts';
import { type Access, linkPath } from './access.ts';
import { toEmail } from './accounts.ts';
import { PermissionSchema, type User, UserView } from './records.ts';
import { ROLES, type Role, RoleSchema } from './roles.ts';
import type { AccessStore } from './store.ts';
import { userView } from './user-view.ts';

const USERS_MAX = 5_000;
const tags = ['users'];
const closed = { additionalProperties: false } as const;
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) });
const Name = Type.String({ minLength: 1, maxLength: 100 });
const NewLinkView = Type.Object(
  {
    path: Type.String({ description: 'Put the address of this server before it' }),
    expiresAt: Type.Integer(),
  },
  { description: 'A link that works once; it is shown this once' },
);
const Invited = Type.Object({ user: UserView, link: NewLinkView });

/** `/api/users` and `/api/roles`: who works here, and what roles include. */
export function userRoutes(app: FastifyInstance, access: Access): void {
  readRoutes(app, access);
  inviteRoutes(app, access);
  changeRoutes(app, access);
}

function readRoutes(app: FastifyInstance, { store }: Access): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/users',
    {
      config: { permission: 'access.read' },
      schema: {
        operationId: 'listUsers',
        summary: 'Everybody who works with this Rapport',
        tags,
        response: { 200: Type.Object({ users: Type.Array(UserView) }) },
      },
    },
    () => ({ users: [...store.users.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(userView) }),
  );
  routes.get(
    '/api/users/names',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'listUserNames',
        summary: 'The names behind the ids that stand in versions and notes (`user:<id>`)',
        tags,
        response: {
          200: Type.Object({ users: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) }),
        },
      },
    },
    () => ({ users: [...store.users.values()].map(({ id, name }) => ({ id, name })) }),
  );
  routes.get(
    '/api/roles',
    {
      config: { permission: 'signed-in' },
      schema: {
        operationId: 'listRoles',
        summary: 'The roles and what each includes',
        tags,
        response: {
          200: Type.Object({
            roles: Type.Array(Type.Object({ role: RoleSchema, permissions: Type.Array(PermissionSchema) })),
          }),
        },
      },
    },
    () => ({
      roles: (Object.keys(ROLES) as Role[]).map((role) => ({ role, permissions: [...ROLES[role]] })),
    }),
  );
}

function inviteRoutes(app: FastifyInstance, access: Access): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const { store, links } = access;
  routes.post(
    '/api/users',
    {
      config: { permission: 'access.write' },
      schema: {
        operationId: 'inviteUser',
        summary: 'Invite somebody; hand her the link',
        tags,
        body: Type.Object(
          {
            email: Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' }),
            name: Name,
            role: RoleSchema,
          },
          closed,
        ),
        response: { 201: Invited },
      },
    },
    async (request, reply) => {
      mustBeClaimed(access);
      const { name, role } = request.body;
      const email = toEmail(request.body.email);
      const users = [...store.users.values()];
      if (users.some((each) => each.email === email))
        throw refusal('access.email-taken', 409, 'There is a user with this e-mail address already.');
      if (users.length >= USERS_MAX)
        throw refusal('access.too-many-users', 409, `There are ${USERS_MAX} users.`);
      const createdAt = access.clock.now();
      const user: User = { id: access.newId(), email, name, role, state: 'invited', createdAt };
      const { secret, expiresAt, changes } = links.make('invite', user);
      await store.commit([['user', user.id, user], ...changes]);
      noteChange(request, `invited ${user.id} as ${role}`);
      return reply.code(201).send({ user: userView(user), link: { path: linkPath(secret), expiresAt } });
    },
  );
  routes.post(
    '/api/users/:id/link',
    {
      config: { permission: 'access.write' },
      schema: {
        operationId: 'makeUserLink',
        summary: 'A new link for somebody who lost the invitation or the password',
        tags,
        params: Params,
        response: { 201: Invited },
      },
    },
    async (request, reply) => {
      const user = mustKnow(store, request.params.id);
      if (user.state === 'disabled')
        throw refusal('access.user-disabled', 409, 'The user may not sign in; enable her first.');
      const made = links.make(user.state === 'invited' ? 'invite' : 'reset', user);
      await store.commit(made.changes);
      const link = { path: linkPath(made.secret), expiresAt: made.expiresAt };
      return reply.code(201).send({ user: userView(user), link });
    },
  );
}

function changeRoutes(app: FastifyInstance, { store, sessions, links }: Access): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.patch(
    '/api/users/:id',
    {
      config: { permission: 'access.write' },
      schema: {
        operationId: 'changeUser',
        summary: 'Change the name or role of a user, or whether she may sign in',
        tags,
        params: Params,
        body: Type.Object(
          {
            name: Type.Optional(Name),
            role: Type.Optional(RoleSchema),
            enabled: Type.Optional(Type.Boolean({ description: 'false ends her sessions and links' })),
          },
          closed,
        ),
        response: { 200: UserView },
      },
    },
    async (request) => {
      const user = mustKnow(store, request.params.id);
      const { name = user.name, role = user.role, enabled } = request.body;
      const able = user.password === undefined && !user.elsewhere ? 'invited' : 'active';
      const state = enabled === undefined ? user.state : enabled ? able : 'disabled';
      const changed: User = { ...user, name, role, state };
      mustKeepAnAdmin(store, changed);
      const ended = state === 'disabled' ? [...sessions.ending(user.id), ...links.ending(user.id)] : [];
      noteChange(request, `role ${user.role} -> ${role}, ${user.state} -> ${state}`);
      await store.commit([...ended, ['user', user.id, changed]]);
      return userView(changed);
    },
  );
  routes.delete(
    '/api/users/:id/sessions',
    {
      config: { permission: 'access.write' },
      schema: {
        operationId: 'endUserSessions',
        summary: 'Sign somebody out everywhere',
        tags,
        params: Params,
        response: { 204: Type.Null({ description: 'Done' }) },
      },
    },
    async (request, reply) => {
      await store.commit(sessions.ending(mustKnow(store, request.params.id).id));
      return reply.code(204).send(null);
    },
  );
}

function mustKnow(store: AccessStore, id: string): User {
  const user = store.users.get(id);
  if (user) return user;
  throw refusal('access.user-unknown', 404, 'There is no such user.');
}

/** With an invitation there is a user, and then the link for the owner would not work any more. */
function mustBeClaimed(access: Access): void {
  if (access.isClaimed()) return;
  throw refusal(
    'access.unclaimed',
    409,
    'Nobody has claimed this Rapport; open the link that its start printed.',
  );
}

/** Without an admin nobody could make another one. */
function mustKeepAnAdmin(store: AccessStore, changed: User): void {
  const after = [...store.users.values()].map((user) => (user.id === changed.id ? changed : user));
  if (after.some(({ role, state }) => role === 'admin' && state === 'active')) return;
  throw refusal('access.last-admin', 409, 'This is the last admin who can sign in; make another one first.');
}
