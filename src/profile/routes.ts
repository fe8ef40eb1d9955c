import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { refusal, type TypeBoxTypes } from '../core/index.ts';
import { normalise } from '../identity/index.ts';
import type { Profile } from './fragment.ts';
import { profileAt } from './history.ts';
import { orderRoutes } from './order-routes.ts';
import { mustRead, PersonParams, type ProfileDeps, tags, viewNow } from './route-parts.ts';
import { ProfileSchema, type ProfileView } from './schemas.ts';
import { showPerson } from './show.ts';
import { timelineRoute } from './timeline-route.ts';
import { viewOf } from './view.ts';

const Moment = Type.String({
  description: 'A moment in ISO 8601, for example 2026-05-03T10:00Z',
  maxLength: 40,
});

export type { ProfileDeps } from './route-parts.ts';

/** Routes about people: read by identity or id, as of a moment, timeline, merge and un-merge with preview. */
export function profileRoutes(app: FastifyInstance, deps: ProfileDeps): void {
  findRoutes(app, deps);
  readRoutes(app, deps);
  timelineRoute(app, deps);
  orderRoutes(app, deps);
}

function findRoutes(app: FastifyInstance, deps: ProfileDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const view = (request: FastifyRequest, person: Profile): ProfileView =>
    showPerson(request, viewNow(person, deps));
  const Lookup = Type.Object({
    identity: Type.String({
      description: '`namespace:value`, for example email:sarah@example.com',
      minLength: 3,
      maxLength: 600,
    }),
  });
  routes.get(
    '/api/people',
    {
      config: { permission: 'people.read' },
      schema: {
        operationId: 'findPerson',
        summary: 'The person who has an identity',
        tags,
        querystring: Lookup,
        response: { 200: ProfileSchema },
      },
    },
    async (request) => view(request, await findByIdentity(request, request.query.identity, deps)),
  );
  routes.post(
    '/api/people/find',
    {
      config: { permission: 'people.read' },
      schema: {
        operationId: 'findPersonPrivately',
        summary: 'The person who has an identity, without the identity in the address',
        tags,
        body: Lookup,
        response: { 200: ProfileSchema },
      },
    },
    async (request) => view(request, await findByIdentity(request, request.body.identity, deps)),
  );
}

function readRoutes(app: FastifyInstance, deps: ProfileDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const view = (request: FastifyRequest, person: Profile): ProfileView =>
    showPerson(request, viewOf(person, deps.settings(), deps.rules().namespaces));
  routes.get(
    '/api/people/:id',
    {
      config: { permission: 'people.read' },
      schema: {
        operationId: 'readPerson',
        summary: 'A person by id, now or as she stood at a moment',
        tags,
        params: PersonParams,
        querystring: Type.Object({ at: Type.Optional(Moment) }),
        response: { 200: ProfileSchema },
      },
    },
    async (request) => {
      const person = await mustRead(request.params.id, deps);
      const { at } = request.query;
      if (at === undefined) return showPerson(request, viewNow(person, deps));
      const { id } = request.params;
      return view(request, await profileAt(deps.warehouse, person, id, momentOf(at), deps.settings()));
    },
  );
}

async function findByIdentity(request: FastifyRequest, text: string, deps: ProfileDeps): Promise<Profile> {
  const colon = text.indexOf(':');
  const identity = { namespace: text.slice(0, colon), value: text.slice(colon + 1) };
  const judged =
    colon > 0 ? normalise(identity, deps.rules().namespaces, deps.settings().country) : undefined;
  if (!judged)
    throw refusal(
      'identity.unreadable',
      400,
      'Write an identity as namespace:value with a namespace of this workspace.',
      {
        detail: { namespaces: [...deps.rules().namespaces.keys()] },
      },
    );
  if (request.principal?.mask?.hidesNamespace(identity.namespace))
    throw refusal(
      'access.hidden-namespace',
      403,
      `Identities of ${identity.namespace} are hidden from your role.`,
    );
  const node = await deps.readNode(judged.key);
  const person = node && node.person !== 0 ? await deps.readPerson(node.person) : undefined;
  if (!person) throw refusal('person.unknown', 404, 'Nobody has this identity.');
  return person;
}

function momentOf(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time))
    throw refusal(
      'person.moment-unreadable',
      400,
      'Write the moment in ISO 8601, for example 2026-05-03T10:00Z.',
    );
  return time;
}
