import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { refusal, type Settings, type TypeBoxTypes } from '../core/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';
import { type Node, normalise, type Rules, type UnmergeOrder } from '../identity/index.ts';
import type { Profile } from './fragment.ts';
import { profileAt } from './history.ts';
import { previewMerge, previewUnmerge } from './preview.ts';
import { PreviewSchema, ProfileSchema, type ProfileView } from './schemas.ts';
import { timelineRoute } from './timeline-route.ts';
import { viewOf } from './view.ts';

/** What the routes of people work with. */
export interface ProfileDeps {
  settings(): Settings;
  rules(): Rules;
  readonly readPerson: (id: number) => Promise<Profile | undefined>;
  readonly readNode: (key: string) => Promise<Node | undefined>;
  readonly warehouse: Warehouse;
  /** Gives an order to the fold and resolves with the people it left. */
  readonly order: (kind: 'merge' | 'unmerge', body: object) => Promise<readonly number[]>;
}

const tags = ['people'];

const PersonParams = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });
const Moment = Type.String({
  description: 'A moment in ISO 8601, for example 2026-05-03T10:00Z',
  maxLength: 40,
});
const PersonId = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const DryRun = Type.Optional(Type.Boolean({ description: 'Only show what would come of it' }));

/** Routes about people: read by identity or id, as of a moment, timeline, merge and un-merge with preview. */
export function profileRoutes(app: FastifyInstance, deps: ProfileDeps): void {
  readRoutes(app, deps);
  timelineRoute(app, { warehouse: deps.warehouse, mustRead: (id) => mustRead(id, deps) });
  orderRoutes(app, deps);
}

function readRoutes(app: FastifyInstance, deps: ProfileDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const view = (person: Profile): ProfileView => viewOf(person, deps.settings(), deps.rules().namespaces);
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
      schema: {
        operationId: 'findPerson',
        summary: 'The person who has an identity',
        tags,
        querystring: Lookup,
        response: { 200: ProfileSchema },
      },
    },
    async (request) => view(await findByIdentity(request.query.identity, deps)),
  );
  routes.post(
    '/api/people/find',
    {
      schema: {
        operationId: 'findPersonPrivately',
        summary: 'The person who has an identity, without the identity in the address',
        tags,
        body: Lookup,
        response: { 200: ProfileSchema },
      },
    },
    async (request) => view(await findByIdentity(request.body.identity, deps)),
  );
  routes.get(
    '/api/people/:id',
    {
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
      if (at === undefined) return view(person);
      const { id } = request.params;
      return view(await profileAt(deps.warehouse, person, id, momentOf(at), deps.settings()));
    },
  );
}

function orderRoutes(app: FastifyInstance, deps: ProfileDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const Result = Type.Union([Type.Object({ people: Type.Array(ProfileSchema) }), PreviewSchema]);
  const views = async (ids: readonly number[]): Promise<{ people: ProfileView[] }> => {
    const people = await Promise.all(ids.map((id) => mustRead(id, deps)));
    return { people: people.map((person) => viewOf(person, deps.settings(), deps.rules().namespaces)) };
  };
  routes.post(
    '/api/people/merge',
    {
      schema: {
        operationId: 'mergePeople',
        summary: 'Make two people one, or show what it would give',
        tags,
        body: Type.Object(
          { people: Type.Tuple([PersonId, PersonId]), dryRun: DryRun },
          { additionalProperties: false },
        ),
        response: { 200: Result },
      },
    },
    async (request) => {
      const { people, dryRun } = request.body;
      if (!dryRun) return views(await deps.order('merge', { people }));
      const [a, b] = [await mustRead(people[0], deps), await mustRead(people[1], deps)];
      if (a.id === b.id) throw refusal('identity.same-person', 409, 'The two are one person already.');
      return previewMerge(a, b, deps.rules(), deps.settings(), deps.readNode);
    },
  );
  const Part = Type.Object(
    {
      absorbed: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: Number.MAX_SAFE_INTEGER,
          description: 'Undo the merge that absorbed this person',
        }),
      ),
      keys: Type.Optional(
        Type.Array(Type.String({ maxLength: 600 }), {
          minItems: 1,
          maxItems: 1000,
          description: 'Identities that are somebody else’s',
        }),
      ),
      dryRun: DryRun,
    },
    { additionalProperties: false },
  );
  routes.post(
    '/api/people/:id/unmerge',
    {
      schema: {
        operationId: 'unmergePerson',
        summary: 'Take a merge back or identities out, or show what it would give',
        tags,
        params: PersonParams,
        body: Part,
        response: { 200: Result },
      },
    },
    async (request) => {
      const person = await mustRead(request.params.id, deps);
      const order = partOrder(person.id, request.body);
      if (!request.body.dryRun) return views(await deps.order('unmerge', order));
      return previewUnmerge(person, order, deps.rules(), deps.settings(), deps.readNode);
    },
  );
}

function partOrder(person: number, body: { absorbed?: number; keys?: string[] }): UnmergeOrder {
  if (body.absorbed !== undefined) return { person, absorbed: body.absorbed };
  if (body.keys !== undefined) return { person, keys: body.keys };
  throw refusal(
    'identity.order-unreadable',
    400,
    'Name the merge to undo (absorbed) or the identities to take out (keys).',
  );
}

async function findByIdentity(text: string, deps: ProfileDeps): Promise<Profile> {
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
  const node = await deps.readNode(judged.key);
  const person = node && node.person !== 0 ? await deps.readPerson(node.person) : undefined;
  if (!person) throw refusal('person.unknown', 404, 'Nobody has this identity.');
  return person;
}

async function mustRead(id: number, deps: ProfileDeps): Promise<Profile> {
  const person = await deps.readPerson(id);
  if (!person) throw refusal('person.unknown', 404, `There is no person ${id}.`, { detail: { person: id } });
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
